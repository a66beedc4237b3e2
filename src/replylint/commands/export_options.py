"""The options about reading exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from replylint.channels import channel_name
from replylint.conversation import Role
from replylint.errors import UsageError
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.exports.chat import Wanted


def export_options() -> list[click.Parameter]:
    """The options by which a person says how exports should be read."""
    return [
        click.Option(
            ["--from", "format"],
            metavar=_("FORMAT"),
            help=_("Format of the exports: csv, xlsx, zendesk …; by default found out by content."),
        ),
        click.Option(
            ["--column"],
            metavar=_("FIELD=NAME"),
            multiple=True,
            help=_("Which column holds what, by name or number: --column reply=Answer."),
        ),
        click.Option(
            ["--role"],
            metavar=_("WORD=ROLE"),
            multiple=True,
            help=_("What a word of the role column means: --role Operator=agent."),
        ),
        click.Option(
            ["--agent"],
            metavar=_("NAME"),
            multiple=True,
            help=_("Who answers customers, for exports that do not tell (WhatsApp, Telegram)."),
        ),
        click.Option(
            ["--encoding"],
            metavar=_("NAME"),
            help=_("Encoding of text files; by default found out."),
        ),
        click.Option(
            ["--channel"],
            metavar=_("NAME"),
            help=_("The channel of conversations that do not say theirs: chat, email, review …"),
        ),
        click.Option(
            ["--day-first/--month-first"],
            default=None,
            help=_("How 03/04/2026 is meant; by default found out from the other dates."),
        ),
        click.Option(
            ["--no-header"], is_flag=True, help=_("The table has no line with names of columns.")
        ),
        click.Option(
            ["--timezone"],
            metavar=_("ZONE"),
            help=_(
                "By whose clock days and hours go, such as Europe/Moscow: times with an offset "
                "from UTC are converted. By default each time stays as it is written."
            ),
        ),
        click.Option(["--bots"], is_flag=True, help=_("Judge the messages of bots as well.")),
    ]


NAMES = (
    "format",
    "column",
    "role",
    "agent",
    "encoding",
    "channel",
    "day_first",
    "no_header",
    "bots",
    "timezone",
)
"""The options as click hands them over."""


def wanted_of(values: dict[str, Any]) -> Wanted:
    """How exports should be read; raises ``UsageError`` for what makes no sense."""
    from replylint.exports.chat import Wanted

    return Wanted(
        format=values["format"],
        columns=dict(_pairs(values["column"], "--column", _("reply=Answer"))),
        roles={
            word: _role(role)
            for word, role in _pairs(values["role"], "--role", _("Operator=agent"))
        },
        agents=tuple(values["agent"]),
        encoding=values["encoding"],
        channel=channel_name(values["channel"]),
        day_first=values["day_first"],
        header=not values["no_header"],
        bots=values["bots"],
        timezone=values["timezone"],
    )


def _pairs(given: Iterable[str], option: str, example: str) -> list[tuple[str, str]]:
    pairs = []
    for text in given:
        first, sign, second = text.partition("=")
        if not (sign and first.strip() and second.strip()):
            message = _("{option} needs two words with “=” between them, as in {option} {example}")
            raise UsageError(message.format(option=option, example=example))
        pairs.append((first.strip(), second.strip()))
    return pairs


def _role(word: str) -> Role:
    try:
        return Role(word.lower())
    except ValueError as error:
        message = _("there is no role “{word}”; there are {roles}")
        raise UsageError(message.format(word=word, roles=", ".join(Role))) from error
