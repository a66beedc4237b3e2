"""Writing XML that every reader takes: escaped, and without signs that XML does not have."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xml_text(text: str) -> str:
    """A text between tags."""
    return escape(_NO_XML.sub("\ufffd", text))


def opening(tag: str, /, *, closed: bool = False, **attributes: str | int | None) -> str:
    """A tag with those attributes that are given; ``closed`` has nothing inside."""
    told = "".join(
        f" {key}={quoteattr(_NO_XML.sub(chr(0xFFFD), str(value)), {chr(10): '&#10;'})}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{told}{'/' if closed else ''}>"
