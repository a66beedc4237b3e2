"""Packs that are broken on purpose: each is refused at its place, and nothing is run.

How every key can be misspelt stands in test_loader, how every pattern can in test_compiler.
"""

import pytest

from replylint.conversation import Conversation
from replylint.errors import PackError
from replylint.linter import Linter
from support import (
    forbidding,
    head,
    linter_of,
    marked,
    problems_of,
    rule,
    told,
    write_huge,
    write_pack,
)

NAMES = 'signals:\n  sorry: {match: ["увы"]}\n'
DOUBLING = "\n".join(f'  l{n}: ["@l{n - 1} @l{n - 1}"]' for n in range(1, 40))
ALIASES = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
TOO_DEEP = "this is nested too deeply"

# What is wrong: the body of the pack after its four first lines, what must be said first and
# where, and the part of the line that must be marked.
BROKEN = {
    "an unknown key": (
        "rules:\n" + rule('forbid: ["а"]', forbidd='["б"]'),
        "10:5 unknown key “forbidd”; did you mean “forbid”?",
        "f",
    ),
    "a wrong type": (
        "rules:\n" + rule('when: ["а"]\n    require: ["б"]\n    each: maybe'),
        "12:11 true or false is expected here",
        "m",
    ),
    "a bad grammeme": (
        forbidding("да {помочь:1pers}"),
        "10:18 there is no grammeme “1pers”; did you mean “1per”?",
        "{помочь:1pers}",
    ),
    "a bad pattern": (forbidding("мы (не можем"), "10:18 “(” is never closed", "("),
    "a lexeme that is no dictionary form": (
        forbidding("да {помогли}"),
        "10:18 “помогли” is not a dictionary form; write “помочь”",
        "{помогли}",
    ),
    "a pattern that can never match": (
        forbidding("{кошка:past}"),
        "10:15 “кошка” has no form that is past, so this can never match",
        "{кошка:past}",
    ),
    "a cycle of signals": (
        "signals:\n  a: {any: [b]}\n  b: {all: [c, d]}\n  c: {not: a}\n  d: {match: а}\n",
        "6:3 signals refer to each other in a circle: ru/probe.a → ru/probe.b",
        "a",
    ),
    "a cycle of lists": (
        'define:\n  a: ["да @b"]\n  b: ["нет @a"]\n',
        "6:11 the list “@b” contains itself",
        "@b",
    ),
    "a duplicate id": (
        forbidding("а") + rule('forbid: ["б"]'),
        "14:3 the key “probe” stands here twice",
        "p",
    ),
    "missing examples": (
        'rules:\n  calm: {category: blame, forbid: ["а"], message: м}\n',
        "6:3 the key “examples” is missing",
        "c",
    ),
    "a missing good example": (
        forbidding("а").replace('      good: ["хорошо"]\n', ""),
        "11:5 the key “good” is missing",
        "e",
    ),
    "an example that marks nothing": (
        forbidding("плохо").replace("[[плохо]]", "плохо"),
        "12:13 a bad example marks what must be found: [[…]]",
        '"',
    ),
    "an unknown signal": (
        NAMES + "rules:\n" + rule("forbid: sory"),
        "12:13 there is no signal “sory”; did you mean “sorry”? (patterns are written as a list",
        "s",
    ),
    "a softer message without downgrade": (
        forbidding("а", unless='{match: [б], message: "в"}'),
        "10:26 “message” needs “downgrade”: without it there is no finding",
        "m",
    ),
    "an unknown pack": ("uses: [ru/signal]\n", "5:8 there is no pack “ru/signal”; did you", "r"),
    "no judgement": ("rules:\n" + rule("why: так"), "7:5 a rule has one judgement", "c"),
    "two judgements": (
        "rules:\n" + rule("compare: emoji", forbid='["а"]'),
        "11:5 a rule has one judgement",
        "c",
    ),
    "“within” of nothing": (
        forbidding("а", within="sentence"),
        "10:5 “within” belongs to “require”",
        "w",
    ),
    "“when” alone": ("rules:\n" + rule('when: ["а"]'), "10:5 “when” needs “require”", "w"),
    "“each” of nothing": (
        "rules:\n" + rule('require: ["а"]', each="true"),
        "10:5 “each” belongs to “forbid”",
        "e",
    ),
    "a severity as reports call it": (
        forbidding("а", severity="ошибка"),
        "8:15 “ошибка” is not one of: info, suggestion, warning, error, critical; did you mean "
        "“error”?",
        "о",
    ),
    "a list of phrases without brackets": (
        "define:\n  we: я, мы\n" + forbidding("@we"),
        "6:7 several phrases are written as a list: [я, мы]",
        "я",
    ),
    "a change that is neither off nor a map": (
        "extends: [ru/tone]\nchange:\n  rules:\n    calm-down: no\n",
        "8:16 “off” is expected here, or what changes: {severity: error}",
        "n",
    ),
    "a key with Cyrillic letters": (
        forbidding("а", sеverity="error"),
        "10:5 unknown key “sеverity”; it looks like “severity”, but has Cyrillic letters: “е”",
        "s",
    ),
    "a category with Cyrillic letters": (forbidding("а", category="blаme"), "7:15 “blаme” is", "b"),
    "keys of a rule in the column of its name": (
        'rules:\n  probe:\n  category: blame\n  forbid: ["да"]\n',
        "7:3 “category” belongs to a rule: it stands two spaces deeper than its name",
        "c",
    ),
    "a pack that uses itself": ("uses: [ru/probe]\n", "5:1 a pack cannot name itself", "u"),
    "a channel and all but it": (
        forbidding("а", channels="[chat, -chat]"),
        "10:15 “chat” and “-chat” exclude each other",
        "[",
    ),
    "a downgrade upwards": (
        forbidding("а", unless="{match: [б], downgrade: critical}"),
        "10:5 “downgrade: critical” is above the rule's own severity, error",
        "u",
    ),
    "a model of another language": (
        "signals:\n  a: {model: en-replies/blame}\n",
        "6:14 ",
        "e",
    ),
    "a pattern that stands in its list twice": (
        forbidding("да", "нет", "да"),
        "10:27 this pattern stands in the list already, in line 10",
        '"',
    ),
    "a mark that would be passed over": (
        forbidding("конечно!"),
        "10:22 “!” is passed over in a pattern; take it out, or write \\!",
        "!",
    ),
    "a bracket of an example that is alone": (
        "rules:\n" + rule('forbid: ["да"]').replace("]]", "", 1),
        "12:13 “[[” and “]]” of an example come in pairs: one is alone here",
        '"',
    ),
    "an unknown category": (forbidding("а", category="blam"), "7:15 “blam” is not one of: ", "b"),
    "a search where a signal is named": (
        "rules:\n" + rule('forbid: {regex: "да+"}'),
        "10:13 “regex” makes a signal: give it a name under “signals:” and write the name here",
        "{",
    ),
    "a number where a signal is named": (
        "rules:\n" + rule("forbid: 5"),
        "10:13 expected here: text in quotes or a list",
        "5",
    ),
    "a pattern without quotes": (
        "rules:\n" + rule("forbid: {помочь}"),
        "10:13 a list of patterns or the name of a signal; “{…}” goes in double quotes",
        "{",
    ),
    "a regular expression that is none": (
        "signals:\n  a: {regex: 'да(?<x'}\n",
        "6:21 not a regular expression: missing >",
        "'",
    ),
    "a regular expression as deep as the sea": (
        f"signals:\n  a: {{regex: '{'(' * 9000}{')' * 9000}'}}\n",
        "6:15 not a regular expression: it is nested too deeply",
        "(",
    ),
    "a plugin that is not installed": (
        "signals:\n  a: {python: os.system}\n",
        "6:15 no installed plugin offers “os.system” among its signals",
        "o",
    ),
    "a change of what is not extended": (
        "change:\n  rules: {calm-down: off}\n",
        "1:1 “change” needs “extends”: the packs whose rules are changed",
        "p",
    ),
    "lists that double forty times": (
        f"define:\n  l0: [да]\n{DOUBLING}\n" + forbidding("@l39"),
        "18:15 the list “@l11” with all that it names is too long",
        "@l11",
    ),
    "a pattern as deep as the sea": (
        forbidding("(" * 100_000 + "да" + ")" * 100_000),
        f"10:35 {TOO_DEEP}",
        "(",
    ),
    "an anchors bomb": (
        f"a0: &a0 [да]\n{ALIASES}\nrules: *a9\n",
        "5:5 anchors and aliases are not allowed; write the value out",
        "&",
    ),
    "YAML as deep as the sea": (f"rules: {'[' * 100_000}\n", f"5:27 {TOO_DEEP}", "["),
    "a Python tag": (
        "rules: !!python/object/apply:os.system [touch RAN]\n",
        "5:8 the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed",
        "!",
    ),
    "a Python tag on a key": (
        "? !!python/object/apply:os.system [touch RAN]\n: да\n",
        "5:3 a key must be a plain word",
        "!",
    ),
    "a tag of one's own": ("rules: !mine {}\n", "5:8 the tag !mine is not allowed", "!"),
    "YAML that ends too soon": (
        "rules: {calm: [\n",
        "5:15 is not valid YAML: a value is missing",
        "[",
    ),
    "a tab instead of spaces": ("rules:\n\tcalm: {}\n", "6:1 is not valid YAML: a tab", "\t"),
    "a zero byte": ("rules: {}\0\n", "5:10 is not valid YAML: the invisible character", "\ufffd"),
}

# Files that are no packs at all: their bytes, and what must be said of the whole file.
NO_PACKS = {
    "an empty file": (b"", "is empty"),
    "another encoding": ((head() + forbidding("а")).encode("cp1251"), "is not UTF-8 text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\xff", "is not UTF-8 text; save it as UTF-8"),
}


@pytest.fixture
def nothing_runs(monkeypatch, tmp_path):
    """Fails a test in whose folder something was run."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / "RAN").exists()


def test_the_table_has_all_kinds():
    assert len(BROKEN) + len(NO_PACKS) >= 20


@pytest.mark.usefixtures("nothing_runs")
@pytest.mark.parametrize(("body", "expected", "shown"), BROKEN.values(), ids=list(BROKEN))
def test_a_pack_is_refused_at_its_place(pack, body, expected, shown):
    path = pack(body)
    problem = problems_of(path)[0]
    assert problem.place.source == str(path)
    assert told(problem).startswith(expected)
    if shown is not None:
        assert marked(problem) == shown
    assert max(map(len, problem.excerpt.split("\n"))) < 150


@pytest.mark.usefixtures("nothing_runs")
@pytest.mark.parametrize(("content", "message"), NO_PACKS.values(), ids=list(NO_PACKS))
def test_a_file_that_is_no_pack_is_refused(tmp_path, content, message):
    path = tmp_path / "a.yml"
    path.write_bytes(content)
    [problem] = problems_of(path)
    assert problem.place.source == str(path)
    assert problem.message.startswith(message)


def test_a_huge_file_is_refused_unread(tmp_path):
    [problem] = problems_of(write_huge(tmp_path / "a.yml"))
    assert problem.message.startswith("the file is larger than 2 MB; this is not the place")


CODE = [
    "!!python/object/apply:os.mkdir [RAN]",
    "!!python/object/new:os.mkdir [RAN]",
    "!!python/name:os.mkdir RAN",
    "!!python/object/apply:subprocess.check_output [[touch, RAN]]",
    "!!python/module:os ''",
]


@pytest.mark.usefixtures("nothing_runs")
@pytest.mark.parametrize("code", CODE)
@pytest.mark.parametrize(
    "body",
    [
        "rules: CODE\n",
        "define:\n  a: CODE\n",
        "signals:\n  a: {match: [CODE]}\n",
        "signals:\n  a: {python: {name: x, with: {y: CODE}}}\n",
        "options:\n  a: {title: а, values: [а, б], default: CODE}\n",
    ],
)
def test_nothing_that_a_pack_asks_for_is_run(pack, tmp_path, body, code):
    problems = problems_of(pack(body.replace("CODE", code)))
    assert any("the tag tag:yaml.org,2002:python/" in problem.message for problem in problems)
    assert not (tmp_path / "RAN").exists()


def test_the_proof_would_see_what_is_run(tmp_path, monkeypatch):
    """The same code, given to a loader that trusts its file, does leave its mark."""
    import yaml

    monkeypatch.chdir(tmp_path)
    yaml.load(CODE[0], Loader=yaml.UnsafeLoader)
    assert (tmp_path / "RAN").exists()


@pytest.mark.parametrize("expression", ["(а|аа)+$", "(а|а)*$", r"(?:а|[а-в])+?\d$"])
def test_an_expression_that_explodes_is_stopped_and_named(tmp_path, expression):
    body = f"signals:\n  a: {{regex: '{expression}'}}\nrules:\n" + rule("forbid: a", "slow")
    linter = linter_of(tmp_path, body + rule('forbid: ["плохо"]', "other"))
    result = linter.check(Conversation("Плохо. " + "а" * 5000 + "б", channel="chat"))
    assert [(f.rule, f.message.partition(":")[0]) for f in result.failures] == [
        ("ru/probe:slow", "TimeoutError")
    ]
    assert [finding.rule for finding in result.findings] == ["other"]


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path):
    one = write_pack(tmp_path, forbidding("(а", "{кошкой}", "#dat"), "ru/one")
    two = write_pack(tmp_path, "signals:\n  a: {regex: ['(', '[']}\n", "ru/two")
    with pytest.raises(PackError) as caught:
        Linter([one, two])
    shown = [(p.place.source.rpartition("/")[2], p.place.line) for p in caught.value.problems]
    assert sorted(shown) == [("one.yml", 10)] * 3 + [("two.yml", 6)] * 2


def test_a_problem_is_shown_with_a_picture_of_its_line(pack):
    path = pack("rules:\n" + rule('forbid: ["мы {помогли} вам"]'))
    with pytest.raises(PackError) as caught:
        Linter([path])
    assert str(caught.value) == (
        f"{path}:10:18: “помогли” is not a dictionary form; write “помочь”\n"
        '  10 |     forbid: ["мы {помогли} вам"]\n'
        "                        ^^^^^^^^^"
    )


def test_a_thousand_mistakes_are_all_told(pack):
    body = "rules:\n" + "".join(
        f"  r{n}: {{category: blam, forbit: 5, message: м}}\n" for n in range(500)
    )
    assert len(problems_of(pack(body))) == 1500
