"""`replylint init`: three questions, and a commented settings file to go on from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from replylint.commands import streams
from replylint.commands.language import lang_option
from replylint.errors import Place, ReplylintError, SettingsError, UsageError
from replylint.finding import SEVERITY_NAMES
from replylint.reasons import reason_of
from replylint.translation import _

PROFILES = ("chat", "email", "review", "macro")
ADDRESSES = ("вы", "Вы", "ты")
FILE = "replylint.yaml"
FORM_OF_ADDRESS = "form-of-address"
"""The option of the Russian packs that says how customers are addressed."""
SCHEMA = ".replylint/settings.schema.json"
"""Where the schema lies that editors complete the settings by; it may go into version control."""
LIBRARIES = ("macros", "canned", "canned-responses", "макросы", "шаблоны", "заготовки")
"""Folders that are taken for a macro library by their names."""
_MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Answers:
    """What the settings file is made from; None is still to be asked.

    With ``schema`` its first line names a schema for editors, which is written as well. ``library``
    are the folders with macros that are there.
    """

    profile: str | None = None
    address: str | None = None
    fail_on: str | None = None
    schema: bool = True
    library: tuple[str, ...] = ()


DEFAULTS = Answers("chat", "вы", "warning")


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "init",
        callback=_callback,
        params=[
            click.Option(
                ["--profile"],
                type=click.Choice(PROFILES),
                help=_("Where the replies go, instead of the question."),
            ),
            click.Option(
                ["--address"],
                type=click.Choice(ADDRESSES),
                help=_("How customers are addressed, instead of the question."),
            ),
            click.Option(
                ["--fail-on"],
                type=click.Choice(SEVERITY_NAMES),
                help=_("From which severity on CI fails, instead of the question."),
            ),
            click.Option(
                ["--yes"],
                is_flag=True,
                help=_(
                    "Ask nothing; take {profile}, {address} and {fail_on} for what is not given."
                ).format(
                    profile=DEFAULTS.profile, address=DEFAULTS.address, fail_on=DEFAULTS.fail_on
                ),
            ),
            click.Option(
                ["--no-schema"],
                is_flag=True,
                help=_("Write no schema for editors into the folder .replylint."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Write over settings that are there.")),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Write a settings file after three questions."),
        help=_(
            "Write a commented replylint.yaml into the current folder after three questions. "
            "In a script give the answers as options, or --yes."
        ),
    )


def _callback(yes: bool, force: bool, no_schema: bool, **values: Any) -> None:
    init(Answers(**values, schema=not no_schema), ask=not yes, force=force)


def init(given: Answers, *, ask: bool, force: bool) -> None:
    """Ask what is not given, write the file and say what to do next."""
    there = settings_there(Path())
    if there and not force:
        message = _("settings are here already; change them by hand, or write over with --force")
        raise ReplylintError(message, Place(there))
    folders = tuple(name for name in LIBRARIES if Path(name).is_dir())
    answers = replace(_complete(given, ask), library=folders)
    text = settings_text(answers)
    try:
        with Path(FILE).open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        message = _("cannot be written: {why}").format(why=reason_of(error))
        raise ReplylintError(message, Place(FILE)) from error
    if answers.schema:
        _write_schema(Path(SCHEMA))
    if there and there != FILE:
        message = _("is no longer read, because {file} goes before it").format(file=FILE)
        streams.tell(_("{place}: note: {message}").format(place=there, message=message))
    click.echo(_next_steps(answers))


def _write_schema(path: Path) -> None:
    """Lay the schema where the first line of the settings names it, for every editor and clone."""
    from replylint.commands.files import write_file
    from replylint.explain.json_schema import settings_schema, written

    write_file(path, written(settings_schema()))


def settings_there(folder: Path) -> str | None:
    """The name of the settings file of a folder; None when it has none."""
    from replylint.settings.file import read_settings
    from replylint.settings.places import FILE_NAMES, PROJECT_FILE

    for name in FILE_NAMES:
        if os.path.lexists(folder / name):
            return name
    if not (folder / PROJECT_FILE).is_file():
        return None
    try:
        return PROJECT_FILE if read_settings(folder / PROJECT_FILE) else None
    except SettingsError:
        return PROJECT_FILE


def settings_text(answers: Answers) -> str:
    """The file, with comments in the language in use; everything must be answered."""
    assert answers.profile and answers.address and answers.fail_on
    first = [f"# yaml-language-server: $schema={SCHEMA}"] if answers.schema else []
    blocks = [
        [
            *first,
            *_comment(_("Settings of replylint for this folder and all below it.")),
            *_comment(
                _("Every key with examples: docs/settings.md. All rules: replylint rules list.")
            ),
        ],
        [*_comment(_("Folders above are not searched for more settings.")), "root: true"],
        [
            *_comment(_("Where the replies go: chat, email, review (public answers) or macro.")),
            f"profile: {answers.profile}",
        ],
        [
            *_comment(_("From this severity on the exit code is 1, and CI fails:")),
            *_comment(", ".join(SEVERITY_NAMES) + "."),
            f"fail-on: {answers.fail_on}",
        ],
        *_address(answers.address),
        [
            *_comment(_("Packs in use; without this line all that come with replylint.")),
            *_comment(_("Your own ones are named by their path from this file.")),
            "# packs: [ru, ./rules/our-company.yml]",
        ],
        *_library(answers),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _address(address: str) -> Iterable[list[str]]:
    """The lines about the form of address, and those about rules."""
    yield [
        *_comment(_("How we address customers: “{address}”.").format(address=address)),
        "options:",
        f"  {FORM_OF_ADDRESS}: {address}",
    ]
    yield [
        *_comment(_("Rules, categories and packs: off, on, or another severity.")),
        "# rules:",
        "#   calm-down: critical",
        "#   officialese: off",
    ]


def _library(answers: Answers) -> Iterable[list[str]]:
    """The lines about macros: as comments where no folder of them is there."""
    folders = answers.library
    sign = "" if folders else "# "
    paths = ", ".join(f"{name}/**" for name in folders or ("macros",))
    if folders:
        yield [
            *_comment(_("The macro library, for library, baseline update and check --changed.")),
            f"library: [{', '.join(folders)}]",
        ]
    yield [
        *_comment(_("Other choices for some files; globs start from this folder.")),
        f"{sign}overrides:",
        f"{sign}  - paths: [{paths}]",
        f"{sign}    profile: macro",
    ]


def _comment(text: str) -> list[str]:
    return [f"# {text}"]


def _complete(given: Answers, ask: bool) -> Answers:
    """The answers with those filled in that were not given."""
    if given.profile is None:
        given = replace(given, profile=_ask(_where(), DEFAULTS.profile, ask))
    if given.address is None:
        given = replace(given, address=_ask(_how(), DEFAULTS.address, ask))
    if given.fail_on is None:
        given = replace(given, fail_on=_ask(_when(), DEFAULTS.fail_on, ask))
    return given


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    answers: Mapping[str, str]


def _where() -> _Question:
    answers = {
        "chat": _("chat and messengers"),
        "email": _("letters"),
        "review": _("public answers to reviews"),
        "macro": _("a library of templates (macros)"),
    }
    return _Question(_("Where do the replies go?"), answers)


def _how() -> _Question:
    answers = {
        "вы": _("with a small letter"),
        "Вы": _("with a capital"),
        "ты": _("as friends do"),
    }
    return _Question(_("How do you address customers in Russian?"), answers)


def _when() -> _Question:
    answers = {
        "info": _("any finding"),
        "suggestion": _("could be better"),
        "warning": _("will probably annoy"),
        "error": _("will hurt"),
        "critical": _("must never be sent"),
    }
    return _Question(_("From which severity on does CI fail?"), answers)


def _ask(question: _Question, default: str | None, ask: bool) -> str:
    """The answer of a person: its number or its word; nothing means the default."""
    assert default is not None
    if not ask:
        return default
    words = list(question.answers)
    click.echo(question.text)
    for number, word in enumerate(words, 1):
        click.echo(f"  {number}  {word:<10}  {question.answers[word]}")
    for _try in range(_MOST_TRIES):
        click.echo(f"[{default}] > ", nl=False)
        answer = _line()
        if not answer:
            return default
        if answer in words:
            return answer
        if answer.isascii() and answer.isdigit() and 0 < int(answer[:3]) <= len(words):
            return words[int(answer[:3]) - 1]
        click.echo(_("Please answer with a number from 1 to {last}.").format(last=len(words)))
    raise UsageError(_("this cannot be understood; give the answer as an option, see --help"))


def _line() -> str:
    """One line of standard input without spaces around it; raises ``UsageError`` at its end."""
    stdin = streams.standard_input()
    data = b"" if stdin is None else stdin.readline(1000)
    if not data:
        click.echo()
        raise UsageError(_("no answer; give the answers as options, or --yes"))
    return data.decode("utf-8", "replace").strip()


def _next_steps(answers: Answers) -> str:
    steps = _(
        "{file} is written. What to do next:\n"
        "  replylint check FILE     checks a reply by these settings\n"
        "  replylint rules list     shows all rules and which are on"
    ).format(file=FILE)
    if not answers.library:
        return steps
    macros = _(
        "  replylint library        looks at the macros as a whole\n"
        "  replylint baseline update  lets what is in them now be, so that only new faults count"
    )
    return f"{steps}\n{macros}"
