import pytest

from replylint.signals.beyond import Beyond
from support import found, linters_forbidding


@pytest.mark.parametrize(
    ("least", "most", "out"),
    [
        (2, None, {0, 1}),
        (None, 2, {3, 4}),
        (1, 3, {0, 4}),
        (2, 2, {0, 1, 3, 4}),
        (0, 0.5, {1, 2, 3, 4}),
        (None, None, set()),
    ],
)
def test_bounds_themselves_are_inside(least, most, out):
    beyond = Beyond(lambda reading: iter(()), least, most)
    assert {value for value in range(5) if beyond.breaks(value)} == out


SIGNALS = """
signals:
  wordy: {measure: {measure: words_per_sentence, max: 2}}
  curt: {measure: {measure: words, min: 3}}
  many: {measure: {measure: count, of: sorry, per: sentence, max: 1}}
  sorry: {match: ["увы"]}
  wordy-sorry: {all: [sorry, wordy]}
"""


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return linters_forbidding(("wordy", "curt", "many", "wordy-sorry"), SIGNALS, tmp_path_factory)


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("wordy", "Вот так. Вот и всё. Ну и вот.", ["Вот и всё", "Ну и вот"]),
        ("curt", "Да, вот.", ["Да, вот."]),
        ("curt", "Да, вот так.", []),
        ("curt", "", [""]),
        ("many", "Увы. Увы и увы!", ["Увы и увы"]),
        ("wordy-sorry", "Увы нам. Увы всем нам.", ["Увы"]),
    ],
)
def test_a_signal_stands_where_a_measure_is_out_of_bounds(linters, signal, text, expected):
    assert found(linters[signal], text) == expected


def test_what_is_found_is_the_part_that_is_out_of_bounds(linters):
    [finding] = linters["wordy-sorry"].check("Увы нам. Увы всем нам.").findings
    assert finding.start == 9
