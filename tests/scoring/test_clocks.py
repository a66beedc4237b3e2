import csv

import pytest

from replylint.exports.chat import Wanted
from replylint.scoring.clocks import clock_note
from replylint.settings.settings import Settings
from replylint.store.store import Store
from scored import score_into, write_proba


@pytest.fixture
def told(tmp_path):
    """The note about a run over replies with these times."""

    def told(*times, zone=None):
        path = tmp_path / "chats.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("id", "date", "agent", "reply"))
            rows.writerows((n, time, "Анна", "Уже едет.") for n, time in enumerate(times))
        with Store(tmp_path / "runs.duckdb") as store:
            wanted = Wanted(timezone=zone)
            run = score_into(store, path, write_proba(tmp_path), settings=Settings(), wanted=wanted)
            return clock_note(store, run, zone)

    return told


def test_an_export_in_utc_is_told(told):
    assert "are those of UTC" in told("2026-09-01T21:30:00Z")
    assert told("2026-09-01T21:30:00Z", zone="Europe/Moscow") is None


def test_the_clock_of_one_place_needs_no_word(told):
    assert told("2026-09-01T21:30:00+03:00") is None
    assert told("2026-03-01T10:00:00+01:00", "2026-07-01T10:00:00+02:00") is None
    assert told("2026-09-01 21:30", "") is None


def test_different_offsets_are_told(told):
    assert "(−05:00, +05:30)" in told("2026-09-01T21:00:00+05:30", "2026-09-01T21:00:00-05:00")
    assert "(+03:00, none)" in told("2026-09-01T21:00:00+03:00", "2026-09-01 21:00:00")


def test_times_without_an_offset_are_told_where_a_zone_was_asked_for(told):
    note = told("2026-09-01T21:00:00Z", "2026-09-01 21:00:00", zone="Europe/Moscow")
    assert note.startswith("1 message has a time without an offset from UTC; it is taken as of")
