import pytest

from replylint.conversation import Role
from replylint.exports.roles import role_of


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
