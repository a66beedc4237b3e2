import re
import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from replylint.errors import ReplylintError
from replylint.extras import install_command
from replylint.text import slovnet_models
from replylint.text.analysis import SyntaxMissingError
from replylint.text.document import Document
from replylint.text.slovnet_models import SlovnetAnalyser
from replylint.text.syntax import VARIABLE, load_syntax, sentence_bounds


def parsed(text, *numbers):
    document = Document(text)
    syntax = load_syntax("slovnet")
    syntax.parse_sentences(document.doc, numbers or range(len(sentence_bounds(document.doc))))
    return document.doc


def word(doc, text):
    (found,) = [token for token in doc if token.text == text]
    return found


def relation(doc, text):
    token = word(doc, text)
    return token.dep_, token.head.text


def test_subject_and_object_of_a_verb():
    doc = parsed("Курьер привезёт посылку завтра.")
    assert relation(doc, "Курьер") == ("nsubj", "привезёт")
    assert relation(doc, "посылку") == ("obj", "привезёт")
    assert relation(doc, "привезёт") == ("ROOT", "привезёт")
    assert word(doc, "посылку").morph.get("Case") == ["Acc"]
    assert word(doc, "посылку").lemma_ == "посылка"
    assert word(doc, "посылку").pos_ == word(doc, "посылку").tag_ == "NOUN"


def test_the_word_order_does_not_change_who_is_the_object():
    doc = parsed("Посылку привезёт курьер.")
    assert relation(doc, "Посылку") == ("obj", "привезёт")
    assert relation(doc, "курьер") == ("nsubj", "привезёт")


def test_a_negation_hangs_on_what_is_negated():
    doc = parsed("Нам не важно, кто виноват. Нам важно разобраться.")
    assert relation(doc, "не") == ("advmod", "важно")
    assert word(doc, "не").head.i == 2
    assert word(doc, "не").morph.get("Polarity") == ["Neg"]


def test_a_passive_without_and_with_an_agent():
    doc = parsed("Вам будет отказано в возврате. Заявка будет рассмотрена специалистом.")
    assert word(doc, "отказано").morph.get("Voice") == ["Pass"]
    assert not [t for t in word(doc, "отказано").children if t.morph.get("Case") == ["Ins"]]
    assert relation(doc, "специалистом")[1] == "рассмотрена"
    assert word(doc, "специалистом").morph.get("Case") == ["Ins"]


def test_sentences_stay_and_each_is_one_tree():
    text = "Здравствуйте,  Анна! 😀\r\n\r\nНам жаль,\n  что так вышло. Ждём  \n\n!!!\n"
    document = Document(text)
    before = sentence_bounds(document.doc)
    load_syntax("slovnet")(document.doc)
    assert sentence_bounds(document.doc) == before
    for first, end in before:
        roots = [t.i for t in document.doc[first:end] if t.head.i == t.i]
        assert len(roots) == 1
        root = document.doc[roots[0]]
        assert root.dep_ == "ROOT"
        assert [t.i for t in root.subtree] == list(range(first, end))
    assert [(s.start, s.end) for s in document.doc.sents] == before


def test_white_space_hangs_on_the_token_before():
    doc = parsed("Ждите  ответа,\n  пожалуйста")
    for token in doc:
        if token.is_space:
            assert (token.pos_, token.dep_, token.head.i) == ("SPACE", "dep", token.i - 1)


def test_only_the_sentences_that_are_asked_for_are_parsed():
    doc = parsed("Мы поможем. Вы подождёте. Они придут.", 1)
    assert [token.pos_ != "" for token in doc] == [False] * 3 + [True] * 3 + [False] * 3
    assert all(token.head.i == token.i for token in doc[:3])
    load_syntax("slovnet").parse_sentences(doc, [2, 1])
    assert [token.pos_ != "" for token in doc] == [False] * 3 + [True] * 6
    assert relation(doc, "Вы") == ("nsubj", "подождёте")
    assert relation(doc, "Они") == ("nsubj", "придут")


def test_a_sentence_that_does_not_exist_is_an_error():
    with pytest.raises(IndexError):
        parsed("Мы поможем.", 1)


def test_a_sentence_is_parsed_alike_alone_and_among_others():
    text = "Вам будет отказано. Наш специалист рассмотрит вашу заявку до пятницы. Да."
    whole, alone = parsed(text), parsed(text, 1)
    bounds = sentence_bounds(whole)[1]
    assert [(t.dep_, t.head.i, t.pos_) for t in whole[slice(*bounds)]] == [
        (t.dep_, t.head.i, t.pos_) for t in alone[slice(*bounds)]
    ]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\r\n\r\n", "!!!", "😀", "😀 😀", "\ud83d", "а\ud800б в", "{{имя}}, ждите", "...\n—"],
)
def test_texts_that_are_hardly_sentences(text):
    doc = parsed(text) if text else load_syntax("slovnet")(Document(text).doc)
    assert all(token.pos_ and token.dep_ for token in doc)


@settings(max_examples=40)
@given(st.text(alphabet="абвЁ .,!?\n\r-«»{}😀1\ud800мынеда", max_size=80))
def test_any_text_can_be_parsed(text):
    document = Document(text)
    before = sentence_bounds(document.doc)
    doc = load_syntax("slovnet")(document.doc)
    assert sentence_bounds(doc) == before
    for first, end in before:
        assert sum(t.head.i == t.i for t in doc[first:end]) == 1
        assert all(first <= t.head.i < end for t in doc[first:end])


def test_emoji_are_symbols():
    assert word(parsed("Спасибо 😀"), "😀").pos_ == "SYM"


def test_a_placeholder_is_read_as_a_name():
    doc = parsed("Уважаемая {{имя}}, ваш заказ отправлен.")
    assert word(doc, "{{имя}}").pos_ in ("PROPN", "NOUN")
    assert relation(doc, "заказ") == ("nsubj:pass", "отправлен")


def test_stretched_and_accented_words_are_read_as_plain_ones():
    doc = parsed("Мы не мооожем верну\u0301ть деньги.")
    assert (word(doc, "мооожем").pos_, word(doc, "мооожем").lemma_) == ("VERB", "мочь")
    assert relation(doc, "верну\u0301ть") == ("xcomp", "мооожем")


def test_a_sentence_of_300_words_is_parsed_in_parts_of_250():
    doc = parsed("мы проверим заказ и вернём деньги а " * 45)
    [sentence] = doc.sents
    assert len(sentence) > 300
    between_parts = {word.head for word in doc if word.i // 250 != word.head.i // 250}
    assert between_parts == {sentence.root}


def test_the_component_in_a_pipeline():
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("replylint_syntax", config={"model": "slovnet"})
    doc = nlp("Курьер привезёт посылку. Ждите.")
    assert relation(doc, "посылку") == ("obj", "привезёт")
    assert doc.has_annotation("DEP")


def test_the_parser_is_loaded_once():
    assert load_syntax() is load_syntax("slovnet")


def test_another_pipeline_can_be_chosen(tmp_path, monkeypatch):
    @Language.component("everything_is_a_noun")
    def everything_is_a_noun(doc):
        for token in doc:
            token.pos_, token.dep_, token.lemma_ = "NOUN", "obj", "Слово"
            token.head = doc[0]
        return doc

    nlp = spacy.blank("ru")
    nlp.add_pipe("everything_is_a_noun")
    nlp.to_disk(tmp_path / "model")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "model"))
    doc = load_syntax()(Document("Мы  поможем. Да!").doc)
    assert [t.pos_ for t in doc] == ["NOUN", "SPACE", "NOUN", "NOUN", "NOUN", "NOUN"]
    assert [t.dep_ for t in doc] == ["ROOT", "dep", "obj", "obj", "ROOT", "obj"]
    assert {t.lemma_ for t in doc if not t.is_space} == {"слово"}


def test_a_missing_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr(slovnet_models, "find_spec", lambda name: None)
    with pytest.raises(SyntaxMissingError, match=re.escape(install_command("syntax"))) as caught:
        SlovnetAnalyser()
    assert isinstance(caught.value, ReplylintError)
    assert caught.value.missing == "slovnet"


def test_a_missing_pipeline_is_named():
    with pytest.raises(SyntaxMissingError, match="ru_core_news_lg"):
        load_syntax("ru_core_news_lg")


def test_natasha_itself_is_not_imported():
    code = (
        "import sys; from replylint.text.syntax import load_syntax; load_syntax('slovnet'); "
        "assert not {'natasha', 'pymorphy2', 'yargy', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
