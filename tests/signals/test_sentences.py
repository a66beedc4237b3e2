import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.signals.match import Match
from replylint.signals.sentences import clause_of
from replylint.text.document import Document


def clause(text, word):
    document = Document(text)
    found = clause_of(document, Match.of_words(document, word, word + 1))
    return None if found is None else text[found.start : found.stop]


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("Спасибо за письмо, мастер будет завтра.", 4, "мастер будет завтра"),
        ("Спасибо за письмо — мастер будет завтра.", 0, "Спасибо за письмо"),
        ("Готово. Сроки такие: мастер будет завтра, склад закрыт.", 4, "мастер будет завтра"),
        ("Мастер будет завтра.", 1, None),  # nothing beside it
        ("Мастер, скорее всего, будет завтра.", 1, None),  # too short to be judged
    ],
)
def test_the_clause_of_a_word(text, word, expected):
    assert clause(text, word) == expected


@given(st.text(alphabet="абв ,.—!\n", max_size=40), st.data())
def test_a_clause_holds_its_match_and_no_whole_sentence(text, data):
    document = Document(text)
    if not document.words:
        return
    first = data.draw(st.integers(0, len(document.words) - 1))
    match = Match.of_words(document, first, data.draw(st.integers(first + 1, len(document.words))))
    found = clause_of(document, match)
    if found is not None:
        [number] = match.sentences(document)
        sentence = document.sentences[number]
        assert sentence.first <= found.first <= match.first
        assert match.end <= found.end <= sentence.end
        assert found.end - found.first < sentence.end - sentence.first


def test_an_endless_sentence_has_no_clauses():
    short = Document("Да, " + "слово " * 100)
    endless = Document("Да, " + "слово " * 200)
    assert clause_of(short, Match.of_words(short, 5, 6)) is not None
    assert clause_of(endless, Match.of_words(endless, 5, 6)) is None
