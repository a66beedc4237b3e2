"""The sample as a sheet that people fill in by hand, with their verdict on each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from replylint.reports.categories import category_title
from replylint.scoring.anonymous import Names, took_part
from replylint.scoring.sampling import RISK, draw
from replylint.scoring.spreadsheet import csv_text
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

_WIDTHS = (12, 10, 16, 16, 40, 60, 26, 24, 24, 50, 18, 14, 30)
_LAST_ROW = 20_000
"""Down to this row a sheet offers yes and no to choose from."""


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
        "verdict": _("Is the finding right? yes / no"),
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
    path.write_text(csv_text([header, *rows]), encoding="utf-8", newline="")


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        write_sheet(book, _("Review"), list(zip(header, _WIDTHS, strict=True)), rows)
        answers = {"validate": "list", "source": [_("yes"), _("no")], "error_type": "warning"}
        place = FIELDS.index("verdict")
        book.worksheets()[0].data_validation(1, place, _LAST_ROW, place, answers)
        how = [
            (_("Write yes or no into the column with the question; empty means: I cannot tell."),),
            (_("A row with a rule: yes, the finding is right; no, it is a false alarm."),),
            (_("A row without a rule: yes, nothing else is wrong; no, something was missed."),),
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
        people = took_part(store, run, drawn.chat)
        key = f"{run}.{drawn.chat + 1}.{drawn.turn + 1}"
        why = _("by risk") if drawn.why == RISK else _("at random")
        head = (
            why,
            f"#{drawn.chat + 1}" if names.hidden else chat,
            names.agent(agent),
            names.text(before[0][0], people) if before else None,
            names.text(reply, people),
        )
        findings = store.rows(
            "SELECT number, pack || ':' || rule, category, text, message FROM findings "
            "WHERE run = ? AND chat = ? AND turn = ? AND let_be IS NULL ORDER BY number",
            place,
        )
        for number, rule, category, text, message in findings:
            said = (names.text(text, people), names.text(message, people))
            found = (rule, category_title(category), *said)
            yield (f"{key}.{number + 1}", *head, *found, None, None, None)
        asked = _("No other finding. Right? Yes: nothing else is wrong. No: something was missed.")
        if not findings:
            asked = _("No finding. Right? Yes: nothing is wrong. No: something was missed.")
        yield (key, *head, None, None, None, asked, None, None, None)
