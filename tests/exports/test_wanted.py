from replylint.conversation import Role
from replylint.exports.chat import Wanted
from replylint.settings.choices import ExportChoices


def test_wishes_go_before_the_settings():
    choices = ExportChoices(
        "csv", {"reply": "Ответ", "agent": "Кто"}, {"Босс": "agent"}, ("Оля",), "cp1251", True, True
    )
    wanted = Wanted(columns={"reply": "Итог"}, day_first=False).filled(choices)
    assert wanted == Wanted(
        "csv", {"reply": "Итог", "agent": "Кто"}, {"Босс": Role.AGENT}, ("Оля",), "cp1251",
        day_first=False, bots=True,
    )  # fmt: skip
    assert Wanted().filled(ExportChoices()) == Wanted()


def test_a_nearer_file_goes_before_a_farther_one():
    near = ExportChoices(columns={"reply": "A"}, bots=False)
    far = ExportChoices("csv", {"reply": "B", "agent": "C"}, bots=True)
    assert near.over(far) == ExportChoices("csv", {"reply": "A", "agent": "C"}, bots=False)
