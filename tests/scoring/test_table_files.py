import csv
import json

import duckdb
import pytest

from replylint.errors import UsageError
from replylint.scoring.anonymous import Names
from replylint.scoring.table_files import TABLE_ENDINGS, write_table
from replylint.store import slices
from replylint.translation import speaking


@pytest.fixture
def written(scored, tmp_path):
    def written(name, hidden=False):
        path = tmp_path / name
        write_table(scored, 1, path, Names(scored, 1, hidden=hidden))
        return path

    return written


def test_csv_has_a_row_a_reply_and_no_formula(written):
    with written("out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 60
    numbers = [int(row["Conversation no."]) for row in rows]
    assert numbers == sorted(numbers)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@" and cell]
    assert any(row["Text of the reply"].startswith("'=1+1") for row in rows)
    assert {"calm-down", "insult"} <= {rule for r in rows for rule in r["Rules"].split("; ")}


def test_json_lines_have_the_findings_with_their_places(written):
    rows = [json.loads(line) for line in written("out.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 60
    for row in rows:
        assert row["findings"] == len(row["found"])
        for finding in row["found"]:
            assert row["reply"][finding["start"] : finding["end"]] == finding["text"]


def test_parquet_says_the_same(written):
    path = written("out.parquet")
    query = f"SELECT count(*), sum(len(found)), sum(findings) FROM '{path}'"
    count, found, findings = duckdb.sql(query).fetchall()[0]
    assert (count, found) == (60, findings)


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_hidden_names_leave_no_text(written, ending):
    data = written(f"out{ending}", hidden=True).read_bytes()
    for word in ("Анна", "Борис", "Успокойтесь", "+7 999", "чаты.csv"):
        assert word.encode() not in data


def test_a_folder_that_cannot_be_written(scored, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_table(scored, 1, tmp_path / "file" / "out.csv", Names(scored, 1, hidden=False))


def test_in_russian_a_double_click_opens_it(written):
    with speaking("ru"):
        data = written("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert {row["Канал"] for row in rows} == {"чат", "почта"}
    assert {row["Критические"] for row in rows} == {"да", "нет"}
    assert {row["Состояние"] for row in rows} == {"оценён"}
    assert {"100,0", "0,0"} <= {row["Оценка"] for row in rows}
    assert rows[0]["Отправлен"] == "2026-09-01 09:00:00"


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_a_large_run_written_in_parts_is_the_same(written, monkeypatch, ending):
    def rows(path):
        return duckdb.sql(f"SELECT * FROM '{path}'").fetchall()

    whole = rows(written(f"whole{ending}"))
    monkeypatch.setattr(slices, "CHATS", 4)
    assert rows(written(f"parts{ending}")) == whole
    assert len(whole) == 60
