import duckdb

from exports.reading import Reading, detected, told

ROWS = """
    SELECT * FROM (VALUES
        (1, TIMESTAMP '2026-03-01 10:00:00', 'Оля', 'Где?', 'В пути.', ['срок', 'доставка']),
        (2, NULL, 'Ян', 'Сколько?', '#N/A', []),
        (3, NULL, 'Ян', NULL, NULL, NULL),
        (1, TIMESTAMP '2026-03-02 10:00:00', 'Оля', 'Где?', 'Приехал.', [])
    ) AS t(ticket_id, created_at, agent, question, answer, tags)
"""


def write(folder):
    path = folder / "a.parquet"
    duckdb.execute(f"COPY ({ROWS}) TO '{path}' (FORMAT parquet)")
    return path


def test_rows_with_lists_times_nulls_and_a_broken_cell(tmp_path):
    found = Reading(write(tmp_path))
    [chat] = found.chats
    assert told(chat) == ["customer -: Где?", "agent Оля: В пути.", "agent Оля: Приехал."]
    assert chat.tags == ("срок", "доставка")
    assert found.errors == [(2, "the cell holds an error of the spreadsheet: #N/A")]


def test_it_is_told_by_its_content(tmp_path):
    assert detected(write(tmp_path)) == "parquet"


def test_a_file_that_breaks_off_is_told(tmp_path):
    path = write(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    [unread] = Reading(path).unread
    assert unread.message.startswith("cannot be read: ")
