"""The file of the report: template, style, scripts and data in one, with nothing to fetch."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from string import Template
from typing import Any

_HERE = Path(__file__).parent
_SCRIPTS = (
    "vendor/d3.min.js",
    "vendor/plot.min.js",
    "numbers.js",
    "elements.js",
    "charts.js",
    "conversations.js",
    "report.js",
)


def page(data: dict[str, Any]) -> str:
    """The report as HTML.

    The data stand in an element that browsers do not run, and no ``<`` is left in them, so a chat
    with ``<script>`` in it stays a text. The page forbids itself every connection and every script
    but its own, which are named by their digests.
    """
    scripts = [_text(name) for name in _SCRIPTS]
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return Template(_text("template.html")).substitute(
        language=escape(data["language"]),
        title=escape(data["words"]["title"]),
        no_script=escape(data["words"]["no_script"]),
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}",
        style=_text("style.css"),
        data=embedded(data),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def embedded(data: object) -> str:
    """JSON that can stand inside of an HTML element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
