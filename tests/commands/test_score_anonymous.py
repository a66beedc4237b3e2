"""No result names the customer when names are hidden."""

import csv
import json
import re

import duckdb
import openpyxl
import pytest

from scored import write_proba


@pytest.fixture
def results(call, tmp_path):
    """Every result of an export whose customers have a column with their names."""
    with (tmp_path / "e.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(("Номер", "Дата", "Оператор", "Клиент", "Вопрос", "Ответ"))
        for n in range(5):
            reply = "Бикмухаметовой отдали. Успокойтесь, Гульшат, это всё." if n else "#REF!"
            asked = "Это Бикмухаметова, улица Баумана 5. Где заказ?"
            rows.writerow((n, "2026-09-01 10:00", "Яна Ким", "Гульшат Бикмухаметова", asked, reply))
    outputs = [part for name in ("r.html", "r.csv", "r.jsonl", "r.xlsx") for part in ("-o", name)]
    pack = str(write_proba(tmp_path))
    called = call(
        "score", "--pack", pack, "--workers", "1", "e.csv", *outputs, "--anonymise",
        "--review", "review.csv", "--sample", "4",
    )  # fmt: skip
    assert called.code == 0
    assert "Names stay in the store" in called.out
    return tmp_path


@pytest.mark.parametrize("name", ["r.html", "r.csv", "r.jsonl", "review.csv", "r.errors.csv"])
def test_no_file_names_the_customer_or_where_they_live(results, name):
    text = (results / name).read_text(encoding="utf-8").lower()
    for word in ("гульшат", "бикмухаметов", "баумана", "яна", "ким"):
        assert f" {word}" not in text
        assert f"{word} " not in text


def test_the_report_and_the_review_sheet_show_texts_without_them(results):
    for name in ("r.html", "review.csv"):
        assert "•••• отдали" in (results / name).read_text(encoding="utf-8")


def test_the_workbook_names_nobody(results):
    book = openpyxl.load_workbook(results / "r.xlsx")
    cells = [str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]
    assert not [cell for cell in cells if "Бикмухаметов" in cell or "Яна" in cell]


HEADER = ("Диалог", "Дата", "Кто", "Автор", "Текст", "Группа", "Метки", "Канал")
DAY = "2026-03-02 10:00"
CHAT = (
    (1, DAY, "клиент", "Пётр Лещёв", "Где заказ?", "Смена Веры Шум", "Жалоба Лещёва", "чат"),
    (1, DAY, "оператор", "Вера Шум", "Лещёву вернём деньги.", "Смена Веры Шум", "vip", "чат"),
    (2, DAY, "клиент", "Яна Умарова", "Где заказ?", "Первая", "vip", "От Яны"),
    (2, DAY, "оператор", "Илья Камышов", "Успокойтесь. Камышов.", "Первая", "vip", "От Яны"),
    (3, DAY, "Супервизор", "Лещёв", "Лещёву на 89161234567", "Первая", "vip", "чат"),
)
WORDS = ("лещёв", "шум", "веры", "умаров", "камышов", "8916", "яны")


@pytest.fixture
def labelled(call, tmp_path):
    """Every result of an export whose teams, tags, channels and broken rows name people."""
    with (tmp_path / "e.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((HEADER, *CHAT))
    kinds = ("html", "csv", "jsonl", "xlsx", "parquet")
    outputs = [part for kind in kinds for part in ("-o", f"r.{kind}")]
    pack = str(write_proba(tmp_path))
    called = call(
        "score", "--pack", pack, "--workers", "1", "e.csv", *outputs, "--anonymise", "--by", "tag",
        "--review", "review.csv", "--lang", "ru",
    )  # fmt: skip
    assert called.code == 0
    (tmp_path / "terminal.txt").write_text(called.out, encoding="utf-8")
    return tmp_path


def text_of(path):
    match path.suffix:
        case ".xlsx":
            book = openpyxl.load_workbook(path)
            rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
            return " ".join(str(cell) for row in rows for cell in row)
        case ".parquet":
            return str(duckdb.sql(f"SELECT * FROM '{path}'").fetchall())
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["r.html", "r.csv", "r.jsonl", "r.xlsx", "r.parquet", "r.errors.csv", "review.csv",
     "terminal.txt"],
)  # fmt: skip
def test_no_team_tag_channel_or_unread_row_names_anybody(labelled, name):
    text = text_of(labelled / name).lower()
    assert not [word for word in WORDS if re.search(rf"\b{word}", text)]


def test_what_names_nobody_stays_and_teams_that_do_get_a_number(labelled):
    lines = (labelled / "r.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["team"] for row in rows][1] == "Первая"
    assert re.fullmatch(r"Группа \d{4}", rows[0]["team"])
    assert rows[0]["tags"] == ["Жалоба ••••••", "vip"]
    assert "| Первая | vip | чат" in (labelled / "r.errors.csv").read_text(encoding="utf-8")
