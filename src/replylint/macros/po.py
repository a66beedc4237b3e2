"""Translations in gettext's PO: each message string that is not empty is a reply."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from replylint.passage import FileText, Passage

_LINE = re.compile(
    r"^[ \t]*(?P<obsolete>#~[ \t]*)?(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)"
    r"[ \t]+)?\"(?P<inside>(?:[^\"\\\r\n]|\\.)*)\"[ \t]*$",
    re.MULTILINE,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)


@dataclass(slots=True)
class Message:
    """A message of the file: its texts by keyword (``msgid``, ``msgstr``, ``msgstr[1]`` …)."""

    texts: dict[str, Passage] = field(default_factory=dict)

    def translations(self) -> list[Passage]:
        """What the message is in the language of the file; nothing when that is still to come."""
        return [p for key, p in self.texts.items() if key.startswith("msgstr") and p.text.strip()]

    def itself(self) -> list[Passage]:
        """The message as it is written in the program, for files of the first language."""
        return [p for key, p in self.texts.items() if key == "msgid" and p.text.strip()]


def read_po(file: FileText) -> tuple[list[Message], str | None]:
    """The messages of a PO file and the language that its head names."""
    messages: list[Message] = []
    keyword = ""
    for match in _LINE.finditer(file.text):
        if match["obsolete"]:
            continue
        if match["keyword"]:
            keyword = match["keyword"]
            opens = keyword == "msgctxt" or (
                keyword == "msgid" and (not messages or set(messages[-1].texts) != {"msgctxt"})
            )
            if opens:
                messages.append(Message())
        if not messages or not keyword:
            continue
        before = messages[-1].texts.get(keyword)
        messages[-1].texts[keyword] = _joined(file, before, *match.span("inside"))
    head = messages[0].texts if messages else {}
    language = None
    if "msgid" in head and not head["msgid"].text and "msgstr" in head:
        named = _LANGUAGE.search(head["msgstr"].text)
        language = named[1].partition("_")[0].lower() if named else None
        messages = messages[1:]
    return messages, language


def _joined(file: FileText, before: Passage | None, start: int, end: int) -> Passage:
    signs = [] if before is None else list(before.text)
    begins = [] if before is None else list(before.begins)
    ends = [] if before is None else list(before.ends)
    at = start
    while at < end:
        sign, step = file.text[at], 1
        if sign == "\\":
            sign, step = _ESCAPES.get(file.text[at + 1], file.text[at + 1]), 2
        signs.append(sign)
        begins.append(at)
        at += step
        ends.append(at)
    return Passage(file, "".join(signs), begins, ends)
