"""`replylint rules docs`: the catalogue of rules as Markdown, in English and in Russian."""

from __future__ import annotations

from pathlib import Path

import click

from replylint.commands.choosing import library, pack_option
from replylint.commands.language import lang_option
from replylint.translation import _, speaking

FILES = {"en": "rules.md", "ru": "rules.ru.md"}
"""The file in each language."""


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "docs",
        callback=_callback,
        params=[
            click.Option(
                ["--output", "-o"],
                default="docs",
                show_default=True,
                metavar=_("FOLDER"),
                help=_("The folder to write rules.md and rules.ru.md to."),
            ),
            pack_option(),
            click.Option(
                ["--check"],
                is_flag=True,
                help=_("Write nothing; exit with 1 when a file is out of step."),
            ),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Write the catalogue of rules."),
        help=_(
            "Write the catalogue of rules as Markdown, in English and in Russian: what each rule "
            "finds, why it hurts, examples, what to write instead, and traps. By default of the "
            "packs that come along; settings do not matter."
        ),
    )


def pages(packs: tuple[str, ...] = ()) -> dict[str, str]:
    """The text of each file by its name; by default of all shipped packs."""
    from replylint.explain.catalogue import catalogue
    from replylint.settings.settings import Settings

    book = library(packs, Settings())
    texts = {}
    for language, name in FILES.items():
        with speaking(language):
            texts[name] = catalogue(book)
    return texts


def _callback(output: str, pack: tuple[str, ...], check: bool) -> None:
    from replylint.commands.files import put_made

    folder = Path(output)
    codes = [put_made(folder / name, text, check=check) for name, text in pages(pack).items()]
    click.get_current_context().exit(max(codes))
