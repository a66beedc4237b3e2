import pytest

from replylint.signals.reading import Reading
from replylint.signals.reading_beside import ReadingBeside
from replylint.text.document import Document
from support import book_of, write_pack

REPLY = "We can't. Sorry for that, please. К сожалению, нет."


@pytest.fixture
def reading(tmp_path):
    russian = 'signals:\n  sorry: {match: ["к сожалению"]}\n  own: {match: ["нет"]}\n'
    english = 'signals:\n  sorry: {match: ["sorry"]}\n  cannot: {match: ["can not"]}\n'
    books = (
        book_of(write_pack(tmp_path, russian, "ru/probe")).signals,
        book_of(write_pack(tmp_path, english, "en/probe", language="en")).signals,
    )
    own = Reading(Document(REPLY), books[1])
    return ReadingBeside(own.document, "ru", books[0], own)


def test_a_signal_stands_where_it_does_in_either_language(reading):
    assert reading.sentences_of("ru/probe.sorry") == {1, 2}
    assert reading.sentences_of("ru/probe.own") == {2}
    assert reading.stands("ru/probe.sorry")


def test_what_is_found_is_of_its_own_language(reading):
    assert [REPLY[m.start : m.stop] for m in reading.find("ru/probe.sorry")] == ["К сожалению"]
    assert reading.document.language == "ru"


def test_nothing_learned_is_asked(reading):
    assert not reading.learned
