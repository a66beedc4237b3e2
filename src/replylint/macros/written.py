"""Findings in a filled template, told about the template as it is written."""

from __future__ import annotations

from dataclasses import replace

from replylint.finding import Edit, Finding
from replylint.passage import FileText
from replylint.template import Filled

ABOUT_PLACEHOLDERS = "placeholder"
"""The category of findings that may point at nothing but a placeholder."""

_OF_WORD_FORMS = "spelling"


def as_written(finding: Finding, filled: Filled, text: FileText) -> Finding | None:
    """The finding at its place in the template; None when only a sample value is to blame.

    ``text`` is the template with its lines.
    """
    touches = bool(finding.text) and filled.touches(finding.start, finding.end)
    start, end = filled.back(finding.start, finding.end)
    if touches:
        if finding.category != ABOUT_PLACEHOLDERS and (
            finding.category == _OF_WORD_FORMS or filled.is_sample(finding.start, finding.end)
        ):
            return None
        finding = _in_its_words(finding, filled, filled.template[start:end])
    first, last = text.point(start), text.point(end)
    return replace(
        finding,
        text=filled.template[start:end],
        start=start,
        end=end,
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        edits=_edits(finding, filled),
    )


def _in_its_words(finding: Finding, filled: Filled, words: str) -> Finding:
    """The finding with the placeholders in its words again, where the samples stand in them."""
    message = finding.message.replace(finding.text, " ".join(words.split()))
    suggestions = finding.suggestions
    for start, end, holder in filled.places():
        if start < finding.end and finding.start < end:
            sample = filled.text[start:end]
            written = filled.template[holder.start : holder.end]
            message = message.replace(sample, written)
            suggestions = tuple(text.replace(sample, written) for text in suggestions)
    return replace(finding, message=message, suggestions=suggestions)


def _edits(finding: Finding, filled: Filled) -> tuple[Edit, ...]:
    """The edits in the template; none when one of them would change a sample value."""
    edits: list[Edit] = []
    for edit in finding.edits:
        if edit.end > edit.start and filled.touches(edit.start, edit.end):
            return ()
        start, end = filled.back(edit.start, edit.end)
        edits.append(Edit(start, end, edit.text))
    return tuple(edits)
