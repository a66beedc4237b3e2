"""The macro library that a team names in its settings, for telling replies that copy it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from replylint.globs import fits
from replylint.macros.names import Fields
from replylint.template import Placeholders


@dataclass(frozen=True, slots=True)
class HowWritten:
    """What the settings say about the files that one of the globs (below ``base``) fits."""

    globs: tuple[str, ...]
    base: Path
    format: str | None = None
    fields: Fields | None = None


@dataclass(frozen=True, slots=True)
class OwnMacros:
    """A library: its files and folders, and how they are written.

    ``written`` go before ``format`` and ``fields``, the last that fits winning. ``texts`` are
    macros themselves, beside those of the files.
    """

    paths: tuple[Path, ...] = ()
    format: str | None = None
    fields: Fields | None = None
    written: tuple[HowWritten, ...] = ()
    placeholders: Placeholders | None = None
    texts: tuple[str, ...] = ()

    def told(self, path: str) -> tuple[str | None, Fields]:
        """The format of a file, None when nobody says it, and where it keeps its replies."""
        format, fields = self.format, self.fields
        for one in self.written:
            if fits(path, one.globs, one.base):
                format, fields = one.format or format, one.fields or fields
        return format, fields or Fields()
