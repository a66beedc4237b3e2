"""What signals and rules have in common: patterns in place, names, additions of other packs."""

import pytest

from replylint.packs.bench import Added, Bench, Collected, signal_meant, zones_of
from replylint.packs.loader import load_pack
from replylint.packs.names import PackNames
from replylint.signals.any_of import AnyOf
from replylint.signals.refined import Refined
from replylint.text.language import morphology_of
from replylint.text.zones import AUTHORS_OWN, Zone
from support import told, write_pack

BODY = """
signals:
  calm: {match: ["тише", "{кошкой}"]}
"""
PATH = ("signals", "calm", "match")


@pytest.fixture
def bench(tmp_path):
    pack = load_pack(write_pack(tmp_path, BODY))
    return Bench(pack, PackNames(pack, {"ru/probe": pack}, morphology_of("ru")), Collected())


def meant(bench, given, added=(), **more):
    return signal_meant(bench, given, PATH, "x", AUTHORS_OWN, added, **more)


def test_nothing_given_means_nothing(bench):
    assert meant(bench, None) is None
    assert bench.collected.signals == {}


def test_a_name_means_the_signal_itself(bench):
    assert meant(bench, "calm") == "ru/probe.calm"
    assert bench.collected.signals == {}


def test_patterns_make_a_signal_of_their_own(bench):
    assert meant(bench, ["да", "нет"]) == "x"
    assert [program.source for program in bench.collected.programs["x"]] == ["да", "нет"]
    assert bench.collected.signals["x"] == Refined(bench.collected.signals["x"].signal, AUTHORS_OWN)


def test_added_patterns_join_those_that_are_there(bench):
    added = [Added(bench, ["ну"], PATH)]
    assert meant(bench, ["да"], added) == "x"
    assert [program.source for program in bench.collected.programs["x"]] == ["да", "ну"]
    assert meant(bench, None, added) == "x"


def test_patterns_added_to_a_named_signal_make_a_signal_of_both(bench):
    assert meant(bench, "calm", [Added(bench, ["ну"], PATH)]) == "x"
    joined = bench.collected.signals["x"]
    assert joined.signal == AnyOf(("ru/probe.calm", "x/phrases"))
    assert bench.collected.depends["x"] == {"ru/probe.calm", "x/phrases"}
    assert bench.collected.depends["x/phrases"] == set()


@pytest.mark.parametrize("given", [["да"], "calm"])
def test_exceptions_keep_all_that_they_find(bench, given):
    added = [Added(bench, ["ну"], PATH)]
    name = meant(bench, given, added, overlapping=True)
    assert bench.collected.signals[name].overlapping


def test_a_pattern_knows_its_place_and_a_bad_one_is_a_problem(bench):
    bench.compile("x", ["тише", "{кошкой}"], PATH)
    [program] = bench.collected.programs["x"]
    assert (program.place.line, program.place.column) == (7, 18)
    [problem] = bench.collected.problems
    assert told(problem) == "7:27 “кошкой” is not a dictionary form; write “кошка”"


def test_what_patterns_ask_for_is_noted(bench):
    bench.compile("x", ["&calm да", "нет"], PATH)
    assert bench.collected.depends["x"] == {"ru/probe.calm"}


def test_a_name_that_means_nothing_is_a_problem_and_the_work_goes_on(bench):
    assert bench.full_names(["calm", "clam"], PATH) == ("ru/probe.calm", "")
    assert [told(problem) for problem in bench.collected.problems] == [
        "7:26 there is no signal “clam”; did you mean “calm”? "
        '(patterns are written as a list: ["…"])'
    ]


def test_zones_are_the_authors_own_words_unless_named():
    assert zones_of(None) == AUTHORS_OWN
    assert zones_of(["quote", "body"]) == {Zone.QUOTE, Zone.BODY}
