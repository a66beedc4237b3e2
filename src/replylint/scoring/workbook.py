"""The results as an Excel workbook: filters, frozen headers, and no cell that is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.finding import Criterion, Severity
from replylint.reports.categories import category_title, criterion_title
from replylint.reports.words import channel_word, severity_word, yes_or_no
from replylint.scoring.anonymous import Names
from replylint.scoring.notes import notes_of
from replylint.scoring.queries import found_in_replies, said_before
from replylint.scoring.scorecards import Scorecard, scorecards
from replylint.scoring.spreadsheet import style
from replylint.scoring.table_files import state_word
from replylint.scoring.unread import unread_rows
from replylint.scoring.whole_file import whole_file
from replylint.store.slices import rows_by_part
from replylint.store.store import Store
from replylint.translation import _

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_575
"""What a sheet of Excel holds besides its header; what is more goes to a further sheet."""
_LONGEST = 32_767


def write_workbook(store: Store, run: int, path: Path, names: Names, *, pass_mark: float) -> None:
    """Write a workbook about a run; raises ``UsageError`` when it cannot be written.

    Texts are left out where names are hidden. Memory does not grow with the number of rows.
    """
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "tmpdir": str(path.parent),
    }
    with whole_file(path) as part, part.open("wb") as file, Workbook(file, options) as book:
        for sheet in _sheets(store, run, names, pass_mark):
            write_sheet(book, sheet.title, sheet.header, sheet.rows, totals=sheet.totals)


def write_sheet(
    book: Workbook,
    title: str,
    header: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Any]],
    *,
    totals: int = 0,
) -> None:
    """Write a sheet: a header of names and widths, then rows; a further sheet where one is full.

    The last rows, as many as ``totals``, are about the others: filters and sorting leave them be.

    Every text is written as a text, so none is run as a formula or becomes a link. Days and moments
    are such cells, yes and no are words.
    """
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "0.0", "valign": "top"})
    day = book.add_format({"num_format": style().day, "valign": "top", "align": "left"})
    moment = book.add_format({"num_format": style().moment, "valign": "top", "align": "left"})
    sheet = None
    count, sheets = 0, 0
    for row in _with_header(rows):
        if sheet is None or count == MOST_ROWS:
            _close(sheet, count, len(header))
            sheets += 1
            sheet = book.add_worksheet(title[:28] if sheets == 1 else f"{title[:28]} {sheets}")
            sheet.freeze_panes(1, 0)
            for column, (name, width) in enumerate(header):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, name, bold)
            count = 0
        if row is None:
            continue
        count += 1
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                sheet.write_string(count, column, yes_or_no(value), wrapped)
            elif isinstance(value, date):
                form = moment if isinstance(value, datetime) else day
                sheet.write_datetime(count, column, value, form)
            elif isinstance(value, int | float):
                sheet.write_number(
                    count, column, value, number if isinstance(value, float) else wrapped
                )
            else:
                sheet.write_string(count, column, str(value)[:_LONGEST], wrapped)
    _close(sheet, count - totals, len(header))


def _with_header(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any] | None]:
    """The rows after a None, so that a sheet without rows has its header as well."""
    yield None
    yield from rows


def _close(sheet: Any, count: int, columns: int) -> None:
    if sheet is not None:
        sheet.autofilter(0, 0, max(count, 1), columns - 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook; ``totals`` of its last rows are about the others."""

    title: str
    header: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Any]]
    totals: int = 0


def _sheets(store: Store, run: int, names: Names, pass_mark: float) -> Iterator[Sheet]:
    whole = scorecards(store, run, pass_mark=pass_mark)
    agents = scorecards(store, run, "agent", pass_mark=pass_mark)
    yield Sheet(_("Agents"), _card_header(_("Agent")), _cards(agents, whole, names), len(whole))
    weeks = [c for c in scorecards(store, run, "week", pass_mark=pass_mark) if c.name]
    yield Sheet(_("Weeks"), _card_header(_("Week from")), _cards(weeks, whole, None), len(whole))
    yield _categories(store, run, whole)
    yield _replies(store, run, names)
    yield _findings(store, run, names)
    yield _unread(store, run, names)
    yield _notes(store, run, names)


def _card_header(first: str) -> list[tuple[str, int]]:
    named = [_("Replies"), _("Conversations"), _("IQS"), _("IQS from"), _("IQS to")]
    named += [_("Pass rate, %"), _("Critical"), _("Findings per 100 replies")]
    criteria = [criterion_title(criterion).capitalize() for criterion in Criterion]
    return [(first, 24), *((name, 13) for name in (*named, *criteria))]


def _cards(
    cards: Sequence[Scorecard], whole: Sequence[Scorecard], names: Names | None
) -> Iterator[Sequence[Any]]:
    for card in (*cards, *whole):
        name = date.fromisoformat(card.name) if names is None and card.name else None
        shown = name if names is None else names.agent(card.name)
        title = _("all") if card in whole else shown or _("not known")
        yield (
            title,
            card.replies,
            card.chats,
            card.iqs.value,
            card.iqs.low,
            card.iqs.high,
            100.0 * card.passed.value,
            card.critical,
            card.per_hundred,
            *card.criteria.values(),
        )


def _categories(store: Store, run: int, whole: Sequence[Scorecard]) -> Sheet:
    total = whole[0].replies if whole else 1
    rows = store.rows(
        "SELECT category, pack, rule, severity, count(*) AS n, "
        "count(DISTINCT (chat, turn)) FROM findings WHERE run = ? AND let_be IS NULL "
        "GROUP BY ALL ORDER BY bool_and(severity = 'info'), n DESC, category, pack, rule, severity",
        [run],
    )
    header = [(_("Category"), 34), (_("Pack"), 16), (_("Rule"), 28), (_("Severity"), 11)]
    header += [(_("Findings"), 11)]
    header += [(_("Replies"), 11), (_("Findings per 100 replies"), 14)]
    return Sheet(
        _("Rules"),
        header,
        (
            (category_title(row[0]), *row[1:3], _severity(row[3]), *row[4:], 100.0 * row[4] / total)
            for row in rows
        ),
    )


def _replies(store: Store, run: int, names: Names) -> Sheet:
    header = [(_("Conversation"), 18), (_("Message no."), 11), (_("Agent"), 20), (_("Team"), 14)]
    header += [(_("Channel"), 12), (_("Sent"), 17), (_("State"), 10), (_("Score"), 9)]
    header += [(_("Critical"), 9), (_("Findings"), 9), (_("Customer"), 50)]
    header += [(_("Text of the reply"), 70), (_("Rules"), 30)]
    header += [(criterion_title(criterion).capitalize(), 13) for criterion in Criterion]
    criteria = ", ".join(f"r.{criterion.value}" for criterion in Criterion)
    query = f"""
        SELECT c.id, r.chat, r.turn + 1, r.agent, r.team, r.channel,
               r.sent_at, r.state, r.score, r.critical, r.findings,
               q.text, m.text, array_to_string(f.rules, '; '), {criteria}
        FROM {{replies}} r JOIN {{chats}} c USING (chat) JOIN {{messages}} m USING (chat, turn)
        LEFT JOIN ({said_before("{messages}")}) q USING (chat, turn)
        LEFT JOIN ({found_in_replies("{findings}", hidden=True)}) f USING (chat, turn)
        ORDER BY chat, r.turn
    """
    rows = (
        (
            _chat(row, names),
            row[2],
            names.agent(row[3]),
            names.team(row[4]),
            _channel(row[5], names),
            row[6],
            state_word(row[7]),
            *row[8:11],
            _text(row[11], names),
            _text(row[12], names),
            *row[13:],
        )
        for row in rows_by_part(store, run, query, ("replies", "chats", "messages", "findings"))
    )
    return Sheet(_("Replies"), header, rows)


def _findings(store: Store, run: int, names: Names) -> Sheet:
    header = [(_("Conversation"), 18), (_("Message no."), 11), (_("Agent"), 20)]
    header += [(_("Category"), 34)]
    header += [(_("Rule"), 26), (_("Severity"), 11), (_("Words"), 30), (_("What is wrong"), 60)]
    header += [(_("Better"), 60), (_("Let be, because"), 24)]
    query = """
        SELECT c.id, f.chat, f.turn + 1, r.agent, f.category, f.rule, f.severity, f.text,
               f.message, f.suggestions[1], f.let_be
        FROM {findings} f JOIN {chats} c USING (chat) JOIN {replies} r USING (chat, turn)
        ORDER BY chat, f.turn, f.number
    """
    rows = (
        (
            _chat(row, names),
            row[2],
            names.agent(row[3]),
            category_title(row[4]),
            row[5],
            _severity(row[6]),
            _text(row[7], names),
            _text(row[8], names),
            names.text(row[9]) if row[9] else None,
            names.text(row[10]) if row[10] else None,
        )
        for row in rows_by_part(store, run, query, ("findings", "chats", "replies"))
    )
    return Sheet(_("Findings"), header, rows)


def _unread(store: Store, run: int, names: Names) -> Sheet:
    header = [(_("File"), 30), (_("Line"), 9), (_("What is wrong"), 60), (_("Quoted"), 60)]
    rows = ((names.file(file), *rest) for file, *rest in unread_rows(store, run, names))
    return Sheet(_("Not read"), header, rows)


def _notes(store: Store, run: int, names: Names) -> Sheet:
    header = [(_("File"), 30), (_("Line"), 9), (_("Note"), 100)]
    notes = notes_of(store, run, names)
    rows = ((note.source, note.line, note.message) for note in notes)
    return Sheet(_("Notes"), header, rows)


def _chat(row: Sequence[Any], names: Names) -> str:
    return f"#{row[1] + 1}" if names.hidden else str(row[0])


def _channel(channel: str | None, names: Names) -> str | None:
    word = channel_word(channel)
    return names.label(word) if word else word


def _severity(label: str) -> str:
    return severity_word(Severity.of(label))


def _text(text: str | None, names: Names) -> str | None:
    return None if names.hidden else text
