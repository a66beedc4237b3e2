from pathlib import Path

import pytest

from exports.reading import Reading
from replylint.exports.own_results import OwnResultError, refuse_own
from replylint.scoring.anonymous import Names
from replylint.scoring.review import write_review
from replylint.scoring.table_files import write_table
from replylint.scoring.unread import unread_csv
from replylint.scoring.workbook import write_workbook
from replylint.store.store import Store
from replylint.translation import speaking
from scored import make_store


@pytest.fixture(scope="module", params=["en", "ru"])
def results(request, tmp_path_factory):
    """A folder with everything that ``score`` writes and that could be taken for an export."""
    folder = tmp_path_factory.mktemp(request.param)
    written = folder / "written"
    written.mkdir()
    with Store(make_store(folder)) as store, speaking(request.param):
        for hidden in (False, True):
            names = Names(store, 1, hidden=hidden)
            for ending in ("csv", "jsonl", "parquet"):
                write_table(store, 1, written / f"{hidden}.{ending}", names)
            write_workbook(store, 1, written / f"{hidden}.xlsx", names, pass_mark=80)
        for ending in ("csv", "xlsx"):
            write_review(store, 1, written / f"review.{ending}", names, size=4, seed=1)
        errors = unread_csv(store, 1, names)
        (written / "report.errors.csv").write_text(errors, encoding="utf-8")
    return folder


def test_what_replylint_wrote_is_left_out_of_a_folder_with_a_note(results):
    read = Reading(results)
    assert {Path(reply.source).name for reply in read.replies} == {"чаты.csv"}
    assert read.unread == []
    assert sum(note.startswith("left out: ") for note in read.notes) == 11


def test_named_it_is_told_what_it_is(results):
    sample, tables = results / "written/review.xlsx", results / "written/False.jsonl"
    assert [error for _line, error in Reading(sample, tables).errors] == [
        "this is a sample for review by hand (replylint score --review), and no export; "
        "name the export that it was made from",
        "these are results that replylint wrote (--output), and no export; "
        "name the export that it was made from",
    ]


def test_columns_that_a_person_added_do_not_hide_it():
    with pytest.raises(OwnResultError):
        refuse_own(("Моя пометка", "Файл", "Строка", "Что не так", "Начало строки"))


def test_names_that_an_export_may_have_are_no_sign():
    refuse_own(("Файл", "Строка", "Диалог", "Сотрудник", "Клиент", "Текст ответа", "Оценка"))
    refuse_own(("File", "Line", "Conversation", "Agent", "Score", "Critical", "Findings"))
