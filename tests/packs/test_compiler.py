"""Packs whose shape is right and whose words are not; and what a right one becomes."""

import pytest

from replylint.finding import Severity
from support import book_of, forbidding, found, listed, marked, problems_of, rule, told

BROKEN_PATTERNS = {
    "a brace that is never closed": ("не {мочь", "{", "“{” is never closed"),
    "a parenthesis that is never closed": ("не (мочь", "(", "“(” is never closed"),
    "a bracket that is never closed": ("не <мочь", "<", "“<” is never closed"),
    "a parenthesis that closes nothing": ("мочь) не", ")", "this “)” closes nothing"),
    "a grammeme that is none": (
        "не {мочь:1pers}",
        "{мочь:1pers}",
        "there is no grammeme “1pers”; did you mean “1per”?",
    ),
    "a grammeme without a lexeme that is none": (
        "не {:VREB}",
        "{:VREB}",
        "there is no grammeme “VREB”; did you mean “VERB”?",
    ),
    "a lexeme that is no dictionary form": (
        "вижу {кошкой}",
        "{кошкой}",
        "“кошкой” is not a dictionary form; write “кошка”",
    ),
    "a form that does not exist": (
        "{кошка:past}",
        "{кошка:past}",
        "“кошка” has no form that is past, so this can never match",
    ),
    "a list that is not there": (
        "не @wee да",
        "@wee",
        "there is no list “@wee” in define; did you mean “we”?",
    ),
    "a signal that is not there": (
        "да &sory",
        "&sory",
        "there is no signal “sory”; did you mean “sorry”?",
    ),
    "an entity that is not there": (
        "до #dat",
        "#dat",
        "there is no entity #dat; there are: #date ",
    ),
    "words that may all be absent": (
        "да? нет?",
        "да? нет?",
        "the pattern must contain at least one word that may not be absent",
    ),
    "a gap at the end": ("да ..", "да ..", "a gap “..” at the start or end of a pattern"),
    "a gap at the start": (".. да", ".. да", "a gap “..” at the start or end of a pattern"),
    "deep nesting": ("(" * 30 + "да" + ")" * 30, "(", "this is nested too deeply"),
}
NAMES = 'define:\n  we: [мы]\nsignals:\n  sorry: {match: ["извините"]}\n'


@pytest.mark.parametrize(
    ("pattern", "shown", "message"), BROKEN_PATTERNS.values(), ids=list(BROKEN_PATTERNS)
)
def test_a_pattern_is_refused_for(pack, pattern, shown, message):
    [problem] = problems_of(pack(NAMES + forbidding("хорошо", pattern)))
    assert problem.message.startswith(message)
    assert marked(problem) == shown
    assert problem.place.line == 14


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("rules:\n" + rule("forbid: [PATTERN]"), 10),
        ("rules:\n" + rule('when: [PATTERN]\n    require: ["да"]'), 10),
        ("rules:\n" + rule('when: ["да"]\n    require: [PATTERN]'), 11),
        (forbidding("да", **{"except": "[PATTERN]"}), 10),
        (forbidding("да", unless="[PATTERN]"), 10),
        (forbidding("да", unless="{match: [PATTERN]}"), 10),
        (forbidding("да", unless="[{match: [PATTERN]}]"), 10),
        ("signals:\n  x:\n    match: [PATTERN]\n", 7),
        ("signals:\n  x:\n    match: PATTERN\n", 7),
        ('signals:\n  x:\n    match: ["да"]\n    except: [PATTERN]\n', 8),
        ("define:\n  x: [PATTERN]\n", 6),
        ("define:\n  x: PATTERN\n", 6),
    ],
)
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('"🙂 {кошкой}"', "{кошкой}"),
        ("'д''а {кошкой}'", "{кошкой}"),
        ('"\\u0434а \\\\? {кошкой}"', "{кошкой}"),
    ],
)
def test_a_bad_pattern_is_marked_wherever_patterns_stand(pack, where, line, written, shown):
    [problem] = problems_of(pack(where.replace("PATTERN", written)))
    assert problem.place.line == line
    assert marked(problem) == shown


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("rules:\n" + rule("forbid: sory"), "13:13"),
        (forbidding("да", **{"except": "sory"}), "13:13"),
        (forbidding("да", unless="sory"), "13:13"),
        (forbidding("да", unless="{signal: sory}"), "13:22"),
        ("rules:\n" + rule('when: sory\n    require: ["да"]'), "13:11"),
    ],
)
def test_a_signal_that_is_not_there_is_named_with_the_nearest(pack, body, place):
    [problem] = problems_of(pack('signals:\n  sorry: {match: ["извините"]}\n\n' + body))
    assert told(problem).startswith(
        f"{place} there is no signal “sory”; did you mean “sorry”? (patterns are written as a list"
    )


@pytest.mark.parametrize(
    ("judgement", "place", "name"),
    [
        ("forbid: apology", "10:13", "apology"),
        ("forbid: ru/signals.apology", "10:13", "ru/signals.apology"),
        ('forbid: ["&apology вам"]', "10:15", "apology"),
    ],
)
def test_a_signal_of_a_pack_that_is_not_used_is_named_with_its_pack(pack, judgement, place, name):
    [problem] = problems_of(pack("rules:\n" + rule(judgement)))
    assert told(problem) == (
        f"{place} there is no signal “{name}”; the pack “ru/signals” has it: add "
        "“uses: [ru/signals]”"
    )


def test_the_mistakes_of_all_patterns_are_told_together(pack):
    body = forbidding("да", "не (да", "{кошкой}", "&sory", unless='["@x"]')
    assert len(problems_of(pack(body))) == 4


@pytest.mark.parametrize(
    "lists",
    [
        {"a": ["да @a"]},
        {"a": ["да @b"], "b": ["@a нет"]},
        {"a": ["(да|@b)"], "b": ["<@c>"], "c": ["@a? нет"]},
    ],
)
def test_a_list_that_contains_itself_is_refused(pack, lists):
    define = "define:\n" + "".join(f"  {k}: {listed(v)}\n" for k, v in lists.items())
    problems = problems_of(pack(define + forbidding("ну @a")))
    assert all("contains itself" in problem.message for problem in problems)
    assert {marked(problem) for problem in problems} <= {f"@{name}" for name in lists}


@pytest.mark.parametrize(
    ("signals", "line", "circle"),
    [
        ('  a: {match: ["да &a"]}\n', 7, {"a"}),
        ('  a: {match: ["да &b"]}\n  b: {match: ["&a нет"]}\n', 7, {"a", "b"}),
        ("  a: {any: [b]}\n  b: {any: [c]}\n  c: {any: [a]}\n", 7, {"a", "b", "c"}),
        ('  x: {match: ["да"]}\n  a: {match: ["да"], except: ["&a"]}\n', 8, {"a"}),
        ('  a: {match: ["да"], except: b}\n  b: {any: [a]}\n', 7, {"a", "b"}),
        ('  a: {any: [b], match: ["да &b"]}\n  b: {match: ["нет &a"]}\n', 7, {"a", "b"}),
        ("  a: {all: [b, calm]}\n  b: {any: [a]}\n", 7, {"a", "b"}),
        ("  a: {near: {of: [calm, b]}}\n  b: {order: [calm, a]}\n", 7, {"a", "b"}),
        ("  a: {not: b}\n  b: {not: {signal: a, within: sentence}}\n", 7, {"a", "b"}),
        ("  a: {measure: {measure: count, of: b, max: 1}}\n  b: {any: [a]}\n", 7, {"a", "b"}),
        ("  a: {regex: 'а', except: b}\n  b: {all: [calm, a]}\n", 7, {"a", "b"}),
    ],
)
def test_signals_in_a_circle_are_refused(pack, signals, line, circle):
    [problem] = problems_of(pack(f'signals:\n  calm: {{match: ["тише"]}}\n{signals}'))
    assert problem.message.startswith("signals refer to each other in a circle: ")
    assert problem.place.line == line
    shown = problem.message.partition(": ")[2].split(" → ")
    assert {name.removeprefix("ru/probe.") for name in shown} == circle


def test_a_good_example_has_nothing_to_mark(pack):
    body = forbidding("плохо").replace('"хорошо"', '"хорошо", "[[хорошо]]"')
    [problem] = problems_of(pack(body))
    assert told(problem) == "13:24 a good example has nothing to mark with [[…]]"


def test_a_bad_example_marks_what_must_be_found(pack):
    body = forbidding("плохо").replace('"[[плохо]]"', '"[[плохо]]", "плохо"')
    [problem] = problems_of(pack(body))
    assert told(problem) == "12:26 a bad example marks what must be found: [[…]]"


def test_a_name_is_looked_for_in_the_pack_and_in_those_it_uses(pack, lint):
    pack('define:\n  who: [они]\nsignals:\n  sorry: {match: ["увы"]}\n', "ru/base")
    body = 'define:\n  me: ["я", "@who"]\n' + forbidding("@me не", "&sorry нет")
    assert found(lint(body, uses=["ru/base"]), "Они не хотят, увы нет.") == ["Они не", "увы нет"]


def test_the_own_name_goes_before_the_used_one(pack, lint):
    pack("define:\n  who: [они]\n", "ru/base")
    linter = lint("define:\n  who: [мы]\n" + forbidding("@who не"), uses=["ru/base"])
    assert found(linter, "Они не, мы не") == ["мы не"]


def test_a_list_of_another_pack_means_the_names_of_that_pack(pack, lint):
    pack('signals:\n  sorry: {match: ["увы"]}\n', "ru/deep")
    pack('define:\n  soft: ["&sorry и ах", "к сожалению"]\n', "ru/base", uses=["ru/deep"])
    linter = lint(forbidding("@soft нет"), uses=["ru/base"])
    assert found(linter, "Увы и ах нет") == ["Увы и ах нет"]


def test_lists_of_packs_that_use_each_other_end(pack):
    pack('define:\n  b: ["нет @a"]\n', "ru/two", uses=["ru/one"])
    path = pack('define:\n  a: ["да @b"]\n', "ru/one", uses=["ru/two"])
    assert [problem.message for problem in problems_of(path)] == [
        "the list “@a” contains itself",
        "the list “@b” contains itself",
    ]


def test_a_list_may_name_a_list_of_the_same_name_in_another_pack(pack, lint):
    pack('define:\n  soft: ["увы"]\n  softer: ["ах @soft"]\n', "ru/base")
    linter = lint('define:\n  soft: ["@softer"]\n' + forbidding("@soft нет"), uses=["ru/base"])
    assert found(linter, "Ах, увы, нет. Увы, нет.") == ["Ах, увы, нет"]


def test_a_long_list_of_words_is_no_problem(lint):
    words = ", ".join(f"слово{number}" for number in range(3000))
    linter = lint(f"define:\n  words: [{words}]\n" + forbidding("наш @words"))
    assert found(linter, "Это наш слово2999.") == ["наш слово2999"]


def test_a_full_name_reaches_any_loaded_pack(pack, lint):
    pack('signals:\n  sorry: {match: ["увы"]}\n', "ru/deep")
    pack("define:\n  x: [да]\n", "ru/base", uses=["ru/deep"])
    linter = lint("rules:\n" + rule("forbid: ru/deep.sorry"), uses=["ru/base"])
    assert found(linter, "Увы.") == ["Увы"]


def test_a_rule_keeps_what_its_file_says(pack):
    path = pack(forbidding("плохо", severity="info", title="Слово", source='"книга"', why="так"))
    book = book_of(path)
    [compiled] = book.rules
    assert (compiled.id, compiled.full_id) == ("probe", "ru/probe:probe")
    assert compiled.severity is Severity.INFO
    assert (compiled.title, compiled.source, compiled.why) == ("Слово", "книга", "так")
    assert compiled.line == 6
    assert [(e.reply, e.spans, e.is_bad, e.line) for e in compiled.examples] == [
        ("плохо", ((0, 5),), True, 15),
        ("хорошо", (), False, 16),
    ]


def test_a_rule_without_a_severity_is_a_warning(lint):
    body = "rules:\n" + rule('forbid: ["плохо"]').replace("    severity: error\n", "")
    [finding] = lint(body).check("Плохо.").findings
    assert finding.severity is Severity.WARNING
