from datetime import datetime

import openpyxl
import pytest

from replylint.finding import Criterion
from replylint.scoring import workbook
from replylint.scoring.anonymous import Names
from replylint.scoring.workbook import write_workbook
from replylint.translation import speaking


@pytest.fixture
def book(scored, tmp_path):
    def book(hidden=False):
        path = tmp_path / "out.xlsx"
        names = Names(scored, 1, hidden=hidden)
        write_workbook(scored, 1, path, names, pass_mark=80.0)
        return openpyxl.load_workbook(path)

    return book


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_every_sheet_has_filters_and_a_frozen_header(book):
    for sheet in book():
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_no_cell_is_a_formula_or_a_link(book):
    found = book()
    assert {cell.data_type for sheet in found for cell in cells(sheet)} <= {"s", "n", "d"}
    assert any(str(c.value).startswith("=1+1") for c in cells(found["Replies"]))
    assert not [c for sheet in found for c in cells(sheet) if c.hyperlink]


def test_agents_and_replies_are_all_there(book):
    found = book()
    assert [row[0].value for row in found["Agents"].iter_rows(min_row=2)][-1] == "all"
    assert found["Replies"].max_row == 61


def test_a_reply_stands_beside_what_it_answers_and_what_was_found(book):
    sheet = book()["Replies"]
    header = [cell.value for cell in sheet[1]]
    rows = [dict(zip(header, (c.value for c in row), strict=True)) for row in sheet.iter_rows(2)]
    assert any(row["Customer"] for row in rows)
    shouted = [row for row in rows if "calm-down" in (row["Rules"] or "").split("; ")]
    assert shouted and all("спокой" in row["Text of the reply"].lower() for row in shouted)
    scored = [row for row in rows if row["Score"] is not None]
    criteria = header[header.index("Rules") + 1 :]
    assert scored and all(0 <= row[name] <= 100 for row in scored for name in criteria)
    assert len(criteria) == len(Criterion)


def test_a_full_sheet_goes_on_in_the_next(book, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 25)
    found = book()
    names = [name for name in found.sheetnames if name.startswith("Replies")]
    assert names == ["Replies", "Replies 2", "Replies 3"]
    assert [found[name].max_row for name in names] == [26, 26, 11]


def test_hidden_names_leave_no_text(book):
    texts = {str(cell.value) for sheet in book(hidden=True) for cell in cells(sheet)}
    assert not [t for t in texts if "Анна" in t or "Успокойтесь" in t or "+7 999" in t]


def column(sheet, title):
    header = [cell.value for cell in sheet[1]]
    return [row[header.index(title)].value for row in sheet.iter_rows(min_row=2)]


def test_in_russian_every_value_is_in_words(book):
    with speaking("ru"):
        found = book()
    replies = found["Ответы"]
    assert set(column(replies, "Канал")) == {"чат", "почта"}
    assert set(column(replies, "Критические")) == {"да", "нет"}
    assert set(column(replies, "Состояние")) == {"оценён"}
    assert column(replies, "Отправлен")[0] == datetime(2026, 9, 1, 9)
    words = {"ошибка", "предупреждение", "критично"}
    assert set(column(found["Замечания"], "Важность")) <= words
    assert set(column(found["Правила"], "Важность")) <= words
    assert isinstance(column(found["Недели"], "Неделя с")[0], datetime)
