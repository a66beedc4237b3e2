import pytest

from text.entities.reading import found, values


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("email", "Пишите на a@example.com.", ["a@example.com"]),
        ("url", "Вот https://example.com/x.", ["https://example.com/x"]),
        ("placeholder", "Уважаемый {{name}}!", ["{{name}}"]),
        ("emoji", "Готово 🙂 да ❤️ и ☀ ✔\ufe0f", ["🙂", "❤️", "☀", "✔\ufe0f"]),
        ("emoji", "▪ пункт → ответ ✓ Brand™ ★", []),
        ("email", "собака @ дома", []),
    ],
)
def test_tokens_are_entities(kind, text, expected):
    assert found(kind, text) == expected


def test_addresses_are_compared_in_lower_case():
    assert values("email", "A.B@Example.com") == ["a.b@example.com"]
