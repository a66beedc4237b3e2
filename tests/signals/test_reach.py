"""Working out for all words at once where a pattern can begin loses nothing."""

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs, shipped_packs
from replylint.packs.ready import ready_packs
from replylint.signals.reach import Reach
from replylint.signals.reading import Reading
from replylint.signals.row import Row
from replylint.text.document import Document
from strategies import replies
from support import forbidding, write_pack

VOCABULARY = ["да", "нет", "мы", "вы", "дай", "можем", "5", "завтра"]
words = st.sampled_from([*VOCABULARY, "да*", "{мочь}", "{:VERB}", "(да|нет)", "(мы да|вы)"])
others = st.sampled_from(["#number", "#date", "\\,", "(#date|да)", "\\;"])
gaps = st.sampled_from(["..", "..0", "..1", "..3", "..."])
optional = st.sampled_from(["да?", "(мы вы)?", "(да|нет мы)?", "(да? нет)?", "{мочь}?"])
items = st.lists(st.one_of(words, words, gaps, optional, others), max_size=4)
parts = st.tuples(words, items, words).map(lambda p: " ".join((p[0], *p[1], p[2])))
patterns = st.one_of(
    parts,
    parts.map(lambda inner: f"^ {inner}"),
    parts.map(lambda inner: f"^^ {inner}"),
    parts.map(lambda inner: f"{inner} $"),
    parts.map(lambda inner: f"{inner} $$"),
    st.tuples(words, parts).map(lambda p: f"<{p[0]}> {p[1]}"),
    st.tuples(parts, parts, words).map(lambda p: f"({p[0]}|{p[1]}) {p[2]}"),
)
marks = st.sampled_from([" ", " ", " ", ", ", "; "])
sentences = st.lists(st.tuples(st.sampled_from(VOCABULARY), marks), min_size=1, max_size=9).map(
    lambda several: "".join(word + mark for word, mark in several).strip(" ,;")
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reach")

    def compile_(pattern):
        [book] = compile_packs(load_packs([write_pack(folder, forbidding(pattern))]))
        [programs] = book.signals.programs.values()
        return programs[0], book.signals

    return compile_


def found(program, reading):
    numbers = range(len(reading.document.sentences))
    return [list(program.matches(reading, number)) for number in numbers]


def found_plainly(program, reading):
    numbers = range(len(reading.document.sentences))
    return [list(program.matches_plainly(reading, number)) for number in numbers]


@given(patterns, st.lists(sentences, min_size=1, max_size=3))
def test_the_same_is_found_as_by_trying_every_word(compiled, pattern, texts):
    try:
        program, signals = compiled(pattern)
    except PackError:
        reject()
    for _again in range(2):
        reading = Reading(Document(". ".join(texts).capitalize()), signals)
        assert found(program, reading) == found_plainly(program, reading)


@given(patterns, sentences.map(lambda sentence: f"{sentence} " * 80))
@settings(max_examples=40)
def test_the_same_is_found_in_a_very_long_sentence(compiled, pattern, text):
    try:
        program, signals = compiled(pattern)
    except PackError:
        reject()
    reading = Reading(Document(text), signals)
    assert found(program, reading) == found_plainly(program, reading)


@pytest.fixture(scope="module")
def shipped():
    russian = [name for name in shipped_packs() if name.startswith("ru/")]
    [book] = ready_packs(russian)
    return book


def the_same_of_all(reading):
    for sentence, row in enumerate(reading.rows):
        for name, programs in row.triggered.items():
            plainly = [list(program.matches_plainly(reading, sentence)) for program in programs]
            here = [list(program.matches_here(reading, sentence)) for program in programs]
            assert here == plainly
            together = {match for several in plainly for match in several}
            assert together <= set(reading.phrases(name))


@settings(max_examples=10)
@given(replies)
def test_the_shipped_patterns_find_the_same(shipped, text):
    reading = Reading(Document(text), shipped.signals)
    the_same_of_all(reading)


def test_the_shipped_patterns_find_the_same_in_their_examples(shipped):
    for rule in shipped.rules[::3]:
        for example in rule.examples[:2]:
            reading = Reading(Document(example.reply), shipped.signals)
            the_same_of_all(reading)


def test_only_words_decide_where_nothing_else_is_asked(compiled):
    assert Reach(compiled("мы ..2 можем")[0].code).is_exact
    assert not Reach(compiled("мы \\, можем")[0].code).is_exact
    assert not Reach(compiled("мы #date")[0].code).is_exact


def test_the_beginnings_are_bits(compiled):
    ways = Reach(compiled("мы .. можем")[0].code)
    assert ways.starts(Row("да мы не можем мы".split())) == 0b10
    assert ways.starts(Row("да мы не".split())) == 0
