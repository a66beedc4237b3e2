from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.exports.moments import is_day_first, moment

MOSCOW = timezone(timedelta(hours=3))
NINE = datetime(2026, 3, 4, 9, 5)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-04T09:05:00Z", NINE.replace(tzinfo=UTC)),
        ("2026-03-04 09:05:00 UTC", NINE.replace(tzinfo=UTC)),
        ("2026-03-04 09:05:00 +0300", NINE.replace(tzinfo=MOSCOW)),
        ("Wed, 04 Mar 2026 09:05:00 +0300", NINE.replace(tzinfo=MOSCOW)),
        ("04.03.2026 9:05", NINE),
        ("4.3.26, 09:05:00", NINE),
        ("04.03.2026 в 09:05", NINE),
        ("04.03.2026 09:05 МСК", NINE.replace(tzinfo=MOSCOW)),
        ("2026/03/04 09:05", NINE),
        ("4 марта 2026 г., 09:05", NINE),
        ("4 мар. 2026", NINE.replace(hour=0, minute=0)),
        ("Mar 4, 2026 9:05 AM", NINE),
        (46085.378472, NINE),
        (1772615100, NINE.replace(tzinfo=UTC)),
        ("1772615100", NINE.replace(tzinfo=UTC)),
        (1772615100000, NINE.replace(tzinfo=UTC)),
        (NINE, NINE),
        (NINE.date(), NINE.replace(hour=0, minute=0)),
        ("  ", None),
        (None, None),
    ],
)
def test_times_as_exports_write_them(written, meant):
    assert moment(written) == meant


def test_the_order_of_day_and_month_with_slashes():
    assert moment("03/04/2026 9:05 PM", day_first=False) == datetime(2026, 3, 4, 21, 5)
    assert moment("04/03/2026", day_first=True) == datetime(2026, 3, 4)
    assert is_day_first(["03/04/2026", "25/04/2026"]) is True
    assert is_day_first(["03/04/2026", "04/25/2026"]) is False
    assert is_day_first(["03/04/2026", "2026-03-04", "?"]) is None


@pytest.mark.parametrize("text", ["вчера", "31.02.2026", "25:61", "99.99.9999", "5", True, 3, []])
def test_what_is_no_time_is_an_error(text):
    with pytest.raises(ValueError):
        moment(text)


@given(st.text() | st.integers() | st.floats())
def test_anything_is_a_time_or_an_error(value):
    with suppress(ValueError):
        assert isinstance(moment(value), datetime | None)
