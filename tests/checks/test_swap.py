"""A word for a better one: the form is kept, and the edit mends the text."""

import pytest

from support import linter_of, marked, problems_of, rule, told

RUSSIAN = {
    "{осуществлять}": "{делать}",
    "{осуществить}": "{сделать}",
    "{денежка}": "{деньги}",
    "{данный:ADJF}": "{этот}",
    "{кушать}": "{есть}",
    "в случае если": "если",
    "{оформить} {заявочка}": "{создать} {заявка}",
    "в <самое ближайшее время>": "срок",
    "{заявочка}": "{заявка}",
    "{хотелка}": "{пожелать}",
}
ENGLISH = {
    "{utilize}": "{use}",
    "{commence:VERB}": "{begin}",
    "in the event that": "if",
    "{assistant:NOUN}": "{helper}",
}


def pairs(swaps):
    return "swap:\n" + "\n".join(f'      "{worse}": "{better}"' for worse, better in swaps.items())


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    body = {
        "ru": rule(pairs(RUSSIAN), message="«{match}» → «{better}»", suggest='["Проще!"]'),
        "en": rule(pairs(ENGLISH), message="«{better}»"),
    }
    return {
        code: linter_of(
            tmp_path_factory.mktemp(code),
            "rules:\n" + body[code],
            name=f"{code}/probe",
            language=code,
        )
        for code in ("ru", "en")
    }


def mended(linter, text):
    """The text after all edits of its findings."""
    result = linter.check(text)
    assert result.failures == ()
    for finding in reversed(result.findings):
        for edit in finding.edits:
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мы осуществляем возврат.", "Мы делаем возврат."),
        ("Курьер осуществлял доставку.", "Курьер делал доставку."),
        ("Она осуществила возврат.", "Она сделала возврат."),
        ("Будем осуществлять возврат.", "Будем делать возврат."),
        ("Осуществи возврат.", "Сделай возврат."),
        ("Осуществляя возврат, ждём.", "Делая возврат, ждём."),
        ("Вернули всем денежку.", "Вернули всем деньги."),
        ("Не хватает денежек.", "Не хватает денег."),
        ("Денежкой не поможешь.", "Деньгами не поможешь."),
        ("Данный товар, данного товара.", "Этот товар, этого товара."),
        ("Данной услугой", "Этой услугой"),
        ("Вы будете кушать?", "Вы будете есть?"),
        ("В случае, если нет, ждите.", "Если нет, ждите."),
        ("Оформим заявочку.", "Создадим заявку."),
        ("Оформила бы заявочки", "Оформила бы заявки"),
        ("В самое ближайшее время.", "В срок."),
        ("ОСУЩЕСТВЛЯЕМ возврат", "ДЕЛАЕМ возврат"),
        ("Осуществляем возврат", "Делаем возврат"),
        ("осуществляем и осуществим", "делаем и сделаем"),
        ("Всё хорошо.", "Всё хорошо."),
    ],
)
def test_the_form_and_the_capitals_are_kept(linters, text, expected):
    assert mended(linters["ru"], text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are utilizing two vans.", "We are using two vans."),
        ("We utilized it, she utilizes it.", "We used it, she uses it."),
        ("Work commenced, it will commence.", "Work began, it will begin."),
        ("In the event that it rains, call.", "If it rains, call."),
        ("OUR ASSISTANTS help.", "OUR HELPERS help."),
    ],
)
def test_english_forms_are_kept_too(linters, text, expected):
    assert mended(linters["en"], text) == expected


def test_a_finding_carries_the_better_word_in_everything(linters):
    [finding] = linters["ru"].check("Мы осуществляем возврат.").findings
    assert finding.message == "«осуществляем» → «делаем»"
    assert finding.suggestions == ("делаем", "Проще!")
    [edit] = finding.edits
    assert (edit.start, edit.end, edit.text) == (3, 15, "делаем")
    assert finding.text == "осуществляем"


def test_where_the_form_cannot_be_made_there_is_only_a_suggestion(linters):
    [finding] = linters["ru"].check("Ваша хотелка учтена.").findings
    assert finding.edits == ()
    assert finding.suggestions[0] == "пожелать"
    assert finding.message == "«хотелка» → «пожелать»"


def test_of_overlapping_pairs_the_longer_one_is_reported(linters):
    findings = linters["ru"].check("Оформим заявочку и заявочку.").findings
    assert [finding.text for finding in findings] == ["Оформим заявочку", "заявочку"]


def test_findings_stand_in_the_order_of_the_text(linters):
    result = linters["ru"].check("В случае если осуществим, осуществляем.")
    assert [f.text for f in result.findings] == ["В случае если", "осуществим", "осуществляем"]


def test_the_zones_and_exceptions_of_the_rule_hold(lint):
    body = rule(pairs({"{денежка}": "{деньги}"}), zones="[body]", **{"except": '["моя денежка"]'})
    result = lint("rules:\n" + body).check("> денежка\nМоя денежка, ваша денежка.")
    assert [finding.start for finding in result.findings] == [28]


def test_a_better_word_may_be_one_phrase_for_several_words(lint):
    linter = lint("rules:\n" + rule(pairs({"{произвести} {оплата}": "{заплатить}"})))
    assert mended(linter, "Вы произвели оплату?") == "Вы заплатили?"


def test_a_phrase_of_one_lexeme_gives_its_form_to_all_words(lint):
    linter = lint("rules:\n" + rule(pairs({"{хотелка}": "{любой} {просьба}"})))
    assert mended(linter, "Учтём хотелку.") in ("Учтём любую просьбу.", "Учтём хотелку.")


@pytest.mark.parametrize(
    ("worse", "better", "expected", "shown"),
    [
        ("{кошкой}", "кот", "11:8 “кошкой” is not a dictionary form; write “кошка”", "{кошкой}"),
        ("дом (а", "кот", "11:12 “(” is never closed", "("),
        ("дом", "наш {кошка}", "11:19 “{кошка}” has no lexeme on the left whose", "{кошка}"),
        ("{дом}", "наш {кошкой}", "11:21 “кошкой” is not a dictionary form", "{кошкой}"),
        ("{дом}", "{кошка}, да", "11:17 braces stand around a whole word", "{кошка},"),
        ("{дом}", "{кошка", "11:17 braces stand around a whole word", "{кошка"),
    ],
)
def test_a_pair_is_refused_for(pack, worse, better, expected, shown):
    [problem] = problems_of(pack("rules:\n" + rule(pairs({worse: better}))))
    assert told(problem).startswith(expected)
    assert marked(problem) == shown
