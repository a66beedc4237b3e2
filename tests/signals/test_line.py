"""A line of signs finds exactly what the steps of the program find."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.signals.line import Line, NoLineError
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.document import Document
from support import forbidding, write_pack

VOCABULARY = ["да", "нет", "мы", "вы", "дай", "можем"]
words = st.sampled_from([*VOCABULARY, "да*", "{мочь}", "{:VERB}", "(да|нет)", "(мы да|вы)"])
gaps = st.sampled_from(["..", "..0", "..1", "..3", "..."])
optional = st.sampled_from(["да?", "(мы вы)?", "(да|нет мы)?", "(да? нет)?", "{мочь}?"])
items = st.lists(st.one_of(words, words, gaps, optional), max_size=4)
parts = st.tuples(words, items, words).map(lambda p: " ".join((p[0], *p[1], p[2])))
patterns = st.one_of(
    parts,
    parts.map(lambda inner: f"^ {inner}"),
    parts.map(lambda inner: f"{inner} $"),
    st.tuples(words, parts).map(lambda p: f"<{p[0]}> {p[1]}"),
    st.tuples(parts, parts, words).map(lambda p: f"({p[0]}|{p[1]}) {p[2]}"),
)
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join)


def by_steps(program, reading, sentence):
    first, end, _paragraph = reading.document.sentences[sentence]
    return list(program._steps(reading, first, end, frozenset()))


def by_line(program, reading, sentence):
    document = reading.document
    first, end, _paragraph = document.sentences[sentence]
    found = []
    for begin, stop, start, last in Line(program.code).spans(document.words[first:end]):
        here, there = (start, last) if last > start else (begin, stop)
        found.append(
            Match(
                first + begin,
                first + stop,
                document.starts[first + here],
                document.ends[first + there - 1],
            )
        )
    return found


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("line")

    def compile_(pattern):
        [book] = compile_packs(load_packs([write_pack(folder, forbidding(pattern))]))
        [programs] = book.signals.programs.values()
        return programs[0], book.signals

    return compile_


@given(patterns, st.lists(sentences, min_size=1, max_size=3))
def test_a_line_finds_what_the_steps_find(compiled, pattern, texts):
    try:
        program, signals = compiled(pattern)
        Line(program.code)
    except (PackError, NoLineError):
        reject()
    reading = Reading(Document(". ".join(texts).capitalize()), signals)
    for sentence in range(len(reading.document.sentences)):
        assert by_line(program, reading, sentence) == by_steps(program, reading, sentence)


def test_the_shipped_patterns_that_are_lines_find_the_same():
    books = compile_packs(load_packs(["ru/refusals"]))
    signals = books[0].signals
    texts = [e.reply for rule in books[0].rules for e in rule.examples]
    readings = [Reading(Document(text), signals) for text in texts]
    tried = 0
    for reading in readings:
        for programs in reading.triggered.values():
            for program, sentence in programs:
                try:
                    found = by_line(program, reading, sentence)
                except NoLineError:
                    continue
                tried += 1
                assert found == by_steps(program, reading, sentence), program.source
    assert tried > 300


@pytest.mark.parametrize("pattern", ["#date", "да \\\\?", "^^ да", "да " + "нет? " * 13 + "мы"])
def test_what_is_more_than_words_or_too_much_work_is_no_line(compiled, pattern):
    program, _signals = compiled(pattern)
    with pytest.raises(NoLineError):
        Line(program.code)


def test_a_program_that_runs_often_becomes_a_line_and_finds_the_same(compiled):
    program, signals = compiled("да ..2 <нет>")
    reading = Reading(Document("Да, мы вы нет. Да нет нет."), signals)
    runs = [[*program.matches(reading, 0), *program.matches(reading, 1)] for _run in range(120)]
    assert program._line is not None
    assert all(run == runs[0] for run in runs)
    assert [(m.start, m.stop) for m in runs[0]] == [(10, 13), (18, 21)]
