import pytest

from replylint.sources.registry import format_of_text

LIBRARY = "- {title: a, text: Да.}\n"
REPLY = "---\ntitle: a\n---\n\nДа.\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", REPLY, "text"),
        ("a.md", REPLY, "markdown"),
        ("a.md", "Да.", "text"),
        ("a.YML", LIBRARY, "yaml"),
        ("a.yml", "a: [1", "yaml"),
        ("a.json", '{"reply": "Да."}', "json"),
        ("a.json", '[{"title": "a", "text": "Да."}]', "json-macros"),
        ("a.csv", "title;text\na;Да.\n", "csv"),
        ("reply", LIBRARY, "text"),
    ],
)
def test_the_content_goes_before_the_ending(name, text, expected):
    assert format_of_text(text, name) == expected
