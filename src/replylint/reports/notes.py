"""Notes about canned replies that have nothing else: told together, by rule, at the end."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.errors import Place
from replylint.finding import Finding, Result, Severity
from replylint.reports.cells import cells_of, plain, width_of, wrap_text
from replylint.reports.paint import Paint
from replylint.translation import _, plural

_MOST = 20
"""So many places are listed for each rule."""


def only_notes(result: Result) -> bool:
    """Whether a reply of a library has findings, and notes are all of them."""
    return bool(result.lines) and result.worst is Severity.INFO


class Notes:
    """The notes of many replies, by rule in the order in which the rules came."""

    def __init__(self) -> None:
        self._by_rule: dict[str, list[tuple[Finding, str]]] = {}

    def add(self, result: Result, place: Place) -> None:
        """Keep the notes of one reply."""
        for finding in result.findings:
            here = place
            if finding.in_file is not None:
                start = finding.in_file.start
                here = Place(place.source, start.line, start.column)
            where = " · ".join(plain(part) for part in (str(here), result.id) if part)
            self._by_rule.setdefault(finding.rule, []).append((finding, where))

    def lines(self, paint: Paint, width: int) -> Iterator[str]:
        """What is told: each rule once, with its reason, then the places."""
        for rule, found in self._by_rule.items():
            first = found[0][0]
            count = plural("{count} note", "{count} notes", len(found)).format(count=len(found))
            head = f"{count} · {plain(rule)}"
            yield ""
            yield paint(head, "bold")
            if len({finding.message for finding, _where in found}) == 1:
                yield from (f"  {line}" for line in wrap_text(first.message, width - 2))
            yield from (paint(f"  {line}", "dim") for line in wrap_text(first.why, width - 2))
            for suggestion in first.suggestions[:1]:
                top, *rest = wrap_text(suggestion, width - 4)
                yield "  " + paint("→ ", "green") + top
                yield from (f"    {line}" for line in rest)
            for finding, where in found[:_MOST]:
                yield from self._place(finding, where, width)
            if len(found) > _MOST:
                yield "  " + _("and {count} more").format(count=len(found) - _MOST)

    def _place(self, finding: Finding, where: str, width: int) -> Iterator[str]:
        quoted = _("“{text}”").format(text=plain(" ".join(finding.text.split())))
        line = f"  {where}: {quoted}" if finding.text else f"  {where}"
        if width_of(cells_of(line)) <= width:
            yield line
            return
        yield f"  {where}:"
        yield from (f"      {part}" for part in wrap_text(quoted, width - 6))

    def __bool__(self) -> bool:
        return bool(self._by_rule)
