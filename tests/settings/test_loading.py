from pathlib import Path

import pytest

from replylint.errors import SettingsError
from replylint.finding import Severity
from replylint.packs.shipped import profiles_folder
from replylint.settings.loading import find_settings, load_settings
from support import marked, told, write_huge


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(*files, profile=None):
    return load_settings(
        [Path(f) for f in files], profile=profile, profiles_folder=profiles_folder()
    )


def problems(text, name="replylint.yaml"):
    with pytest.raises(SettingsError) as caught:
        load(write(name, text))
    return caught.value.problems


def test_without_a_file_nothing_is_chosen(here):
    write("replylint.yaml", "root: true")
    assert find_settings(here) == [here / "replylint.yaml"]
    settings = load()
    assert (settings.packs, settings.profile, settings.sources) == (None, None, ())


def test_files_are_found_upwards_to_the_one_that_says_root(here):
    write("replylint.yaml", "channel: x")
    write("a/.replylint.yml", "root: true")
    write("a/b/pyproject.toml", '[tool.replylint]\nchannel = "chat"')
    write("a/b/c/pyproject.toml", "[tool.other]")
    found = find_settings(here / "a" / "b" / "c")
    assert found == [here / "a/b/pyproject.toml", here / "a/.replylint.yml"]


def test_of_two_files_in_one_folder_one_counts(here):
    write("pyproject.toml", "[tool.replylint]\nroot = true")
    write(".replylint.yaml", "root: true")
    write("replylint.yml", "root: true")
    assert find_settings(here) == [here / "replylint.yml"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "rules:\n#  calm-down: off\npacks:\n"])
def test_a_file_with_nothing_but_comments_chooses_nothing(here, text):
    settings = load(write("replylint.yaml", text))
    assert (settings.packs, settings.choices.rules) == (None, {})


EVERYTHING = """
root: true
profile: email
packs: [ru/tone, ./own.yml]
rules:
  calm-down: off
  refusal: on
  ru/tone: warning
  slangy: {severity: error, channels: [-chat]}
options: {address: "ты"}
channel: letters
penalties: {warning: 0.5, info: 0}
fail-on: error
overrides:
  - paths: macros/**
    channel: macro
"""
IN_TOML = """
[project]
name = "x"
[tool.replylint]
root = true
profile = "email"
packs = ["ru/tone", "./own.yml"]
options = {address = "ты"}
channel = "letters"
fail-on = "error"
penalties.warning = 0.5
penalties.info = 0
[tool.replylint.rules]
calm-down = "off"
refusal = "on"
"ru/tone" = "warning"
slangy = {severity = "error", channels = "-chat"}
[[tool.replylint.overrides]]
paths = ["macros/**"]
channel = "macro"
"""


@pytest.mark.parametrize(
    ("name", "text"), [("replylint.yaml", EVERYTHING), ("pyproject.toml", IN_TOML)]
)
def test_every_key_in_both_languages(here, name, text):
    write("own.yml", "")
    write(name, text)
    settings = load(*find_settings(here))
    assert settings.packs == ("ru/tone", Path("own.yml"))
    assert settings.profile.name == "email"
    rules = settings.choices.rules
    assert rules["calm-down"].off is True
    assert rules["refusal"].off is False
    assert (rules["ru/tone"].off, rules["ru/tone"].severity) == (None, Severity.WARNING)
    assert (rules["slangy"].severity, rules["slangy"].channels) == (Severity.ERROR, ("-chat",))
    assert settings.choices.options == {"address": "ты"}
    assert settings.choices.channel == "letters"
    assert settings.penalties[Severity.WARNING] == 0.5
    assert settings.fail_on is Severity.ERROR
    assert settings.sources == (Path(name),)
    assert settings.for_path("macros/x/y.txt").choices.channel == "macro"


def test_the_nearer_file_goes_before_the_farther_one_and_its_profile_counts(here):
    write("replylint.yaml", "profile: chat\nfail-on: info\npacks: [ru]\nrules: {blame: off}")
    write("a/replylint.yaml", "profile: review\nrules: {blame: error}")
    settings = load(*find_settings(here / "a"))
    assert settings.profile.name == "review"
    assert settings.choices.channel == "review"
    assert (settings.fail_on, settings.packs) == (Severity.INFO, ("ru",))
    layers = [layer["blame"] for layer in settings.choices.rule_layers if "blame" in layer]
    assert [layer.off for layer in layers] == [None, True, None]


def test_the_command_line_names_the_profile_also_for_overrides(here):
    write("replylint.yaml", "profile: chat\noverrides: [{paths: [m], profile: macro}]")
    settings = load("replylint.yaml", profile="email")
    assert settings.profile.name == "email"
    assert settings.for_path("m/x.txt").profile.name == "email"
    assert load("replylint.yaml").for_path("m/x.txt").profile.name == "macro"


def test_an_own_profile_extends_others_and_one_of_its_own_name(here):
    write("shop/own.yml", "")
    write(
        "shop/replylint.yaml",
        "profiles:\n"
        "  letter: {extends: email, channel: shop, packs: [own.yml]}\n"
        "  email: {extends: email, fail-on: critical}\n",
    )
    settings = load("shop/replylint.yaml", profile="letter")
    assert (settings.choices.channel, settings.fail_on) == ("shop", Severity.CRITICAL)
    assert settings.packs == (Path("shop/own.yml"),)
    assert any("slangy" in layer for layer in settings.choices.rule_layers)


def test_a_shipped_pack_goes_before_a_folder_of_its_name(here):
    write("ru/x.yml", "")
    assert load(write("replylint.yaml", "packs: [ru, ./ru]")).packs == ("ru", here / "ru")


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        ("rulez: 1", "1:1 unknown key “rulez”; did you mean “rules”?", "r"),
        ("root: maybe", "1:7 true or false is expected here", "m"),
        ("packs: {a: 1}", "1:8 a list is expected here", "{"),
        ("packs: []", "1:8 at least 1 item is expected in this list, there are 0", "["),
        (
            "packs: [ru/ton]",
            "1:9 there is no pack or file of this name; did you mean “ru/tone”?",
            "r",
        ),
        ("packs: [./none.yml]", "1:9 there is no pack or file of this name", "."),
        ("- a", "1:1 settings are a map of “key: value” lines", "-"),
        ("just text", "1:1 settings are a map of “key: value” lines", "j"),
        (
            "fail-on: eror",
            "1:10 “eror” is not one of: info, suggestion, warning, error, critical; "
            "did you mean “error”?",
            "e",
        ),
        ("penalties: {error: 2}", "1:20 a number up to 1 is expected here", "2"),
        ("penalties: {error: -1}", "1:20 a number from 0 on is expected here", "-"),
        ("penalties: {error: much}", "1:20 a number is expected here", "m"),
        (
            "rules: {calm-down: 7}",
            "1:20 “7” is not one of: off, on, info, suggestion, warning, error, critical",
            "7",
        ),
        (
            "rules: {x: of}",
            "1:12 “of” is not one of: off, on, info, suggestion, warning, error, critical; "
            "did you mean “off”?",
            "o",
        ),
        (
            "rules:\n  x: {severty: error}",
            "2:7 unknown key “severty”; did you mean “severity”?",
            "s",
        ),
        ("channel: 3", "1:10 text is expected here; put it in quotes", "3"),
        ("overrides: [{channel: x}]", "1:13 the key “paths” is missing", "{"),
        ("overrides: [{paths: ['a[']}]", "1:22 a “[” in the glob is never closed", "'"),
        (
            "overrides: [{paths: /x}]",
            "1:21 a glob is relative to the folder of this file; take the beginning off",
            "/",
        ),
        (
            "profile: emial",
            "1:10 there is no profile “emial”; there are: chat, email, macro, review; "
            "did you mean “email”?",
            "e",
        ),
        (
            "overrides: [{paths: [x], profile: chad}]",
            "1:35 there is no profile “chad”; there are: chat, email, macro, review; "
            "did you mean “chat”?",
            "c",
        ),
        (
            "profiles: {a: {extends: b}, b: {extends: c}, c: {extends: b}}",
            "1:59 profiles extend each other in a circle: a → b → c → b",
            "b",
        ),
        (
            "profiles:\n  mine: {extends: none}",
            "2:19 there is no profile “none”; there are: mine, chat, email, macro, review",
            "n",
        ),
        ("a: *x", None, None),
        ("a: &x 1\nrules: *x", "1:4 anchors and aliases are not allowed; write the value out", "&"),
        (
            "root: !!python/object/apply:os.system ['true']",
            "1:7 the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed",
            "!",
        ),
        ("root: true\nroot: true", "2:1 the key “root” stands here twice", "r"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(here, text, line, mark):
    found = problems(text)
    assert all(problem.place.source == "replylint.yaml" for problem in found)
    if line is not None:
        assert [told(problem) for problem in found] == [line]
        assert marked(found[0]) == mark


def test_everything_wrong_in_a_file_is_told_at_once(here):
    found = problems("root: 1\nrules: {x: 1}\nfail-on: 2\noverrides:\n- paths: [..]\n  y: 1")
    assert [problem.place.line for problem in found] == [1, 2, 3, 5, 6]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("[tool.replylint", (1, 16), "is not valid TOML"),
        ("[tool.replylint]\nroot = yes", (2, 8), "is not valid TOML"),
        ("[tool.replylint]\nrooot = true", (2, 1), "unknown key “rooot”; did you mean “root”?"),
        ('[tool.replylint]\nfail-on = "bad"', (2, 11), "“bad” is not one of"),
        ("[tool]\nreplylint = 5", (2, 13), "settings are a map"),
        ('[tool.replylint.rules]\n"x" = 1', (2, 7), "“1” is not one of"),
        (
            '[tool.replylint]\n[[tool.replylint.overrides]]\npaths="a"\n'
            "[[tool.replylint.overrides]]\npath = 'b'",
            (4, 3),
            "the key “paths” is missing",
        ),
        ("[tool.replylint]\nroot = " + "[" * 5000, (None, None), "nested too deeply"),
    ],
)
def test_what_is_wrong_in_toml_is_told_with_its_place(here, text, place, message):
    found = problems(text, "pyproject.toml")
    assert (found[0].place.line, found[0].place.column) == place
    assert message in found[0].message


def test_a_broken_project_file_of_somebody_else_does_not_matter(here):
    write("a/pyproject.toml", "[tool.other")
    write("replylint.yaml", "root: true")
    assert find_settings(here / "a") == [here / "replylint.yaml"]


def test_a_toml_file_that_is_named_must_have_the_table(here):
    [problem] = problems("[tool.black]", "x.toml")
    assert "no table [tool.replylint]" in problem.message


@pytest.mark.parametrize("profile", ["emial", "../email", ""])
def test_an_unknown_profile_of_the_command_line(here, profile):
    with pytest.raises(SettingsError, match="there is no profile") as caught:
        load(profile=profile)
    assert str(caught.value.place) == "--profile"


def test_files_that_cannot_be_read(here):
    with pytest.raises(SettingsError, match="no such file"):
        load("none.yaml")
    Path("bytes.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load("bytes.yaml")
    with pytest.raises(SettingsError, match="this is a folder"):
        load(here)


def test_how_exports_are_read_adds_up_over_the_files(here):
    near = write(
        "a.yaml", "exports: {columns: {agent: 4}, day-first: true, from: csv, timezone: UTC}"
    )
    far = write("b.yaml", "exports: {columns: {agent: Кто, reply: Ответ}, roles: {Босс: agent}}")
    exports = load(near, far).exports
    assert exports.columns == {"agent": "4", "reply": "Ответ"}
    assert exports.timezone == "UTC"
    assert (exports.roles, exports.day_first, exports.format) == ({"Босс": "agent"}, True, "csv")


def test_a_role_that_is_not_there_is_told_with_its_place(here):
    [problem] = problems("exports:\n  roles:\n    Босс: agnet\n")
    assert told(problem).startswith("3:11 ")
    assert "agent" in problem.message


@pytest.mark.parametrize("name", ["replylint.yaml", "pyproject.toml"])
def test_a_huge_file_is_refused_unread(here, name):
    write_huge(here / name)
    with pytest.raises(SettingsError, match="larger than 2 MB"):
        load(name)


def test_the_teams_own_words_add_up_from_lists_and_files(here):
    write("words.txt", "# наши\nфлипчард  вебхук\nзакза\n")
    write("replylint.yaml", "words: [админка, words.txt]\nprofiles: {a: {words: лендос}}\n")
    assert load("replylint.yaml").choices.words == ("админка", "флипчард", "вебхук", "закза")
    assert load("replylint.yaml", profile="a").choices.words[0] == "лендос"


def test_a_file_of_words_that_is_not_there_is_told_at_its_place(here):
    [problem] = problems("words: [да, none.txt]\n")
    assert told(problem) == "1:13 none.txt: there is no such file or folder; check the name"


def test_a_file_of_words_is_named_from_its_settings(here):
    write("a/words.txt", "закза")
    write("a/replylint.yaml", "words: words.txt")
    assert load("a/replylint.yaml").choices.words == ("закза",)


@pytest.mark.parametrize("word", ["no", "No", "false", "нет"])
def test_no_switches_a_rule_off_as_people_mean_it(here, word):
    write("replylint.yaml", f"rules:\n  calm-down: {word}\n  refusal: yes\n")
    rules = load(*find_settings(here)).choices.rules
    assert (rules["calm-down"].off, rules["calm-down"].severity) == (True, None)
    assert rules["refusal"].off is False
