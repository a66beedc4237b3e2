"""The DuckDB file: opened, brought into its form, and added to so that nothing is half there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import TYPE_CHECKING, Any

from replylint.errors import InputError, Place, UsageError
from replylint.extras import install_command
from replylint.reasons import reason_of
from replylint.store.rows import Rows
from replylint.store.tables import FORM, RESULTS, TABLES
from replylint.translation import _

if TYPE_CHECKING:
    import duckdb

MEMORY = "256MB"
"""What DuckDB may keep in memory; the rest goes to disk, beside the store."""
_MARK = slice(8, 12)
"""Where the file of a database says that it is one."""


class Store:
    """An open store; a context manager. Only one process can have it open at a time.

    Raises ``InputError`` when the file cannot be opened or is no store of ours, ``UsageError``
    when DuckDB is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = _connect(path)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is left and let others open the file."""
        self._connection.close()

    def _prepare(self) -> None:
        known = {name for (name,) in self.rows("SELECT table_name FROM duckdb_tables()")}
        if known and "replylint" not in known:
            message = _("this is a database, but no store of replylint; name another file")
            raise InputError(message, Place(str(self.path)))
        if known:
            form = self.rows("SELECT form FROM replylint")[0][0]
            if form != FORM:
                message = _(
                    "this store has the form {found}, and this version of replylint writes the "
                    "form {known}; name another file"
                )
                message = message.format(found=form, known=FORM)
                raise InputError(message, Place(str(self.path)))
            self.change("ALTER TABLE findings ADD COLUMN IF NOT EXISTS lost DOUBLE")
            return
        with self.transaction():
            self.change(
                f"CREATE TABLE replylint AS SELECT {FORM} AS form, '{token_hex(16)}' AS salt"
            )
            for table in TABLES.values():
                self.change(table.definition)

    @property
    def salt(self) -> str:
        """A secret of this store, by which names can be replaced in one way that nobody guesses."""
        return str(self.rows("SELECT salt FROM replylint")[0][0])

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The answer to a query, all of it."""
        return self._connection.execute(query, list(values)).fetchall()

    def stream(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The answer to a query, a few rows at a time; for what may be large."""
        cursor = self._connection.cursor()
        cursor.execute(query, list(values))
        while part := cursor.fetchmany(2048):
            yield from part

    def change(self, statement: str, values: Sequence[object] = ()) -> None:
        """Run a statement that answers nothing."""
        self._connection.execute(statement, list(values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is changed within, or nothing of it, also when the machine loses its power."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def add(self, run: int, rows: Rows) -> None:
        """Add rows to a run."""
        for table in RESULTS:
            columns = rows.columns[table.name]
            if columns[0]:
                self.change(table.insertion, [[run] * len(columns[0]), *columns])


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        import duckdb
    except ImportError as error:
        message = _("scoring needs a few more packages; install them with: {command}")
        raise UsageError(message.format(command=install_command("score"))) from error
    options: dict[str, Any] = {"memory_limit": MEMORY, "threads": 2}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_unwritable(path)
        _refuse_other(path)
        return duckdb.connect(str(path), config=options)
    except OSError as error:
        message = _("this store cannot be opened: {reason}").format(reason=reason_of(error))
        raise InputError(message, Place(str(path))) from error
    except duckdb.Error as error:
        raise InputError(_why_closed(str(error)), Place(str(path))) from error


def _refuse_unwritable(path: Path) -> None:
    """Raise what the system says, for DuckDB would say it in English of its own."""
    if path.exists():
        path.open("r+b").close()
    elif not os.access(path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "")


def _refuse_other(path: Path) -> None:
    """DuckDB would open a table of text as a database as well."""
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(_MARK.stop)[_MARK] != b"DUCK":
                message = _("this is no store of replylint; name another file")
                raise InputError(message, Place(str(path)))


def _why_closed(reason: str) -> str:
    if "lock" in reason.lower():
        return _("another process has this store open; wait for it, or name another file")
    reason = " ".join(reason.split())
    return _("this store cannot be opened: {reason}").format(reason=reason)
