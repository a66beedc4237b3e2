"""`replylint rules new`: write a first or a further rule of one's own."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.asking import Asker
from replylint.commands.choosing import AS_IT_STANDS, color_option
from replylint.commands.language import lang_option
from replylint.errors import UsageError
from replylint.finding import CATEGORIES, SEVERITY_NAMES
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.packs.writing import Draft

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DEFAULT_FILE = "my-rules.yml"
_SCHEMA_LINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)", re.MULTILINE)
SCHEMA_FILE = "pack.schema.json"
"""The schema that is written beside a new pack."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line gives, as click hands it over."""

    name: str | None
    pack: str | None
    category: str | None
    severity: str
    phrase: tuple[str, ...]
    forms: bool
    message: str | None
    why: str | None
    suggest: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    title: str | None
    language: str | None
    no_schema: bool
    color: str


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    example = _(
        "Example:\n"
        "  replylint rules new no-panic --pack acme.yml --category dismissed-feelings \\\n"
        '    --phrase "do not panic" --message "“{match}” is an order not to feel." \\\n'
        '    --bad "Please do not panic." --good "No panic: the courier is near."'
    )
    return click.Command(
        "new",
        callback=_callback,
        params=[
            click.Argument(["name"], required=False, metavar=_("[ID]")),
            *_options(),
            color_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Write a rule of your own."),
        help=_(
            "Write a rule of your own and run its examples at once. What no option says is asked "
            "for in a terminal. A pack file that exists keeps everything that it has."
        ),
        epilog=f"{AS_IT_STANDS}{example}",
    )


def _options() -> list[click.Parameter]:
    many: dict[str, Any] = {"multiple": True, "metavar": _("TEXT")}
    return [
        click.Option(
            ["--pack"],
            metavar=_("FILE"),
            help=_("The pack file to write or to add to; by default my-rules.yml."),
        ),
        click.Option(
            ["--category"],
            type=click.Choice(list(CATEGORIES)),
            metavar=_("NAME"),
            help=_("What is wrong; replylint rules list shows the categories."),
        ),
        click.Option(
            ["--severity"],
            type=click.Choice(SEVERITY_NAMES),
            default="warning",
            show_default=True,
            help=_("How much it matters."),
        ),
        click.Option(["--phrase"], **many, help=_("A phrase or pattern to find; repeatable.")),
        click.Option(
            ["--forms"],
            is_flag=True,
            help=_(
                "Find the words of plain phrases in their other forms too; an order stays an "
                "order, and a verb keeps its tense and person."
            ),
        ),
        click.Option(["--message"], metavar=_("TEXT"), help=_("What the author is told.")),
        click.Option(["--why"], metavar=_("TEXT"), help=_("Why it hurts.")),
        click.Option(["--suggest"], **many, help=_("A better wording; repeatable.")),
        click.Option(["--bad"], **many, help=_("A reply that has it; repeatable.")),
        click.Option(["--good"], **many, help=_("A reply where it is right; repeatable.")),
        click.Option(["--title"], metavar=_("TEXT"), help=_("A short name for people.")),
        click.Option(
            ["--language"],
            type=click.Choice(["ru", "en"]),
            help=_("The language of a new pack; by default that of the phrase."),
        ),
        click.Option(
            ["--no-schema"], is_flag=True, help=_("Write no schema for editors beside a new pack.")
        ),
    ]


def _callback(**values: Any) -> None:
    from replylint.commands.files import write_file
    from replylint.commands.page import Page
    from replylint.commands.rules_test import report, tested

    options = Options(**values)
    asker = Asker(streams.is_terminal(sys.stdin))
    path = Path(options.pack or asker.text(_("Pack file"), "--pack", default=_DEFAULT_FILE))
    if path.suffix not in (".yml", ".yaml"):
        raise UsageError(_("a pack file ends in .yml or .yaml, not as {path}").format(path=path))
    language, draft = _draft(options, asker, path)
    asker.check()
    schema = None if options.no_schema or path.exists() else SCHEMA_FILE
    write_file(path, _finished(asker, path, language, draft, schema))
    if schema and not (path.parent / schema).exists():
        _write_schema(path.parent / schema)
    if schema is None and not options.no_schema:
        _note_schema(path)
    page = Page(streams.output(options.color))
    text = _("written: {rule} in {path}")
    page.text(text.format(rule=draft.id, path=path), style="bold")
    code = report(page, tested([path]))
    page.text(
        _("Use it: {command}").format(command=f"replylint check --pack {language} --pack {path}")
    )
    click.get_current_context().exit(code)


def _finished(asker: Asker, path: Path, language: str, draft: Draft, schema: str | None) -> str:
    """The text of the pack; a person may give another bad example when the rule misses it."""
    from replylint.commands.drafting import NothingFoundError, finished

    while True:
        try:
            return finished(path, language, draft, schema)
        except NothingFoundError as error:
            if not asker.is_person:
                raise
            asker.say(error.message)
            draft = replace(draft, bad=asker.lines(_("A reply that has it"), "--bad"))


def _note_schema(path: Path) -> None:
    """Say how an editor can complete a pack that was there before, if it cannot yet."""
    named = _SCHEMA_LINE.search(path.read_text(encoding="utf-8"))
    if named is None:
        text = _("for completion in an editor begin the file with “{line}” and run: {command}")
        target, file = SCHEMA_FILE, path.parent / SCHEMA_FILE
    elif "://" in named[1] or (path.parent / named[1]).exists():
        return
    else:
        text = _("the schema that the line “{line}” names is not there; write it with: {command}")
        target, file = named[1], path.parent / named[1]
    message = text.format(
        line=f"# yaml-language-server: $schema={target}",
        command=f"replylint rules schema -o {file}",
    )
    streams.tell(_("{place}: note: {message}").format(place=path, message=message))


def _write_schema(path: Path) -> None:
    from replylint.commands.files import write_file
    from replylint.explain.json_schema import pack_schema, written

    write_file(path, written(pack_schema()))


def _draft(options: Options, asker: Asker, path: Path) -> tuple[str, Draft]:
    """The language of the pack and the rule, from the options or the person's answers."""
    from replylint.packs.suggesting import id_for
    from replylint.packs.writing import Draft

    language = _language_of_pack(path) or options.language
    accept = _Accepted(language or _language_of(options.phrase), options.forms, asker)
    if options.phrase:
        patterns = tuple(accept(phrase) for phrase in options.phrase)
    else:
        patterns = asker.lines(_("A phrase that hurts"), "--phrase", accept)
    phrases = tuple(accept.phrases)
    name = options.name or asker.text("ID", "ID", default=id_for(" ".join(phrases[:1])) or None)
    if name and not _ID.fullmatch(name):
        text = _("“{value}” must be lower-case Latin letters, digits and hyphens")
        raise UsageError(text.format(value=name))
    category = options.category or _category(asker)
    message = options.message or asker.text(
        _("What to tell the author ({word} is what was found)").format(word="{match}"), "--message"
    )
    why = options.why or asker.optional(_("Why it hurts (may be empty)"))
    suggestion = asker.optional(_("A better wording (may be empty)"))
    suggest = options.suggest or ((suggestion,) if suggestion else ())
    bad = options.bad or asker.lines(_("A reply that has it"), "--bad")
    good = options.good or asker.lines(_("A reply where the same words are right"), "--good")
    draft = Draft(
        id=name,
        category=category,
        severity=options.severity,
        patterns=patterns,
        message=message,
        bad=bad,
        good=good,
        title=options.title or "",
        why=why,
        suggestions=suggest,
    )
    return language or _language_of(phrases), draft


class _Accepted:
    """Makes the pattern of a phrase: asks which one is meant, when a person can be asked."""

    def __init__(self, language: str, forms: bool, asker: Asker) -> None:
        self.phrases: list[str] = []
        self._language = language
        self._forms = forms
        self._asker = asker

    def __call__(self, phrase: str) -> str:
        """The pattern; raises ``UsageError`` for one that cannot be read."""
        from replylint.packs.pattern import PatternError, parse_pattern
        from replylint.packs.suggesting import is_pattern, suggested

        pattern = phrase.strip()
        if not is_pattern(pattern):
            choices = suggested(pattern, self._language)
            pattern = self._chosen(choices) if choices else pattern
        try:
            parse_pattern(pattern)
        except PatternError as error:
            text = _("the pattern “{pattern}” cannot be read: {why}")
            raise UsageError(text.format(pattern=pattern, why=error.message)) from error
        self.phrases.append(phrase)
        return pattern

    def _chosen(self, choices: list[str]) -> str:
        from replylint.explain.wording import in_words

        usual = min(2, len(choices)) if self._forms or self._asker.is_person else 1
        if len(choices) > 1:
            for number, choice in enumerate(choices, 1):
                self._asker.say(f"  {number}  {choice}\n     {in_words(choice)}")
            usual = self._asker.number(_("Which pattern"), len(choices), usual)
        return choices[usual - 1]


def _category(asker: Asker) -> str:
    from replylint.reports.categories import category_title

    width = max(map(len, CATEGORIES))
    for name in CATEGORIES:
        asker.say(f"  {name:<{width}}  {category_title(name)}")
    return asker.choice(_("Category"), "--category", list(CATEGORIES))


def _language_of(phrases: Sequence[str]) -> str:
    from replylint.text.document import Document

    return Document(" ".join(phrases)).language


def _language_of_pack(path: Path) -> str | None:
    """The language of a pack that exists; raises ``PackError`` when it is broken."""
    if not path.exists():
        return None
    from replylint.packs.loader import load_pack

    return load_pack(path).file.language
