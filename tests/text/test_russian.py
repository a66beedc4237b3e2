import logging

import pytest

from replylint.text import russian
from replylint.text.lexeme_errors import UnknownGrammemeError, UnknownLexemeError


def test_a_verb_has_all_its_forms():
    forms = russian.forms("помочь")
    assert {"помочь", "помогу", "поможете", "помогла", "помогите", "помогший"} <= forms
    assert "помогать" not in forms


def test_forms_are_in_comparable_form():
    assert "ждет" in russian.forms("ждать")
    assert "елки" in russian.forms("ёлка") & russian.forms("елка")


@pytest.mark.parametrize(
    ("lexeme", "grammemes", "expected"),
    [
        ("мочь", ["1per"], {"могу", "можем"}),
        ("мочь", ["1per", "sing"], {"могу"}),
        ("мочь", ["VERB", "pres", "-1per"], {"можешь", "может", "можете", "могут"}),
        ("ошибка", ["plur", "gent"], {"ошибок"}),
        ("кот", ["accs"], {"кота", "котов"}),
    ],
)
def test_grammemes_choose_the_forms(lexeme, grammemes, expected):
    assert russian.forms(lexeme, grammemes) == expected


def test_an_order_is_to_the_other_person():
    forms = russian.forms("успокоиться", ["impr"])
    assert {"успокойся", "успокойтесь"} <= forms
    assert "успокоимся" not in forms
    assert "успокоимся" in russian.forms("успокоиться", ["impr", "incl"])


def test_a_form_that_does_not_exist_is_an_empty_set():
    assert russian.forms("кошка", ["past"]) == frozenset()


def test_a_word_that_is_no_dictionary_form_is_refused_with_the_right_one():
    with pytest.raises(UnknownLexemeError) as caught:
        russian.forms("кошкой")
    assert (caught.value.word, caught.value.dictionary_form) == ("кошкой", "кошка")


@pytest.mark.parametrize("grammeme", ["1pers", "-1pers", "verb", ""])
def test_an_unknown_grammeme_is_refused_by_name(grammeme):
    with pytest.raises(UnknownGrammemeError) as caught:
        russian.check_grammemes([grammeme])
    assert caught.value.grammeme == grammeme.removeprefix("-")
    assert "1per" in caught.value.known


@pytest.mark.parametrize(
    ("word", "grammemes", "can"),
    [
        ("стали", ["NOUN"], True),
        ("стали", ["VERB"], True),
        ("стали", ["VERB", "sing"], False),
        ("успокойтесь", ["impr"], True),
        ("успокоимся", ["impr"], False),
        ("дом", ["NOUN", "-accs"], True),
        ("сверхнеприятность", ["NOUN", "nomn"], True),
    ],
)
def test_a_word_can_be_what_one_of_its_readings_is(word, grammemes, can):
    assert russian.can_be(word, grammemes) is can


def test_lemmas_are_all_that_a_word_can_come_from():
    assert set(russian.lemmas("стали")) == {"стать", "сталь"}


@pytest.mark.parametrize("word", ["не" * 5000, "а" * 5000, "а-" * 5000, "\ufffd", "1", "🙂"])
def test_any_word_can_be_looked_up(word):
    assert russian.lemmas(word)[0]
    assert russian.can_be(word, ["VERB", "impr"]) is False


@pytest.mark.parametrize(
    ("word", "common"), [("в", True), ("мы", True), ("можем", True), ("возврат", False)]
)
def test_common_words_say_nothing_about_a_text(word, common):
    assert russian.is_common(word) is common


@pytest.mark.parametrize(
    ("lexeme", "word", "of", "expected"),
    [
        ("делать", "осуществляем", (), "делаем"),
        ("деньги", "денежку", (), "деньги"),
        ("деньги", "денежкой", (), "деньгами"),
        ("заявка", "заявочку", ("заявочка",), "заявку"),
        ("друг", "подругой", (), "другом"),
        ("делать", "быстро", (), None),
        ("делать", "", (), None),
    ],
)
def test_a_word_takes_the_form_of_another(lexeme, word, of, expected):
    assert russian.inflect_like(lexeme, word, of) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [(logging.NOTSET, logging.WARNING), (logging.DEBUG, logging.DEBUG)],
)
def test_pymorphy_logs_no_loading_unless_its_own_logger_is_asked_to(
    caplog, monkeypatch, before, after
):
    logger = logging.getLogger("pymorphy3")
    monkeypatch.setattr(logger, "level", before)
    caplog.set_level(logging.INFO)
    logger.manager._clear_cache()
    russian.analyzer.__wrapped__()
    assert logger.level == after
    assert bool(caplog.records) is (after < logging.WARNING)
    logger.manager._clear_cache()
