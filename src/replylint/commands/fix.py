"""`replylint fix`: edits that leave the meaning as it is are put into the files."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from replylint.commands import streams
from replylint.commands.cache_option import cache_option, judged_before
from replylint.commands.failure import FAILED
from replylint.commands.files import write_bytes
from replylint.commands.language import lang_option
from replylint.commands.preparing import linter_with
from replylint.commands.reading_options import items_in, paths_argument, reading_options
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
    told_by,
)
from replylint.conversation import Conversation
from replylint.errors import InputError, Place, ReplylintError
from replylint.reports.cells import plain
from replylint.sources.encoding import byte_order_mark, decode
from replylint.sources.item import Defaults, Entry, Note
from replylint.sources.registry import format_of_text
from replylint.sources.text_again import can_be_changed, read_again
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.batch import Known
    from replylint.fixing import Mended
    from replylint.linter import Linter

DONE, WOULD_CHANGE = 0, 1
"""The exit codes: all is done, and ``--diff`` has something to show."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for, as click hands it over."""

    paths: tuple[str, ...]
    diff: bool
    unsafe: bool
    input: str
    pack: tuple[str, ...]
    no_cache: bool
    asked: Asked


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "fix",
        callback=_callback,
        params=[
            paths_argument(),
            click.Option(
                ["--diff"], is_flag=True, help=_("Show what would change; write nothing.")
            ),
            click.Option(
                ["--unsafe"],
                is_flag=True,
                help=_("Make also edits that may change what is meant; read them afterwards."),
            ),
            *reading_options(),
            *settings_options(),
            cache_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Mend replies in their files where that is safe."),
        help=_(
            "Mend replies in their files.\n\n"
            "Edits are made where they leave the meaning as it is: slips of grammar with one right "
            "form, and officialese for which a rule has a plain word ready. Most findings have no "
            "such edit and are left to you. The notation of the file stays as it is, every reply "
            "is checked again, and one that would not become better is left alone. With --diff the "
            "exit code is 1 when something "
            "would change."
        ),
    )


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    click.get_current_context().exit(fix(Options(**values, asked=asked)))


def fix(options: Options) -> int:
    """Do what the command line asks for; the exit code."""
    settings = settings_asked(options.asked)
    suppressions = suppressions_asked(options.asked)
    linter = linter_with(options.pack, settings, suppressions)
    code = DONE
    sources: dict[str, None] = {}
    for item in items_in(options.paths, settings, options.input):
        if isinstance(item, Note):
            streams.tell_note(item)
        elif isinstance(item, InputError):
            streams.tell_error(item)
            code = FAILED
        elif isinstance(item, Entry):
            sources[item.place.source] = None
    with judged_before(linter, options.no_cache) as known:
        outcomes = [_mended(source, linter, known, options) for source in sources]
    if code == DONE and not any(outcome.is_told for outcome in outcomes):
        streams.tell(_("Nothing to mend."))
    return max([code, *(outcome.code for outcome in outcomes)])


class _Outcome(NamedTuple):
    """What became of a file, and whether there was something to say about it."""

    code: int
    is_told: bool


def _mended(source: str, linter: Linter, known: Known | None, options: Options) -> _Outcome:
    """Mend one file, or show how."""
    from replylint.fixing import mend

    told = told_by(linter.settings, source)
    asked = told.format if options.input == "auto" else options.input
    defaults = Defaults(fields=told.fields)
    path = Path(source)
    if "xlsx" in (asked, path.suffix.lower()[1:]):
        message = _("sheets are not mended; save the table as CSV, or mend it by hand")
        streams.tell_note(Note(Place(source), message))
        return _Outcome(DONE, True)
    data = path.read_bytes()
    decoded = decode(data, source)
    name = asked or format_of_text(decoded.text, source)
    if not can_be_changed(name):
        message = _("conversations that took place are not changed; replies and macros are mended")
        streams.tell_note(Note(Place(source), message))
        return _Outcome(DONE, True)

    def read(text: str) -> Sequence[Conversation]:
        return read_again(text, source, name, defaults)

    try:
        mended = mend(linter, decoded.text, read, unsafe=options.unsafe, known=known)
    except ReplylintError as error:
        streams.tell_error(error)
        return _Outcome(FAILED, True)
    changed = mended.text != decoded.text
    if changed and options.diff:
        _show(source, decoded.text, mended.text)
    elif changed:
        mark = byte_order_mark(data)
        head = b"" if mark is None else mark[0]
        write_bytes(path, head + mended.text.encode(decoded.encoding, "surrogatepass"))
    is_told = _tell(source, mended, options.diff)
    return _Outcome(WOULD_CHANGE if changed and options.diff else DONE, is_told)


def _show(source: str, before: str, after: str) -> None:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), source, source
    )
    for line in lines:
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def _tell(source: str, mended: Mended, diff: bool) -> bool:
    """Say what was done and what is left; whether there was something to say."""
    parts, done, unsafe, left = [], mended.done, mended.unsafe, len(mended.left)
    if done and diff:
        parts.append(plural("{count} edit to make", "{count} edits to make", done))
    elif done:
        parts.append(plural("{count} edit made", "{count} edits made", done))
    told = [part.format(count=done) for part in parts]
    if unsafe:
        text = plural(
            "{count} edit needs a person, --unsafe makes it",
            "{count} edits need a person, --unsafe makes them",
            unsafe,
        )
        told.append(text.format(count=unsafe))
    if left:
        text = plural(
            "{count} edit cannot be made here, mend it by hand",
            "{count} edits cannot be made here, mend them by hand",
            left,
        )
        told.append(text.format(count=left))
    if told:
        streams.tell(f"{source}: {'; '.join(told)}")
    for one in mended.left:
        message = _("“{text}” should be “{better}” ({rule})")
        if not one.better.strip():
            message = _("“{text}” should go ({rule})")
        message = message.format(text=plain(one.text), better=plain(one.better), rule=one.rule)
        streams.tell_note(Note(one.place, message))
    return bool(told)
