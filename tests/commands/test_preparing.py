"""That somebody at a terminal is told why nothing happens while packs are compiled."""

import sys

from commands.test_progress import Terminal
from replylint.commands.preparing import linter_with
from replylint.settings.settings import Settings


def test_the_first_run_says_that_it_prepares_rules(tmp_path, monkeypatch, pack):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    assert linter_with([pack], Settings()).check("Успокойтесь.").findings
    assert terminal.getvalue().startswith("Preparing the rules")
    terminal.seek(0)
    terminal.truncate()
    linter_with([pack], Settings())
    assert terminal.getvalue() == ""


def test_nobody_at_the_terminal_is_told_nothing(tmp_path, monkeypatch, pack, capsys):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    linter_with([pack], Settings())
    assert capsys.readouterr().err == ""
