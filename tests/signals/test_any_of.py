import pytest

from support import found, rule

SIGNALS = """
signals:
  sorry: {match: ["извините", "к сожалению"]}
  refusal: {match: ["не можем", "к сожалению нет"]}
  either: {any: [sorry, refusal]}
  more: {any: [sorry, refusal], match: ["увы"], except: ["увы и ах", "извините за"]}
  nested: {any: [either], match: ["нет"]}
rules:
"""


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("either", "Извините, не можем.", ["Извините", "не можем"]),
        ("either", "К сожалению, нет.", ["К сожалению, нет"]),
        ("either", "Хорошо.", []),
        ("more", "Увы, не можем.", ["Увы", "не можем"]),
        ("more", "Увы и ах, извините за шум, извините", ["извините"]),
        ("nested", "Нет, извините.", ["Нет", "извините"]),
    ],
)
def test_joined_signals_stand_where_one_of_them_stands(lint, signal, text, expected):
    assert found(lint(SIGNALS + rule(f"forbid: {signal}")), text) == expected
