import pytest

from replylint.commands.language import chosen_language

RUSSIAN = {"LANG": "ru_RU.UTF-8"}


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], RUSSIAN, "ru"),
        (["check", "--lang", "en"], RUSSIAN, "en"),
        (["--lang=ru", "check"], {}, "ru"),
        (["--lang", "de"], RUSSIAN, "ru"),
        (["--lang"], RUSSIAN, "ru"),
        (["check", "--", "--lang", "ru"], {}, "en"),
        (["check", "--", "--lang", "en"], RUSSIAN, "ru"),
    ],
)
def test_the_option_goes_before_the_locale(arguments, environment, language):
    assert chosen_language(arguments, environment) == language
