"""Every kind of signal as a pack writes it, short and in full, and what is wrong in it."""

import sys

import pytest

from replylint.packs.signal_schema import SIGNAL_KINDS
from support import found, linter_of, marked, problems_of, rule, told

PARTS = """
signals:
  calm: {match: ["тише"]}
  refusal: {match: ["не можем"]}
  joke: {match: ["ха"]}
"""
KINDS = {
    "match: тише": ("Тише, тише.", ["Тише", "тише"]),
    'match: ["тише", "{молчать:impr}"]': ("Тише, молчите.", ["Тише", "молчите"]),
    "any: [calm, joke]": ("Ха, тише.", ["Ха", "тише"]),
    'any: [calm], match: ["ну"]': ("Ну, тише.", ["Ну", "тише"]),
    "all: [calm, joke]": ("Тише, ха. Тише.", ["Тише"]),
    "all: {of: [calm, joke], within: reply}": ("Тише, ха. Тише.", ["Тише", "Тише"]),
    "near: {of: [calm, joke], words: 1}": ("Ха, ну тише.", ["Ха, ну тише"]),
    "near: {of: [calm, joke]}": ("Ха, ну вот и всё, тише.", ["Ха, ну вот и всё, тише"]),
    "order: [calm, joke]": ("Тише, вот ха. Ха, тише.", ["Тише, вот ха"]),
    "order: {of: [calm, joke], words: 0}": ("Тише, вот ха. Тише, ха.", ["Тише, ха"]),
    "not: calm": ("Вот и всё", ["Вот и всё"]),
    "not: {signal: calm, within: sentence}": ("Вот. Тише.", ["Вот"]),
    "regex: 'т[ие]ше'": ("Тише, теше.", ["Тише", "теше"]),
    "regex: ['тише', 'ха+']": ("Тише, хаа.", ["Тише", "хаа"]),
    "tokens: [{LOWER: тише}]": ("Тише!", ["Тише"]),
    "tokens: [[{LOWER: тише}], [{LOWER: ха}]]": ("Тише, ха!", ["Тише", "ха"]),
    "measure: {measure: words, max: 2}": ("Вот и всё", ["Вот и всё"]),
    "measure: {measure: count, of: calm, max: 1}": ("Тише, тише", ["тише"]),
}


@pytest.mark.parametrize(("kind", "case"), KINDS.items(), ids=list(KINDS))
def test_every_kind_is_found_as_it_is_written(lint, kind, case):
    text, expected = case
    linter = lint(f"{PARTS}  probe: {{{kind}}}\nrules:\n" + rule("forbid: probe"))
    assert found(linter, text) == expected


def test_a_kind_is_found_inside_another_and_inside_a_pattern(lint):
    body = PARTS + (
        "  either: {any: [calm, coded]}\n  coded: {regex: 'A\\d+'}\n"
        "  both: {all: {of: [either, far], within: reply}}\n"
        "  far: {not: refusal}\n"
    )
    linter = lint(body + "rules:\n" + rule('forbid: ["наш &coded", "&both .. &joke"]'))
    assert found(linter, "Это наш A17. Тише, вот и ха!") == ["наш A17", "Тише, вот и ха"]
    assert found(linter, "Это наш A17. Тише, вот и ха! Не можем") == ["наш A17"]


def test_every_kind_has_its_test_here_or_a_file_of_its_own():
    tested = {kind.partition(":")[0].rstrip("_") for kind in KINDS} | {
        "dependency",
        "like",
        "model",
        "python",
    }
    assert {kind.rstrip("_") for kind in SIGNAL_KINDS} == tested


def test_spacy_is_asked_for_only_by_the_kinds_that_need_it(tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("replylint.signals.")]:
        if name.rpartition(".")[2] in ("token_patterns", "dependency"):
            monkeypatch.delitem(sys.modules, name)
    linter_of(tmp_path, PARTS + "rules:\n" + rule("forbid: calm"))
    assert "replylint.signals.token_patterns" not in sys.modules
    linter_of(tmp_path, PARTS + "  t: {tokens: [{LOWER: а}]}\nrules:\n" + rule("forbid: calm"))
    assert "replylint.signals.token_patterns" in sys.modules


WRONG = {
    "no kind": ("zones: [body]", "10:10 a signal has exactly one of: match, any, all, ", "{"),
    "two kinds": ("regex: а, all: [calm, joke]", "10:10 a signal has exactly one of: ", "{"),
    "an unknown kind": ("matches: а", "10:11 unknown key “matches”; did you mean “match”?", "m"),
    "any: unknown": (
        "any: [calm, jke]",
        "10:23 there is no signal “jke”; did you mean “joke”?",
        "j",
    ),
    "any: a pattern": ('any: ["ну тише"]', "10:17 there is no signal “ну тише”", '"'),
    "any: empty": ("any: []", "10:16 at least 1", "["),
    "all: one": ("all: [calm]", "10:16 at least 2", "["),
    "all: unknown": ("all: {of: [calm, jke]}", "10:28 there is no signal “jke”", "j"),
    "all: scope": (
        "all: {of: [calm, joke], within: near}",
        "10:43 expected one of: sentence, next N",
        "n",
    ),
    "near: unknown": ("near: {of: [clm, joke]}", "10:23 there is no signal “clm”", "c"),
    "near: list": ("near: [calm, joke]", "10:17 a map (“key: value” lines) is expected", "["),
    "near: words": ("near: {of: [calm, joke], words: -1}", "10:43 ", "-"),
    "order: unknown": ("order: [calm, jke]", "10:25 there is no signal “jke”", "j"),
    "not: unknown": ("not: clm", "10:16 there is no signal “clm”; did you mean “calm”?", "c"),
    "not: in full": (
        "not: {signal: clm, within: reply}",
        "10:25 there is no signal “clm”; did you mean “calm”?",
        "c",
    ),
    "regex": ("regex: '(а'", "10:21 not a regular expression: missing )", "'"),
    "tokens: unknown": ("tokens: [{LOWR: а}]", "10:19 token 1 of the pattern", "["),
    "dependency": ("dependency: [{RIGHT_ID: а}]", "10:23 the node “а” lacks", "["),
    "measure: unknown": ("measure: {measure: wrds, max: 1}", "10:30 “wrds” is not one of: ", "w"),
    "measure: signal": (
        "measure: {measure: count, of: clm, max: 1}",
        "10:41 there is no signal “clm”",
        "c",
    ),
    "python": ("python: no-such-thing", "10:19 no installed plugin offers “no-such-thing”", "n"),
    "except": ('match: "а", except: clm', "10:31 there is no signal “clm”", "c"),
    "zones": ('match: "а", zones: [bdy]', "10:31 “bdy” is not one of: greeting, body", "b"),
    "a name as a pattern": (
        "match: [calm]",
        "10:19 “calm” is a signal: in a list of patterns it is written “&calm”",
        "c",
    ),
}


@pytest.mark.parametrize(("written", "expected", "shown"), WRONG.values(), ids=list(WRONG))
def test_a_signal_is_refused_for(pack, written, expected, shown):
    [problem] = problems_of(pack(f"{PARTS}  probe: {{{written}}}\n"))
    assert told(problem).startswith(expected)
    assert marked(problem) == shown
