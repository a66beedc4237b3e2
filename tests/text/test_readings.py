import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.readings import readings


def test_a_russian_verb():
    (only,) = readings("успокойтесь", "ru")
    assert only.lemma == "успокоиться"
    assert {"VERB", "impr", "plur"} <= set(only.grammemes)


def test_all_readings_are_given_once():
    found = readings("заказа", "ru")
    assert len(found) == len(set(found))
    assert {reading.lemma for reading in found} == {"заказ"}


def test_an_english_word_with_two_lexemes():
    found = {(reading.lemma, reading.grammemes[0]) for reading in readings("orders", "en")}
    assert found == {("order", "NOUN"), ("order", "VERB")}


@pytest.mark.parametrize("language", ["ru", "en"])
@given(word=st.text(max_size=12))
def test_any_text_can_be_asked(language, word):
    for reading in readings(word, language):
        assert all(reading.grammemes)
