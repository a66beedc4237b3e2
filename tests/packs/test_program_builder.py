import pytest

from replylint.packs.loader import load_pack
from replylint.packs.names import PackNames
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.program_builder import build_program, expand, required_words
from replylint.text.language import morphology_of
from support import write_pack

BODY = """
define:
  we: [мы, "наша компания"]
  broken: ["{кошкой}"]
signals:
  sorry: {match: ["увы"]}
"""


@pytest.fixture
def names(tmp_path):
    pack = load_pack(write_pack(tmp_path, BODY))
    return PackNames(pack, {pack.file.pack: pack}, morphology_of("ru"))


@pytest.mark.parametrize(
    ("pattern", "required"),
    [
        ("не можем", [{"не"}, {"можем"}]),
        ("не? можем", [{"можем"}]),
        ("{мочь:1per} вам", [{"могу", "можем"}, {"вам"}]),
        ("(да|нет)", [{"да", "нет"}]),
        ("(да вам|нет)", [{"да", "нет"}]),
        ("(да|#date) вам", [{"вам"}]),
        ("успока* вам", [{"успока*"}, {"вам"}]),
        ("@we не", [{"мы", "компания"}, {"не"}]),
        ("да .. <нет>", [{"да"}, {"нет"}]),
        ("&sorry да", [{"&ru/probe.sorry"}, {"да"}]),
        ("#date да", [{"#date"}, {"да"}]),
        ("{:VERB}", []),
        ("^ да \\!", [{"да"}, {"\\!"}]),
    ],
)
def test_a_sentence_must_have_these_words(names, pattern, required):
    tree = expand(parse_pattern(pattern), names)
    assert [set(group) for group in required_words(tree, names)] == required


def test_a_program_remembers_its_pattern_and_the_signals_it_asks_for(names):
    pattern = "да &sorry"
    program = build_program(pattern, parse_pattern(pattern), names)
    assert program.source == pattern
    assert program.signals == {"ru/probe.sorry"}


def test_a_mistake_inside_a_list_stands_where_the_list_is_named(names):
    pattern = "ничего не вижу @broken да"
    with pytest.raises(PatternError) as caught:
        build_program(pattern, parse_pattern(pattern), names)
    assert pattern[caught.value.start : caught.value.end] == "@broken"
