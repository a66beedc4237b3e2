from datetime import datetime

from openpyxl import Workbook

from exports.reading import Reading, detected, told

HEAD = ["Номер обращения", "Дата ответа", "Сотрудник", "Вопрос", "Ответ"]


def write(folder, rows, *others, name="a.xlsx"):
    book = Workbook()
    sheet = book.active
    sheet.title = "Чаты"
    for row in rows:
        sheet.append(row)
    for title, cells in others:
        book.create_sheet(title).append(cells)
    path = folder / name
    book.save(path)
    return path


def test_a_sheet_with_dates_numbers_titles_and_empty_rows(tmp_path):
    path = write(
        tmp_path,
        [
            ["Отчёт за март"],
            [],
            HEAD,
            [17, datetime(2026, 3, 1, 10, 5), "Оля", "Где?", "В пути._x000D_\nДо завтра."],
            [],
            [18, 46082.5, "Ян", None, "Готово."],
        ],
        ("Справочник", ["Код", "Значение"]),
    )
    found = Reading(path)
    assert told(found.chats[0]) == ["customer -: Где?", "agent Оля: В пути.\nДо завтра."]
    assert [chat.id for chat in found.chats] == ["17", "18"]
    assert [reply.sent_at for reply in found.replies] == [
        datetime(2026, 3, 1, 10, 5),
        datetime(2026, 3, 1, 12),
    ]
    assert [chat.line for chat in found.chats] == [4, 6]
    assert found.notes[0] == "sheet “Чаты” is read; others are not: Справочник"


def test_a_broken_cell_spoils_only_its_row(tmp_path):
    rows = [HEAD, [1, None, "Оля", "?", "#REF!"], [2, None, "Оля", "?", "Готово."]]
    found = Reading(write(tmp_path, rows))
    assert found.errors == [(2, "the cell holds an error of the spreadsheet: #REF!")]
    assert [chat.id for chat in found.chats] == ["2"]


def test_the_sheet_that_looks_like_replies_is_taken(tmp_path):
    path = write(tmp_path, [["Сводка", "Март"]], ("Ответы", ["Вопрос", "Ответ"]))
    assert Reading(path).notes[0].startswith("sheet “Ответы” is read")


def test_it_is_told_by_its_content(tmp_path):
    assert detected(write(tmp_path, [HEAD], name="a.csv")) == "xlsx"


def test_what_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    [unread] = Reading(path).unread
    assert unread.message.startswith("this workbook cannot be opened")
