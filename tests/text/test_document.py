import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.text.contractions import contracted
from replylint.text.document import Document
from replylint.text.entities import ENTITY_KINDS
from replylint.text.normal import normal
from replylint.text.tokens import Kind
from strategies import texts


@given(texts)
def test_words_share_out_the_tokens_that_are_neither_marks_nor_space(text):
    document = Document(text)
    places = {}
    for token, start, end, kind in zip(
        document.token_of, document.starts, document.ends, document.kinds, strict=True
    ):
        assert start < end
        assert kind is document.tokens[token].kind
        places.setdefault(token, []).append((start, end))
    assert list(places) == [
        index for index, t in enumerate(document.tokens) if t.kind not in (Kind.MARK, Kind.SPACE)
    ]
    for token, parts in places.items():
        _kind, start, end = document.tokens[token]
        assert [begin for begin, _end in parts] == [start, *(end for _begin, end in parts)][:-1]
        assert parts[-1][1] == end


@given(texts)
def test_the_place_of_a_word_holds_what_is_compared(text):
    document = Document(text)
    written = [
        normal(text[start:end]) for start, end in zip(document.starts, document.ends, strict=True)
    ]
    shared = {token for token in document.token_of if document.token_of.count(token) > 1}
    for token in shared:
        _kind, start, end = document.tokens[token]
        assert contracted([normal(text[start:end])])
    for token, compared, there in zip(document.token_of, document.words, written, strict=True):
        assert compared == there or token in shared


@given(texts)
def test_sentences_share_out_the_words(text):
    document = Document(text)
    inside = [word for s in document.sentences for word in range(s.first, s.end)]
    assert inside == list(range(len(document.words)))
    assert all(s.first < s.end for s in document.sentences)
    assert document.sentence_of == [
        number for number, s in enumerate(document.sentences) for _ in range(s.first, s.end)
    ]


@given(texts)
def test_paragraphs_are_counted_without_gaps(text):
    numbers = [sentence.paragraph for sentence in Document(text).sentences]
    assert all(after - before in (0, 1) for before, after in pairwise(numbers))


@given(texts)
def test_every_word_has_a_zone(text):
    document = Document(text)
    assert len(document.zones) == len(document.words)


def simple_line_and_column(text, position):
    line = column = 1
    for index in range(position):
        if text[index] == "\n" or (text[index] == "\r" and text[index + 1 : index + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@given(texts, st.data())
def test_lines_and_columns_agree_with_a_simple_count(text, data):
    position = data.draw(st.integers(0, len(text)))
    assert Document(text).line_and_column(position) == simple_line_and_column(text, position)


def test_the_letter_after_crlf_begins_a_line():
    document = Document("а\r\nб\rв\nг")
    assert [document.line_and_column(i) for i in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


@given(texts)
def test_marks_before_words_are_what_stands_between_them(text):
    document = Document(text)
    pieces = []
    for word, (start, end) in enumerate(zip(document.starts, document.ends, strict=True)):
        pieces += [document.marks_before(word), text[start:end]]
    pieces.append(document.marks_before(len(document.words)))
    assert "".join(pieces) == text


@given(texts, st.sampled_from([",", ".", "?", "- ", "«", "а"]), st.data())
def test_the_words_after_a_mark_are_those_before_which_it_stands(text, mark, data):
    document = Document(text)
    first, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.words))] * 2)))
    having = [i for i in range(first, end + 1) if mark in document.marks_before(i)]
    assert document.words_after(mark, first, end) == having


@settings(max_examples=40)
@given(texts)
def test_entities_stand_on_whole_words(text):
    document = Document(text)
    for kind in ENTITY_KINDS:
        for first, end in document.entities(kind).items():
            assert 0 <= first < end <= len(document.words)


PATHOLOGICAL = [
    "! ",
    "«",
    "“а",
    '"',
    "1.",
    "1:",
    "1а",
    "1",
    "a.",
    "И.",
    "т. ",
    "<@",
    "a@",
    "а",
    "а-",
    "-",
    "+",
    "www.",
    "http://",
    "\n",
    "\r",
    " ",
    "> \n",
    "`",
    "```\n",
    "--\n",
    "{",
    "[имя ",
    "%а",
    "а\u0301",
    "\u200b",
    "👩\u200d",
    "🇷",
    "С уважением ",
    "Он.Она",
]


def grows_no_faster(given, work):
    """Whether work on four times as much takes much less than 16 times as long.

    The processor's time counts, without the collector of garbage, and the best of some attempts:
    a busy machine must not look like a quadratic algorithm.
    """

    def seconds(size):
        subject = given(size)
        gc.disable()
        try:
            started = time.process_time()
            work(subject)
            return time.process_time() - started
        finally:
            gc.enable()

    return any(seconds(40_000) < 10 * seconds(10_000) + 0.03 for _attempt in range(5))


@pytest.mark.parametrize("unit", PATHOLOGICAL)
def test_the_time_for_a_text_grows_no_faster_than_the_text(unit):
    """Four times the text may take 4 times the time, with room to spare; 16 would be quadratic."""

    assert grows_no_faster(lambda size: (unit * size)[:size], Document)


@pytest.mark.parametrize("kind", ["date", "time", "duration", "money", "phone", "order", "name"])
@pytest.mark.parametrize(
    "unit", ["1 ", "1", "заказ ", "до ", "1-", " ", "+7", "№", "в ", "А1", "₽1"]
)
def test_the_time_for_entities_grows_no_faster_than_the_text(unit, kind):
    assert grows_no_faster(
        lambda size: Document((unit * size)[:size] + " x"),
        lambda document: document.entities(kind),
    )


def test_words_in_capitals_are_told_by_their_numbers() -> None:
    assert Document("Я НЕ могу, ЭТО бот RU-2 и «Ё»").in_capitals == [0, 1, 3, 5, 7]
