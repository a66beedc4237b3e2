"""What a person sees who starts a command at a terminal and gives it nothing to read."""

import os
import pty
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")


def typed_at_a_terminal(text, *arguments):
    """Everything on the screen, and the exit code."""
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "replylint", *arguments])
    shown = b""
    typed = False
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:
            part = b""
        if not part:
            break
        shown += part
        if not typed and b"Ctrl+D" in shown:
            os.write(terminal, f"{text}\n\x04".encode())
            typed = True
    _process, status = os.waitpid(process, 0)
    return shown.decode(), os.waitstatus_to_exitcode(status)


def test_a_reply_may_be_typed(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown, code = typed_at_a_terminal(
        "Успокойтесь.", "check", "--pack", "ru/tone", "--no-learned", "--resident", "never"
    )
    assert shown.startswith("Type or paste the text, then press Ctrl+D.")
    assert "calm-down" in shown
    assert code == 1


def test_so_may_what_tokens_looks_at(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown, code = typed_at_a_terminal("Привет", "tokens")
    assert "Привет" in shown
    assert "interjection" in shown
    assert code == 0
