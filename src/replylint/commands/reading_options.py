"""What `check`, `fix` and `baseline` have in common: PATHs, packs, settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from replylint.commands.choosing import pack_option
from replylint.commands.settings_options import told_by
from replylint.errors import UsageError
from replylint.sources.item import Item
from replylint.sources.paths import Inputs, read_paths
from replylint.sources.registry import READERS
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.settings.settings import Settings


def paths_argument() -> click.Parameter:
    """The PATHs."""
    return click.Argument(["paths"], nargs=-1, metavar=_("[PATH]..."))


def reading_options() -> list[click.Parameter]:
    """The options ``--input`` and ``--pack``."""
    return [
        click.Option(
            ["--input"],
            type=click.Choice(["auto", *READERS]),
            default="auto",
            show_default=True,
            help=_("Format of what is read; auto goes by the ending of each file."),
        ),
        pack_option(),
    ]


def paths_or_library(paths: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    """The paths that were named; without any, those of the library that the settings name."""
    library = settings.choices.library
    return paths if paths or library is None else tuple(map(str, library.paths))


def items_in(
    paths: Iterable[str],
    settings: Settings,
    format: str,
) -> Iterator[Item]:
    """Everything in the paths; raises ``UsageError`` when there are none."""
    given = tuple(paths)
    if not given:
        raise UsageError(_("name a file or a folder"))
    inputs = Inputs(
        given,
        None if format == "auto" else format,
        told=partial(told_by, settings),
    )
    return read_paths(inputs, None)
