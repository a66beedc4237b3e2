"""Files that are written as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from replylint.errors import Place, UsageError
from replylint.reasons import reason_of
from replylint.translation import _


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of ``path`` when all went well.

    Raises ``UsageError`` when it cannot be written.
    """
    import duckdb

    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except (OSError, duckdb.IOException) as error:
        message = _("cannot be written: {why}").format(why=reason_of(error))
        raise UsageError(message, Place(str(path))) from error
    finally:
        with suppress(OSError):
            part.unlink()
