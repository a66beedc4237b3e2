"""`replylint rules`: the commands around rules."""

from __future__ import annotations

import click

from replylint.commands import (
    rules_docs,
    rules_list,
    rules_new,
    rules_schema,
    rules_show,
    rules_test,
)
from replylint.commands.language import lang_option
from replylint.translation import _

COMMANDS = (
    rules_list.command,
    rules_show.command,
    rules_test.command,
    rules_new.command,
    rules_schema.command,
    rules_docs.command,
)
"""What builds each command: a new one is a new file and an entry here."""


def command() -> click.Group:
    """The group, with its help in the language that is in use now."""
    return click.Group(
        "rules",
        commands=[build() for build in COMMANDS],
        params=[lang_option()],
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        short_help=_("See, test and write rules."),
        help=_("See, test and write the rules that replies are checked by."),
    )
