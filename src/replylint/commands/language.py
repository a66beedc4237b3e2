"""The language of the command line: chosen before the commands are built, so help is in it too."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence

import click

from replylint.translation import (
    DOMAIN,
    LANGUAGES,
    LOCALE_FOLDER,
    _,
    language_of_environment,
    use_language,
)


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that ``--lang`` names anywhere in the arguments, else that of the locale."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            wanted = value if equals else next(iter(arguments[index + 1 : index + 2]), "")
            if wanted in LANGUAGES:
                return wanted
    return language_of_environment(environment)


def speak(language: str) -> None:
    """Make this whole process speak the language, click's own words included.

    Click asks gettext's default domain, which is a setting of the process: only a program may
    change it, never a library.
    """
    use_language(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)


def lang_option() -> click.Option:
    """The option ``--lang``, for the program and for every command; `chosen_language` obeys it."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=_("Language of the program's own words; by default that of the locale."),
    )
