import pytest

from replylint.channels import channel_doubt, channel_name
from replylint.packs.shipped import profiles_folder
from replylint.settings.loading import load_settings


def test_channels_have_the_names_that_rules_know():
    assert [channel_name(name) for name in ("Чат", "E-mail", "отзывы", "Авито", "", None)] == [
        "chat", "email", "review", "Авито", None, None,
    ]  # fmt: skip


def test_in_settings(tmp_path):
    path = tmp_path / ".replylint.yml"
    path.write_text(
        "channel: почта\nrules: {calm-down: {channels: [чат, -отзыв]}}\n", encoding="utf-8"
    )
    choices = load_settings([path], profiles_folder=profiles_folder()).choices
    assert choices.channel == "email"
    assert choices.rules["calm-down"].channels == ("chat", "-review")


@pytest.mark.parametrize(
    ("given", "meant"),
    [("emial", "email"), ("поста", "почта"), ("Отзвы", "отзывы"), ("review+chta", "chat")],
)
def test_a_slip_is_doubted(given, meant):
    assert f"did you mean “{meant}”?" in channel_doubt(given)


@pytest.mark.parametrize(
    "given", [None, "", "email", "Почта", "avito", "sms", "widget", "macro", "email+vip", "ozon"]
)
def test_known_and_own_names_are_not(given):
    assert channel_doubt(given) is None
