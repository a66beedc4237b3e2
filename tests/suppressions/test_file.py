from datetime import date
from pathlib import Path

import pytest

from replylint.errors import SettingsError
from replylint.suppressions.file import find_suppressions, load_suppressions
from support import told, write_huge

NAME = ".replylint-ignore.yaml"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(text):
    Path(NAME).write_text(text, encoding="utf-8")
    return load_suppressions(Path(NAME))


def test_every_key(here):
    [one] = load(
        "ignore:\n- rule: calm-down\n  reason: цитата\n  paths: macros/**\n  id: 17\n"
        "  text: Успокойтесь\n  until: 2027-01-31\n"
    )
    assert (one.rule, one.reason, one.paths, one.base) == (
        "calm-down",
        "цитата",
        ("macros/**",),
        here,
    )
    assert (one.id, one.text, one.until) == ("17", "Успокойтесь", date(2027, 1, 31))
    assert str(one.written.place) == f"{NAME}:2:9"


@pytest.mark.parametrize("text", ["", "# nothing\n", "ignore: []"])
def test_a_file_without_decisions(text):
    assert load(text) == []


def test_the_nearest_file_counts(here):
    (here / "a" / "b").mkdir(parents=True)
    load("")
    assert find_suppressions(here / "a" / "b") == here / NAME
    (here / "a" / ".replylint-ignore.yml").touch()
    assert find_suppressions(here / "a" / "b") == here / "a" / ".replylint-ignore.yml"


ONE = "ignore:\n- {rule: x, reason: y, "


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- rule: x", "1:1 the file begins with “ignore:” and a list"),
        ("ignored: []", "1:1 unknown key “ignored”; did you mean “ignore”?"),
        ("ignore: x", "1:9 a list is expected here"),
        ("ignore:\n- {rule: x}", "2:3 the key “reason” is missing"),
        (
            "ignore:\n- {rule: x, reason: ' '}",
            "2:21 this text is empty; write something or take it out",
        ),
        (ONE + "untill: 2025-01-01}", "2:24 unknown key “untill”; did you mean “until”?"),
        (ONE + "until: 31.01.2025}", "2:31 a day that exists is expected here, as YYYY-MM-DD"),
        (ONE + "until: 2025-02-30}", "2:31 a day that exists is expected here, as YYYY-MM-DD"),
        (ONE + "until: 2025-W01-1}", "2:31 a day that exists is expected here, as YYYY-MM-DD"),
        (ONE + "paths: ../x}", "2:31 a glob looks below the folder of this file only; “..” leads"),
        (ONE + "paths: []}", "2:31 at least 1 item is expected in this list, there are 0"),
        ("ignore: &a\n- *a", "1:9 anchors and aliases are not allowed; write the value out"),
        ("ignore: !!python/name:os.system x", "1:9 the tag tag:yaml.org,2002:python/name"),
        ("ignore: [", "1:9 is not valid YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, line):
    with pytest.raises(SettingsError) as caught:
        load(text)
    [problem] = caught.value.problems
    assert told(problem).startswith(line)
    assert problem.place.source == NAME


def test_a_huge_file_is_refused_unread(here):
    write_huge(here / NAME)
    with pytest.raises(SettingsError, match="larger than 2 MB"):
        load_suppressions(Path(NAME))
