"""What a rule of a pack becomes, and what a team's pack changes in it without copying."""

import pytest

from replylint.finding import Severity
from replylint.linter import Linter
from support import EXAMPLES, found, linter_of, marked, problems_of, rule, told, write_pack

BASE = """
define:
  soon: [скоро]
signals:
  calm: {match: ["тише"], except: ["тише едешь"]}
  refusal: {match: ["не можем"]}
  remedy: {match: ["вернём"]}
  either: {any: [calm, refusal]}
rules:
"""
RULES = {
    "plain": rule('forbid: ["плохо"]', "plain", why="Так.", suggest='["Лучше так."]'),
    "named": rule("forbid: calm", "named"),
    "joined": rule("forbid: either", "joined"),
    "excused": rule('forbid: ["ужас"]', "excused", unless="remedy"),
    "softened": rule(
        'forbid: ["ужас"]',
        "softened",
        unless='[да, {signal: remedy, downgrade: info, message: "Вернём."}]',
    ),
    "excepted": rule('forbid: ["жуть"]', "excepted", **{"except": "remedy"}),
    "pair": rule("when: refusal\n    require: remedy", "pair"),
    "swapped": rule('swap: {"плохой": "хороший"}', "swapped"),
}


def team(changes, signals="", extends="[ru/base]", name="team"):
    rules = f"  rules:\n{changes}" if changes else ""
    signals = f"  signals:\n{signals}" if signals else ""
    return (
        f"pack: ru/{name}\ntitle: Команда\nlanguage: ru\nextends: {extends}\nchange:\n"
        f"{rules}{signals}"
    )


@pytest.fixture
def changed(tmp_path):
    """A linter with the base pack (some of its rules) as teams change it."""

    def changed(rules, *packs):
        write_pack(tmp_path, BASE + "".join(RULES[name] for name in rules.split()), "ru/base")
        paths = []
        for number, text in enumerate(packs):
            paths.append(tmp_path / f"team-{number}.yml")
            paths[-1].write_text(text, encoding="utf-8")
        return paths

    return changed


def texts(paths, reply, **more):
    return found(Linter(paths), reply, **more)


def test_a_team_changes_how_a_rule_speaks(changed):
    change = (
        '    plain:\n      severity: info\n      message: "Нет: {match}"\n      why: Иначе.\n'
        '      suggest: "Вот как."\n'
    )
    linter = Linter(changed("plain", team(change)))
    [finding] = linter.check("Плохо.").findings
    assert (finding.severity, finding.message) == (Severity.INFO, "Нет: Плохо")
    assert (finding.why, finding.suggestions) == ("Иначе.", ("Вот как.",))
    [base, _team] = linter.packs
    assert base.rules[0].changed_by == ("ru/team",)
    assert (finding.pack, finding.rule) == ("ru/base", "plain")


@pytest.mark.parametrize(
    ("change", "expected"), [("message: Нет.", "Нет."), ("severity: warning", "Вернём.")]
)
def test_a_message_of_a_team_holds_where_ours_is_softened_too(changed, change, expected):
    paths = changed("softened", team(f"    softened: {{{change}}}\n"))
    [finding] = Linter(paths).check("Ужас. Вернём.").findings
    assert (finding.severity, finding.message) == (Severity.INFO, expected)


def test_what_is_not_named_stays_as_it_is(changed):
    [finding] = (
        Linter(changed("plain", team("    plain: {severity: info}\n"))).check("Плохо.").findings
    )
    assert finding.message == "«Плохо» режет слух."
    assert (finding.why, finding.suggestions) == ("Так.", ("Лучше так.",))


@pytest.mark.parametrize("written", ["off", "{off: true}"])
def test_a_team_switches_a_rule_off(changed, written):
    linter = Linter(changed("plain excused", team(f"    plain: {written}\n")))
    assert found(linter, "Плохо, ужас.") == ["ужас"]
    assert linter.packs[0].switched_off == ("plain",)


def test_a_rule_is_changed_in_some_channels(changed):
    linter = Linter(changed("plain", team("    plain: {channels: [-chat]}\n")))
    assert found(linter, "Плохо.") == ["Плохо"]
    assert found(linter, "Плохо.", channel="chat") == []


@pytest.mark.parametrize(
    ("rules", "change", "reply", "expected"),
    [
        ("plain", 'forbid: ["худо"]', "Худо, плохо.", ["Худо", "плохо"]),
        ("plain", 'forbid: "худо .. нам"', "Худо же нам.", ["Худо же нам"]),
        ("plain", 'forbid: ["плохо нам"]', "Плохо нам, плохо.", ["Плохо нам", "плохо"]),
        ("plain", 'forbid: ["&refusal @soon"]', "Не можем скоро.", ["Не можем скоро"]),
        ("plain", 'except: ["не плохо"]', "Не плохо, но плохо.", ["плохо"]),
        ("plain", 'unless: ["вернули"]', "Плохо. Вернули.", []),
        ("plain", 'unless: ["вернули"]', "Плохо.", ["Плохо"]),
        ("named", 'forbid: ["спокойно"]', "Спокойно! Тише!", ["Спокойно", "Тише"]),
        ("named", 'forbid: ["тише вы"]', "Тише вы! Тише!", ["Тише вы", "Тише"]),
        ("named", 'except: ["тише там"]', "Тише там, тише едешь, тише.", ["тише"]),
        (
            "joined",
            'forbid: ["ну тише"]',
            "Ну тише, не можем, тише.",
            ["Ну тише", "не можем", "тише"],
        ),
        ("excused", 'unless: ["починим"]', "Ужас. Починим.", []),
        ("excused", 'unless: ["починим"]', "Ужас. Вернём.", []),
        ("excused", 'unless: ["починим"]', "Ужас.", ["Ужас"]),
        ("excepted", 'except: ["жуть как"]', "Жуть как рады, жуть.", ["жуть"]),
        ("pair", 'when: ["нельзя"]', "Нельзя.", ["Нельзя"]),
        ("pair", 'when: ["нельзя"]', "Нельзя, вернём.", []),
        ("pair", 'require: ["починим"]', "Не можем, починим.", []),
        ("pair", 'require: ["починим"]', "Не можем, вернём.", []),
        ("pair", 'require: ["починим"]', "Не можем.", ["Не можем"]),
        ("swapped", 'except: ["плохой день"]', "Плохой день, плохой!", ["плохой"]),
    ],
)
def test_a_team_adds_phrases_to_a_rule(changed, rules, change, reply, expected):
    paths = changed(rules, team(f"    {rules}: {{add: {{{change}}}}}\n"))
    assert texts(paths, reply) == expected


def test_a_team_adds_a_wording_after_ours_or_its_own(changed):
    paths = changed("plain", team('    plain: {add: {suggest: "И вот."}}\n'))
    assert Linter(paths).check("Плохо.").findings[0].suggestions == ("Лучше так.", "И вот.")
    change = '    plain: {suggest: [Раз], add: {suggest: "И вот."}}\n'
    assert Linter(changed("plain", team(change))).check("Плохо.").findings[0].suggestions == (
        "Раз",
        "И вот.",
    )


def test_a_team_adds_examples(changed):
    change = '    plain:\n      examples: {bad: ["[[Плохо]] нам."], good: ["Рады."]}\n'
    [base, _team] = Linter(changed("plain", team(change))).packs
    [rule_] = base.rules
    assert [(e.reply, e.is_bad) for e in rule_.examples] == [
        ("плохо", True),
        ("хорошо", False),
        ("Плохо нам.", True),
        ("Рады.", False),
    ]
    assert [e.source.rpartition("/")[2] for e in rule_.examples] == ["base.yml"] * 2 + [
        "team-0.yml"
    ] * 2
    assert rule_.examples[2].line == 8


@pytest.mark.parametrize(
    ("signals", "reply", "expected"),
    [
        ('    calm: {add: {match: ["спокойно"]}}\n', "Спокойно, тише.", ["Спокойно", "тише"]),
        ('    calm: {add: {except: ["тише там"]}}\n', "Тише там, тише едешь, тише.", ["тише"]),
        ('    ru/base.calm: {add: {match: "спокойно"}}\n', "Спокойно.", ["Спокойно"]),
    ],
)
def test_a_team_adds_phrases_to_a_signal(changed, signals, reply, expected):
    assert texts(changed("named", team("", signals)), reply) == expected


def test_phrases_can_be_added_to_a_signal_of_any_kind(changed):
    paths = changed("joined", team("", '    either: {add: {match: ["нельзя"]}}\n'))
    assert texts(paths, "Нельзя. Тише. Не можем.") == ["Нельзя", "Тише", "Не можем"]


def test_of_two_packs_that_change_one_rule_the_last_wins_and_phrases_add_up(changed):
    one = team('    plain: {severity: info, message: Раз, add: {forbid: ["худо"]}}\n', name="one")
    two = team('    ru/base:plain: {severity: critical, add: {forbid: ["беда"]}}\n', name="two")
    paths = changed("plain", one, two)
    linter = Linter(paths)
    findings = linter.check("Плохо, худо, беда.").findings
    assert [finding.text for finding in findings] == ["Плохо", "худо", "беда"]
    assert {finding.severity for finding in findings} == {Severity.CRITICAL}
    assert {finding.message for finding in findings} == {"Раз"}
    assert linter.packs[0].rules[0].changed_by == ("ru/one", "ru/two")
    assert Linter(paths[::-1]).check("Плохо.").findings[0].severity is Severity.INFO


def test_the_base_pack_without_the_team_is_unchanged(changed, tmp_path):
    changed("plain", team("    plain: off\n"))
    assert texts([tmp_path / "base.yml"], "Плохо.") == ["Плохо"]


@pytest.mark.parametrize(
    ("changes", "signals", "expected", "shown"),
    [
        (
            "    plan: off\n",
            "",
            "7:5 the extended packs have no “plan” to change; did you mean “plain”?",
            "p",
        ),
        (
            "    ru/other:plain: off\n",
            "",
            "7:5 the extended packs have no “ru/other:plain” to change",
            "r",
        ),
        ("    zzz: off\n", "", "7:5 the extended packs have no “zzz” to change", "z"),
        (
            "",
            '    clam: {add: {match: ["а"]}}\n',
            "7:5 the extended packs have no “clam” to change; did you mean “calm”?",
            "c",
        ),
        (
            "    plain: {sevrity: info}\n",
            "",
            "7:13 unknown key “sevrity”; did you mean “severity”?",
            "s",
        ),
        ("    plain: {severity: bad}\n", "", "7:23 “bad” is not one of: info, ", "b"),
        ("    plain: {forbid: [а]}\n", "", "7:13 unknown key “forbid”", "f"),
        (
            '    plain: {add: {forbid: ["{кошкой}"]}}\n',
            "",
            "7:29 “кошкой” is not a dictionary form",
            "{кошкой}",
        ),
        ('    plain: {add: {unless: ["&sory"]}}\n', "", "7:29 there is no signal “sory”", "&sory"),
        ('    plain: {add: {when: ["а"]}}\n', "", "7:19 the rule has no “when” to add to", "w"),
        ('    plain: {add: {require: "а"}}\n', "", "7:19 the rule has no “require” to add to", "r"),
        ("", '    calm: {add: {match: ["(а"]}}\n', "7:27 “(” is never closed", "("),
        (
            "",
            '    calm: {add: {mach: "а"}}\n',
            "7:18 unknown key “mach”; did you mean “match”?",
            "m",
        ),
        (
            '    plain:\n      examples: {bad: ["нет"], good: ["да"]}\n',
            "",
            "8:24 a bad example marks what must be found",
            '"',
        ),
        ('    plain:\n      examples: {bad: [], good: ["да"]}\n', "", "8:23 at least 1", "["),
    ],
)
def test_a_change_is_refused_for(changed, changes, signals, expected, shown):
    [path] = changed("plain", team(changes, signals))
    problem = problems_of(path)[0]
    assert problem.place.source == str(path)
    assert told(problem).startswith(expected)
    assert marked(problem) == shown


def test_phrases_cannot_be_added_to_a_judgement_that_the_rule_does_not_have(changed):
    [path] = changed("swapped", team('    swapped: {add: {forbid: ["а"]}}\n'))
    assert told(problems_of(path)[0]) == "7:21 the rule has no “forbid” to add to"


def test_a_change_needs_a_pack_that_it_extends(changed):
    text = team("    plain: off\n").replace("extends: [ru/base]", "uses: [ru/base]")
    [path] = changed("plain", text)
    [problem] = problems_of(path)
    assert problem.message == "“change” needs “extends”: the packs whose rules are changed"


def test_a_pack_that_is_not_there_cannot_be_extended(changed):
    [path] = changed("plain", team("    plain: off\n", extends="[ru/bass]"))
    [problem] = problems_of(path)
    assert told(problem).startswith("4:11 there is no pack “ru/bass”")


def test_a_team_uses_what_it_extends_and_what_it_uses(tmp_path):
    write_pack(tmp_path, BASE + RULES["excused"], "ru/base")
    write_pack(tmp_path, 'signals:\n  sorry: {match: ["увы"]}\n', "ru/more")
    body = "extends: [ru/base]\nrules:\n" + rule('forbid: ["&sorry &calm", "&refusal @soon"]')
    linter = linter_of(tmp_path, body, uses=["ru/more"])
    assert found(linter, "Увы, тише. Не можем скоро.") == ["Увы, тише", "Не можем скоро"]


def test_a_phrase_changed_in_a_pack_changes_findings_with_no_other_file_edited(tmp_path):
    base = write_pack(tmp_path, BASE + RULES["named"] + RULES["plain"], "ru/base")
    path = tmp_path / "team.yml"
    path.write_text(team("    plain: {severity: info}\n"), encoding="utf-8")
    files = {file: file.read_bytes() for file in tmp_path.iterdir()}
    reply = "Тише. Плохо, молчите."
    assert texts([path], reply) == ["Тише", "Плохо"]
    base.write_text(
        base.read_text(encoding="utf-8").replace('"тише"]', '"молчите"]'), encoding="utf-8"
    )
    assert texts([path], reply) == ["Плохо", "молчите"]
    assert [file for file in files if file.read_bytes() != files[file]] == [base]


JUDGEMENTS = {
    "forbid": ('forbid: ["плохо"]', "Плохо.", None, ["Плохо"]),
    "forbid a signal": ("forbid: calm", "Тише.", None, ["Тише"]),
    "when and require": ("when: refusal\n    require: remedy", "Не можем.", None, ["Не можем"]),
    "require": ("require: remedy", "Нет.", None, [""]),
    "limit": ("limit: {measure: words, max: 1}", "Да вот", None, ["Да вот"]),
    "compare": ("compare: emoji", "Да 🙂", "Ну?", ["🙂"]),
    "swap": ('swap: {"{плохой}": "{хороший}"}', "Плохая", None, ["Плохая"]),
}


@pytest.mark.parametrize(
    ("judgement", "reply", "customer", "expected"), JUDGEMENTS.values(), ids=list(JUDGEMENTS)
)
def test_every_judgement_is_made(lint, judgement, reply, customer, expected):
    linter = lint(BASE + rule(judgement))
    assert found(linter, reply, customer=customer) == expected
    assert found(linter, "Вернём") == []


@pytest.mark.parametrize("key", ["forbid", "when"])
def test_the_zones_of_a_rule_hold_for_a_named_signal_too(lint, key):
    judgement = f"{key}: calm" + ('\n    require: ["вернём"]' if key == "when" else "")
    reply = "Тише.\nТише тут.\nС уважением, тише"
    everywhere = lint(BASE + rule(judgement + "\n    each: true" * (key == "when")))
    signed = lint(BASE + rule(judgement, zones="[greeting]"))
    assert len(found(everywhere, reply)) == 2
    assert found(signed, reply) == []


EXAMPLE_PROBLEMS = {
    "marks in a good one": ('good: ["[[хорошо]]"]', "13:14 a good example has nothing to mark"),
    "no marks in a bad one": ('bad: ["плохо"]', "12:13 a bad example marks what must be found"),
}


@pytest.mark.parametrize(
    ("line", "expected"), EXAMPLE_PROBLEMS.values(), ids=list(EXAMPLE_PROBLEMS)
)
def test_examples_are_marked_as_they_should_be(pack, line, expected):
    key = line.partition(":")[0]
    examples = "\n".join(
        f"      {line}" if text.strip().startswith(key) else text for text in EXAMPLES.split("\n")
    )
    body = "rules:\n" + rule('forbid: ["плохо"]').replace(EXAMPLES, examples)
    [problem] = problems_of(pack(body))
    assert told(problem).startswith(expected)


@pytest.mark.parametrize("judgement", ["require: remedy", "compare: greeting"])
def test_a_bad_example_of_something_absent_has_nothing_to_mark(lint, judgement):
    body = BASE + rule(judgement).replace('"[[плохо]]"', '{customer: "Привет!", reply: плохо}')
    [loaded] = lint(body).packs
    assert loaded.rules[0].examples[0].spans == ()


NOWHERE = {
    "a plain require": 'require: ["здравствуйте"]',
    "a comparison about what is absent": "compare: greeting",
    "attached files": "limit: {measure: attachments, max: 0}",
    "a model that reports the start": "forbid: gone",
}
SOFT = """signals:
  soft: {match: [понимаем]}
  gone: {model: {name: ru-exchanges/ignored-details, report: start}}
rules:
"""


@pytest.mark.parametrize("within", ["sentence", "next 2 sentences", "near 1 sentence", "paragraph"])
@pytest.mark.parametrize("judgement", NOWHERE.values(), ids=NOWHERE)
def test_nothing_is_near_what_stands_nowhere(pack, judgement, within):
    unless = f"{{signal: soft, within: {within}}}"
    [problem] = problems_of(pack(SOFT + rule(judgement, unless=unless)))
    assert f"instead of “{within}”" in problem.message
    line, marks = problem.excerpt.split("\n")
    assert line[marks.index("^") :].startswith(within)


@pytest.mark.parametrize("judgement", NOWHERE.values(), ids=NOWHERE)
@pytest.mark.parametrize("within", ["reply", "thread"])
def test_the_whole_reply_may_excuse_what_stands_nowhere(lint, judgement, within):
    unless = f"[{{signal: soft, within: {within}}}, вернём]"
    assert lint(SOFT + rule(judgement, unless=unless)).check("Вернём деньги.").failures == ()


@pytest.mark.parametrize(
    "judgement",
    ['when: ["деньги"]\n    require: ["завтра"]', "compare: emoji", 'forbid: ["деньги"]'],
)
def test_what_has_a_place_may_be_excused_near_it(lint, judgement):
    unless = "{signal: soft, within: sentence}"
    assert lint(SOFT + rule(judgement, unless=unless)).check("Понимаем вас.").findings == ()
