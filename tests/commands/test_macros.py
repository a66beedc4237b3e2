"""`check` over a macro library, `fix`, `baseline update` and `--changed`, as a team uses them."""

import json
import subprocess
from pathlib import Path

import pytest

LIBRARY = """\
macros:
  - title: Привет
    text: |
      Здравствуйте, {{name | default: 'друг'}}! 😀
      Успокойтесь, пожалуйста.
  - title: Хорошо
    text: Заказ {{ticket.id}} собран, курьер позвонит.
"""


@pytest.fixture
def library(call):
    Path("macros").mkdir()
    path = Path("macros/ru.yml")
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def lines(called):
    return [json.loads(line) for line in called.out.splitlines()]


def test_a_folder_of_macros(check, library):
    Path("macros/notes.csv").write_text("id,amount\n1,2\n", encoding="utf-8")
    Path("macros/pack.yml").write_text("pack: x\nrules: {}\n", encoding="utf-8")
    called = check("--format", "jsonl", "macros/")
    assert called.code == 1
    first, second = lines(called)
    assert [first["id"], second["id"]] == ["Привет", "Хорошо"]
    (finding,) = first["findings"]
    place = {"line": 5, "column": 7, "end_line": 5, "end_column": 18}
    assert finding["in_file"] == place
    assert second["findings"] == []


def test_the_format_and_the_columns_come_from_the_settings(check, library):
    Path("macros/table.csv").write_text("Тема;Ответ клиенту\na;Успокойтесь.\n", encoding="utf-8")
    Path("replylint.yaml").write_text(
        "root: true\noverrides:\n- paths: macros/*.csv\n  format: csv\n"
        "  fields: {text: Ответ клиенту, title: Тема}\n",
        encoding="utf-8",
    )
    called = check("--format", "jsonl", "macros")
    assert [record["id"] for record in lines(called)] == ["Привет", "Хорошо", "a"]


def test_a_table_is_read_when_asked(check):
    Path("a.csv").write_text("title,text\na,Успокойтесь\n", encoding="utf-8")
    assert check("a.csv", "--input", "csv").code == 1
    Path("b.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    assert check("b.csv").code == 2


def test_old_findings_are_let_be_and_new_ones_count(call, check, pack, library):
    called = call("baseline", "update", "--pack", pack, "macros")
    assert (called.code, called.out) == (0, "")
    baseline = json.loads(Path(".replylint-baseline.json").read_text(encoding="utf-8"))
    assert [entry["text"] for entry in baseline["findings"]] == ["Успокойтесь"]
    arguments = ("--baseline", ".replylint-baseline.json", "--format", "jsonl", "macros")
    assert check(*arguments).code == 0
    moved = "# новая строка\n" + LIBRARY + "  - {title: x, text: 'Анна, успокойтесь.'}\n"
    library.write_text(moved, encoding="utf-8")
    called = check(*arguments)
    assert called.code == 1
    assert [f["text"] for r in lines(called) for f in r["findings"]] == ["успокойтесь"]
    library.write_text(LIBRARY.replace("Успокойтесь", "Подождите"), encoding="utf-8")
    called = check(*arguments)
    assert called.code == 0
    assert "1 finding of the baseline is fixed" in called.err
    assert check("--baseline", "none.json", "macros").code == 2


def test_old_findings_of_a_file_that_is_gone_are_told(call, check, pack, library):
    Path("macros/b.yml").write_text(LIBRARY, encoding="utf-8")
    call("baseline", "update", "--pack", pack, "./macros")
    Path("macros/b.yml").unlink()
    arguments = ("--baseline", ".replylint-baseline.json")
    called = check(*arguments, "macros/")
    assert called.code == 0 and "1 finding of the baseline is fixed" in called.err
    assert "in macros/b.yml" in called.err
    assert "fixed" in check(*arguments, ".").err
    assert "fixed" not in check(*arguments, "macros/ru.yml").err


def test_new_findings_get_into_a_baseline_only_when_asked_for(call, pack, library):
    Path("macros/b.yml").write_text(LIBRARY, encoding="utf-8")
    called = call("baseline", "update", "--pack", pack, "macros")
    assert "removed 0, added 2 (errors among them: 2), now 2" in called.err
    mended = LIBRARY.replace("Успокойтесь", "Подождите")
    library.write_text(mended + "  - {title: x, text: 'Анна, успокойтесь.'}\n", encoding="utf-8")
    called = call("baseline", "update", "--pack", pack, "macros/ru.yml")
    assert called.code == 0
    assert "removed 1, added 0 (errors among them: 0), now 1" in called.err
    assert "1 new finding was not added (errors among them: 1)" in called.err
    assert "macros/ru.yml:" in called.err and "new, not added: “успокойтесь”" in called.err
    assert "now 2" in call("baseline", "update", "--pack", pack, "--add", "macros").err
    kept = json.loads(Path(".replylint-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert [(e["source"], e["text"]) for e in kept] == [
        ("macros/b.yml", "Успокойтесь"),
        ("macros/ru.yml", "успокойтесь"),
    ]


def test_a_file_that_is_no_baseline_is_not_written_over(call, pack, library):
    Path(".replylint-baseline.json").write_text("<<<<<<<", encoding="utf-8")
    called = call("baseline", "update", "--pack", pack, "macros")
    assert called.code == 2 and "delete the file" in called.err
    assert Path(".replylint-baseline.json").read_text(encoding="utf-8") == "<<<<<<<"


def test_a_comment_in_a_macro_is_told_where_the_file_has_it(check):
    Path("a.yml").write_text(
        "macros:\n  - title: a\n    text: |\n      Да.\n\n"
        "      <!-- replylint: ignore calm-down: цитата -->\n      Успокойтесь.\n"
        "  - title: b\n    text: |\n      Да.\n      <!-- replylint: ignore calm-down: зря -->\n",
        encoding="utf-8",
    )
    called = check("a.yml", "--format", "json")
    assert called.code == 0 and "a.yml:11:7: note: nothing is found here" in called.err
    [first, _second] = json.loads(called.out)["results"]
    assert first["suppressed"][0]["place"]["line"] == 6


def test_a_library_may_be_made_for_a_channel(call, tmp_path):
    from support import rule, write_pack

    rules = ("reviews", "[review]"), ("nowhere", "[-review]"), ("templates", "[macro]")
    body = "rules:\n" + "\n".join(
        rule('forbid: ["успокойтесь"]', name, channels=channels, category=category)
        for (name, channels), category in zip(rules, ("blame", "blame", "rudeness"), strict=True)
    )
    path = str(write_pack(tmp_path, body, name="ru/channels"))
    Path("a.yml").write_text("macros: [{title: a, text: Успокойтесь}]\n", encoding="utf-8")

    def found(*arguments):
        (record,) = lines(call("check", "--format", "jsonl", "--pack", path, *arguments, "a.yml"))
        return {finding["rule"] for finding in record["findings"]}

    assert found() == {"nowhere", "templates"}
    assert found("--channel", "review") == {"reviews", "templates"}
    Path("replylint.yaml").write_text(
        "root: true\noverrides:\n- {paths: a.yml, channel: review}\n", encoding="utf-8"
    )
    assert found() == {"reviews", "templates"}


def test_nothing_is_kept_with_no_cache(check, library, tmp_path, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "kept"))
    check("--no-cache", "macros")
    assert not (tmp_path / "kept" / "judgements").exists()
    assert check("macros").out == check("macros").out
    assert (tmp_path / "kept" / "judgements").is_dir()


def test_only_what_git_has_touched(check, library):
    def git(*arguments):
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
        subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    called = check("--changed", "HEAD", "macros")
    told = "replylint: nothing to check: git has touched no reply here since HEAD\n"
    assert (called.code, called.out, called.err) == (0, "", told)
    library.write_text(LIBRARY.replace("курьер позвонит", "успокойтесь"), encoding="utf-8")
    called = check("--changed", "HEAD", "--format", "jsonl", "macros")
    assert [record["id"] for record in lines(called)] == ["Хорошо"]
    assert check("--changed", "nothing", "macros").code == 2
    called = check("--changed", "HEAD", "--format", "jsonl")
    assert [record["id"] for record in lines(called)] == ["Хорошо"]
    Path("replylint.yaml").write_text("root: true\nlibrary: other\n", encoding="utf-8")
    Path("other").mkdir()
    Path("other/a.txt").write_text("Добрый день!", encoding="utf-8")
    git("add", "-A")
    called = check("--changed", "HEAD", "--format", "jsonl")
    assert [record["source"] for record in lines(called)] == ["other/a.txt"]


def test_fix_shows_and_writes(call, tmp_path):
    path = Path("a.yml")
    text = "- title: a   # так\n  text: 'Спасибо за за письмо, {имя}, ответ во вложении.'\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    called = call("fix", "--diff", "a.yml")
    assert (called.code, path.read_bytes()) == (1, before)
    assert "+  text: 'Спасибо за письмо" in called.out
    called = call("fix", "a.yml")
    assert (called.code, called.out) == (0, "")
    assert path.read_bytes() == before.replace("за за".encode(), "за".encode())
    assert "1 edit made" in called.err
    called = call("fix", "--diff", "a.yml")
    assert (called.code, called.err) == (0, "Nothing to mend.\n")
    assert call("fix").code == 2
    assert call("fix", "none.yml").code == 2


def test_fix_tells_what_is_left_to_a_person(call):
    Path("a.html").write_text("<p>Спасибо за&nbsp;за письмо.</p>", encoding="utf-8")
    called = call("fix", "a.html")
    first, second = called.err.splitlines()
    assert first == "a.html: 1 edit cannot be made here, mend it by hand"
    assert second.startswith("a.html:1:")
    assert "“за за” should be “за”" in second


def test_the_library_as_a_whole_is_that_of_the_settings(call, library):
    assert call("library").code == 2
    Path("replylint.yaml").write_text("root: true\nlibrary: macros\n", encoding="utf-8")
    called = call("library")
    assert called.code == 0 and called.out.startswith("2 replies in the library.\nNothing is")
    same = "macros:\n" + "- {title: a, text: Заказ уже собран и ждёт вас у входа.}\n" * 2
    library.write_text(same, encoding="utf-8")
    called = call("library", "--format", "json")
    assert called.code == 1 and json.loads(called.out)["twins"][0]["share"] == 1.0


def test_what_differs_in_nearly_equal_replies_is_shown(call, library):
    text = (
        "{hello}! Подъём на этаж стоит {sum} ₽, оплата картой курьеру или по ссылке из письма. "
        "Чек придёт на почту, а вопросы можно задать здесь в любой день {until}."
    )
    texts = [
        text.format(hello="Привет", sum=300, until="до вечера"),
        text.format(hello="Здравствуйте", sum=450, until="до девяти"),
    ]
    lines = "".join(f"- {{title: a{n}, text: '{one}'}}\n" for n, one in enumerate(texts))
    library.write_text(f"macros:\n{lines}", encoding="utf-8")
    out = call("library", "macros").out
    assert "    300 ↔ 450\n" in out
    told = json.loads(call("library", "--format", "json", "macros").out)
    assert ["Привет", "Здравствуйте"] in told["twins"][0]["differences"]


def test_names_in_a_library_cannot_steer_the_terminal(call, library):
    same = '- {title: "\\e[31mred", text: Заказ уже собран и ждёт вас у входа.}\n' * 2
    library.write_text(f"macros:\n{same}", encoding="utf-8")
    called = call("library", "macros")
    assert called.code == 1 and "red»" in called.out and "\x1b" not in called.out


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x", "x" * 5000, "none"])
def test_a_library_that_is_not_there_is_told_with_its_place(call, name):
    Path("replylint.yaml").write_text(f"root: true\nlibrary: {name}\n", encoding="utf-8")
    called = call("library")
    assert called.code == 2 and "replylint.yaml:2:10" in called.err


def test_conversations_are_not_mended(call):
    Path("chats.jsonl").write_text('{"reply": "Согласно договора."}\n', encoding="utf-8")
    called = call("fix", "chats.jsonl")
    assert called.code == 0 and "conversations that took place are not changed" in called.err


def test_sheets_are_not_mended(call):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["title", "text"])
    book.active.append(["a", "Согласно договора."])
    book.save("a.xlsx")
    called = call("fix", "--input", "xlsx", "a.xlsx")
    assert called.code == 0 and "sheets are not mended" in called.err


def test_only_what_fails_is_shown_when_asked(check, library):
    called = check("--fail-on", "critical", "--show", "failing", "macros/")
    assert called.code == 0
    assert "calm-down" not in called.out
    assert "Not shown, since they do not fail: 1 error. See all with --show all." in called.out
    called = check("--fail-on", "error", "--show", "failing", "macros/")
    assert called.code == 1
    assert "calm-down" in called.out
    assert "Not shown" not in called.out
    called = check("--fail-on", "critical", "--show", "failing", "--show", "all", "macros/")
    assert "calm-down" in called.out
