"""Draws the pictures of the README from what `replylint check` really writes.

python docs/images/make.py
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
WIDTH = 80
DRAFTS = {
    "check.svg": ("en", "Please calm down. As I already told you, we can't refund the ticket."),
    "check.ru.svg": ("ru", "Успокойтесь, пожалуйста. Мы ничем не можем вам помочь."),
}
"""Each picture: the language, and the draft that is checked."""

COMMAND = (
    sys.executable,
    "-c",
    "import sys; from replylint.commands.main import main; main(['check', *sys.argv[1:]])",
)
"""`replylint check` of this very Python."""

_FONTS = '"Fira Code", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace'
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code, monospace", _FONTS
)
_SPACE = "&#160;"
_CELL = 12.2
"""The width of a character in the pictures of rich."""

_TEXT = re.compile(
    r'(?P<head><text class="[^"]*-r\d+") x="(?P<x>[\d.]+)"(?P<middle>[^>]*?)'
    r' textLength="[\d.]+"(?P<tail>[^>]*)>(?P<words>[^<]*)</text>'
)
_THEME = TerminalTheme(
    (24, 26, 31),
    (222, 225, 230),
    [
        (24, 26, 31),
        (240, 113, 120),
        (126, 198, 133),
        (229, 192, 103),
        (116, 173, 238),
        (201, 146, 226),
        (95, 200, 210),
        (222, 225, 230),
    ],
    [
        (120, 126, 138),
        (255, 140, 146),
        (152, 222, 158),
        (245, 214, 140),
        (150, 198, 255),
        (222, 176, 244),
        (130, 222, 230),
        (255, 255, 255),
    ],
)


def coloured(language: str, draft: str) -> str:
    """What the command writes to a terminal, with its colours."""
    done = subprocess.run(
        [*COMMAND, "--no-config", "--color", "always", "--lang", language, "--text", draft],
        env={**os.environ, "COLUMNS": str(WIDTH)},
        capture_output=True,
        check=False,
    )
    if done.returncode != 1:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def picture(output: str, title: str) -> str:
    """A terminal window with the output in it; nothing is loaded from elsewhere."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(output.rstrip("\n")))
    svg = console.export_svg(title=title, theme=_THEME, code_format=_FORMAT, unique_id="replylint")
    return _TEXT.sub(_without_outer_spaces, svg)


def _without_outer_spaces(text: re.Match[str]) -> str:
    """A piece of text placed where its first letter stands: some viewers drop leading spaces."""
    words = text["words"].replace(_SPACE, "\xa0").removesuffix("\n")
    bare = words.strip("\xa0")
    if not bare:
        return ""
    before = len(words) - len(words.lstrip("\xa0"))
    start = float(text["x"]) + before * _CELL
    length = cell_len(unescape(bare)) * _CELL
    return (
        f'{text["head"]} x="{start:g}"{text["middle"]} textLength="{length:g}"{text["tail"]}>'
        f"{bare.replace(chr(160), _SPACE)}</text>"
    )


def main() -> None:
    """Draw all pictures anew."""
    for name, (language, draft) in DRAFTS.items():
        svg = picture(coloured(language, draft), "replylint check")
        text = "\n".join(line.rstrip() for line in svg.splitlines())
        (HERE / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
