"""The sample as a sheet that people fill in by hand, with their verdict on each finding."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from replylint.reports.categories import category_title
from replylint.scoring.anonymous import Names
from replylint.scoring.sampling import RISK, draw
from replylint.scoring.table_files import harmless
from replylint.scoring.whole_file import whole_file
from replylint.scoring.workbook import write_sheet
from replylint.store.store import Store
from replylint.translation import _

FIELDS = (
    "key",
    "drawn",
    "conversation",
    "agent",
    "customer",
    "reply",
    "rule",
    "category",
    "words",
    "finding",
    "verdict",
    "reviewer",
    "comment",
)
"""The columns of the sheet; ``rule`` is empty where the question is whether anything was missed."""

_WIDTHS = (12, 10, 16, 16, 40, 60, 26, 24, 24, 50, 12, 14, 30)


def titles() -> dict[str, str]:
    """The columns as a person reads them."""
    return {
        "key": _("Key"),
        "drawn": _("Drawn"),
        "conversation": _("Conversation"),
        "agent": _("Agent"),
        "customer": _("Customer"),
        "reply": _("Text of the reply"),
        "rule": _("Rule"),
        "category": _("Category"),
        "words": _("Words"),
        "finding": _("What is wrong"),
        "verdict": _("Verdict"),
        "reviewer": _("Reviewer"),
        "comment": _("Comment"),
    }


def write_review(store: Store, run: int, path: Path, names: Names, *, size: int, seed: int) -> None:
    """Write the sample: a row for each finding of each reply drawn, and one for what was missed.

    The ending says XLSX or CSV. Raises ``UsageError`` when the file cannot be written.
    """
    rows = _rows(store, run, names, size, seed)
    header = [titles()[field] for field in FIELDS]
    with whole_file(path) as part:
        if path.suffix.lower() == ".csv":
            _write_csv(part, header, rows)
        else:
            _write_xlsx(part, header, rows)


def _write_csv(path: Path, header: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """With a byte order mark, without which Excel takes Cyrillic for something else."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([harmless(str(cell or "")) for cell in row] for row in rows)


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        write_sheet(book, _("Review"), list(zip(header, _WIDTHS, strict=True)), rows)
        how = [
            (_("Write yes or no into the column “Verdict”; leave it empty if you cannot tell."),),
            (_("A row with a rule asks: is this finding right?"),),
            (_("A row without a rule asks: is there nothing else wrong in the reply?"),),
            (_("Then run: replylint calibrate FILE. Several reviewers fill in a copy each."),),
        ]
        write_sheet(book, _("How to"), [(_("How to fill in"), 100)], how)


def _rows(store: Store, run: int, names: Names, size: int, seed: int) -> Iterator[Sequence[Any]]:
    for drawn in draw(store, run, size, seed):
        place = [run, drawn.chat, drawn.turn]
        chat, agent, reply = store.rows(
            "SELECT c.id, r.agent, m.text FROM replies r "
            "JOIN chats c ON c.run = r.run AND c.chat = r.chat "
            "JOIN messages m ON m.run = r.run AND m.chat = r.chat AND m.turn = r.turn "
            "WHERE r.run = ? AND r.chat = ? AND r.turn = ?",
            place,
        )[0]
        before = store.rows(
            "SELECT text FROM messages WHERE run = ? AND chat = ? AND turn < ? "
            "AND role = 'customer' AND NOT private ORDER BY turn DESC LIMIT 1",
            place,
        )
        key = f"{run}.{drawn.chat + 1}.{drawn.turn + 1}"
        why = _("by risk") if drawn.why == RISK else _("at random")
        head = (
            why,
            f"#{drawn.chat + 1}" if names.hidden else chat,
            names.agent(agent),
            names.text(before[0][0]) if before else None,
            names.text(reply),
        )
        findings = store.rows(
            "SELECT number, pack || ':' || rule, category, text, message FROM findings "
            "WHERE run = ? AND chat = ? AND turn = ? AND let_be IS NULL ORDER BY number",
            place,
        )
        for number, rule, category, text, message in findings:
            found = (rule, category_title(category), names.text(text), names.text(message))
            yield (f"{key}.{number + 1}", *head, *found, None, None, None)
        asked = _("Is there nothing else wrong?") if findings else _("Is there nothing wrong?")
        yield (key, *head, None, None, None, asked, None, None, None)
