"""Packs put together from those that were kept are the same as all of them compiled anew."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.packs import cache
from replylint.packs.compiled import CompiledPack
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.pack_compiler import compile_pack
from replylint.packs.ready import ready_packs
from replylint.packs.stored import stored_pack
from replylint.signals.index import Filing
from support import EXAMPLES, forbidding, head, listed

NAMES = ("ru/a", "ru/b", "ru/c")
CHANGES = "    probe: {add: {forbid: ['а @l']}}\n  signals:\n    s: {add: {match: ['у @l']}}\n"


def told(books):
    """All that there is to tell of books."""
    return [
        [
            book.language,
            book.signals.index.table(),
            json.dumps(
                stored_pack(
                    CompiledPack(
                        pack=tuple(book.packs),
                        signals=book.signals.signals,
                        programs=book.signals.programs,
                        filing=Filing(book.signals.index.table()["groups"], ()),
                        depends={},
                        models=book.signals.models,
                        told=(),
                    )
                )
            ),
        ]
        for book in books
    ]


def outcome(make, wanted):
    """What there is to tell of the books, or everything that is wrong with their packs."""
    try:
        return told(make(wanted))
    except PackError as error:
        return sorted(map(str, error.problems))


def from_parts(wanted):
    cache._in_memory.clear()
    return ready_packs(wanted)


def whole(wanted):
    return compile_packs(load_packs(wanted))


def own_pack(folder, text):
    path = Path(folder) / "own.yml"
    path.write_text(text, encoding="utf-8")
    return path


TEAM = (
    """pack: team
title: Команда
language: ru
version: 1.0.0
extends: [ru/tone, ru/signals]
change:
  rules:
    calm-down: {severity: critical, add: {forbid: ["не кипиш*"]}}
    heard-you: off
  signals:
    remedy: {add: {match: ["{игристый} .. в подарок"]}}
rules:
  own:
    title: Своё
    category: blame
    severity: error
    message: Так не пишут.
    forbid: ["&remedy и @we", "ru/tone"]
"""
    + EXAMPLES
)


@pytest.mark.parametrize("wanted", [["ru/tone"], ["en/blame", "ru/refusals"]])
def test_other_sets_of_shipped_packs(wanted, shipped):
    assert told(from_parts(wanted)) == told(whole(wanted))


def test_all_shipped_packs_with_one_of_a_team_that_has_changed(tmp_path, shipped):
    path = own_pack(tmp_path, TEAM.replace("@we", "мы"))
    from_parts(["ru", "en", path])
    own_pack(tmp_path, TEAM.replace("не кипиш*", "не бузи*").replace("@we", "нас"))
    assert told(from_parts(["ru", "en", path])) == told(whole(["ru", "en", path]))


def compiled_for(wanted):
    """The names of the packs that are compiled to get these."""
    compiled = []

    def noted(bench, *more):
        compiled.append(bench.pack.file.pack)
        return compile_pack(bench, *more)

    with patch("replylint.packs.compiler.compile_pack", noted):
        from_parts(wanted)
    return compiled


LISTS = st.sampled_from(["кот", "{собака}", "@m"])
IN_SIGNALS = st.sampled_from(["да", "{кошка}", "@l", "нет @l", "#date и", "да*", "кот &ru/a.s"])
IN_RULES = st.sampled_from(["{кошка}", "@l", "&s", "ру &ru/a.s", "мы &ru/b.s @l", "&ru/c.s"])
PACKS = st.tuples(
    st.lists(LISTS, min_size=1, max_size=2),
    st.lists(IN_SIGNALS, min_size=1, max_size=2),
    st.lists(IN_RULES, min_size=1, max_size=2),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.booleans(),
)
STEPS = st.tuples(st.integers(0, 2), PACKS, st.permutations([0, 1, 2]), st.integers(1, 3))


def write_packs(folder, given):
    """The three packs, and their paths."""
    paths = []
    for name, (words, signal, forbidden, others, extends) in zip(NAMES, given, strict=True):
        others = [other for other in others if other != name]
        text = head(name, uses=() if extends else others)
        if others and extends:
            text += f"extends: [{', '.join(others)}]\nchange:\n  rules:\n{CHANGES}"
        text += f"define: {{l: {listed(words)}, m: [кит]}}\n" if words else ""
        text += f"signals:\n  s: {{match: {listed(signal)}}}\n" + forbidding(*forbidden)
        paths.append(Path(folder) / f"{name[-1]}.yml")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def test_a_change_compiles_the_pack_and_its_users_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    plain = (["кот"], ["да"], ["нет"], [], False)
    paths = write_packs(tmp_path, [plain, ([], ["нет"], ["@l"], ["ru/a"], False), plain])
    assert compiled_for(paths) == ["ru/a", "ru/b", "ru/c"]
    assert compiled_for(paths) == []
    assert compiled_for(paths[2:]) == []
    paths[2].write_text(paths[2].read_text() + "# ещё\n")
    assert compiled_for(paths) == ["ru/c"]
    paths[0].write_text(paths[0].read_text() + "# ещё\n")
    assert compiled_for(paths) == ["ru/a", "ru/b"]


def run(first, steps):
    """Change one pack in each step, choose packs in an order, and compare."""
    packs = list(first)
    with TemporaryDirectory() as folder, patch.dict(os.environ):
        os.environ["REPLYLINT_CACHE"] = str(Path(folder) / "cache")
        for changed, pack, order in steps:
            packs[changed] = pack
            paths = write_packs(folder, packs)
            wanted = [paths[number] for number in order]
            assert outcome(from_parts, wanted) == outcome(whole, wanted)


PLAIN = (["кот"], ["да"], ["нет"], [], False)
USING = (["кот"], ["да"], ["@l"], ["ru/a"], False)
TELLING = (["кот"], ["да"], ["&ru/a.s"], [], False)
CHANGING = (["кот"], ["да"], ["нет"], ["ru/a"], True)
OTHERWISE = (["кит"], ["да"], ["нет"], ["ru/a"], True)


@pytest.mark.parametrize(
    ("first", "steps"),
    [
        pytest.param((PLAIN, PLAIN), [(1, USING, (0, 1)), (1, PLAIN, (1,))], id="used no more"),
        pytest.param((PLAIN, TELLING), [(0, PLAIN, (0, 1)), (0, PLAIN, (1,))], id="told of"),
        pytest.param((PLAIN, CHANGING), [(0, PLAIN, (0, 1)), (0, PLAIN, (0,))], id="changed"),
        pytest.param((PLAIN, CHANGING), [(0, PLAIN, (0, 1)), (1, OTHERWISE, (0, 1))], id="list"),
    ],
)
def test_what_a_pack_depends_on(first, steps):
    run((*first, PLAIN), steps)


def test_the_list_of_a_pack_that_is_used_changes():
    listing = ([], ["да"], ["@l"], ["ru/a"], False)
    longer = (["кот", "{собака}"], ["да"], ["нет"], [], False)
    run((PLAIN, listing, PLAIN), [(0, PLAIN, (0, 1)), (0, longer, (0, 1)), (0, longer, (1,))])


def test_the_order_in_which_packs_change_another_is_theirs():
    run((PLAIN, CHANGING, OTHERWISE), [(0, PLAIN, (0, 1, 2)), (0, PLAIN, (0, 2, 1))])


@settings(max_examples=40)
@given(st.tuples(PACKS, PACKS, PACKS), st.lists(STEPS, min_size=3, max_size=6))
def test_whatever_changes_and_is_chosen(first, steps):
    run(first, [(changed, pack, order[:count]) for changed, pack, order, count in steps])
