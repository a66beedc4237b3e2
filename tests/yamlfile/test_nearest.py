import pytest

from replylint.yamlfile.nearest import nearest


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("calm-donw", "; did you mean “calm-down”?"),
        ("bare-refusl", "; did you mean “bare-refusal”?"),
        ("greeting", ""),
        ("", ""),
    ],
)
def test_a_word_that_is_near_is_named(word, expected):
    assert nearest(word, iter(["calm-down", "bare-refusal"])) == expected


def test_where_nothing_is_known_nothing_is_near():
    assert nearest("calm-down", []) == ""
