"""What the commands around rules have in common: which packs, which settings, which form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from replylint.translation import _, current_language

if TYPE_CHECKING:
    from replylint.packs.library import Entry, Library
    from replylint.settings.settings import Settings

AS_IT_STANDS = "\b\n"
"""Before a paragraph of help, tells click to keep its lines."""


def pack_option() -> click.Option:
    """The option ``--pack``."""
    return click.Option(
        ["--pack"],
        metavar=_("NAME|PATH"),
        multiple=True,
        callback=tell_hidden,
        help=_("A rule pack, may be repeated; by default those of the settings, else all."),
    )


def tell_hidden(
    context: click.Context, parameter: click.Parameter, packs: tuple[str, ...]
) -> tuple[str, ...]:
    """Say which of the packs that are asked for are ours though a folder is called the same."""
    from pathlib import Path

    for pack in packs:
        if not Path(pack).exists():
            continue
        from replylint.commands import streams
        from replylint.errors import Place
        from replylint.packs.loader import hides_own
        from replylint.sources.item import Note

        if hides_own(pack):
            text = _("this names packs that come with replylint; for your own, write ./{path}")
            streams.tell_note(Note(Place(pack), text.format(path=pack)))
    return packs


def format_option() -> click.Option:
    """The option ``--format`` of a command that answers a person or a program."""
    return click.Option(
        ["--format"],
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("Form of the answer."),
    )


def color_option(help: str = "") -> click.Option:
    """The option ``--color``; ``help`` says of what the colours are, by default of the text."""
    return click.Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help=help or _("Colours in the text; auto means in a terminal only."),
    )


def settings_here() -> Settings:
    """The settings that hold in the current folder."""
    from replylint.commands.settings_options import Asked, settings_asked

    return settings_asked(Asked())


def library(packs: Sequence[str], settings: Settings) -> Library:
    """The rules of these packs, by default those of the settings, else of all shipped ones."""
    from replylint.packs.library import Library

    return Library(packs or settings.packs, settings.choices)


def the_rule(book: Library, name: str) -> Entry:
    """The rule that is meant; raises ``UsageError`` when there is none, or more than one."""
    from replylint.errors import UsageError
    from replylint.yamlfile.nearest import nearest

    found = book.named(name)
    spoken = [entry for entry in found if entry.rule.language == current_language()]
    if len(found) == 1 or len(spoken) == 1:
        return (spoken or found)[0]
    if found:
        listed = ", ".join(entry.rule.full_id for entry in found)
        text = _("“{name}” is a rule of several packs; say which: {rules}")
        raise UsageError(text.format(name=name, rules=listed))
    known = {entry.rule.id for entry in book.entries}
    if ":" in name:
        known = {entry.rule.full_id for entry in book.entries}
    hint = nearest(name, sorted(known)) or " " + _("(replylint rules list shows all)")
    raise UsageError(_("there is no rule “{name}”").format(name=name) + hint)
