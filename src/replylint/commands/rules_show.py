"""`replylint rules show`: everything about one rule, in plain words."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.choosing import (
    color_option,
    format_option,
    library,
    pack_option,
    settings_here,
    the_rule,
)
from replylint.commands.language import lang_option
from replylint.finding import CATEGORIES
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.explain.describe import RuleWords
    from replylint.explain.points import Point
    from replylint.packs.library import Entry
    from replylint.packs.schema import ConversationExample

_LONG_PATTERN = 60


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "show",
        callback=_callback,
        params=[
            click.Argument(["name"], metavar=_("ID")),
            pack_option(),
            click.Option(
                ["--expand"],
                is_flag=True,
                help=_("Show every pattern with all word forms that it stands for."),
            ),
            format_option(),
            color_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Explain one rule."),
        help=_(
            "Explain a rule in plain words: what it finds, where, what it lets be, why, examples, "
            "and the signals that it asks. ID is calm-down or ru/tone:calm-down."
        ),
    )


def _callback(name: str, pack: tuple[str, ...], expand: bool, format: str, color: str) -> None:
    book = library(pack, settings_here())
    entry = the_rule(book, name)
    from replylint.explain.describe import RuleWords

    words = RuleWords(book, entry)
    if format == "json":
        from replylint.reports.machine import dumps

        sys.stdout.write(dumps(_record(entry, words, expand)) + "\n")
        return
    from replylint.commands.page import Page

    page = Page(streams.output(color))
    _head(page, entry)
    _what_a_person_reads(page, entry)
    _examples(page, entry)
    _judgement(page, words, expand)
    _signals(page, words, expand)
    _origin(page, entry)


def _head(page: Page, entry: Entry) -> None:
    from replylint.reports.categories import category_title, criterion_title
    from replylint.reports.paint import COLOURS
    from replylint.reports.words import severity_word

    rule = entry.rule
    severity = severity_word(rule.severity)
    page.columns([(rule.full_id, 0, "bold"), (severity, 0, COLOURS[rule.severity])])
    if rule.title:
        page.text(rule.title)
    text = _("Category: {category} ({title}). Criterion: {criterion}.")
    page.text(
        text.format(
            category=rule.category,
            title=category_title(rule.category),
            criterion=criterion_title(CATEGORIES[rule.category]),
        )
    )
    if entry.off:
        page.text(_("Off now: {why}.").format(why=entry.off), style="yellow")


def _judgement(page: Page, words: RuleWords, expand: bool) -> None:
    page.heading(_("What it finds"))
    write_points(page, words.finds(), expand=expand)
    page.heading(_("When and where"))
    write_points(page, words.conditions(), expand=expand)


def _what_a_person_reads(page: Page, entry: Entry) -> None:
    rule = entry.rule
    page.heading(_("Message"))
    page.text(rule.message, indent=2)
    if rule.why:
        page.heading(_("Why"))
        page.text(rule.why, indent=2)
    if rule.suggestions:
        page.heading(_("Better to write"))
        for suggestion in rule.suggestions:
            page.text(suggestion, indent=2, head="→ ")


def _examples(page: Page, entry: Entry) -> None:
    files = [entry.file.examples, *(c.file.examples for c in entry.changes if c.file.examples)]
    for title, key, sign in ((_("It finds"), "bad", "✗ "), (_("It lets be"), "good", "✓ ")):
        page.heading(title)
        for file in files:
            for example in getattr(file, key):
                _example(page, example, sign)


def _example(page: Page, example: str | ConversationExample, sign: str) -> None:
    if isinstance(example, str):
        page.text(_shown(example), indent=2, head=sign)
        return
    before = []
    if example.channel:
        before.append(_("Channel: {channel}.").format(channel=example.channel))
    if example.customer:
        before.append(_("Customer: {text}").format(text=example.customer))
    page.text(" ".join(before), indent=2, head=sign, style="dim")
    page.text(_shown(example.reply), indent=4)


def _shown(text: str) -> str:
    """An example with its marked part in single brackets, as the marks of a text."""
    from replylint.packs.examples import MARKED

    return MARKED.sub(lambda match: f"[{match[1]}]", text)


def _signals(page: Page, words: RuleWords, expand: bool) -> None:
    signals = words.signals()
    if not signals:
        return
    page.heading(_("Signals that it asks"))
    for name, points in signals:
        page.text(name, indent=2, style="bold")
        write_points(page, points, indent=4, expand=expand, brief=not expand)


def _origin(page: Page, entry: Entry) -> None:
    rule = entry.rule
    page.heading(_("Where it comes from"))
    if rule.source:
        page.text(rule.source, indent=2)
    page.raw(f"{entry.pack.source.name}:{rule.line}", indent=2)
    for change in entry.changes:
        name = change.pack.file.pack
        text = _("changed by {packs}").format(packs=f"{name} ({change.pack.source.name})")
        page.text(text, indent=2)


def write_points(
    page: Page,
    points: Iterable[Point],
    *,
    indent: int = 2,
    expand: bool = False,
    brief: bool = False,
) -> None:
    """Points as an indented list; ``brief`` leaves out the plain words of patterns."""
    from replylint.explain.wording import expanded, quoted

    for point in points:
        if not point.pattern:
            page.text(point.text, indent=indent)
        else:
            page.text(_breakable(point.pattern), indent=indent, head="– ", style="cyan")
            if not brief and point.text != quoted(point.pattern):
                page.text(point.text, indent=indent + 2)
            if expand and point.names is not None:
                for part, forms in expanded(point.pattern, point.names):
                    head = f"{part}: "
                    page.text(forms, indent=indent + 4, head=head, style="dim", hang=indent + 6)
        write_points(page, point.points, indent=indent + 2, expand=expand, brief=brief)


def _breakable(pattern: str) -> str:
    """A pattern with spaces, which mean nothing there, after the bars of long alternatives."""
    return pattern.replace("|", "| ") if len(pattern) > _LONG_PATTERN else pattern


def _record(entry: Entry, words: RuleWords, expand: bool) -> dict[str, Any]:
    from replylint.commands.rules_list import rule_record

    rule = entry.rule
    return {
        **rule_record(entry),
        "version": 1,
        "why": rule.why,
        "suggestions": list(rule.suggestions),
        "finds": [_point_record(point, expand) for point in words.finds()],
        "conditions": [_point_record(point, expand) for point in words.conditions()],
        "signals": {
            name: [_point_record(point, expand) for point in points]
            for name, points in words.signals()
        },
        "examples": entry.file.examples.model_dump(exclude_none=True),
        "source": rule.source,
        "path": entry.pack.source.name,
    }


def _point_record(point: Point, expand: bool) -> dict[str, Any]:
    from replylint.explain.wording import expanded

    record: dict[str, Any] = {"text": point.text}
    if point.pattern:
        record["pattern"] = point.pattern
        if expand and point.names is not None:
            record["forms"] = dict(expanded(point.pattern, point.names))
    if point.signal:
        record["signal"] = point.signal
    if point.points:
        record["points"] = [_point_record(below, expand) for below in point.points]
    return record
