import json

import pytest

from replylint.linter import Linter
from replylint.signals.expressions.expression import RegularExpressionError
from replylint.signals.regular import Regular
from support import forbidding, found, linter_of, marked, problems_of, rule, told, write_pack

EXPLODING = r"(а|аа)+$"
ENDLESS = "а" * 80 + "б"


def pack_of(*expressions, more=""):
    listed = json.dumps(expressions, ensure_ascii=False)
    return f"signals:\n  found: {{regex: {listed}{more}}}\nrules:\n" + rule("forbid: found")


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"\bACME-\d{4}\b", "Задача acme-2041 и ACME-20417.", ["acme-2041"]),
        (r"(?-i:ACME)-\d", "Это наша задача acme-1 и ACME-2", ["ACME-2"]),
        (r"(?<!\d)\d{2}(?!\d)", "12 и 123, 45", ["12", "45"]),
        (r"\bзадача (?<report>\d+)", "Задача 12, номер 13", ["12"]),
        (r"(?P<report>тихо)|громко", "Громко, тихо", ["тихо"]),
        (r"^да$", "нет\nда\nнет", ["да"]),
        (r"!{3,}", "Ждите!!! Да!!", ["!!!"]),
        (r"\p{Sc}\s?\d+", "цена € 5", ["€ 5"]),
        (r"х*", "да", []),
        (r"(?<=н)\w+", "нет", ["ет"]),
    ],
)
def test_an_expression_is_found_in_the_text_as_written(lint, expression, text, expected):
    assert found(lint(pack_of(expression)), text) == expected


def test_several_expressions_join_and_the_longer_stays(lint):
    linter = lint(pack_of(r"\d+", r"\d+ шт", r"шт\."))
    assert found(linter, "5 шт. и 7") == ["5 шт", "7"]


def test_quotes_and_exceptions_hold_for_expressions_too(lint):
    linter = lint(pack_of(r"A\d+", more=', except: ["не A1"]'))
    assert found(linter, "> A5\nЭто A7, а не A1. «Ваш код был A8».") == ["A7"]


def test_an_expression_that_explodes_is_stopped_and_the_other_rules_go_on(tmp_path):
    body = pack_of(EXPLODING) + rule("forbid: found", "again")
    body += forbidding("плохо", name="other").removeprefix("rules:\n")
    linter = linter_of(tmp_path, body)
    result = linter.check(f"{ENDLESS}. Плохо.")
    assert [finding.rule for finding in result.findings] == ["other"]
    assert [failure.rule for failure in result.failures] == ["ru/probe:probe", "ru/probe:again"]
    assert all(failure.message.startswith("TimeoutError") for failure in result.failures)


def test_many_slow_matches_share_one_limit(lint):
    linter = lint(pack_of(r"(?:(?:а|а)+$|б)"))
    result = linter.check(("а" * 14 + "б ") * 2000)
    assert [failure.rule for failure in result.failures] == ["ru/probe:probe"]


def test_what_explodes_in_the_customers_words_is_stopped_as_well(lint):
    body = f"signals:\n  found: {{regex: ['{EXPLODING}']}}\n"
    body += forbidding("плохо", **{"if-customer": "found"})
    result = lint(body).check("Плохо.", customer=ENDLESS)
    assert [failure.rule for failure in result.failures] == ["ru/probe:probe"]
    assert lint(body).check("Плохо.", customer="а").findings != ()


def test_the_next_reply_is_searched_again(lint):
    linter = lint(pack_of(EXPLODING))
    assert linter.check(ENDLESS).failures != ()
    assert found(linter, "ааа") == ["ааа"]


@pytest.mark.parametrize(
    ("written", "expected", "shown"),
    [
        ('["да", "(а"]', "7:22 not a regular expression: missing )", '"'),
        ('["д\\\\w[а"]', "7:20 not a regular expression: unterminated character set", '"'),
        ("'а**'", "7:15 not a regular expression: multiple repeat", "*"),
        ("'да\\p{Foo}'", "7:22 not a regular expression: unknown property", "'"),
        ("'" + "(" * 4000 + "а" + ")" * 4000 + "'", "7:13 not a regular expression: it is ", "("),
    ],
)
def test_a_bad_expression_is_marked_where_it_goes_wrong(pack, written, expected, shown):
    [problem] = problems_of(pack(f"signals:\n  a:\n    regex: {written}\n"))
    assert told(problem).startswith(expected)
    assert marked(problem) == shown


def test_all_bad_expressions_are_told(pack):
    problems = problems_of(pack("signals:\n  a: {regex: ['(а', 'б', '[в']}\n"))
    assert [problem.place.column for problem in problems] == [18, 29]


def test_the_error_says_what_and_where():
    with pytest.raises(RegularExpressionError, match="multiple repeat") as caught:
        Regular.of(["а**"])
    assert caught.value.position == 2


def test_a_pack_with_an_expression_loads_like_any_other(tmp_path):
    [loaded] = Linter([write_pack(tmp_path, pack_of("да"))]).packs
    assert [one.id for one in loaded.rules] == ["probe"]
