"""A reply that is a macro with nothing put in is found, one with a word of its own is not."""

import pytest

from replylint.checks import copied_macro
from replylint.conversation import Conversation
from replylint.errors import SettingsError
from replylint.linter import Linter
from replylint.packs.shipped import profiles_folder
from replylint.settings.loading import load_settings

MACRO = (
    "Здравствуйте, {имя}!\n\nПосылка едет от трёх до семи дней: срок зависит от города и "
    "перевозчика. Сейчас она в городе {город}, и видно это в личном кабинете на странице доставки."
)
COPY = (
    "Здравствуйте, Ольга!\n\nПосылка едет от трёх до семи дней: срок зависит от города и "
    "перевозчика. Сейчас она в городе Тверь, и видно это в личном кабинете на странице доставки."
)


@pytest.fixture
def linter(tmp_path):
    """Gives a linter whose settings name this library."""

    def linter_(text=MACRO, name="macros.yml", settings="library: {name}\n"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        indented = text.replace("\n", "\n      ")
        path.write_text(
            text
            if name.endswith("csv")
            else f"macros:\n  - title: Где?\n    text: |\n      {indented}\n",
            encoding="utf-8",
        )
        file = tmp_path / "replylint.yaml"
        file.write_text(settings.format(name=name), encoding="utf-8")
        loaded = load_settings([file], profiles_folder=profiles_folder())
        return Linter(["ru/templates"], settings=loaded)

    return linter_


def copied(linter, reply, **more):
    result = linter.check(reply, **more)
    assert result.failures == ()
    return [f for f in result.findings if f.rule == "copied-macro"]


def test_a_copy_is_found_and_the_macro_is_named(linter):
    [finding] = copied(linter(), COPY)
    assert finding.message.startswith("Почти дословно макрос «Где?»")
    assert finding.category == "template-only" and finding.text.startswith("Посылка едет")


@pytest.mark.parametrize(
    ("reply", "customer"),
    [
        (COPY.replace("Сейчас она", "Сейчас ваша посылка № 4512"), None),
        (COPY.replace("Сейчас она", "Сейчас кофеварка"), "Где моя кофеварка?"),
        (COPY + " Курьер Сергей уже грузит коробку.", None),
        (COPY[: COPY.index("Сейчас")] + "Ваша уже у курьера, он позвонит вечером из машины.", None),
        ("Посылка едет от трёх до семи дней.", None),
        ("", None),
    ],
)
def test_what_has_something_of_its_own_is_not(linter, reply, customer):
    assert copied(linter(), reply, customer=customer) == []


def test_what_differs_in_a_form_is_a_copy_still(linter):
    reply = COPY.replace("перевозчика", "перевозчиков")
    assert len(copied(linter(), reply, customer="Где моя кофеварка?")) == 1


def test_each_branch_of_a_condition_is_a_macro(linter):
    text = MACRO.replace("Сейчас", "{% if vip %}Менеджер позвонит. {% endif %}Сейчас")
    judging = linter(text)
    assert len(copied(judging, COPY)) == 1
    assert len(copied(judging, COPY.replace("Сейчас", "Менеджер позвонит. Сейчас"))) == 1


def test_macros_themselves_are_no_copies(linter):
    judging = linter()
    assert copied(judging, Conversation(COPY, channel="macro")) == []
    assert copied(judging, Conversation(COPY, channel="macro+email")) == []


def test_a_folder_and_what_is_said_about_its_files(linter):
    rows = f'Тема;Слова\nГде?;"{MACRO}"\n'
    settings = (
        "library: here\noverrides:\n  - {{paths: here/*.csv, format: csv, "
        "fields: {{text: Слова, title: Тема}}}}\n"
    )
    [finding] = copied(linter(rows, "here/replies.csv", settings), COPY)
    assert "«Где?»" in finding.message


def test_without_a_library_nothing_is_asked_or_found():
    assert copied(Linter(["ru/templates"]), COPY) == []


def test_a_library_that_is_not_there_is_told_at_once(linter):
    with pytest.raises(SettingsError, match="no file or folder") as caught:
        linter(settings="profile: chat\nlibrary:\n  - {name}\n  - nowhere\n")
    assert caught.value.problems[0].place.line == 4


def test_a_library_without_macros_is_told(linter, tmp_path):
    (tmp_path / "empty").mkdir()
    result = linter(settings="library: empty\n").check(COPY)
    assert "no macro that can be read" in result.failures[0].message


def test_a_file_of_the_library_that_cannot_be_read_is_told(linter, tmp_path):
    judging = linter(name="lib/good.yml", settings="library: lib\n")
    (tmp_path / "lib" / "broken.yml").write_text("macros:\n  - {title: [\n", encoding="utf-8")
    [problem] = judging.unreadable_macros()
    assert problem.place.source.endswith("broken.yml")
    assert problem.message.endswith("; replies are not compared with this part of the library")
    assert len(copied(judging, COPY)) == 1


def test_nothing_is_told_of_a_library_that_no_rule_asks(linter, tmp_path):
    judging = linter(settings="library: {name}\nrules: {{copied-macro: off}}\n")
    (tmp_path / "macros.yml").write_text("macros: [\n", encoding="utf-8")
    assert judging.unreadable_macros() == [] == Linter(["ru/templates"]).unreadable_macros()


def test_a_library_of_which_nothing_can_be_read_is_read_once(linter, tmp_path, monkeypatch):
    judging = linter(settings="library: {name}\n")
    (tmp_path / "macros.yml").write_text("macros: [\n", encoding="utf-8")
    reads = []
    read = copied_macro.read_paths
    monkeypatch.setattr(copied_macro, "read_paths", lambda *a: reads.append(a) or read(*a))
    for reply in (COPY, f"{COPY} Ждём."):
        assert "no macro that can be read" in judging.check(reply).failures[0].message
    assert len(judging.unreadable_macros()) == len(reads) == 1
