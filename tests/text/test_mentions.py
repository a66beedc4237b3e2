import pytest

from replylint.text.mentions import goes_on, names_it


@pytest.mark.parametrize(
    ("before", "gaps", "expected"),
    [
        (["напишите"], [" «"], True),
        (["нажмите", "на"], [" ", " «"], True),
        (["напишите", "нам", "в"], [" ", " ", " «"], True),
        (["кнопка"], [": «"], True),
        (["кнопка"], [". «"], False),
        (["напишите", "нам"], [". ", " «"], False),
        (["напишите", "заказ"], [" ", " «"], False),
        (["told", "you", "to"], [" ", " ", " “"], True),
        (["said"], [", “"], True),
        (["your"], [" “"], False),
        (["наши"], [" «"], False),
        ([], [], False),
    ],
)
def test_words_before_a_quotation_name_it(before, gaps, expected):
    assert names_it(before, [gap.rstrip("«“") for gap in gaps]) is expected


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (" или ", True),
        (" → ", True),
        (", ", True),
        (" and ", True),
        (". ", False),
        (" наш ", False),
    ],
)
def test_a_mention_goes_on(gap, expected):
    assert goes_on(gap) is expected
