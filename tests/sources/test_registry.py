import pytest

from replylint.sources.registry import ENDINGS, READERS, format_of


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "text"),
        ("a.md", "text"),
        ("a.JSON", "json"),
        ("dir.json/a.jsonl", "jsonl"),
        ("README", "text"),
        (".json", "text"),
        ("a.po", "po"),
        ("a.YML", "yaml"),
        ("a.html", "html"),
    ],
)
def test_the_ending_tells_the_format(name, format):
    assert format_of(name) == format


def test_every_ending_leads_to_a_reader():
    assert set(ENDINGS.values()) <= set(READERS)
