import json

import pytest
from openpyxl import Workbook

from exports.reading import Reading

HEAD = ("Номер тикета", "Дата", "Оператор", "Вопрос", "Ответ")


def csv_file(path, *rows, head=HEAD):
    path.write_text("\n".join(";".join(row) for row in (head, *rows)), encoding="utf-8")
    return path


def row(ticket, date, reply="Деньги вернём завтра.", question="Когда вернёте?", agent="Нина"):
    return (ticket, date, agent, question, reply)


def left_out(reading):
    return [note for note in reading.notes if "as well" in note]


def test_weeks_that_overlap_count_each_reply_once(tmp_path):
    first = csv_file(tmp_path / "1.csv", row("7", "2026-03-01 10:00"), row("8", "2026-03-02 9:00"))
    second = csv_file(
        tmp_path / "2.csv", row("8", "02.03.2026 09:00:31"), row("9", "2026-03-03 10:00")
    )
    read = Reading(first, second)
    assert [reply.id for reply in read.replies] == ["7", "8", "9"]
    assert left_out(read) == [
        f"1 reply stands in {first} as well; it is counted there and left out here"
    ]


def test_a_conversation_that_went_on_keeps_what_was_said_and_the_ids(tmp_path):
    old, new = row("8", "2026-03-02 9:00"), row("8", "2026-03-05 9:00", "Вернули.", "Где?")
    first, second = csv_file(tmp_path / "1.csv", old), csv_file(tmp_path / "2.csv", old, new)
    reply = Reading(first, second).replies[1]
    assert (reply.id, reply.reply, len(reply.before)) == ("8:2", "Вернули.", 3)
    chat = Reading(first, second).chats[1]
    assert list(chat.reply_positions()) == [3]


def test_a_standard_text_in_two_tickets_stays_two(tmp_path):
    first = csv_file(tmp_path / "1.csv", row("7", "2026-03-01 10:00"))
    second = csv_file(tmp_path / "2.csv", row("8", "2026-03-01 10:00"))
    assert len(Reading(first, second).replies) == 2


@pytest.mark.parametrize(
    "other",
    [
        row("7", "2026-03-01 10:07"),
        row("7", "2026-03-01 10:00", agent="Олег"),
        row("7", "2026-03-01 10:00", "Деньги вернули."),
        row("7", ""),
    ],
)
def test_another_time_agent_or_text_is_another_reply(tmp_path, other):
    first = csv_file(tmp_path / "1.csv", row("7", "2026-03-01 10:00"))
    assert len(Reading(first, csv_file(tmp_path / "2.csv", other)).replies) == 2


def test_one_export_in_two_formats_counts_once(tmp_path):
    rows = [row("7", "2026-03-01 10:00", "Ждите,\r\nедет."), row("8", "2026-03-01 11:00")]
    book = Workbook()
    for cells in (HEAD, *rows):
        book.active.append([int(cell) if cell.isdigit() else cell for cell in cells])
    book.save(tmp_path / "a.xlsx")
    lines = [dict(zip(HEAD, cells, strict=True)) for cells in rows]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    read = Reading(tmp_path)
    assert [reply.id for reply in read.replies] == ["7", "8"]
    assert left_out(read) == [
        f"2 replies stand in {tmp_path / 'a.xlsx'} as well; they are counted there "
        "and left out here"
    ]


def test_without_times_the_day_and_the_question_speak_for_it(tmp_path):
    first = csv_file(tmp_path / "1.csv", row("7", "2026-03-01"), row("7", "2026-03-01"))
    other_day = csv_file(tmp_path / "2.csv", row("7", "2026-03-02"))
    other_question = csv_file(tmp_path / "3.csv", row("7", "2026-03-01", question="Почему?"))
    same = csv_file(tmp_path / "4.csv", row("7", "2026-03-01"), row("70", "2026-03-01"))
    assert len(Reading(first, other_day, other_question).replies) == 4
    assert [reply.id for reply in Reading(first, same).replies] == ["7", "7:2", "70"]


def test_numbers_of_rows_are_no_conversations(tmp_path):
    thanks = [(str(number), "Спасибо за отзыв!") for number in range(1, 5)]
    more = [*thanks, ("5", "Спасибо!")]
    first = csv_file(tmp_path / "1.csv", *thanks, head=("№", "Ответ"))
    second = csv_file(tmp_path / "2.csv", *more, head=("№", "Ответ"))
    assert len(Reading(first, second).replies) == 9


def test_a_copy_about_which_nothing_is_certain_is_counted_and_told(tmp_path):
    rows = [("Где?", "Едет."), ("Как?", "Так."), ("Где?", "Едет.")]
    first = csv_file(tmp_path / "1.csv", *rows, head=("Вопрос", "Ответ"))
    second = tmp_path / "2.csv"
    second.write_text(first.read_text(encoding="utf-8").replace(";", ","), encoding="utf-8")
    third = csv_file(tmp_path / "3.csv", rows[0], ("Кто?", "Мы."), head=("Вопрос", "Ответ"))
    assert len(Reading(first, second).replies) == 6
    assert [note for note in Reading(first, second).notes if "3 replies have the words" in note]
    assert not [note for note in Reading(first, third).notes if "the words" in note]


def test_a_file_that_is_named_twice_is_read_once(tmp_path):
    first = csv_file(tmp_path / "1.csv", ("Едет.",), head=("Ответ",))
    copy = csv_file(tmp_path / "2.csv", ("Едет.",), head=("Ответ",))
    read = Reading(first, tmp_path)
    assert len(read.replies) == 1
    assert [note for note in read.notes if "to the byte" in note] == [
        f"the same as {first}, to the byte; left out"
    ] * 2
    assert copy.exists()


def test_a_question_without_a_reply_is_there_once(tmp_path):
    asked = row("7", "2026-03-01 10:00", reply="")
    first = csv_file(tmp_path / "1.csv", asked)
    second = csv_file(tmp_path / "2.csv", asked, row("8", "2026-03-01 10:00", reply=""))
    assert [chat.id for chat in Reading(first, second).chats] == ["7", "8"]


def test_of_many_files_the_rest_is_told_in_one_note(tmp_path):
    paths = []
    for number in range(14):
        rows = [row("7", "2026-03-01 10:00"), row(f"{number}0", "2026-03-02 10:00")]
        paths.append(csv_file(tmp_path / f"{number:02}.csv", *rows))
    told = left_out(Reading(*paths))
    assert len(told) == 11
    assert told[-1] == "3 replies of further files stand in earlier ones as well; counted there"
