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
    assert capsys.readouterr().err == "2000 of 4000 replies scored, 50 a second, 0:00:40 left\n"


def test_without_a_total_no_time_is_promised(clock, capsys):
    with ProgressTeller(lambda: None) as teller:
        for clock[0], replies in ((0, 0), (20, 30)):
            teller.told(replies)
    assert capsys.readouterr().err == "30 replies scored, 1.5 a second\n"


def test_a_bar_in_a_terminal(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with ProgressTeller(lambda: 10) as teller:
        teller.told(0)
        teller.note(Note(Place("a.csv"), "columns"))
        teller.told(5)
    assert "5/10" in screen.getvalue()
    assert "a.csv: note: columns" in screen.getvalue()
