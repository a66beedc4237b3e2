import pytest

from support import found, linter_of, rule

REPLY = "Добрый день!\nДень ваш, а «день и ночь тут» был чужой.\nДо свидания, добрый день."


def signal(kind, more=""):
    return f"signals:\n  day: {{{kind}{more}}}\nrules:\n" + rule("forbid: day")


KINDS = ['match: ["день"]', "regex: 'день'", "tokens: [{LOWER: день}]"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("zones", "starts"),
    [
        ("", [7, 13, 74]),
        (", zones: [greeting]", [7]),
        (", zones: [quote]", [26]),
        (", zones: [body, quote]", [13, 26]),
        (", zones: [closing]", [74]),
        (", zones: [code]", []),
    ],
)
def test_every_kind_of_signal_is_kept_to_its_zones(lint, kind, zones, starts):
    result = lint(signal(kind, zones)).check(REPLY)
    assert [finding.start for finding in result.findings] == starts
    assert {finding.text.lower() for finding in result.findings} <= {"день"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_signal_has_exceptions(lint, kind):
    linter = lint(signal(kind, ', except: ["добрый день"]'))
    assert [finding.start for finding in linter.check(REPLY).findings] == [13]


@pytest.mark.parametrize(
    ("exceptions", "expected"),
    [
        ('["мы не можем"]', ["не отметить"]),
        ('["можем не"]', []),
        ('["мы не можем", "можем не"]', []),
        ('["можем не", "мы не можем"]', []),
        ('["мы не", "не можем", "можем не"]', []),
    ],
)
def test_exceptions_that_overlap_do_not_hide_each_other(lint, exceptions, expected):
    linter = lint(signal('match: ["не отметить"]', f", except: {exceptions}"))
    assert found(linter, "Мы не можем не отметить.") == expected


def test_an_exception_is_a_signal_too(tmp_path):
    body = (
        'signals:\n  polite: {match: ["добрый день"]}\n  day: {match: ["день"], except: polite}\n'
    )
    linter = linter_of(tmp_path, f"{body}rules:\n" + rule("forbid: day"))
    assert found(linter, "Добрый день, день добрый.") == ["день"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Да!!!", ["!!!"]),
        ("!!! Да", ["!!!"]),
        ("> Да!!!\nНет", []),
        ("`Да!!!` Нет", []),
        ("С чего бы?\n> Да\n!!!", []),
    ],
)
def test_marks_belong_to_the_zone_of_the_word_before(lint, text, expected):
    assert found(lint(signal("regex: '!{2,}'")), text) == expected


def test_of_overlapping_matches_the_leftmost_and_longest_stays(lint):
    linter = lint(signal('match: ["раз два", "два три", "раз два три", "три"]'))
    assert found(linter, "Раз два три, два три.") == ["Раз два три", "два три"]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Откройте «Покупки»!!!", ["!!!"]),
        ("Откройте “Покупки”!!!", ["!!!"]),
        ("Там написано: «Ура!!! Покупки»", []),
        ("> Где покупки!!!\nЗдравствуйте.", []),
    ],
)
def test_marks_behind_the_closing_sign_of_a_quotation_are_the_agents_own(lint, reply, expected):
    marks = "signals:\n  marks: {regex: '!{3}', zones: [body]}\nrules:\n" + rule("forbid: marks")
    assert found(lint(marks), reply) == expected
