import gettext
import re

import pytest

import translations
from replylint.translation import (
    DOMAIN,
    LOCALE_FOLDER,
    _,
    language_of_environment,
    plural,
    plural_forms,
    use_language,
)


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    use_language("en")


def test_the_catalogues_are_complete_and_in_step_with_the_source():
    assert translations.problems() == [], "run: python tests/translations.py"


def names(text):
    """The names in braces, as in ``{name}`` and ``{name!r}``."""
    return set(re.findall(r"\{(\w+)(?:![rsa])?\}", text.replace("{{", "").replace("}}", "")))


def test_every_translation_keeps_the_names_in_braces():
    for original, forms in translations.texts(translations.russian()).items():
        whole = original if isinstance(original, str) else " ".join(original)
        for form in forms:
            assert names(form) <= names(whole), original
            assert names(whole) <= names(form) or not isinstance(original, str), original


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "1 замечание"),
        (2, "2 замечания"),
        (5, "5 замечаний"),
        (11, "11 замечаний"),
        (21, "21 замечание"),
        (22, "22 замечания"),
        (112, "112 замечаний"),
    ],
)
def test_russian_plural_forms(count, expected):
    use_language("ru")
    text = plural("{count} finding", "{count} findings", count)
    assert text.format(count=count) == expected


def test_english_is_the_source():
    use_language("en")
    assert _("Better to write:") == "Better to write:"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "C", "LANGUAGE": "de:ru"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_of_the_locale(environment, language):
    assert language_of_environment(environment) == language


def test_the_compiled_catalogue_is_where_the_program_looks():
    assert gettext.find(DOMAIN, LOCALE_FOLDER, ["ru"])


def test_the_forms_have_the_names_that_browsers_give_them():
    for language, named in (
        ("en", {1: "one", 2: "other"}),
        ("ru", {1: "one", 3: "few", 11: "many"}),
    ):
        use_language(language)
        forms = plural_forms("{count} finding", "{count} findings")
        for number, name in named.items():
            assert forms[name] == plural("{count} finding", "{count} findings", number)
