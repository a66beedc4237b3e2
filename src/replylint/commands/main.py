"""The way in: choose the language, build the commands, run one, end with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from replylint import __version__
from replylint.commands import (
    baseline,
    calibrate,
    check,
    fix,
    init,
    library,
    rules,
    score,
    streams,
    tokens,
)
from replylint.commands.failure import told
from replylint.commands.language import chosen_language, lang_option, speak
from replylint.translation import _

COMMANDS = (
    check.command,
    fix.command,
    baseline.command,
    library.command,
    score.command,
    calibrate.command,
    init.command,
    rules.command,
    tokens.command,
)
"""What builds each command: a new one is a new file and an entry here."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program with these arguments, by default those of the process, and exit."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    streams.prepare()
    speak(chosen_language(arguments, os.environ))
    try:
        group = program()
        with group.make_context("replylint", list(arguments)) as context:
            group.invoke(context)
        sys.stdout.flush()
    except BaseException as error:
        return _ended(error)
    return 0


def program() -> click.Group:
    """The commands, with their help in the language that is in use now."""
    group = click.Group(
        "replylint",
        commands=[build() for build in COMMANDS],
        params=[lang_option()],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        help=_("A linter for replies to customers: finds what will hurt before it is sent."),
    )
    return click.version_option(__version__, message="%(prog)s %(version)s")(group)


def _ended(error: BaseException) -> int:
    """The exit code after an error; what was written before it still goes out."""
    code = told(error)
    try:
        sys.stdout.flush()
    except BrokenPipeError as broken:
        return told(broken)
    return code
