"""The language in which the program itself speaks to a person: English or Russian.

Findings speak the language of their pack; this is about the program's own words (help, errors,
summaries). Messages are written in English in the source and translated by GNU gettext catalogues
in ``locale/``.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("en", "ru")
DOMAIN = "replylint"
LOCALE_FOLDER = Path(__file__).parent / "locale"

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Make every later message of the program be in ``language`` (``"en"`` or ``"ru"``)."""
    global _current
    _current = gettext.translation(
        DOMAIN, localedir=str(LOCALE_FOLDER), languages=[language], fallback=True
    )


def current_language() -> str:
    """The language that the program speaks now: ``"en"`` or ``"ru"``."""
    return _current.info().get("language", "en")[:2]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use a language for a while, then the one before again."""
    global _current
    before = _current
    use_language(language)
    try:
        yield
    finally:
        _current = before


def language_of_environment(environment: Mapping[str, str]) -> str:
    """The language that the locale variables ask for, by the order of POSIX; else English."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in environment.get(variable, "").split(":"):
            if wanted[:2].lower() in LANGUAGES:
                return wanted[:2].lower()
        if variable != "LANGUAGE" and environment.get(variable):
            return "en"
    return "en"


def _(message: str) -> str:
    """Translate one message of the program."""
    return _current.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Translate a message that depends on a number, by the plural forms of the language."""
    return _current.ngettext(one, many, count)


def plural_forms(one: str, many: str) -> dict[str, str]:
    """All forms of a message that depends on a whole number, by the names that Unicode gives them.

    With these names ``Intl.PluralRules`` of browsers chooses among them.
    """
    return {name: plural(one, many, number) for name, number in _NUMBERS.items()}


_NUMBERS = {"one": 1, "few": 2, "many": 5, "other": 5}
"""For each form of English and Russian a number that has it."""
