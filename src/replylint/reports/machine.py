"""The machine-readable form, version 1, as `docs/output.md` promises it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from replylint.errors import Place, ReplylintError
from replylint.explanation import Explanation, QuestionSeen
from replylint.finding import Finding, Learned, Quote, Result, Severity, Suppressed
from replylint.passage import FileSpan
from replylint.reports.report import Tool
from replylint.reports.summary import Summary

VERSION = 1
"""The version of the form; it grows when a field changes its meaning or goes away."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: object) -> str:
    """The value as JSON on one line, readable letters kept; lone surrogates become escapes."""
    return escaped(json.dumps(value, ensure_ascii=False))


def escaped(text: str) -> str:
    """Some JSON with lone surrogates, which no encoding can write, as escapes."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def tool_record(tool: Tool) -> dict[str, Any]:
    """The program, its packs and the settings."""
    packs = [{"name": p.name, "version": p.version, "language": p.language} for p in tool.packs]
    return {
        "name": tool.name,
        "version": tool.version,
        "packs": packs,
        "profile": tool.profile,
        "settings": list(tool.settings),
    }


def result_record(result: Result) -> dict[str, Any]:
    """One result as ``--format json`` writes it: dicts, lists, texts, numbers, booleans and None.

    The fields are those of `docs/output.md`, “A result”; the reply itself is not among them.
    """
    return {
        "source": result.source,
        "id": result.id,
        "language": result.language,
        "score": result.score,
        "plain_score": result.plain_score,
        "critical": result.critical,
        "criteria": dict(result.criteria),
        "findings": [finding_record(finding) for finding in result.findings],
        "failures": [{"rule": f.rule, "message": f.message} for f in result.failures],
        "suppressed": [suppressed_record(suppressed) for suppressed in result.suppressed],
        "explanation": explanation_record(result.explanation),
    }


def explanation_record(explanation: Explanation | None) -> dict[str, Any] | None:
    """What the reply was compared with; None where nobody asked."""
    if explanation is None:
        return None
    return {
        "questions": [_question_record(question) for question in explanation.questions],
        "comparisons": [asdict(comparison) for comparison in explanation.comparisons],
    }


def _question_record(question: QuestionSeen) -> dict[str, Any]:
    nearest = question.nearest
    return {
        "text": question.text,
        "asks": question.asks,
        "wants": list(question.wants),
        "verdict": question.verdict.value,
        "unanswered": question.unanswered,
        "nearest": None if nearest is None else asdict(nearest),
    }


def suppressed_record(suppressed: Suppressed) -> dict[str, Any]:
    """One finding that was let be, and the decision."""
    return {
        "finding": finding_record(suppressed.finding),
        "reason": suppressed.reason,
        "place": place_record(suppressed.place),
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "rule": finding.rule,
        "pack": finding.pack,
        "category": finding.category,
        "criterion": str(finding.criterion),
        "severity": finding.severity.label,
        "message": finding.message,
        "why": finding.why,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "suggestions": list(finding.suggestions),
        "context": _quote_record(finding.context),
        "in_file": _span_record(finding.in_file),
        "learned": _learned_record(finding.learned),
        "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in finding.edits],
    }


def _span_record(span: FileSpan | None) -> dict[str, int] | None:
    if span is None:
        return None
    return {
        "line": span.start.line,
        "column": span.start.column,
        "end_line": span.end.line,
        "end_column": span.end.column,
    }


def _quote_record(quote: Quote | None) -> dict[str, Any] | None:
    return None if quote is None else {"role": quote.role, "text": quote.text}


def _learned_record(learned: Learned | None) -> dict[str, Any] | None:
    if learned is None:
        return None
    return {
        "model": learned.model,
        "label": learned.label,
        "probability": learned.probability,
        "examples": list(learned.examples),
    }


def error_record(error: ReplylintError) -> dict[str, Any]:
    """One thing that could not be read."""
    return {**place_record(error.place or Place("")), "message": error.message}


def place_record(place: Place) -> dict[str, Any]:
    """A place in what was read."""
    return {"source": place.source, "line": place.line, "column": place.column}


def summary_record(summary: Summary) -> dict[str, Any]:
    """The counts over all results."""
    return {
        "replies": summary.replies,
        "clean": summary.clean,
        "with_findings": summary.with_findings,
        "with_failures": summary.with_failures,
        "findings": summary.findings,
        "suppressed": summary.suppressed,
        "by_severity": {severity.label: summary.by_severity[severity] for severity in Severity},
        "by_category": dict(sorted(summary.by_category.items())),
        "mean_score": summary.mean_score,
        "critical": summary.critical,
        "errors": summary.errors,
    }
