"""What a person should know about a run is told in the terminal and kept for every result."""

import csv

import openpyxl
import pytest

from replylint.dashboard.data import Wish, report_data
from replylint.scoring.anonymous import Names
from replylint.scoring.notes import notes_of, without_score
from replylint.scoring.workbook import write_workbook
from replylint.store.runs import runs
from replylint.store.store import Store
from scored import score_into, write_proba

HEADER = ("Диалог", "Дата", "Оператор", "Ответ")
ROWS = (
    (1, "2026-09-01 10:00", "Вера Шум", "Уже едет."),
    (2, "2026-09-01 11:00", "вера шум", "Привезём завтра."),
    (3, "2026-09-01 12:00", "Илья Камышов", "👍"),
    (4, "2026-09-01 13:00", "Илья Камышов", "Сәлеметсіз бе! Сіздің тапсырысыңыз бүгін келеді."),
)


def write_rows(path):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((HEADER, *ROWS))
    return path


@pytest.fixture
def told():
    return []


@pytest.fixture
def store(tmp_path, told):
    """The store of a run over two files that are the same."""
    folder = tmp_path / "exports"
    folder.mkdir()
    write_rows(folder / "one.csv")
    write_rows(folder / "two.csv")
    with Store(tmp_path / "s.duckdb") as store:
        score_into(store, folder, write_proba(tmp_path), note=told.append)
        yield store


def messages(store, *, hidden=False):
    return [note.message for note in notes_of(store, 1, Names(store, 1, hidden=hidden))]


def test_what_was_told_while_reading_is_kept_and_what_has_no_score_is_added(store, told):
    kept = messages(store)
    assert kept == [*(note.message for note in told), without_score(store, 1)]
    assert any("to the byte" in message for message in kept)
    assert any("“вера шум” → “Вера Шум”" in message for message in kept)


def test_the_page_and_the_workbook_tell_the_same(store, tmp_path):
    names = Names(store, 1, hidden=False)
    write_workbook(store, 1, tmp_path / "r.xlsx", names, pass_mark=80.0)
    rows = list(openpyxl.load_workbook(tmp_path / "r.xlsx")["Notes"].iter_rows(values_only=True))
    assert rows[0] == ("File", "Line", "Note")
    assert [row[2] for row in rows[1:]] == messages(store)
    shown = report_data(store, runs(store)[0], Wish())["run"]["notes"]
    assert len(shown) == len(rows) - 1
    assert all(note.endswith(row[2]) for note, row in zip(shown, rows[1:], strict=True))


def test_with_hidden_names_notes_name_neither_people_nor_files(store):
    names = Names(store, 1, hidden=True)
    every = [f"{note.source} {note.message}" for note in notes_of(store, 1, names)]
    assert any(note.startswith("File 2") and "as File 1" in note for note in every)
    for word in ("one.csv", "two.csv", "Шум", "шум"):
        assert not [note for note in every if word in note]


def test_replies_without_a_score_are_told_with_the_reasons(store):
    told = without_score(store, 1)
    assert told == "2 replies have no score (neither Russian nor English: 1, without words: 1)"


def test_where_all_are_judged_nothing_is_told(scored):
    assert without_score(scored, 1) is None
