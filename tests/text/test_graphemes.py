import pytest

from replylint.text.graphemes import whole

THUMB = "👍🏽"
FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Ждём вас", "вас", "вас"),
        (f"Да {THUMB}!", THUMB[0], THUMB),
        (f"Да {THUMB}!", THUMB[1], THUMB),
        (f"Все {FAMILY} тут", FAMILY[0], FAMILY),
        (f"Все {FAMILY} тут", FAMILY[-1], FAMILY),
        ("С любовью ❤\ufe0f!", "❤", "❤\ufe0f"),
        ("Мои\u0306 заказ", "Мои", "Мои\u0306"),
        ("Нажмите 1\ufe0f\u20e3", "1", "1\ufe0f\u20e3"),
    ],
)
def test_a_span_takes_in_whole_characters(text, part, expected):
    at = text.index(part)
    start, stop = whole(text, at, at + len(part))
    assert text[start:stop] == expected


def test_an_empty_span_stays_where_it_is():
    assert whole("a\u0301", 1, 1) == (1, 1)
