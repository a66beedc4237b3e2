"""`replylint rules list`: which rules there are, and which of them are on."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.choosing import (
    color_option,
    format_option,
    library,
    pack_option,
    settings_here,
)
from replylint.commands.language import lang_option
from replylint.finding import CATEGORIES, Severity
from replylint.translation import _, current_language, plural

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.packs.library import Entry, Library

VERSION = 1
"""The version of the JSON form."""


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "list",
        callback=_callback,
        params=[
            pack_option(),
            click.Option(
                ["--category"],
                type=click.Choice(list(CATEGORIES)),
                metavar=_("NAME"),
                multiple=True,
                help=_("Only rules of this category, may be repeated."),
            ),
            format_option(),
            color_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("List the rules, and which are on."),
        help=_(
            "List the rules by pack: severity, category, channels, disputed norms and the side "
            "that is on, and which packs changed a rule."
        ),
    )


def _callback(pack: tuple[str, ...], category: tuple[str, ...], format: str, color: str) -> None:
    book = library(pack, settings_here())
    entries = [e for e in book.entries if not category or e.rule.category in category]
    if format == "json":
        from replylint.reports.machine import dumps

        sys.stdout.write(dumps(_record(book, entries)) + "\n")
        return
    from replylint.commands.page import Page

    _write(Page(streams.output(color)), book, entries)


def _write(page: Page, book: Library, entries: list[Entry]) -> None:
    own = current_language()
    entries = sorted(entries, key=lambda entry: entry.rule.language != own)
    titles = {pack.name: f"{pack.title} · {pack.version}" for pack in book.packs}
    for number, (pack, group) in enumerate(groupby(entries, lambda entry: entry.rule.pack)):
        if number:
            page.text()
        page.text(f"{pack} · {titles[pack]}", style="bold")
        for entry in group:
            _rule(page, book, entry)
    if entries:
        page.text()
    on = sum(not entry.off for entry in entries)
    count = plural("{count} rule", "{count} rules", len(entries)).format(count=len(entries))
    off = len(entries) - on
    page.text(f"{count}." if not off else _("{rules}, {off} off.").format(rules=count, off=off))


def _rule(page: Page, book: Library, entry: Entry) -> None:
    from replylint.reports.paint import COLOURS
    from replylint.reports.words import severity_word

    rule = entry.rule
    severity = _("off") if entry.off else severity_word(rule.severity)
    colour = "dim" if entry.off else COLOURS[rule.severity]
    width = _severity_width()
    name = rule.title or rule.message
    page.beside((" " + severity, colour), width, name, "dim" if entry.off else "bold")
    page.text(f"{rule.id} · {rule.category}", indent=width, style="dim")
    for line in _notes(book, entry):
        page.text(line, indent=width, style="dim" if entry.off else "")


def _severity_width() -> int:
    """The width of the first column: the longest severity of the language and room around it."""
    from replylint.reports.words import severity_word

    return max(len(word) for word in (_("off"), *map(severity_word, Severity))) + 3


def _notes(book: Library, entry: Entry) -> list[str]:
    """What is special about a rule."""
    channels = entry.rule.conditions.channels
    notes = []
    if channels.only:
        names = ", ".join(sorted(channels.only))
        notes.append(_("only in the channels: {channels}").format(channels=names))
    if channels.never:
        names = ", ".join(sorted(channels.never))
        notes.append(_("never in the channels: {channels}").format(channels=names))
    for option, values in entry.rule.options.items():
        text = _("disputed norm {option}: on with {values}; it is {value}")
        value = book.value_of(option) or "?"
        notes.append(text.format(option=option, values=" / ".join(values), value=value))
    if entry.rule.changed_by:
        text = _("changed by {packs}")
        notes.append(text.format(packs=", ".join(entry.rule.changed_by)))
    if entry.off:
        notes.append(entry.off)
    return notes


def _record(book: Library, entries: list[Entry]) -> dict[str, Any]:
    packs = [
        {
            "name": pack.name,
            "title": pack.title,
            "language": pack.language,
            "version": pack.version,
            "path": pack.path,
            "options": {
                name: {
                    "title": option.title,
                    "values": list(option.values),
                    "default": option.default,
                    "value": book.value_of(name),
                }
                for name, option in pack.options.items()
            },
            "rules": [rule_record(e) for e in entries if e.rule.pack == pack.name],
        }
        for pack in book.packs
    ]
    return {"version": VERSION, "packs": packs}


def rule_record(entry: Entry) -> dict[str, Any]:
    """A rule for programs."""
    rule = entry.rule
    channels = rule.conditions.channels
    return {
        "id": rule.id,
        "full_id": rule.full_id,
        "on": not entry.off,
        "off_because": entry.off or None,
        "severity": rule.severity.label,
        "category": rule.category,
        "criterion": CATEGORIES[rule.category].value,
        "title": rule.title,
        "message": rule.message,
        "channels": {"only": sorted(channels.only), "never": sorted(channels.never)},
        "options": {name: list(values) for name, values in rule.options.items()},
        "changed_by": list(rule.changed_by),
        "line": rule.line,
    }
