import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.learned.features import features_of, word_hash


def numbers(text, bits=18):
    return set(features_of(text, bits)[0].tolist())


def shared(one, other):
    return len(numbers(one) & numbers(other)) / len(numbers(one) | numbers(other))


@given(st.text())
def test_any_text_has_features_in_bounds(text):
    found, weights = features_of(text, 10)
    assert len(found) == len(weights) == len(set(found.tolist()))
    assert ((found >= 0) & (found < 1024)).all()
    assert (weights >= 1).all()


@pytest.mark.parametrize(
    "other", ["ВЫ САМИ ВИНОВАТЫ!", "вы  сами виноваты!", "Вы сами виноваты!", "Вы сааами виноваты!"]
)
def test_case_spaces_and_stretched_letters_do_not_matter(other):
    assert numbers(other) == numbers("Вы сами виноваты!")


def test_forms_of_the_same_words_share_more_than_other_words():
    own = "Вы указали неверный адрес"
    assert shared(own, "Ты указал неверный адрес") > shared(own, "Мы привезли новый диван")


def test_grammar_alone_is_something_shared():
    assert shared("Надо было смотреть", "Надо было считать") > shared("Смотреть", "Считать")


def test_the_numbers_never_change():
    assert word_hash("адрес") == word_hash("адрес")
    found, weights = features_of("Вы сами виноваты.", 18)
    assert (len(found), int(found.sum()), round(float(weights.sum()), 3)) == (
        113,
        15675059,
        114.386,
    )


def test_a_very_long_sentence_is_cut():
    assert len(features_of("слово " * 5000, 18)[0]) < 1000


def test_weights_grow_with_repetition():
    once = dict(zip(*(part.tolist() for part in features_of("да", 18)), strict=True))
    often = dict(zip(*(part.tolist() for part in features_of("да да да", 18)), strict=True))
    assert max(often.values()) > max(once.values()) == numpy.float32(1)
