"""Tables become chats: one reply a row, or one message a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.columns import choose_columns
from replylint.exports.contents import SAMPLE, contents_of
from replylint.exports.grouping import Gathering, Turn, grouped, stand_together
from replylint.exports.own_results import refuse_own
from replylint.exports.row_reader import RowReader
from replylint.exports.rows import Row, Table
from replylint.sources.item import Note
from replylint.translation import _


def table_chats(table: Table, wanted: Wanted) -> Iterator[Found]:
    """The chats of a table, after a note that says which column was taken for what.

    Raises ``OwnResultError`` when replylint wrote the table.
    """
    refuse_own(table.columns)
    sample = [row.cells for row in islice(table.rows(), SAMPLE) if isinstance(row, Row)]
    try:
        columns = choose_columns(
            table.columns,
            wanted.columns,
            Place(table.source),
            roles_by_name=bool(wanted.agents),
            contents=contents_of(table.columns, sample),
            said=wanted.columns_said,
        )
    except InputError as error:
        yield Unread(table.source, None, error.message)
        return
    unused = [name for name in table.columns if name and name not in columns.by_field.values()]
    text = _("columns: {columns}; change with --column FIELD=NAME")
    if unused:
        text = _("columns: {columns}; not used: {unused}; change with --column FIELD=NAME")
    yield Note(Place(table.source), text.format(columns=columns, unused=", ".join(unused[:20])))
    if not sample:
        yield Note(Place(table.source), _("there are no rows under the names of the columns"))
    reader = RowReader(table, columns, wanted)
    if reader.others_answer(sample):
        text = _("“{column}” names customers only; whoever else it names is taken for an agent")
        yield Note(Place(table.source), text.format(column=columns.get("role")))
    if columns.get("chat") is None:
        yield from _one_a_row(table, reader)
    elif stand_together(_chat_ids(table, reader)):
        yield from _streamed(table, reader)
    else:
        yield from _gathered(table, reader)
    yield from reader.notes()


def _chat_ids(table: Table, reader: RowReader) -> Iterator[str]:
    for row in table.rows():
        if isinstance(row, Row):
            identity = reader.chat_id(row)
            if identity:
                yield identity


def _one_a_row(table: Table, reader: RowReader) -> Iterator[Found]:
    for item in reader.turns(table.rows()):
        yield reader.chat([item]) if isinstance(item, Turn) else item


def _streamed(table: Table, reader: RowReader) -> Iterator[Found]:
    waiting: list[Found] = []

    def turns() -> Iterator[Turn]:
        for item in reader.turns(table.rows()):
            if isinstance(item, Turn):
                yield item
            else:
                waiting.append(item)

    yield from _chats(reader, turns(), waiting)


def _gathered(table: Table, reader: RowReader) -> Iterator[Found]:
    yield Note(
        Place(table.source),
        _("the rows of a conversation do not stand together; gathered by its id, on disk"),
    )
    with Gathering() as gathering:
        for item in reader.turns(table.rows()):
            if isinstance(item, Turn):
                gathering.put(item)
            else:
                yield item
        yield from _chats(reader, gathering.turns(), [])


def _chats(reader: RowReader, turns: Iterator[Turn], waiting: list[Found]) -> Iterator[Found]:
    """A chat for each group of turns; what is ``waiting`` meanwhile goes before it."""
    last, part = None, 1
    for group in grouped(turns):
        part = part + 1 if group[0].chat == last else 1
        last = group[0].chat
        yield from waiting
        waiting.clear()
        yield reader.chat(group, part)
    yield from waiting
