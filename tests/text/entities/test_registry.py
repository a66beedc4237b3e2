from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.document import Document
from replylint.text.entities import ENTITY_KINDS, find_entities, recognise
from support import steps_of
from text.entities.reading import words_of

PIECES = [
    "1", "12", "500", "2025", "12.05", "15:00", "1,5", "2-3дня", "+7", "8", "(912)", "345-67-89",
    "до", "с", "в", "через", "за", "к", "час", "дня", "дней", "рабочих", "часов", "сутки", "мая",
    "май", "среду", "понедельник", "завтра", "конца", "недели", "следующей", "рублей", "₽", "$",
    "р.", "тыс.", "два", "двух-трёх", "полтора", "сто", "двадцать", "заказ", "№", "#", "А-1234/5",
    "RA123456789RU", "Анна", "Вера", "И.", "Иванов", "зовут", "%", "-", "–", ",", ".", "\n", "«",
    "»", "🙂", "{{имя}}", "a@b.ru", "May", "pm", "*100#", "half", "an", "hour", "утра", "\u00a0",
]  # fmt: skip
HOSTILE = [
    "1", "1 ", "1 1 ", "100 ", "1-", "1, ", "1.1", "до ", "до 5 ", "2 дня до ", "в 5 ", "12 и ",
    "12 мая и ", "конца ", "два ", "сто ", "5 ₽ ", "$5 ", "+7 ", "(9", "№1 ", "№", "a1-", "А",
    "Иван ", "Аб ", "И. ", "заказ ", "*1", "час-", " ", "\n", "\u00a0", "🙂",
]  # fmt: skip
SIZE = 500


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_an_empty_text_has_none(kind):
    assert find_entities(kind, words_of("")) == {}


def test_an_unknown_kind_is_a_key_error():
    with pytest.raises(KeyError):
        find_entities("weather", words_of("да"))
    with pytest.raises(KeyError):
        Document("да").entities("weather")


def test_only_the_asked_kinds_are_recognised_in_the_order_of_the_text():
    text = "Анна, вернём 500 ₽ завтра до 15:00"
    assert [e.kind for e in recognise(words_of(text), ["time", "money", "date"])] == [
        "money",
        "date",
        "time",
    ]


def test_kinds_may_overlap_each_other():
    assert {e.kind for e in recognise(words_of("12 мая"))} == {"date", "number"}


def test_words_and_code_points_agree():
    text = "🙂 вернём «1 500 ₽», Анна"
    money = recognise(words_of(text), ["money"])[0]
    assert (money.first, money.end) == (2, 4)
    assert text[money.start : money.stop] == "1 500 ₽"


def holds(text):
    words = words_of(text)
    found = recognise(words)
    for kind in ENTITY_KINDS:
        of_kind = [e for e in found if e.kind == kind]
        assert {e.first: e.end for e in of_kind} == find_entities(kind, words)
        for before, after in pairwise(of_kind):
            assert before.end <= after.first
            assert before.stop <= after.start
    for e in found:
        assert 0 <= e.first < e.end <= len(words.words)
        assert 0 <= e.start < e.stop <= len(text)
        assert words.ends[e.first] > e.start
        assert words.starts[e.end - 1] < e.stop


@given(st.text())
def test_any_text_is_read(text):
    holds(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " ", "  ", "-"]))
def test_any_row_of_pieces_is_read(pieces, between):
    holds(between.join(pieces))


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_no_faster_than_the_text(piece):
    """Four times the text may take four times the steps, with room to spare; 16 is quadratic."""
    short, long = (words_of(piece * (size // len(piece))) for size in (SIZE, 4 * SIZE))
    for kind in ENTITY_KINDS:
        few = steps_of(find_entities, kind, short)
        many = steps_of(find_entities, kind, long)
        assert many <= 6 * few + 1_000, kind
