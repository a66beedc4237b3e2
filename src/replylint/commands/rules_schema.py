"""`replylint rules schema`: the JSON Schema that editors complete and check packs by."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from replylint.commands.language import lang_option
from replylint.errors import UsageError
from replylint.translation import _


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "schema",
        callback=_callback,
        params=[
            click.Option(
                ["--output", "-o"],
                metavar=_("FILE"),
                help=_("The file to write; by default standard output."),
            ),
            click.Option(
                ["--settings"], is_flag=True, help=_("The schema of replylint.yaml instead.")
            ),
            click.Option(
                ["--check"],
                is_flag=True,
                help=_("Write nothing; exit with 1 when the file is out of step."),
            ),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Write the JSON Schema of packs, for editors."),
        help=_(
            "Write the JSON Schema of pack files. An editor that knows it completes keys and marks "
            "mistakes; a pack names it in its first line."
        ),
        epilog="\b\n# yaml-language-server: $schema=pack.schema.json",
    )


def _callback(output: str | None, settings: bool, check: bool) -> None:
    from replylint.commands.files import put_made
    from replylint.explain.json_schema import SCHEMAS, written

    text = written(SCHEMAS["settings" if settings else "pack"]())
    if output in (None, "-"):
        if check:
            raise UsageError(_("--check needs -o: the file to look at"))
        sys.stdout.write(text)
        return
    click.get_current_context().exit(put_made(Path(output or ""), text, check=check))
