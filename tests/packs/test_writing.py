import pytest
import yaml

from replylint.errors import FileError
from replylint.packs.writing import Draft, new_pack, with_rule

DRAFT = Draft(
    id="second",
    category="blame",
    severity="error",
    patterns=("сами {виноватый}", 'а "б" \\?'),
    message="x: «{match}» # не комментарий",
    bad=("Вы [[сами виноваты]]\nв этом",),
    good=("ок",),
    title="- Имя",
    why="'",
    suggestions=("Лучше \x7f так",),
)
FIRST = """\
pack: acme   # наш
title: Наши правила
language: ru

rules:
  first:
    category: blame
    forbid: ["плохо"]      # важно
    message: |
      Плохо.
      # это не комментарий
    examples: {bad: ["[[плохо]]"], good: ["ок"]}

# о том, что ниже
define:
  us: [мы]
# конец
"""


def data(text):
    return yaml.safe_load(text)


def test_a_new_pack(tmp_path):
    text = new_pack(tmp_path / "Наш набор.yml", "ru", DRAFT, "pack.schema.json")
    assert text.startswith("# yaml-language-server: $schema=pack.schema.json\n")
    loaded = data(text)
    assert loaded["pack"] == "nash-nabor"
    assert loaded["rules"]["second"] == DRAFT.data()


def test_a_rule_is_added_and_nothing_else_changes():
    text = with_rule(FIRST, "acme.yml", DRAFT)
    assert data(text) == {**data(FIRST), "rules": {**data(FIRST)["rules"], "second": DRAFT.data()}}
    rest = iter(text.splitlines())
    assert all(line in rest for line in FIRST.splitlines() if line)
    assert text.index("second:") < text.index("# о том, что ниже")


@pytest.mark.parametrize(
    "text",
    [
        FIRST.replace("\n", "\r\n"),
        "\ufeff" + FIRST,
        FIRST.rstrip("\n"),
        FIRST.replace("\n  first", "\n      first")
        .replace("\n    c", "\n           c")
        .replace("\n    f", "\n           f")
        .replace("\n    m", "\n           m")
        .replace("\n    e", "\n           e")
        .replace("      П", " " * 14 + "П")
        .replace("      #", " " * 14 + "#"),
        FIRST.replace("rules:\n", "rules:\n\n  # первое\n"),
        "pack: a\ntitle: b\nlanguage: ru\n",
        "pack: a\ntitle: b\nlanguage: ru\nrules:\n",
        "rules:\n  first:\n    message: >-\n      a\n\n      b\n",
        "rules:\n  first: {message: a}\n",
    ],
)
def test_files_of_every_style(text):
    changed = with_rule(text, "acme.yml", DRAFT)
    before, after = data(text.removeprefix("\ufeff")), data(changed.removeprefix("\ufeff"))
    rules = after.pop("rules")
    assert rules.pop("second") == DRAFT.data()
    assert rules == (before.pop("rules", None) or {})
    assert after == before
    assert changed.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in changed) == ("\r\n" in text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FIRST.replace("first:", "second:"), "there is a rule “second” already"),
        ("rules: {first: {message: a}}\n", "cannot be added here by machine"),
        ("- a\n", "a pack is a map"),
        ("rules: [\n", "is not valid YAML"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_place(text, message):
    with pytest.raises(FileError) as caught:
        with_rule(text, "acme.yml", DRAFT)
    assert message in str(caught.value)
    assert str(caught.value).startswith("acme.yml:")
