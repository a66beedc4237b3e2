import pytest

from replylint.conversation import Role
from replylint.exports.roles import is_note, role_of


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Оператор", Role.AGENT),
        ("оператор (Анна)", Role.AGENT),
        ("end-user", Role.CUSTOMER),
        ("Входящее", Role.CUSTOMER),
        ("OUT", Role.AGENT),
        ("Чат-бот", Role.BOT),
        ("системное", Role.SYSTEM),
        ("привидение", None),
        ("", None),
    ],
)
def test_the_words_of_exports(word, role):
    assert role_of(word) is role


def test_what_the_user_says_goes_first():
    assert role_of("Клиент", {"клиент": Role.AGENT}) is Role.AGENT


@pytest.mark.parametrize(
    "word",
    ["Внутренний комментарий", "Внутренняя заметка", "Заметка", "internal_note", "Private Note"],
)
def test_words_for_what_only_colleagues_see(word):
    assert is_note(word)
    assert role_of(word) is Role.AGENT


@pytest.mark.parametrize(
    "word",
    ["Комментарий", "Личное сообщение", "private message", "agent reply", "Служебное сообщение"],
)
def test_words_that_do_not_make_a_note(word):
    assert not is_note(word)


def test_a_note_is_what_the_user_says_it_is():
    own = {"Внутренний комментарий": Role.AGENT}
    assert not is_note("внутренний  комментарий", own)
    assert role_of("Внутренний комментарий", {"внутренний комментарий": Role.BOT}) is Role.BOT
