"""No result names the customer when names are hidden."""

import csv

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
