from dataclasses import replace

import pytest
from rich.cells import cell_len

from replylint.errors import InputError, Place
from replylint.finding import Quote, RuleFailure, Severity, Suppressed
from replylint.reports.text import TextReport
from replylint.translation import use_language
from reports.samples import finding, result, written

REPLY = "Успокойтесь, пожалуйста. Мы ничем не можем вам помочь."


@pytest.fixture(autouse=True)
def russian():
    use_language("ru")
    yield
    use_language("en")


def refusal():
    return result(
        REPLY,
        finding(REPLY, "Успокойтесь"),
        finding(
            REPLY,
            "ничем не можем вам помочь",
            "refusal-without-alternative",
            message="Отказ без выхода.",
            why="Клиенту нужно решение.",
            suggestions=["Вместо этого предлагаю …", "Можно так: …"],
        ),
        finding(
            REPLY,
            "ничем не можем вам помочь",
            "refusal-without-reason",
            Severity.WARNING,
            message="Не сказано почему.",
            why="Отказ без причины читается как нежелание.",
            suggestions=["Не получится, потому что …"],
        ),
        source="<stdin>",
    )


def test_a_reply_with_findings():
    assert written(TextReport, refusal()) == (
        "оценка 35/100 · 3 замечания\n"
        "\n"
        "    │ Успокойтесь, пожалуйста. Мы ничем не можем вам помочь.\n"
        "    │ 1~~~~~~~~~~                 2~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "\n"
        "   1  ошибка: «Успокойтесь» звучит как приказ.\n"
        "      Клиент слышит, что его проблему не считают проблемой.            calm-down\n"
        "      Напишите лучше:\n"
        "      → Понимаю, уже проверяю.\n"
        "\n"
        "   2  ошибка: Отказ без выхода.\n"
        "      Клиенту нужно решение.                         refusal-without-alternative\n"
        "      там же, предупреждение: Не сказано почему.          refusal-without-reason\n"
        "      Напишите лучше:\n"
        "      → Вместо этого предлагаю …\n"
        "      → Не получится, потому что …\n"
        "      → Можно так: …\n"
    )


def test_what_the_reply_lacks_is_told_with_every_reason():
    lacks = [
        finding(REPLY, "", name, start=0, message=f"Нет {name}.", why=f"Нужно {name}.")
        for name in ("goodbye", "greeting")
    ]
    lines = written(TextReport, result(REPLY, *lacks)).splitlines()
    assert "   +  ошибка: Нет greeting." in lines
    assert any(line.startswith("      Нужно greeting.") for line in lines)


def test_a_clean_reply_is_one_line():
    assert written(TextReport, result("Едет.")) == "Всё хорошо: замечаний нет. 100/100\n"


def test_several_replies_end_with_the_counts_and_clean_ones_are_only_counted():
    lines = written(TextReport, result("Едет."), refusal(), result("Да.")).splitlines()
    assert lines[0] == "оценка 35/100 · 3 замечания"
    assert " ".join(lines[-2:]) == (
        "Проверено 3 ответа: без замечаний 2, с замечаниями 1 (2 ошибки, "
        "1 предупреждение). Средняя оценка 78/100."
    )


def test_several_clean_replies_are_one_line():
    text = written(TextReport, *[result("Едет.")] * 21)
    assert text == "Проверен 21 ответ: замечаний нет. Средняя оценка 100/100.\n"


def test_what_was_not_read_is_counted():
    error = InputError("нет файла", Place("a.txt"))
    assert written(TextReport, result("Едет."), error) == (
        "Проверен 1 ответ: замечаний нет. Средняя оценка 100/100. Не прочитан 1 источник.\n"
    )
    assert written(TextReport, error) == ""


def test_a_reply_that_a_rule_could_not_judge_is_not_called_good():
    assert written(TextReport, result("Едет.", failures=[RuleFailure("a", "b")])) == ""


def test_the_header_names_file_line_and_id():
    reply = result(REPLY, finding(REPLY, "Успокойтесь"), id="c-17\x1b[0m", source="a.jsonl")
    text = written(TextReport, (reply, Place("a.jsonl", 12)))
    assert text.startswith("a.jsonl:12 · c-17␛[0m · оценка 65/100 · 1 замечание\n")


def test_the_same_reason_is_told_once():
    reply = "Вы сами. И ещё: вы сами."
    first = finding(reply, "Вы сами", "blame", message="Клиента винят.")
    again = finding(reply, "вы сами", "blame", message="Клиента винят.")
    text = written(TextReport, result(reply, first, again))
    assert text.count("Клиент слышит") == 1
    assert text.count("Понимаю, уже проверяю.") == 1
    assert "Почему — см. 1." in text


def test_a_finding_about_the_whole_reply_says_so():
    reply = "Ваше обращение очень важно для нас. Благодарим за обращение, ожидайте ответа."
    text = written(TextReport, result(reply, finding(reply, reply, severity=Severity.WARNING)))
    assert "предупреждение, весь ответ: " in text
    assert "~" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("coloured", [True, False])
def test_no_line_is_wider_than_the_terminal(width, coloured):
    import re

    text = written(TextReport, refusal(), result("Едет."), width=width, coloured=coloured)
    for line in text.splitlines():
        assert cell_len(re.sub("\x1b\\[[0-9;]*m", "", line)) <= width


def test_in_english_the_fixed_words_are_english():
    use_language("en")
    text = written(TextReport, refusal())
    assert "score 35/100 · 3 findings" in text
    assert "Better to write:" in text


def test_colours_are_there_only_when_wanted():
    assert "\x1b" not in written(TextReport, refusal())
    assert "\x1b[1;31mоценка 35/100\x1b[0m" in written(TextReport, refusal(), coloured=True)


def test_tricks_in_messages_are_shown():
    reply = "a\x1b[31mb"
    text = written(TextReport, result(reply, finding(reply, "\x1b[31mb")))
    assert "\x1b" not in text


def suppressed(count):
    return [Suppressed(finding("Едет.", "Едет"), "так надо", Place("i.yaml"))] * count


def test_suppressed_findings_are_only_counted():
    clean = result("Едет.", suppressed=suppressed(2))
    bad = result(REPLY, finding(REPLY, "Успокойтесь"), suppressed=suppressed(1))
    alone = written(TextReport, clean)
    assert alone == "Всё хорошо: замечаний нет. 100/100 (2 замечания пропущены)\n"
    assert "1 замечание · 1 замечание пропущено\n" in written(TextReport, bad)
    several = " ".join(written(TextReport, clean, bad).split())
    assert several.endswith("Средняя оценка 82/100. 3 замечания пропущены.")


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        (Quote("customer", "Где деньги?"), "      Клиент: «Где деньги?»\n"),
        (Quote("agent", "Вернём\nзавтра."), "      Раньше: «Вернём завтра.»\n"),
        (Quote("customer", " "), ""),
    ],
)
def test_the_words_of_the_other_message_stand_beside_the_finding(quote, line):
    text = written(TextReport, result(REPLY, finding(REPLY, "Успокойтесь", context=quote)))
    head = "   1  ошибка: «Успокойтесь» звучит как приказ.\n"
    assert head + line + "      Клиент слышит, что" in text


def test_a_long_quote_is_cut():
    quote = Quote("customer", "Где мои деньги? " * 30)
    text = written(TextReport, result(REPLY, finding(REPLY, "Успокойтесь", context=quote)))
    assert " …»" in text
    assert text.count("Где мои деньги?") < 12


def noted(name, number):
    reply = "Здравствуйте, {имя}! Заказ собран."
    note = finding(
        reply,
        "{имя}",
        "no-fallback",
        Severity.INFO,
        message="У «{match}» нет запасного слова.",
        why="Имени может не быть.",
        suggestions=["Добавьте запасное слово."],
        category="placeholder",
    )
    made = replace(result(reply, note, id=name), lines=(number,))
    return made, Place("a.yml", number, 3)


def test_canned_replies_with_notes_only_are_told_together_by_rule():
    text = written(TextReport, noted("один", 2), refusal(), noted("два", 5))
    assert text.endswith(
        "2 заметки · no-fallback\n"
        "  У «{имя}» нет запасного слова.\n"
        "  Имени может не быть.\n"
        "  → Добавьте запасное слово.\n"
        "  a.yml:2:3 · один: «{имя}»\n"
        "  a.yml:5:3 · два: «{имя}»\n"
        "\n"
        "Проверено 3 ответа: без замечаний 0, только с заметками 2, с замечаниями 1 (2\n"
        "ошибки, 1 предупреждение, 2 заметки). Средняя оценка 78/100.\n"
    )
    assert text.count("Имени может не быть.") == 1


@pytest.mark.parametrize("width", [30, 60])
def test_notes_keep_to_the_width(width):
    text = written(TextReport, noted("очень длинное название шаблона", 2), width=width)
    assert "«{имя}»" in text


def test_only_what_fails_is_shown_and_the_rest_is_counted():
    class Failing(TextReport):
        shown_from = staticmethod(lambda _result: Severity.ERROR)

    text = written(Failing, refusal(), noted("один", 2))
    assert "refusal-without-alternative" in text
    assert "refusal-without-reason" not in text
    assert "no-fallback" not in text
    told = "Не показано то, что проверку не валит: 1 предупреждение, 1 заметка."
    assert told in " ".join(text.split())
    assert "1 предупреждение, 1 заметка). Средняя оценка 67/100." in " ".join(text.split())


class Advising(TextReport):
    shown_from = staticmethod(lambda _result: Severity.SUGGESTION)


def test_a_reply_with_nothing_but_hidden_notes_is_well():
    assert written(Advising, noted("один", 2)) == (
        "Всё хорошо: замечаний нет. 100/100 (1 заметка, показать: --show all)\n"
    )


def test_hidden_notes_are_told_whatever_else_went_wrong():
    reply, place = noted("один", 2)
    broken = replace(reply, failures=(RuleFailure("a", "b"),)), place
    told = "Не показаны: 1 заметка. Показать всё: --show all.\n"
    assert written(Advising, broken) == told
    unread = InputError("нет файла", Place("a.txt"))
    text = written(Advising, (reply, place), unread)
    assert text.startswith(told)
    assert "Не прочитан 1 источник." in text
