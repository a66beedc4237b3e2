import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.document import Document

TEXTS = [
    "",
    "  \n",
    "!!!",
    "Здравствуйте,  Анна! 😀\r\n\r\nНам не важно,\n  что вы думаете.",
    "\tДобрый день .Жду\ud83dответа   до 15:00 ,{{имя}}",
    "«Нет»…\n\n— Да?!",
    "👩‍👩‍👧 семья, e\u0301лка и как-то-так https://primer.ru/a?b=1.",
]
ALPHABET = "абЁ .,!?\n\r\t-«»{}😀1\u0301\ud800ж"


def check(text):
    document = Document(text)
    view = document.spacy
    assert [document.doc[i].idx for i in view.token_of_word] == document.starts
    assert len(view.words_before) == len(document.doc) + 1
    assert [view.word_of(i) for i in view.token_of_word] == list(range(len(document.words)))
    words = [i for i in range(len(document.doc)) if view.word_of(i) is not None]
    assert words == view.token_of_word
    for word, token in enumerate(view.token_of_word):
        assert view.span(token, token + 1) == (document.starts[word], document.ends[word])
        first, end = view.sentences[view.sentence_of_word(word)]
        assert first <= token < end
    assert [i for bounds in view.sentences for i in range(*bounds)] == list(
        range(len(document.doc))
    )
    for number, (doc, tokens) in enumerate(view.plain(range(len(view.sentences)))):
        assert [t.text for t in doc] == [document.doc[i].text for i in tokens]
        assert all(view.sentences[number][0] <= i < view.sentences[number][1] for i in tokens)
        assert not any(t.is_space for t in doc)


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_tokens_correspond(text):
    check(text)


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_words_and_tokens_correspond_in_any_text(text):
    check(text)


def test_sentences_without_words_are_numbered_too():
    view = Document("Ждите.\n\n!!!").spacy
    assert len(Document("Ждите.\n\n!!!").sentences) == 1
    assert len(view.sentences) == 2
    assert view.sentence_of_word(0) == 0


def test_a_plain_sentence_has_norms_and_lemmas():
    (sentence,) = Document("НАМ  ещё помогут!").spacy.plain([0])
    assert [t.norm_ for t in sentence.doc] == ["нам", "еще", "помогут", "!"]
    assert [t.lemma_ for t in sentence.doc] == ["мы", "еще", "помочь", "!"]
    assert sentence.doc[0].is_sent_start
    assert not sentence.doc.has_annotation("DEP")


def test_a_parsed_sentence_is_a_tree_without_white_space():
    document = Document("Ждите.\nВам  будет  отказано в возврате.")
    (sentence,) = document.spacy.parsed([1])
    assert [t.text for t in sentence.doc] == ["Вам", "будет", "отказано", "в", "возврате", "."]
    assert [t.head.text for t in sentence.doc] == [
        "отказано", "отказано", "отказано", "возврате", "отказано", "отказано",
    ]  # fmt: skip
    assert [t.norm_ for t in sentence.doc][:3] == ["вам", "будет", "отказано"]
    assert document.doc[0].pos_ == ""


def test_parsing_changes_nothing_for_plain_sentences():
    text = "Разбитое стекло стекло на пол."
    parsed, fresh = Document(text), Document(text)
    parsed.spacy.parsed([0])
    assert [t.lemma_ for t in parsed.spacy.plain([0])[0].doc] == [
        t.lemma_ for t in fresh.spacy.plain([0])[0].doc
    ]
