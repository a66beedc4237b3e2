import pytest

from replylint.yamlfile.nearest import nearest

KNOWN = ("category", "severity", "message")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("categry", "; did you mean “category”?"),
        ("саtegory", "; it looks like “category”, but has Cyrillic letters: “с”, “а”"),
        ("messаge", "; it looks like “message”, but has Cyrillic letters: “а”"),
        ("категория", ""),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_known_word_that_was_meant(word, said):
    assert nearest(word, KNOWN) == said


def test_the_known_words_may_come_one_by_one():
    assert nearest("sevеrity", iter(KNOWN)).startswith("; it looks like “severity”")


def test_where_nothing_is_known_nothing_is_near():
    assert nearest("calm-down", []) == ""
