from concurrent.futures import ThreadPoolExecutor
from functools import cache
from time import sleep

import pytest
from hypothesis import given, settings

from replylint.text import spacy_pipeline
from replylint.text.document import Document
from strategies import texts


def storable(text):
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@settings(max_examples=60)
@given(texts)
def test_the_doc_has_the_text_with_surrogates_replaced_one_for_one(text):
    assert Document(text).doc.text == storable(text)


@settings(max_examples=60)
@given(texts)
def test_every_token_with_words_is_a_token_at_the_same_place(text):
    document = Document(text)
    places = {token.idx: token.text for token in document.doc}
    for _kind, start, end in (document.tokens[index] for index in document.token_of):
        assert places[start] == storable(text[start:end])


@pytest.mark.parametrize("text", ["Да. Нет!", "Раз\n\nдва", "Да… 🙂 Вот", " Да? Нет"])
def test_the_doc_has_the_same_sentences(text):
    document = Document(text)
    assert len(list(document.doc.sents)) == len(document.sentences)


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\ud800"])
def test_a_text_without_words_has_a_doc(text):
    assert Document(text).doc.text == storable(text)


def test_all_threads_share_one_vocabulary(monkeypatch):
    monkeypatch.setattr(spacy_pipeline, "_made", cache(lambda: sleep(0.05) or object()))
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: spacy_pipeline.pipeline(), range(4)))
    assert len({id(one) for one in made}) == 1
