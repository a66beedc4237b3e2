import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import openpyxl
import pytest

from scored import write_export, write_proba


@pytest.fixture
def score(call, tmp_path):
    """Call ``replylint score`` on a small export in the working folder."""
    write_export(tmp_path / "чаты.csv")
    pack = write_proba(tmp_path)
    return lambda *arguments: call("score", "--pack", str(pack), "--workers", "1", *arguments)


def test_from_a_table_with_russian_columns_to_the_report_with_one_command(score, tmp_path):
    called = score("чаты.csv")
    assert called.code == 0
    assert "IQS" in called.out
    assert "Борис Ли" in called.out
    assert "60 replies in 30 conversations" in called.out
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "replylint-runs.duckdb").exists()
    assert "Ответ" in called.err


def test_every_format_at_once(score, tmp_path):
    outputs = ["r.html", "r.xlsx", "r.csv", "r.jsonl", "r.parquet"]
    called = score("чаты.csv", *(part for name in outputs for part in ("-o", name)))
    assert called.code == 0
    assert all((tmp_path / name).stat().st_size for name in outputs)
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("stdout", ["a closed pipe", "/dev/full"])
def test_files_are_written_whatever_happens_to_standard_output(tmp_path, stdout):
    write_export(tmp_path / "чаты.csv")
    if stdout == "a closed pipe":
        reading, writing = os.pipe()
        os.close(reading)
    elif Path(stdout).exists():
        writing = os.open(stdout, os.O_WRONLY)
    else:
        pytest.skip(f"there is no {stdout} here")
    command = "score чаты.csv --workers 1 --no-store -o out.jsonl --errors e.csv --lang en --pack"
    done = subprocess.run(
        [sys.executable, "-u", "-m", "replylint", *command.split(), str(write_proba(tmp_path))],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 60
    assert done.returncode == (141 if stdout == "a closed pipe" else 2)
    assert ("no space is left" in done.stderr) == (stdout == "/dev/full")


def test_what_cannot_be_written_is_told_before_anything_is_scored(score, tmp_path):
    (tmp_path / "r.html").mkdir()
    for option, name in (("-o", "r.html"), ("--review", "чаты.csv/s.csv"), ("--errors", "r.html")):
        called = score("чаты.csv", option, name)
        assert called.code == 2
        assert f"{name}: cannot be written" in called.err
        assert not (tmp_path / "replylint-runs.duckdb").exists()


def test_the_report_can_be_written_again_without_the_export(score, tmp_path):
    score("чаты.csv", "-o", "first.jsonl")
    (tmp_path / "чаты.csv").unlink()
    called = score("-o", "second.jsonl")
    assert called.code == 0
    assert (tmp_path / "first.jsonl").read_bytes() == (tmp_path / "second.jsonl").read_bytes()


def test_a_whole_run_is_not_scored_twice(score, tmp_path):
    score("чаты.csv")
    called = score("чаты.csv", "--resume")
    assert called.code == 0
    assert "nothing is left to score" in called.err
    with duckdb.connect(str(tmp_path / "replylint-runs.duckdb")) as store:
        assert store.execute("SELECT count(*) FROM replies").fetchall() == [(60,)]


def test_resuming_something_else_is_refused(score, tmp_path):
    score("чаты.csv")
    write_export(tmp_path / "чаты.csv", count=10)
    called = score("чаты.csv", "--resume")
    assert called.code == 2
    assert "the files that are scored" in called.err


@pytest.mark.parametrize(("mark", "code"), [("0", 0), ("99", 1)])
def test_fail_under(score, mark, code):
    called = score("чаты.csv", "--fail-under", mark)
    assert called.code == code
    assert ("is below 99" in called.err) == bool(code)


@pytest.mark.parametrize("by", ["agent", "team", "channel", "month", "week", "day", "hour"])
def test_groups_in_the_terminal(score, by):
    called = score("чаты.csv", "--by", by, "--min-replies", "1")
    shown = {
        "agent": "Борис Ли",
        "team": "Первая",
        "channel": "e-mail",
        "week": "2026-08-31",
        "day": "2026-09-02",
        "month": "2026-09 ",
        "hour": "21:00",
    }
    assert shown[by] in called.out


def test_days_go_by_the_clock_that_was_asked_for_on_the_command_line_or_in_the_settings(
    score, tmp_path
):
    rows = "id,date,reply\n1,2026-09-01T22:30:00Z,Уже едет.\n"
    (tmp_path / "utc.csv").write_text(rows, encoding="utf-8")
    plain = score("utc.csv", "--by", "day")
    assert "2026-09-01" in plain.out
    assert "--timezone Europe/Moscow takes the clock of Moscow" in plain.err
    asked = score("utc.csv", "--by", "day", "--timezone", "Europe/Moscow")
    (tmp_path / "replylint.yaml").write_text("exports: {timezone: Europe/Moscow}\n")
    chosen = score("utc.csv", "--by", "day")
    for called in (asked, chosen):
        assert "2026-09-02" in called.out
        assert "UTC" not in called.err


def test_replies_without_a_score_are_told_where_the_others_are_counted(score, tmp_path):
    with (tmp_path / "чаты.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow((99, "2026-09-30 10:00", "Борис Ли", "чат", "", "?", "👍"))
    told = score("чаты.csv", "-o", "r.jsonl", "-o", "r.html").out
    assert "60 replies in 30 conversations" in told
    assert "1 reply has no score (without words: 1)\n" in told
    assert len((tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()) == 61
    assert '"not_applicable":1' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_numbers_in_russian_have_a_comma(score):
    told = score("чаты.csv", "--lang", "ru").out
    assert re.search(r"^IQS \d\d,\d \(95 %: \d\d,\d–\d\d,\d\)$", told, re.MULTILINE)
    assert not re.search(r"\d\.\d", told)


def test_few_replies_are_not_ranked(score):
    assert "fewer than 500 replies, not ranked" in score("чаты.csv", "--min-replies", "500").out


def test_weeks_are_never_ranked_so_none_is_left_out(score):
    called = score("чаты.csv", "--by", "week", "--min-replies", "500")
    assert "2026-08-31" in called.out
    assert "not ranked" not in called.out


def test_rows_that_cannot_be_read_are_listed_and_the_run_goes_on(score, tmp_path):
    with (tmp_path / "bad.jsonl").open("w", encoding="utf-8") as file:
        file.write(json.dumps({"reply": "Успокойтесь.", "id": 1}, ensure_ascii=False) + "\n")
        file.write('{"reply": "=broken\n')
        file.write(json.dumps({"reply": "Уже едет.", "id": 3}, ensure_ascii=False) + "\n")
    called = score("bad.jsonl", "-o", "out.csv")
    assert called.code == 0
    assert "1 row could not be read; see out.errors.csv" in called.out
    with (tmp_path / "out.errors.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["File"], row["Line"]) == ("bad.jsonl", "2")
    assert "=broken" in row["Quoted"]


def test_nothing_to_judge_is_an_error(score, tmp_path):
    (tmp_path / "empty.csv").write_text("")
    called = score("empty.csv")
    assert called.code == 2
    assert "No reply was judged" in called.out
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.csv"], "no such file"),
        ([], "name an export"),
        (["чаты.csv", "-o", "report.pdf"], ".html .xlsx"),
        (["чаты.csv", "--review", "r.html"], ".xlsx .csv"),
        (["чаты.csv", "--column", "reply"], "--column reply=Answer"),
        (["чаты.csv", "--role", "x=boss"], "boss"),
        (["чаты.csv", "--from", "zendeks"], "zendesk"),
        (["чаты.csv", "--no-store", "--resume"], "--no-store excludes"),
        (["чаты.csv", "--store", "чаты.csv"], "no store of replylint"),
    ],
)
def test_wrong_use_is_told_in_one_line(score, arguments, told):
    called = score(*arguments)
    assert called.code == 2
    assert told in called.err
    assert "Traceback" not in called.err
    assert called.out == ""


def test_keeping_nothing(score, tmp_path):
    called = score("чаты.csv", "--no-store")
    assert called.code == 0
    assert not list(tmp_path.glob("*.duckdb*"))


def test_hidden_names_are_in_no_result(score, tmp_path):
    outputs = ["r.html", "r.csv", "r.jsonl"]
    called = score(
        "чаты.csv", "--anonymise", "--review", "s.csv", *(p for n in outputs for p in ("-o", n))
    )
    texts = [called.out, *((tmp_path / n).read_text("utf-8") for n in (*outputs, "s.csv"))]
    for text in texts:
        assert "Котова" not in text
        assert "999 123" not in text


def test_the_sample_goes_out_and_comes_back(score, call, tmp_path):
    score("чаты.csv", "--review", "sample.xlsx", "--sample", "20")
    empty = call("calibrate", "sample.xlsx")
    assert empty.code == 2
    assert "no verdict is filled in" in empty.err
    for name, wrong in (("anna.xlsx", "ru/proba:cannot"), ("boris.xlsx", None)):
        book = openpyxl.load_workbook(tmp_path / "sample.xlsx")
        sheet = book.worksheets[0]
        header = [cell.value for cell in sheet[1]]
        rule, verdict = header.index("Rule") + 1, header.index("Is the finding right? yes / no") + 1
        for row in range(2, sheet.max_row + 1):
            right = sheet.cell(row, rule).value != wrong or wrong is None
            sheet.cell(row, verdict).value = "да" if right else "нет"
        book.save(tmp_path / name)
    called = call("calibrate", "anna.xlsx", "boris.xlsx")
    assert called.code == 0
    assert "ru/proba:cannot" in called.out
    assert "anna and boris: κ" in called.out
    off = call("calibrate", "anna.xlsx", "--min-precision", "0.95")
    assert "switch it off" in off.out or "watch it" in off.out


def test_a_sample_of_fewer_than_asked_is_told(score):
    told = "The sample has 60 replies, not 100: no more were judged"
    assert told in score("чаты.csv", "--no-store", "--sample", "100").out
    assert told in score("чаты.csv", "--no-store", "--sample", "100", "--review", "s.csv").out
    assert "The sample has" not in score("чаты.csv", "--no-store", "--sample", "60").out


def test_results_in_the_folder_of_the_exports_do_not_change_what_is_scored(score, tmp_path):
    (tmp_path / "exports").mkdir()
    (tmp_path / "чаты.csv").rename(tmp_path / "exports" / "чаты.csv")
    score("exports", "-o", "exports/report.html")
    called = score("exports", "-o", "exports/report.html", "--resume")
    assert called.code == 0
    assert "nothing is left to score" in called.err


def test_a_row_without_its_reply_is_quoted_and_a_file_that_is_none_is_called_a_file(
    score, tmp_path
):
    lines = ["Номер;Ответ;Тема", "1;Уже едет, будет в 18:00.;а", "сломанная", "2;Завтра в 9.;б"]
    (tmp_path / "рваный.csv").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "пусто.csv").write_text("", encoding="utf-8")
    called = score("рваный.csv", "пусто.csv", "-o", "out.html", "--lang", "ru")
    assert called.code == 0
    assert "Не удалось прочитать 1 строку, см. out.errors.csv" in called.out
    assert "Не удалось прочитать 1 файл, см. out.errors.csv" in called.out
    told = (tmp_path / "out.errors.csv").read_text(encoding="utf-8-sig")
    assert "рваный.csv;3;ячеек в строке 1, а столбцов 3: строка разорвана;сломанная" in told


def test_why_nothing_could_be_judged_is_told_at_once(score, tmp_path):
    (tmp_path / "пусто.csv").write_text("Дата;Кто\n1;2\n", encoding="utf-8")
    called = score("пусто.csv")
    assert called.code == 2
    assert "пусто.csv: none of the columns looks like the replies" in called.err
    assert "could not be read" not in called.out
    assert not list(tmp_path.glob("*.errors.csv"))


def test_a_run_does_not_go_on_with_another_choice_about_what_was_learned(score):
    score("чаты.csv")
    called = score("чаты.csv", "--resume", "--no-learned")
    assert called.code == 2
    assert "the settings" in called.err


def test_what_is_in_another_language_is_counted_and_told(call, tmp_path):
    export = tmp_path / "a.csv"
    rows = ["Сәлеметсіз бе! Сіздің тапсырысыңыз жолда, бүгін келеді.", "Ваш заказ уже едет.", "👍"]
    export.write_text("\n".join(["Ответ", *rows]), encoding="utf-8")
    table = tmp_path / "t.jsonl"
    called = call("score", str(export), "--no-store", "--workers", "1", "-o", str(table))
    assert called.code == 0
    told = "2 replies have no score (neither Russian nor English: 1, without words: 1)\n"
    assert called.out.count("no score") == called.out.count(told) == 1
    told = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
    assert [(row["language"], row["state"]) for row in told[:2]] == [
        ("other", "n/a"),
        ("ru", "scored"),
    ]
