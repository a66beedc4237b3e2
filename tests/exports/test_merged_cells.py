from openpyxl import Workbook

from exports.reading import Reading, told
from replylint.exports.merged_cells import filled, merged_rows

HEAD = ["Тикет", "Оператор", "Вопрос", "Ответ", "Тема"]


def workbook(path, rows, *merges):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(path)
    return path


def test_every_row_has_what_its_merged_cells_say(tmp_path):
    rows = [
        ["Отчёт за март"],
        HEAD,
        [1, "Нина", "Где?", "Едет.", "доставка"],
        [None, None, "Когда?", "Завтра.", "сроки"],
        [2, None, "Как?", "Так.", "сроки"],
        [3, "Олег", "Кто?", "Мы.", "прочее"],
    ]
    read = Reading(workbook(tmp_path / "a.xlsx", rows, "A1:E1", "A3:A4", "B3:B5"))
    assert [told(chat) for chat in read.chats] == [
        ["customer -: Где?", "agent Нина: Едет.", "customer -: Когда?", "agent Нина: Завтра."],
        ["customer -: Как?", "agent Нина: Так."],
        ["customer -: Кто?", "agent Олег: Мы."],
    ]
    assert [chat.line for chat in read.chats] == [3, 5, 6]
    assert "merged cells: what stands in the first row holds for all rows of the range" in (
        read.notes
    )


def test_a_reply_that_is_merged_over_rows_is_one(tmp_path):
    rows = [
        HEAD,
        [None, "Нина", "Где?", "Едет.", "доставка"],
        [None, None, None, None, "сроки"],
        [None, None, None, None, "жалоба"],
        [None, "Олег", "Кто?", "Мы.", "прочее"],
    ]
    merges = [f"{column}2:{column}4" for column in "BCD"]
    read = Reading(workbook(tmp_path / "a.xlsx", rows, *merges))
    assert [reply.reply for reply in read.replies] == ["Едет.", "Мы."]
    assert len(read.chats) == 2


def test_a_header_over_two_lines_is_no_value(tmp_path):
    rows = [HEAD, [None, None, None, None, "имя"], [1, None, "Где?", "Едет.", "а"]]
    read = Reading(workbook(tmp_path / "a.xlsx", rows, "B1:B3"))
    assert read.replies[0].author is None
    assert not any("merged" in note for note in read.notes)


def test_ranges_are_found_wherever_the_file_is_cut(tmp_path, monkeypatch):
    rows = [[f"{number}", None, "x" * 50] for number in range(60)]
    merges = [f"B{n}:C{n + 1}" for n in range(5, 60, 2)]
    path = workbook(tmp_path / "a.xlsx", rows, *merges)
    monkeypatch.setattr("replylint.exports.merged_cells._CHUNK", 333)
    found = merged_rows(path, "xl/worksheets/sheet1.xml", 6)
    assert len(found) == len(merges) - 1


def test_values_go_down_to_the_end_of_their_range_and_no_further(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["a", "b"]] * 6, "A1:A3", "B3:B4")
    merges = merged_rows(path, "xl/worksheets/sheet1.xml", 0)
    rows = [(1, ("x", 1)), (2, ()), (3, (None, 3)), (4, (4,)), (6, (6, 6))]
    assert list(filled(iter(rows), merges)) == [
        (1, ["x", 1], frozenset()),
        (2, ["x"], frozenset({0})),
        (3, ["x", 3], frozenset({0})),
        (4, [4, 3], frozenset({1})),
        (6, [6, 6], frozenset()),
    ]
