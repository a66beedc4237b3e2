"""Replies that are a macro of the team's library, with nothing of the case put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from replylint.conversation import Conversation
from replylint.errors import InputError
from replylint.macros.filling import fill
from replylint.macros.own import OwnMacros
from replylint.signals.plugin import Found
from replylint.sources.item import Entry
from replylint.sources.paths import Inputs, Told, read_paths
from replylint.template import Placeholders, Sort
from replylint.text.content import content_lemmas
from replylint.text.document import Document
from replylint.text.runs import Runs, runs_of
from replylint.text.zones import PROSE, Zone
from replylint.translation import _

NAME = "copied-macro"
"""The name of the check among those that packs may ask for."""

_BODY = PROSE - {Zone.GREETING, Zone.CLOSING}
_FEWEST_RUNS = 8
_COPIED = 0.7
"""The share of the reply's runs of words that a macro must have."""

_MOST_ADDED = 1
_STEM = 5
_MOST_NAME = 40


@dataclass(frozen=True, slots=True)
class _Macro:
    """A macro as it would be sent: its name, and the beginnings of its words of substance.

    ``filled`` is how many words the system puts in: names, dates and the like.
    """

    name: str
    runs: Runs
    words: frozenset[str]
    filled: int


class _Given(NamedTuple):
    """What a library holds: names and texts of macros, and what cannot be read."""

    texts: Sequence[tuple[str | None, str]]
    problems: Sequence[InputError]


@dataclass(frozen=True, slots=True)
class _Library:
    macros: tuple[_Macro, ...]
    with_run: Mapping[tuple[str, ...], list[int]]


def find(
    document: Document, conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The first sentence of a reply that nearly repeats a macro and adds no word of its own.

    ``library`` is the team's (`OwnMacros`); without it nothing is found. A number that the macro
    does not have, a word of the customer's, or two words that the system did not put in make a
    reply one's own.
    """
    own = parameters.get("library")
    if not isinstance(own, OwnMacros) or conversation.filled is not None:
        return
    runs = runs_of(document, _BODY)
    if len(runs) < _FEWEST_RUNS:
        return
    library = _read(own)
    if not library.macros:
        message = _("the library that the settings name has no macro that can be read")
        raise InputError(message)
    shared = Counter(number for run in runs for number in library.with_run.get(run, ()))
    for number, count in shared.most_common(3):
        macro = library.macros[number]
        if count < _COPIED * len(runs):
            return
        if not _has_own_words(document, conversation, macro):
            first = next(s for s in document.sentences if document.zones[s.first] in _BODY)
            start, stop = document.starts[first.first], document.ends[first.end - 1]
            yield Found(start, stop, details={"title": macro.name})
            return


def _has_own_words(document: Document, conversation: Conversation, macro: _Macro) -> bool:
    added = {word for word in content_lemmas(document) if word[:_STEM] not in macro.words}
    if len(added) > _MOST_ADDED + macro.filled or any(word[:1].isdigit() for word in added):
        return True
    if not added or conversation.customer is None:
        return False
    theirs = {word[:_STEM] for word in content_lemmas(Document(conversation.customer))}
    return any(word[:_STEM] in theirs for word in added)


@lru_cache(maxsize=4)
def _read(own: OwnMacros) -> _Library:
    """The macros of a library, every branch of a condition as one."""
    macros = [
        macro
        for name, text in _given(own).texts
        for macro in _as_sent(name, text, own.placeholders or Placeholders())
    ]
    with_run: dict[tuple[str, ...], list[int]] = {}
    for number, macro in enumerate(macros):
        for run in macro.runs:
            with_run.setdefault(run, []).append(number)
    return _Library(tuple(macros), with_run)


def unreadable(own: OwnMacros) -> list[InputError]:
    """Why replies are not compared with some of a library: the first mistake of each file."""
    first: dict[str, InputError] = {}
    for problem in _given(own).problems:
        first.setdefault(problem.place.source if problem.place else "", problem)
    return list(first.values())


@lru_cache(maxsize=4)
def _given(own: OwnMacros) -> _Given:
    texts: list[tuple[str | None, str]] = [(None, text) for text in own.texts]
    problems: list[InputError] = []
    inputs = Inputs([str(path) for path in own.paths], told=lambda path: Told(*own.told(path)))
    for item in read_paths(inputs, None):
        if isinstance(item, Entry):
            texts.append((item.conversation.id, item.conversation.reply))
        elif isinstance(item, InputError):
            problems.append(item)
    return _Given(tuple(texts), tuple(problems))


def _as_sent(name: str | None, text: str, placeholders: Placeholders) -> Iterator[_Macro]:
    for filled in fill(text, placeholders):
        document = Document(filled.text)
        words = frozenset(word[:_STEM] for word in content_lemmas(document))
        values = sum(holder.sort is not Sort.TEXT for holder in filled.filled.values())
        yield _Macro(name or _beginning(text), runs_of(document, _BODY), words, values)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_NAME else f"{words[:_MOST_NAME].rstrip()}…"
