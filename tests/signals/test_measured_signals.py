import pytest

from replylint.signals.measured_signals import CountOf, CountPerSentence, ShareOf
from replylint.signals.reading import Reading
from replylint.text.document import Document
from support import book_of, write_pack

SIGNALS = """
signals:
  sorry: {match: ["увы", "нам жаль"]}
  shout: {regex: '!!+'}
"""
SORRY, SHOUT = "ru/probe.sorry", "ru/probe.shout"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("measured")
    return book_of(write_pack(folder, SIGNALS))


@pytest.fixture
def measure(book):
    """The values of a measure in a text, each with the part of the text that it is about."""

    def measure(measured, text):
        reading = Reading(Document(text), book.signals)
        return [
            (round(value, 3), text[match.start : match.stop]) for value, match in measured(reading)
        ]

    return measure


@pytest.mark.parametrize(
    ("per", "text", "expected"),
    [
        (None, "Увы. Нам жаль, увы!", [(3, "увы")]),
        (None, "Нет.", [(0, "Нет.")]),
        (None, "> увы\nУвы", [(1, "Увы")]),
        (100, "Увы нам всем вот", [(25, "Увы")]),
        (100, "", [(0, "")]),
    ],
)
def test_a_signal_is_counted(measure, per, text, expected):
    assert measure(CountOf(SORRY, per), text) == expected


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        (SORRY, "Увы, увы. Да. Увы.", [(2, "Увы, увы"), (0, "Да"), (1, "Увы")]),
        (SHOUT, "Да!! Нет. Так!!", [(1, "Да"), (0, "Нет"), (1, "Так")]),
    ],
)
def test_a_signal_is_counted_in_each_sentence(measure, signal, text, expected):
    assert measure(CountPerSentence(signal), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Увы нам всем. Да.", [(0.75, "Увы нам всем")]),
        ("Увы. Увы нам. Да.", [(0.75, "Увы нам")]),
        ("Да нет.", [(0, "Да нет.")]),
        ("Увы.", [(1, "Увы")]),
        ("Увы нам. «Очень даже не так».", [(1, "Увы нам")]),
        ("", [(0, "")]),
    ],
)
def test_the_share_of_sentences_with_a_signal_is_measured_in_words(measure, text, expected):
    assert measure(ShareOf(SORRY), text) == expected
