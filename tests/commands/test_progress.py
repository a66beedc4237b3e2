import io
import sys

import pytest

from replylint.commands import progress
from replylint.commands.progress import ProgressTeller
from replylint.errors import Place
from replylint.sources.item import Note


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_plain_lines_now_and_then_with_rate_and_time_left(clock, capsys):
    with ProgressTeller(lambda: 4000) as teller:
        for clock[0], replies in ((0, 1000), (5, 1100), (20, 2000), (21, 2001)):
            teller.told(replies)
    assert capsys.readouterr().err == "2,000 of 4,000 replies done, 50 a second, 0:00:40 left\n"


def test_without_a_total_no_time_is_promised(clock, capsys):
    with ProgressTeller(lambda: None) as teller:
        for clock[0], replies in ((0, 0), (20, 30)):
            teller.told(replies)
    assert capsys.readouterr().err == "30 replies done, 1.5 a second\n"


def test_a_bar_in_a_terminal(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with ProgressTeller(lambda: 10) as teller:
        teller.told(0)
        teller.note(Note(Place("a.csv"), "columns"))
        teller.told(5)
    assert "5/10" in screen.getvalue()
    assert "a.csv: note: columns" in screen.getvalue()


def test_the_rate_is_that_of_late(clock, capsys):
    with ProgressTeller(lambda: 4000) as teller:
        for clock[0], replies in ((0, 0), (60, 60), (90, 660), (120, 1260)):
            teller.told(replies)
    assert capsys.readouterr().err.splitlines()[-1] == (
        "1,260 of 4,000 replies done, 20 a second, 0:02:17 left"
    )


def test_how_it_would_go_faster_is_told_once_and_only_of_a_long_run(clock, capsys):
    with ProgressTeller(lambda: 100_000, "faster so") as teller:
        for clock[0] in range(0, 200, 20):
            teller.told(int(clock[0]))
    lines = capsys.readouterr().err.splitlines()
    assert lines.count("faster so") == 1
    assert lines.index("faster so") == 3
    with ProgressTeller(lambda: 800, "faster so") as teller:
        for clock[0] in range(200, 400, 20):
            teller.told(int(clock[0]))
    assert "faster so" not in capsys.readouterr().err


def test_what_it_took_is_summed_up(clock):
    with ProgressTeller(lambda: None) as teller:
        assert teller.summary() is None
        for clock[0], replies in ((0, 500), (3725, 4225)):
            teller.told(replies)
        assert teller.summary() == "3,725 replies done in 1:02:05, 1.0 a second"
