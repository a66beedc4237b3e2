"""Where a finding stands in a file, as reports for machines tell it."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from replylint.errors import Place
from replylint.finding import Edit, Finding, Result, Severity
from replylint.passage import FileSpan, FileText, Point

_LONGEST = 60
"""Names of replies are cut to so many code points; the message is what matters."""


class Spots:
    """The places of the findings of one result; ``place`` is where its reply began."""

    def __init__(self, result: Result, place: Place) -> None:
        self._place = place
        self._file = FileText(result.reply) if place.line is None else None

    def of(self, finding: Finding) -> FileSpan:
        """The place in the file; in a file of conversations, where the record begins."""
        return self._span(finding.start, finding.end, finding.in_file)

    def of_edit(self, edit: Edit) -> FileSpan | None:
        """The place of an edit; None where the file has the words in another notation."""
        if edit.in_file is None and self._file is None:
            return None
        return self._span(edit.start, edit.end, edit.in_file)

    def _span(self, start: int, end: int, in_file: FileSpan | None) -> FileSpan:
        if in_file is not None:
            return in_file
        if self._file is not None:
            return FileSpan(self._file.point(start), self._file.point(end))
        line, column = self._place.line or 1, self._place.column or 1
        point = Point(line, column, column, column)
        return FileSpan(point, point)


def path_of(source: str) -> str:
    """The path as CI systems write it: with ``/``, from the working folder."""
    return source if source.startswith("<") else PurePath(source).as_posix()


def uri_of(source: str) -> str:
    """The path as a relative reference: what is no letter of ASCII is escaped."""
    return quote(path_of(source), safe="/-._~")


def message_of(finding: Finding) -> str:
    """What is wrong, why, and what to write instead, in a few lines."""
    lines = [finding.message, finding.why]
    if finding.suggestions:
        lines.append(f"→ {finding.suggestions[0]}")
    return "\n".join(line for line in lines if line)


def title_of(result: Result) -> str:
    """The name of a reply on one line, cut where it is a text of its own; empty without one."""
    name = " ".join((result.id or "").split())
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def titled(result: Result, message: str) -> str:
    """A message with the name of its reply before it, where the reply has one."""
    name = title_of(result)
    return f"«{name}»: {message}" if name else message


def is_grave(severity: Severity) -> bool:
    """Whether machines should call it an error."""
    return severity >= Severity.ERROR
