"""Pack files that are found, that use each other, and that are broken in every way."""

import pytest

from replylint.errors import PackError
from replylint.linter import Linter
from replylint.packs.loader import load_pack, load_packs, shipped_packs
from replylint.packs.shipped import shipped_folder
from support import EXAMPLES, forbidding, head, marked, problems_of, rule, told, write_pack

GOOD = forbidding("плохо")


def names(packs):
    return [pack.file.pack for pack in packs]


def test_shipped_packs_are_named_by_their_path():
    for name, path in shipped_packs().items():
        assert path == shipped_folder() / f"{name}.yml"


def test_a_pack_is_loaded_by_name_by_file_and_by_folder(pack, tmp_path):
    path = pack(GOOD)
    assert names(load_packs([path])) == ["ru/probe"]
    assert names(load_packs([str(path)])) == ["ru/probe"]
    assert names(load_packs([tmp_path])) == ["ru/probe"]
    assert "ru/signals" in names(load_packs(["ru/signals"]))


def test_used_packs_come_first_and_once(pack):
    pack(GOOD, "ru/base")
    one, two = pack(GOOD, "ru/one", uses=["ru/base"]), pack(GOOD, "ru/two", uses=["ru/base"])
    assert names(load_packs([one, two, one])) == ["ru/base", "ru/one", "ru/two"]


def test_packs_may_use_each_other(pack):
    one = pack(GOOD, "ru/one", uses=["ru/two"])
    pack(GOOD, "ru/two", uses=["ru/one"])
    assert sorted(names(load_packs([one]))) == ["ru/one", "ru/two"]


def test_two_packs_of_one_name_are_refused(pack, tmp_path):
    first = pack(GOOD)
    (tmp_path / "more").mkdir()
    second = write_pack(tmp_path / "more", GOOD)
    with pytest.raises(PackError) as caught:
        load_packs([first, second])
    [problem] = caught.value.problems
    assert problem.place.source == str(second)
    assert told(problem) == f"1:7 a pack “ru/probe” is already loaded from {first}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ru/signal", "there is no pack or file of this name; did you mean “ru/signals”?"),
        ("nowhere.yml", "there is no pack or file of this name"),
    ],
)
def test_a_pack_that_is_not_there_is_refused(name, message):
    with pytest.raises(PackError) as caught:
        load_packs([name])
    assert str(caught.value) == f"{name}: {message}"


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(PackError, match=r"there is no \.yml file in this folder"):
        load_packs([tmp_path])


def test_the_mistakes_of_all_files_are_told_together(pack):
    one = pack("rulez: {}\n", "ru/one")
    two = pack("ruls: {}\n", "ru/two")
    with pytest.raises(PackError) as caught:
        load_packs([one, two])
    assert [p.place.source for p in caught.value.problems] == [str(one), str(two)]


def test_used_packs_that_are_not_there_are_all_told(pack):
    path = pack(GOOD, uses=["ru/xyz-xyz", "ru/signal"])
    assert [told(problem) for problem in problems_of(path)] == [
        "5:8 there is no pack “ru/xyz-xyz”",
        "5:20 there is no pack “ru/signal”; did you mean “ru/signals”?",
    ]


def test_a_pack_beside_counts_only_under_its_own_name(pack):
    pack(GOOD, "acme/base")
    path = pack(GOOD, uses=["other/base"])
    assert [told(problem) for problem in problems_of(path)] == [
        "5:8 there is no pack “other/base”",
    ]


@pytest.mark.parametrize("content", ["- a\n- b\n", "слово\n", "5\n"])
def test_a_file_that_is_no_map_is_refused(tmp_path, content):
    path = tmp_path / "a.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(path)
    assert [told(p) for p in caught.value.problems] == [
        "1:1 a pack is a map that begins with “pack: name”"
    ]


# Each case: the body of a pack after its four first lines, and what must be said where.
BROKEN_SHAPES = {
    "an unknown key of the pack": (
        "rulez: {}\n",
        "5:1 unknown key “rulez”; did you mean “rules”?",
        "r",
    ),
    "an unknown key of a rule": (
        "rules:\n" + rule('forbid: ["а"]', mesage="м"),
        "10:5 unknown key “mesage”; did you mean “message”?",
        "m",
    ),
    "an unknown key of a rule that is called as another key": (
        "rules:\n" + rule('forbid: ["а"]', "bad", mesage="м"),
        "10:5 unknown key “mesage”; did you mean “message”?",
        "m",
    ),
    "an unknown key of a signal": (
        'signals:\n  sorry: {match: ["а"], exept: ["б"]}\n',
        "6:25 unknown key “exept”; did you mean “except”?",
        "e",
    ),
    "an unknown key of unless": (
        "rules:\n" + rule('forbid: ["а"]', unless="{signl: x}"),
        "10:14 unknown key “signl”; did you mean “signal”?",
        "s",
    ),
    "an unknown key of the examples": (
        "rules:\n" + rule('forbid: ["а"]').rstrip() + "\n      goood: []\n",
        "14:7 unknown key “goood”; did you mean “good”?",
        "g",
    ),
    "an unknown key of an example": (
        "rules:\n" + rule('forbid: ["а"]').replace('"[[плохо]]"', '{reply: "[[а]]", custmer: б}'),
        "12:30 unknown key “custmer”; did you mean “customer”?",
        "c",
    ),
    "a category that is none": (
        forbidding("а", category="blam"),
        "7:15 “blam” is not one of: dismissed-feelings, ",
        "b",
    ),
    "a severity that is none": (
        forbidding("а", severity="eror"),
        "8:15 “eror” is not one of: info, suggestion, warning, error, critical; "
        "did you mean “error”?",
        "e",
    ),
    "a zone that is none": (
        forbidding("а", zones="[greeting, bodi]"),
        "10:23 “bodi” is not one of: greeting, body, closing, signature, quote, code, link, "
        "placeholder; did you mean “body”?",
        "b",
    ),
    "a scope that is none": (
        "rules:\n" + rule('when: ["а"]\n    require: ["б"]\n    within: nxt'),
        "12:13 expected one of: sentence, next N sentences, near N sentences, paragraph, reply, "
        "thread",
        "n",
    ),
    "a number for text": (
        forbidding("а", message="5"),
        "9:14 text is expected here; put it in quotes",
        "5",
    ),
    "no value": (
        forbidding("а", category="~"),
        "7:15 text is expected here; put it in quotes",
        "~",
    ),
    "a number among patterns": (
        "rules:\n" + rule('forbid: ["а", 5]'),
        "10:19 text is expected here; put it in quotes",
        "5",
    ),
    "a word for true": (
        "rules:\n" + rule('when: ["а"]\n    require: ["б"]\n    each: yes'),
        "12:11 true or false is expected here",
        "y",
    ),
    "a list of rules": (
        "rules: [а]\n",
        "5:8 a map (“key: value” lines) is expected here",
        "[",
    ),
    "an empty list": ("rules:\n" + rule("forbid: []"), "10:13 at least 1", "["),
    "an empty pattern": (
        "rules:\n" + rule('forbid: [""]'),
        "10:14 this text is empty; write something or take it out",
        '"',
    ),
    "a missing key of a rule": (
        f'rules:\n  calm:\n    category: blame\n    forbid: ["а"]{EXAMPLES}',
        "6:3 the key “message” is missing",
        "c",
    ),
    "missing examples": (
        'rules:\n  calm: {category: blame, forbid: ["а"], message: м}\n',
        "6:3 the key “examples” is missing",
        "c",
    ),
    "no judgement": ("rules:\n" + rule("why: так"), "7:5 a rule has one judgement", "c"),
    "two judgements": (
        "rules:\n" + rule('forbid: ["а"]', when='["б"]'),
        "10:5 a rule has one judgement",
        "w",
    ),
    "a name with a capital": (
        'define:\n  Слово: ["а"]\n',
        "6:3 “Слово” must be lower-case Latin letters, digits and hyphens",
        "С",
    ),
    "a rule with a space": (
        "rules:\n" + rule('forbid: ["а"]', "calm down"),
        "6:3 “calm down” must be lower-case Latin letters, digits and hyphens",
        "c",
    ),
}


@pytest.mark.parametrize(
    ("body", "expected", "shown"), BROKEN_SHAPES.values(), ids=list(BROKEN_SHAPES)
)
def test_a_pack_is_refused_for(pack, body, expected, shown):
    [problem] = problems_of(pack(body))
    assert told(problem).startswith(expected)
    assert marked(problem) == shown


@pytest.mark.parametrize(
    ("line", "wrong", "expected"),
    [
        ("pack: ru/probe", "pack: RU probe", "1:7 “RU probe” must be lower-case Latin"),
        ("language: ru", "language: xx", "3:11 “xx” is not one of: ru"),
        ("version: 1.0.0", "version: 1.0", "4:10 text is expected here; put it in quotes"),
        ("title: Проба\n", "", "1:1 the key “title” is missing"),
    ],
)
def test_the_head_of_a_pack_is_checked(tmp_path, line, wrong, expected):
    path = tmp_path / "a.yml"
    path.write_text((head() + GOOD).replace(line, wrong), encoding="utf-8")
    [problem] = problems_of(path)
    assert told(problem).startswith(expected)


def test_several_mistakes_of_a_file_are_told_together(pack):
    body = forbidding("а", category="blam", severity="eror", mesage="м", message="5")
    assert [problem.place.line for problem in problems_of(pack(body))] == [7, 8, 9, 10]


def test_a_pack_after_a_broken_one_is_not_lost(pack):
    good, bad = pack(GOOD, "ru/good"), pack("rulez: {}\n", "ru/bad")
    with pytest.raises(PackError):
        Linter([bad, good])
    assert [p.name for p in Linter([good]).packs] == ["ru/good"]


def test_a_pack_may_use_one_that_is_named_later_in_another_folder(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    user = write_pack(one, GOOD, "team/user", uses=["team/base"])
    (two / "other-name.yml").write_text(head("team/base") + GOOD, encoding="utf-8")
    assert names(load_packs([user, two])) == ["team/base", "team/user"]
    with pytest.raises(PackError, match="there is no pack “team/base”"):
        load_packs([user])


def test_in_a_folder_settings_profiles_and_hidden_files_are_no_packs(pack, tmp_path):
    pack(GOOD)
    (tmp_path / "profiles").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("replylint.yaml", ".replylint-ignore.yaml", "profiles/a.yml", ".hidden/a.yml"):
        (tmp_path / name).write_text("root: true\n", encoding="utf-8")
    assert names(load_packs([tmp_path])) == ["ru/probe"]


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_no_pack(name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path, GOOD)
    with pytest.raises(PackError, match="this is empty"):
        load_packs([name])


@pytest.mark.parametrize(("key", "meant"), [("except_", "except"), ("if_customer", "if-customer")])
def test_a_key_has_one_name(pack, key, meant):
    [problem] = problems_of(pack(forbidding("плохо", **{key: '["а"]'})))
    assert f"unknown key “{key}”; did you mean “{meant}”?" in problem.message
