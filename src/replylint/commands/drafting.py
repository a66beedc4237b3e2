"""A draft of a rule put into its file: proved to load, with its bad examples marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from replylint.commands.files import write_file
from replylint.errors import PackError, Place, UsageError
from replylint.finding import Edit, edited
from replylint.linter import Linter
from replylint.packs.writing import Draft, new_pack, with_rule
from replylint.reasons import why_unread
from replylint.translation import _


class NothingFoundError(UsageError):
    """The rule finds nothing in a reply that is meant as a bad example."""

    def __init__(self, reply: str) -> None:
        text = _(
            "the rule finds nothing in the bad example “{text}”; see how it is read: {command}"
        )
        super().__init__(text.format(text=reply, command='replylint tokens "…"'))


def finished(path: Path, language: str, draft: Draft, schema: str | None) -> str:
    """The whole text of the pack file with the rule.

    Bad examples without ``[[…]]`` get the marks where the rule finds something; raises
    ``NothingFoundError`` where it does not, and ``PackError`` when the pack would not load.
    """
    for_trial = tuple(reply if "[[" in reply else f"[[{reply}]]" for reply in draft.bad)
    linter = _loaded(path, _text(path, language, replace(draft, bad=for_trial), schema))
    marked = tuple(_marked(linter, draft, reply) for reply in draft.bad)
    return _text(path, language, replace(draft, bad=marked), schema)


def read_pack(path: Path) -> str:
    """The text of a pack file as it stands, line ends included; raises ``UsageError``."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        message = why_unread(error)
        raise UsageError(message, Place(str(path))) from error
    except UnicodeDecodeError as error:
        raise UsageError(_("is not UTF-8 text; save it as UTF-8"), Place(str(path))) from error


def _text(path: Path, language: str, draft: Draft, schema: str | None) -> str:
    if path.exists():
        return with_rule(read_pack(path), str(path), draft)
    return new_pack(path, language, draft, schema)


def _loaded(path: Path, text: str) -> Linter:
    """A linter with the pack as it would be, tried under another name in the same folder."""
    trial = path.with_name(f".{path.stem}.draft{path.suffix}")
    try:
        write_file(trial, text)
    except UsageError as error:
        raise UsageError(error.message, Place(str(path))) from error
    try:
        return Linter([trial])
    except PackError as error:
        problems = [
            replace(problem, place=replace(problem.place, source=str(path)))
            if problem.place.source == str(trial)
            else problem
            for problem in error.problems
        ]
        raise PackError(problems) from error
    finally:
        trial.unlink(missing_ok=True)


def _marked(linter: Linter, draft: Draft, reply: str) -> str:
    """A bad example with marks around what the rule finds in it."""
    if "[[" in reply:
        return reply
    found = [f for f in linter.check(reply).findings if f.rule == draft.id and f.end > f.start]
    if not found:
        raise NothingFoundError(reply)
    return edited(reply, (Edit(f.start, f.end, f"[[{f.text}]]") for f in found))
