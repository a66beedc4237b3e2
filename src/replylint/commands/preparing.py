"""The linter of a command, and a sign of life while its packs are compiled for the first time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from replylint.commands import streams
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.linter import Linter
    from replylint.settings.settings import Settings
    from replylint.suppressions.suppression import Suppression


def linter_with(
    packs: Sequence[str], settings: Settings, suppressions: Sequence[Suppression] = ()
) -> Linter:
    """A linter with these packs, or those of the settings; raises what ``Linter`` does."""
    from replylint.linter import Linter

    return Linter(
        packs=packs or None,
        settings=settings,
        suppressions=suppressions,
        preparing=_say_so if streams.is_terminal(sys.stderr) else None,
    )


def _say_so() -> None:
    streams.tell(_("Preparing the rules; the next run will find them ready …"))
