"""Names in braces in what a rule tells a person: each must be one that will be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from replylint.checks.details import MATCH, OF_COMPARISON, OF_JUDGEMENT
from replylint.packs.bench import Bench
from replylint.packs.pattern import PatternError
from replylint.packs.schema import RuleChange, RuleFile, UnlessFile
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_

_BLANK = re.compile(r"(?<!\{)\{\s*([^\W\d][\w-]*)\s*\}(?!\})")
_FREE = "suggest"
"""Where a team's own placeholders may stand, as they do in its canned replies."""


def names_of(rule: RuleFile) -> tuple[str, ...] | None:
    """The names that a rule fills in beside ``match``; None when its plugin decides."""
    if rule.check is not None:
        return None
    names = [name for key, own in OF_JUDGEMENT.items() if getattr(rule, key) for name in own]
    return (*names, *OF_COMPARISON.get(rule.compare or "", ()))


def check_blanks(bench: Bench, rule: RuleFile, given: RuleFile | RuleChange, path: Path_) -> None:
    """Note every name in braces that the ``rule`` does not know in the words ``given`` at a path.

    In ``suggest``, and where a plugin fills in names of its own, only what looks like a slip of the
    pen is a problem.
    """
    own = names_of(rule)
    known = (MATCH, *(own or ()))
    for text, where in _texts(bench, given, path):
        for blank in _BLANK.finditer(text):
            if blank[0][1:-1] in known:
                continue
            near = nearest(blank[1].lower(), known)
            if near or (own is not None and _FREE not in where):
                listed = ", ".join(f"{{{name}}}" for name in known)
                message = _("nothing fills in “{name}” here").format(name=blank[0])
                message += near or _("; known: {keys}").format(keys=listed)
                bench.wrong_in_text(PatternError(message, blank.start(), blank.end()), where)


def _texts(bench: Bench, given: RuleFile | RuleChange, path: Path_) -> Iterator[tuple[str, Path_]]:
    """What a person will read, and where it is written."""
    for key in ("message", "why"):
        text = getattr(given, key)
        if text:
            yield text, (*path, key)
    if isinstance(given, RuleFile):
        yield from _softened(given, (*path, "unless"))
    yield from _listed(bench, given.suggest or (), (*path, "suggest"))
    if isinstance(given, RuleChange) and given.add is not None:
        yield from _listed(bench, given.add.suggest or (), (*path, "add", "suggest"))


def _softened(rule: RuleFile, path: Path_) -> Iterator[tuple[str, Path_]]:
    """The messages of the conditions under which a finding is milder."""
    if isinstance(rule.unless, UnlessFile):
        yield rule.unless.message or "", (*path, "message")
    for number, item in enumerate(rule.unless if isinstance(rule.unless, list) else ()):
        if isinstance(item, UnlessFile) and item.message:
            yield item.message, (*path, number, "message")


def _listed(bench: Bench, texts: Sequence[str], path: Path_) -> Iterator[tuple[str, Path_]]:
    single = (*path, 0) not in bench.pack.source.marks
    for index, text in enumerate(texts):
        yield text, path if single else (*path, index)
