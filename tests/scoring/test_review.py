import csv

import openpyxl
import pytest

from replylint.errors import InputError
from replylint.scoring.anonymous import Names
from replylint.scoring.calibration import calibrate
from replylint.scoring.review import FIELDS, write_review
from replylint.scoring.verdicts import read_verdicts
from replylint.translation import speaking


@pytest.fixture(params=[".csv", ".xlsx"])
def sheet(request, scored, tmp_path):
    """The sheet of a sample, and the number of findings in it."""

    def sheet(language="en"):
        path = tmp_path / f"sample{request.param}"
        with speaking(language):
            write_review(scored, 1, path, Names(scored, 1, hidden=False), size=30, seed=3)
        return path

    return sheet


def rows_of(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            mark = max(",;", key=first.count)
            return [[cell or None for cell in row] for row in csv.reader(file, delimiter=mark)]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def fill_in(path, answer, reviewer=None):
    """Write verdicts as a person would, and save the sheet."""
    rows = rows_of(path)
    verdict, who, rule = (FIELDS.index(name) for name in ("verdict", "reviewer", "rule"))
    for row in rows[1:]:
        row[verdict], row[who] = answer(row[rule]), reviewer
    if path.suffix == ".csv":
        with path.open("w", encoding="cp1251", errors="replace", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return
    book = openpyxl.load_workbook(path)
    for place, row in enumerate(rows, start=1):
        book.worksheets[0].cell(place, verdict + 1).value = row[verdict]
        book.worksheets[0].cell(place, who + 1).value = row[who]
    book.save(path)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_sheet_comes_back_in_either_language(sheet, language):
    path = sheet(language)
    findings = sum(row[FIELDS.index("rule")] is not None for row in rows_of(path)[1:])
    fill_in(path, lambda rule: "нет" if rule == "ru/proba:cannot" else "Да", "Инна")
    verdicts = list(read_verdicts(path))
    assert {verdict.reviewer for verdict in verdicts} == {"Инна"}
    found = calibrate(verdicts)
    assert found.findings == findings > 10
    assert found.replies == 30
    precision = {rule.rule: rule.precision.value for rule in found.rules}
    assert precision == {"ru/proba:cannot": 0, "ru/proba:calm-down": 1, "ru/proba:insult": 1}


def test_empty_rows_are_no_verdicts_and_the_file_names_the_reviewer(sheet):
    path = sheet()
    assert list(read_verdicts(path)) == []
    fill_in(path, lambda rule: 1)
    assert {verdict.reviewer for verdict in read_verdicts(path)} == {"sample"}


def test_a_word_that_is_no_verdict_is_told_with_its_line(sheet):
    path = sheet()
    fill_in(path, lambda rule: "maybe")
    first = next(read_verdicts(path))
    assert isinstance(first, InputError)
    assert first.place.line == 2
    assert "maybe" in str(first)


def test_another_table_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="no sheet"):
        list(read_verdicts(path))


def test_a_sheet_with_the_title_of_before_is_read_too(sheet):
    path = sheet()
    fill_in(path, lambda rule: "yes")
    if path.suffix == ".csv":
        text = path.read_text(encoding="cp1251").replace(
            "Is the finding right? yes / no", "Verdict"
        )
        path.write_text(text, encoding="cp1251")
        assert all(verdict.right for verdict in read_verdicts(path))


def test_a_sheet_that_is_not_there_is_told_in_russian(tmp_path):
    with speaking("ru"), pytest.raises(InputError, match="такого файла или папки нет"):
        list(read_verdicts(tmp_path / "нету.xlsx"))


def test_several_missing_columns_are_each_in_quotes(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    with speaking("ru"), pytest.raises(InputError) as caught:
        list(read_verdicts(path))
    assert "нет столбцов «Ключ», «Правило», «Замечание верно? да / нет»" in str(caught.value)


def test_a_workbook_by_the_name_of_a_table_is_read(sheet, tmp_path):
    path = sheet()
    fill_in(path, lambda rule: "yes", "Инна")
    other = path.rename(tmp_path / ("v.csv" if path.suffix == ".xlsx" else "v.xlsx"))
    assert len(list(read_verdicts(other))) > 10


def test_a_long_reply_in_a_sheet_is_read(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text("key,rule,verdict,reply\nk,r,yes," + "x" * 200_000 + "\n", encoding="utf-8")
    assert [verdict.key for verdict in read_verdicts(path)] == ["k"]


def test_a_cell_without_end_is_told(tmp_path):
    path = tmp_path / "v.csv"
    path.write_bytes(b'key,rule,verdict\nk,r,yes\n"' + b"x" * 17_000_000)
    with pytest.raises(InputError, match="breaks off here"):
        list(read_verdicts(path))
