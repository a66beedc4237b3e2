from hypothesis import given
from hypothesis import strategies as st

from replylint.conversation import Message, Role
from replylint.exports.grouping import LONGEST, Gathering, Turn, grouped, stand_together


def turn(chat, number=0):
    return Turn(chat, (Message(Role.AGENT, str(number)),), number)


def test_whether_rows_stand_together():
    assert stand_together(["a", "a", "b", "c", "c"])
    assert not stand_together(["a", "b", "a"])
    assert stand_together([])


@given(st.lists(st.sampled_from("abcd")))
def test_gathering_keeps_every_turn_in_the_order_of_first_coming(chats):
    turns = [turn(chat, number) for number, chat in enumerate(chats)]
    with Gathering() as gathering:
        for one in turns:
            gathering.put(one)
        found = list(gathering.turns())
    first = {chat: chats.index(chat) for chat in chats}
    assert found == sorted(turns, key=lambda one: (first[one.chat], one.line))
    assert [group[0].chat for group in grouped(found)] == list(dict.fromkeys(chats))


def test_a_conversation_without_end_is_cut():
    groups = list(grouped(turn("a") for _ in range(LONGEST + 1)))
    assert [len(group) for group in groups] == [LONGEST, 1]
