from datetime import datetime

import pytest

from replylint.errors import UsageError
from replylint.exports.zones import zone_of

from .reading import Reading

ROWS = """\
id,date,agent,reply
1,2026-01-31T21:30:00Z,Jo,On its way.
2,2026-01-31T23:59:00+03:00,Jo,Sent today.
3,2026-02-01 10:00,Jo,Packed.
4,,Jo,Delivered.
"""


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "chats.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def wall_clocks(reading):
    return [at and at.replace(tzinfo=None) for at in (r.sent_at for r in reading.replies)]


def test_times_with_an_offset_are_those_of_the_zone_and_others_stay(export):
    assert wall_clocks(Reading(export, timezone="Europe/Moscow")) == [
        datetime(2026, 2, 1, 0, 30),
        datetime(2026, 1, 31, 23, 59),
        datetime(2026, 2, 1, 10, 0),
        None,
    ]


def test_without_a_zone_each_time_stays_as_it_is_written(export):
    assert wall_clocks(Reading(export))[:2] == [
        datetime(2026, 1, 31, 21, 30),
        datetime(2026, 1, 31, 23, 59),
    ]


def test_a_zone_is_found_in_any_case():
    assert zone_of(" europe/MOSCOW ").key == "Europe/Moscow"


def test_a_zone_that_is_not_there_is_told_before_anything_is_read(export):
    with pytest.raises(UsageError, match="did you mean “Europe/Moscow”"):
        Reading(export, timezone="Europe/Moskow")
    with pytest.raises(UsageError, match="such as Europe/Moscow or UTC"):
        Reading(export, timezone="МСК")
