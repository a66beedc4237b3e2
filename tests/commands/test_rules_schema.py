import json
from pathlib import Path


def test_on_standard_output_and_in_a_file(call):
    called = call("rules", "schema")
    assert called.code == 0
    assert json.loads(called.out)["required"] == ["pack", "title", "language"]
    assert call("rules", "schema", "-o", "new/pack.schema.json").out == ""
    assert Path("new/pack.schema.json").read_text(encoding="utf-8") == called.out


def test_of_the_settings_and_in_russian(call):
    told = json.loads(call("rules", "schema", "--settings", "--lang", "ru").out)
    assert told["title"] == "Настройки replylint"
    assert "fail-on" in told["properties"]


def test_a_file_out_of_step(call):
    call("rules", "schema", "-o", "a.json")
    assert call("rules", "schema", "-o", "a.json", "--check").code == 0
    Path("a.json").write_text("{}", encoding="utf-8")
    called = call("rules", "schema", "-o", "a.json", "--check")
    assert (called.code, called.err) == (1, "a.json: is out of step; write it anew\n")
    assert Path("a.json").read_text(encoding="utf-8") == "{}"


def test_wrong_use(call):
    assert "--check needs -o" in call("rules", "schema", "--check").err
    Path("folder").mkdir()
    called = call("rules", "schema", "-o", "folder")
    assert called.code == 2
    assert called.err.startswith("folder: cannot be written: ")
    assert list(Path().iterdir()) == [Path("folder")]
