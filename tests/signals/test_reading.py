import gc
from weakref import ref

from replylint.conversation import Conversation, Message, Role
from replylint.signals.match import Match
from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document
from support import book_of, write_pack

SIGNALS = """
signals:
  sorry: {match: ["извините"]}
  sorry-and-no: {match: ["&sorry .. нет"]}
"""


class Counting:
    """A signal that counts how often it is looked for."""

    def __init__(self):
        self.asked = 0

    def find(self, reading):
        self.asked += 1
        return [Match(0, 1, 0, 2), Match(0, 2, 0, 6), Match(2, 3, 7, 9)]


def reading(folder, text, *before):
    book = book_of(write_pack(folder, SIGNALS))
    return Reading(Document(text), book.signals, Conversation(text, before))


def test_a_signal_is_looked_for_once(tmp_path):
    index = reading(tmp_path, "да")._book.index
    counting = Counting()
    here = Reading(Document("да нет да"), SignalBook({"x": counting}, index, {}))
    assert here.find("x") is here.find("x")
    assert here.spans_of("x") == {0: [1, 2], 2: [3]}
    assert counting.asked == 1


def test_a_signal_that_nobody_asks_for_is_not_looked_for(tmp_path):
    index = reading(tmp_path, "да")._book.index
    counting = Counting()
    here = Reading(Document("да нет"), SignalBook({"x": counting}, index, {}))
    assert here.document.words == ["да", "нет"]
    assert counting.asked == 0


def test_a_signal_can_stand_inside_another(tmp_path):
    here = reading(tmp_path, "Извините, увы нет. Нет, извините.")
    assert here.find("ru/probe.sorry-and-no") == [Match(0, 3, 0, 17)]


def test_a_reading_is_gone_with_the_last_who_knows_it(tmp_path):
    here = reading(tmp_path, "Извините, увы нет. Нет, извините; да.")
    here.find("ru/probe.sorry-and-no")
    assert here.beside(0).signals("ru/probe.sorry") == 1
    known = ref(here)
    gc.disable()
    try:
        del here
        assert known() is None
    finally:
        gc.enable()


def test_earlier_messages_are_the_agents_public_ones(tmp_path):
    here = reading(
        tmp_path,
        "да",
        Message(Role.AGENT, "Извините!"),
        Message(Role.CUSTOMER, "Извините?"),
        Message(Role.AGENT, "Заметка: извините", private=True),
        Message(Role.AGENT, "Проверяем."),
    )
    assert [len(earlier.find("ru/probe.sorry")) for earlier in here.earlier] == [1, 0]


def test_the_customer_is_read_as_a_text_of_its_own(tmp_path):
    here = reading(tmp_path, "да", Message(Role.CUSTOMER, "Нет, извините"))
    assert here.customer.find("ru/probe.sorry") == [Match(1, 2, 5, 13)]
    assert reading(tmp_path, "да").customer is None
