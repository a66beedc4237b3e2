import json
import re
from pathlib import Path

import pytest
import yaml

from commands.conftest import BAD, GOOD
from replylint.commands.settings_options import Asked, settings_asked
from replylint.linter import Linter
from replylint.packs.shipped import profiles_folder
from replylint.settings.loading import load_settings
from replylint.suppressions.file import load_suppressions

DOCS = Path(__file__).parents[2] / "docs"
LET_BE = "<!-- replylint: ignore calm-down: цитата -->"


@pytest.fixture
def settings(call):
    """Writes settings into the working folder."""

    def write(text, name="replylint.yaml"):
        Path(name).write_text("root: true\n" * (name[-1] == "l") + text, encoding="utf-8")

    return write


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def found(called):
    """The ids and severities that a run in JSON found, by source."""
    return {
        result["source"]: {f["rule"]: f["severity"] for f in result["findings"]}
        for result in json.loads(called.out)["results"]
    }


def test_check_obeys_the_settings_of_the_folder(check, settings):
    settings("rules: {calm-down: critical, missing-alternative: off}")
    called = check("--format", "json", "--text", BAD)
    assert found(called) == {"<text>": {"calm-down": "critical"}}


def test_settings_are_found_upwards(check, settings, monkeypatch):
    settings("rules: {calm-down: off, no-way-on: off}")
    Path("deep/er").mkdir(parents=True)
    monkeypatch.chdir("deep/er")
    assert check("--text", BAD).code == 0


def test_mistakes_of_several_kinds_are_told_at_once(call, settings):
    settings(
        "words: [none.txt]\nrules: {calm-dwn: off}\noverrides: [{paths: a, rules: {balme: off}}]"
    )
    told = call("check", "--text", GOOD)
    assert told.code == 2
    assert "replylint.yaml:2:9: none.txt: " in told.err
    assert "replylint.yaml:3:9: there is no rule, category or pack “calm-dwn”" in told.err
    assert "replylint.yaml:4:32: there is no rule, category or pack “balme”" in told.err
    settings("words: 5\nrules: {calm-down: off, ru/tone: off, mine: off}\npacks: [mine.yml]")
    assert "there is no rule" not in call("check", "--text", GOOD).err


def test_the_project_file_counts(check):
    write("pyproject.toml", '[tool.replylint]\nroot = true\nrules.ru/proba = "off"')
    assert "is not valid TOML" in check("--text", BAD).err
    write("pyproject.toml", '[tool.replylint]\nroot = true\nrules."ru/proba" = "off"')
    assert check("--text", BAD).code == 0


def test_a_file_may_be_named_or_all_left_out(check, settings):
    settings("rules: {calm-down: off, no-way-on: off}")
    write("sub/other.yaml", "rules: {calm-down: off}")
    assert check("--text", BAD).code == 0
    assert check("--no-config", "--text", BAD).code == 1
    named = check("--config", "sub/other.yaml", "--format", "json", "--text", BAD)
    assert found(named) == {"<text>": {"no-way-on": "warning"}}
    assert "exclude each other" in check("--config", "x", "--no-config", "--text", BAD).err
    assert check("--config", "none.yaml", "--text", BAD).err.startswith("none.yaml: ")


def test_the_machine_form_names_profile_and_settings_and_text_is_quiet(check, settings):
    settings("profile: review")
    called = check("--format", "json", "--text", GOOD)
    tool = json.loads(called.out)["tool"]
    assert (tool["profile"], tool["settings"]) == ("review", ["replylint.yaml"])
    tool = json.loads(check("--no-config", "--format", "json", "--text", GOOD).out)["tool"]
    assert (tool["profile"], tool["settings"]) == (None, [])
    assert check("--text", GOOD).out == check("--no-config", "--text", GOOD).out


def test_a_profile_by_name_goes_before_that_of_the_settings(call, settings):
    settings("profile: review")
    text = "Здравствуйте, {имя}!"
    assert "critical" in call("check", "--text", text).out
    called = call("check", "--profile", "macro", "--text", text)
    assert (called.code, called.err) == (0, "")
    called = call("check", "--profile", "marco", "--text", text)
    assert called.code == 2
    assert "there is no profile “marco”" in called.err
    assert "did you mean “macro”?" in called.err


@pytest.mark.parametrize(("severity", "code"), [("warning", 1), ("error", 0)])
def test_fail_on_of_the_settings_and_of_the_command_line(check, settings, severity, code):
    settings(f"fail-on: {severity}")
    text = "Мы не можем вам помочь."
    assert check("--text", text).code == code
    assert check("--fail-on", "warning", "--text", text).code == 1
    assert check("--fail-on", "critical", "--text", text).code == 0


def test_overrides_choose_by_file_and_keep_the_order(check, settings):
    settings(
        "fail-on: critical\n"
        "overrides:\n"
        "- {paths: macros, rules: {calm-down: off}}\n"
        "- {paths: '*.md', rules: {no-way-on: info}, fail-on: info}\n"
    )
    for name in ("b.txt", "macros/a.txt", "macros/c.md", "macros/z.txt"):
        write(name, BAD)
    called = check("b.txt", "macros", "-", "--format", "json", stdin=BAD)
    assert list(found(called).items()) == [
        ("b.txt", {"calm-down": "error", "no-way-on": "warning"}),
        (str(Path("macros/a.txt")), {"no-way-on": "warning"}),
        (str(Path("macros/c.md")), {"no-way-on": "info"}),
        (str(Path("macros/z.txt")), {"no-way-on": "warning"}),
        ("<stdin>", {"calm-down": "error", "no-way-on": "warning"}),
    ]
    assert called.code == 1
    assert check("b.txt", "macros/a.txt").code == 0
    assert check("--fail-on", "warning", "b.txt").code == 1


def test_a_linter_is_made_once_for_each_distinct_choice(tmp_path, pack, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write("s.yaml", "overrides: [{paths: a, channel: x}, {paths: '*.md', channel: y}]")
    settings = load_settings([Path("s.yaml")], profiles_folder=profiles_folder())
    linter = Linter([pack], settings=settings)
    assert linter.for_path("a/1.txt") is linter.for_path("a/2.txt")
    assert linter.for_path("b.txt") is linter.for_path("<stdin>")
    assert linter.for_path("a/1.md") is not linter.for_path("b.md")
    assert linter.for_path("a/1.md").settings.choices.channel == "y"


def test_the_channel_of_the_settings_is_for_replies_without_one(check, settings):
    settings("channel: email\nrules: {calm-down: {channels: [-email]}}")
    records = [{"reply": BAD, "id": "1"}, {"reply": BAD, "id": "2", "channel": "chat"}]
    called = check("--input", "json", "--format", "jsonl", stdin=json.dumps(records))
    found = [[f["rule"] for f in json.loads(line)["findings"]] for line in called.out.splitlines()]
    assert found == [["no-way-on"], ["calm-down", "no-way-on"]]
    assert "calm-down" in check("--channel", "chat", "--text", BAD).out


def test_packs_by_path_start_from_the_settings(call, pack, settings, monkeypatch):
    settings(f"packs: [./{Path(pack).name}]")
    write(Path(pack).name, Path(pack).read_text(encoding="utf-8"))
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    called = call("check", "--format", "json", "--text", BAD)
    assert [p["name"] for p in json.loads(called.out)["tool"]["packs"]] == ["ru/proba"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rulez: 1", "replylint.yaml:2:1: unknown key “rulez”; did you mean “rules”?"),
        (
            "rules: {calm-dwn: off}",
            "replylint.yaml:2:9: there is no rule, category or pack “calm-dwn”; "
            "did you mean “calm-down”?",
        ),
        ("options: {norm: x}", "replylint.yaml:2:11: there is no option “norm”"),
        (
            "overrides: [{paths: m, rules: {blam: off}}]",
            "replylint.yaml:2:32: there is no rule, category or pack “blam”; did you mean “blame”?",
        ),
        (
            "profiles: {p: {rules: {blam: off}}}",
            "replylint.yaml:2:24: there is no rule, category or pack “blam”; did you mean “blame”?",
        ),
        ("profile: [x]", "replylint.yaml:2:10: text is expected here; put it in quotes"),
        ("a: [", "replylint.yaml:2:4: is not valid YAML"),
    ],
)
def test_wrong_settings_are_told_and_nothing_is_checked(check, settings, text, message):
    settings(text)
    called = check("--format", "json", "--text", BAD)
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith(message)
    assert "Traceback" not in called.err


def test_wrong_settings_are_told_in_russian(check, settings):
    settings("rulez: 1\nprofile: emial")
    assert check("--lang", "ru", "--text", BAD).err.startswith(
        "replylint.yaml:2:1: неизвестный ключ «rulez»; может быть, «rules»?"
    )
    settings("profile: emial")
    assert "нет профиля «emial»" in check("--lang", "ru", "--text", BAD).err


def test_a_comment_lets_a_finding_be_and_the_reports_say_so(check):
    write("a.md", f"Успокойтесь, пожалуйста. {LET_BE}")
    called = check("a.md")
    assert (called.code, called.err) == (0, "")
    assert called.out == "All is well: nothing to improve. 100/100 (1 finding suppressed)\n"
    told = json.loads(check("a.md", "--format", "json").out)
    assert told["summary"]["suppressed"] == 1
    [suppressed] = told["results"][0]["suppressed"]
    assert suppressed["finding"]["rule"] == "calm-down"
    assert suppressed["reason"] == "цитата"
    assert suppressed["place"] == {"source": "a.md", "line": 1, "column": 26}


def test_comments_that_do_nothing_are_noted_and_change_no_exit_code(check):
    write("a.md", f"{GOOD} {LET_BE}\n<!-- replylint: ignore calm-down -->")
    called = check("a.md")
    assert called.code == 0
    assert called.err.splitlines() == [
        "a.md:1:57: note: nothing is found here that “calm-down” would let be; "
        "remove this decision",
        "a.md:2:1: note: the comment gives no reason, so it lets nothing be; write "
        "<!-- replylint: ignore RULE: REASON -->",
    ]
    record = json.dumps({"reply": f"{GOOD}\n{LET_BE}"})
    called = check("--input", "jsonl", "--lang", "ru", stdin=f"\n{record}")
    assert called.err.startswith("<stdin>:2: примечание: замечаний «calm-down»")


def test_the_side_car_file(check, monkeypatch):
    write(
        ".replylint-ignore.yaml",
        "ignore:\n"
        "- {rule: dismissed-feelings, reason: учебный пример, paths: macros, id: 7}\n"
        "- {rule: no-way-on, reason: на время, until: 2020-01-01}\n",
    )
    records = [{"reply": BAD, "id": 7}, {"reply": BAD, "id": 8}]
    write("macros/a.json", json.dumps(records))
    monkeypatch.chdir("macros")
    called = check("a.json", "--format", "json")
    told = json.loads(called.out)
    first, second = told["results"]
    assert [s["finding"]["rule"] for s in first["suppressed"]] == ["calm-down"]
    assert first["suppressed"][0]["place"]["line"] == 2
    assert second["suppressed"] == []
    assert called.err.startswith(str(Path("../.replylint-ignore.yaml").resolve()) + ":3:10: note: ")
    assert "ended on 2020-01-01" in called.err
    called = check("a.json", "--format", "json", "--no-ignore")
    assert json.loads(called.out)["summary"]["suppressed"] == 0
    assert called.err == ""


def test_an_entry_without_use_is_noted(check):
    write(".replylint-ignore.yaml", "ignore: [{rule: blame, reason: x, paths: a.txt}]")
    write("a.txt", GOOD)
    assert check("a.txt").err == (
        ".replylint-ignore.yaml:1:17: note: nothing is found here that “blame” would let be; "
        "remove this decision\n"
    )
    assert check("--text", GOOD).err == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "ignore: [{rule: calm-dwn, reason: x}]",
            "1:17: there is no rule, category or pack “calm-",
        ),
        ("ignore: [{rule: blame}]", "1:10: the key “reason” is missing"),
        ("ignore: [{rule: x, reason: y, until: 32}]", "1:38: text is expected here"),
    ],
)
def test_a_wrong_side_car_file_is_an_error(check, text, message):
    write(".replylint-ignore.yaml", text)
    called = check("--text", BAD)
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith(f".replylint-ignore.yaml:{message}")
    assert check("--no-ignore", "--text", BAD).code == 1


@pytest.mark.parametrize("page", ["settings.md", "settings.ru.md"])
def test_every_example_of_the_page_loads(tmp_path, monkeypatch, page):
    monkeypatch.chdir(tmp_path)
    write("rules/our-company.yml", "")
    write("our-words.txt", "флипчард")
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 10
    for block in blocks:
        write("x.yaml", block)
        if block.startswith("ignore:"):
            assert Linter(["ru/tone"], suppressions=load_suppressions(Path("x.yaml")))
            continue
        settings = load_settings([Path("x.yaml")], profiles_folder=profiles_folder())
        if "packs" not in yaml.safe_load(block):
            assert Linter(["ru/tone", "ru/wording"], settings=settings)


@pytest.mark.parametrize("page", ["settings.md", "settings.ru.md"])
def test_the_comments_of_the_page_work(shipped, page):
    text = (DOCS / page).read_text(encoding="utf-8")
    [block] = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)
    result = shipped.check(block)
    assert not any("understood" in idle.message for idle in result.idle_suppressions)
    assert not {"calm-down"} & {finding.rule for finding in result.findings}


def test_both_pages_name_every_key():
    from replylint.settings.schema import SettingsFile
    from replylint.suppressions.file import IgnoreFile

    for page in ("settings.md", "settings.ru.md"):
        text = (DOCS / page).read_text(encoding="utf-8")
        for model in (SettingsFile, IgnoreFile):
            for name, field in model.model_fields.items():
                assert f"| `{field.alias or name}` |" in text


def test_without_learned_signals_where_there_are_no_settings():
    assert not settings_asked(Asked(no_config=True, no_learned=True)).learned
    assert settings_asked(Asked(no_config=True)).learned


def test_a_part_of_the_library_that_cannot_be_read_is_noted(check, settings):
    settings("library: lib")
    write("lib/good.yml", "macros:\n  - {title: Где?, text: Посылка уже едет.}\n")
    write("lib/broken.yml", "macros:\n  - {title: [\n")
    called = check("--pack", "ru/templates", "--text", GOOD)
    assert called.code == 0
    assert "broken.yml" in called.err and "not compared with this part of the library" in called.err


def test_a_misspelt_channel_is_told_with_its_place(call, settings):
    settings("rules:\n  calm-down: {channels: [emial, авито]}\n")
    called = call("check", "--text", GOOD)
    assert called.code == 0
    assert "replylint.yaml:3:3: note: the channel “emial” is none that is known" in called.err
    assert "авито" not in called.err
