"""Results made by hand, so that reports can be tested without rules."""

import io

from replylint.errors import Place
from replylint.finding import CATEGORIES, Edit, Finding, Result, Severity
from replylint.reports.report import Output, PackName, Tool
from replylint.score import score
from replylint.settings.settings import PENALTIES

TOOL = Tool("replylint", "0.1.0", [PackName("ru/tone", "1.0.0", "ru")], "chat", ["replylint.yaml"])


def finding(
    reply,
    text,
    rule="calm-down",
    severity=Severity.ERROR,
    *,
    start=None,
    message="«{match}» звучит как приказ.",
    why="Клиент слышит, что его проблему не считают проблемой.",
    suggestions=("Понимаю, уже проверяю.",),
    category="dismissed-feelings",
    context=None,
):
    start = reply.index(text) if start is None else start
    before = reply[:start]
    column = len(before) - before.rfind("\n")
    return Finding(
        rule=rule,
        pack="ru/tone",
        category=category,
        criterion=CATEGORIES[category],
        severity=severity,
        message=message.replace("{match}", text),
        why=why,
        text=text,
        start=start,
        end=start + len(text),
        line=before.count("\n") + 1,
        column=column,
        end_line=before.count("\n") + 1,
        end_column=column + len(text),
        suggestions=tuple(suggestions),
        edits=(Edit(start, start + len(text), ""),),
        context=context,
    )


def result(reply, *findings, id=None, source="draft.txt", failures=(), suppressed=()):
    scored = score(findings, PENALTIES)
    return Result(
        reply=reply,
        language="ru",
        score=scored.value,
        plain_score=scored.plain,
        critical=scored.critical,
        criteria=scored.criteria,
        findings=tuple(findings),
        failures=tuple(failures),
        suppressed=tuple(suppressed),
        id=id,
        source=source,
    )


def written(report, *events, coloured=False, width=80):
    """What a report writes for results, places and errors."""
    stream = io.StringIO()
    made = report(Output(stream, coloured, width), TOOL)
    for event in events:
        if isinstance(event, Result):
            made.result(event, Place(event.source))
        elif isinstance(event, tuple):
            made.result(*event)
        else:
            made.error(event)
    made.finish()
    return stream.getvalue()
