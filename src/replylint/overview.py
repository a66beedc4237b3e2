"""A macro library as a whole: what is there twice, contradicts, lacks a language, and links."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from replylint.contradicting import Fact, contradict, facts_in
from replylint.conversation import Conversation
from replylint.errors import Place
from replylint.macros.filling import fill
from replylint.passage import Passage
from replylint.template import Filled, Placeholders
from replylint.text.document import Document
from replylint.text.runs import Runs, runs_of
from replylint.text.tokens import Kind

ALIKE = 0.7
"""The share of runs of three words that two replies have in common to be nearly the same."""

_SHORTEST = 4
_TOO_COMMON = 60
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»{}|\\^`\[\]]*[^\s<>\"'«»{}|\\^`\[\].,;:!?)]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A reply of the library, or a part of it: its name and where it stands."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Twins:
    """Two replies that are nearly the same; ``share``, 0 to 1, is that of the common words.

    ``differences`` are what one says and what the other says in its place, those with numbers
    first; either may be empty.
    """

    first: Spot
    second: Spot
    share: float
    differences: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sentences that say the same with different numbers."""

    first: Spot
    second: Spot
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A reply that lacks languages which its library has."""

    spot: Spot
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address and all places that use it."""

    address: str
    spots: tuple[Spot, ...]


@dataclass(slots=True)
class Overview:
    """Everything that can be said about a library as a whole."""

    replies: int = 0
    twins: list[Twins] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def has_faults(self) -> bool:
        """Whether there is anything to mend; links alone are no fault."""
        return bool(self.twins or self.contradictions or self.gaps)


@dataclass(slots=True)
class _Read:
    spot: Spot
    reply: Conversation
    filled: Filled
    document: Document
    runs: Runs
    others: Sequence[str]
    """What the other branches of its conditions say."""


def overview(replies: Iterable[Conversation]) -> Overview:
    """Look at all replies of a library."""
    read = [_read(reply) for reply in replies]
    return Overview(
        len(read),
        sorted(_twins(read), key=lambda twins: -twins.share),
        list(_contradictions(read)),
        list(_gaps(read)),
        list(_links(read)),
    )


def _read(reply: Conversation) -> _Read:
    filled, *others = fill(reply.reply, Placeholders())
    document = Document(filled.text)
    texts = [other.text for other in others]
    return _Read(_spot(reply, 0), reply, filled, document, runs_of(document), texts)


def _spot(reply: Conversation, offset: int) -> Spot:
    passage = reply.macro.passage if reply.macro is not None else None
    name = reply.id or reply.source
    if passage is None:
        return Spot(name, Place(reply.source))
    point = passage.span(offset, offset).start
    return Spot(name, Place(reply.source, point.line, point.column))


def _twins(read: Sequence[_Read]) -> Iterator[Twins]:
    """Pairs with most runs of words in common; runs that everybody has tell nothing."""
    owners: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(read):
        for run in one.runs:
            owners[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in owners.values():
        if len(numbers) <= _TOO_COMMON:
            shared.update(combinations(numbers, 2))
    for (a, b), common in shared.items():
        share = common / len(read[a].runs | read[b].runs)
        if share >= ALIKE and min(len(read[a].runs), len(read[b].runs)) >= _SHORTEST:
            words = SequenceMatcher(None, read[a].document.words, read[b].document.words)
            differences = _differences(read[a], read[b], words.get_opcodes())
            yield Twins(read[a].spot, read[b].spot, round(words.ratio(), 2), differences)


def _differences(
    one: _Read, other: _Read, steps: Iterable[tuple[str, int, int, int, int]]
) -> tuple[tuple[str, str], ...]:
    """What two replies say differently, from the ``steps`` that lead from one to the other."""
    pairs = [
        (_written(one, first, end), _written(other, start, stop))
        for step, first, end, start, stop in steps
        if step != "equal"
    ]
    return tuple(sorted(pairs, key=lambda pair: not any(map(str.isdigit, "".join(pair)))))


def _written(one: _Read, first: int, end: int) -> str:
    """The words ``first`` to ``end`` (excluded) of a reply, as its file has them."""
    if first == end:
        return ""
    document = one.document
    while first > 0 and document.kinds[first] is document.kinds[first - 1] is Kind.NUMBER:
        first -= 1  # the words of «1 700» are two
    place = one.filled.back(document.starts[first], document.ends[end - 1])
    return " ".join(one.filled.template[slice(*place)].split())


def _contradictions(read: Sequence[_Read]) -> Iterator[Contradiction]:
    by_unit: dict[str, list[Fact]] = defaultdict(list)
    for number, one in enumerate(read):
        for fact in facts_in(number, one.document, one.filled, one.others):
            by_unit[fact.unit].append(fact)
    told: set[tuple[int, int]] = set()
    for facts in by_unit.values():
        for a, b in combinations(facts, 2):
            if (a.owner, b.owner) not in told and contradict(a, b):
                told.add((a.owner, b.owner))
                first, second = (_spot_of(read[fact.owner], fact) for fact in (a, b))
                yield Contradiction(first, second, a.text, b.text)


def _spot_of(one: _Read, fact: Fact) -> Spot:
    start, _end = one.filled.back(fact.start, fact.start)
    return _spot(one.reply, start)


def _gaps(read: Sequence[_Read]) -> Iterator[Gap]:
    """Replies without a language that half of the library has, or that they share with others.

    Where no reply is there in two languages, each language has replies of its own, and none lacks
    another.
    """
    languages: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Spot] = {}
    for one in read:
        macro = one.reply.macro
        if macro is not None and macro.key and macro.language:
            languages[macro.key].add(macro.language)
            first.setdefault(macro.key, one.spot)
    if all(len(found) < 2 for found in languages.values()):
        return
    counts = Counter(language for found in languages.values() for language in found)
    usual = {language for language, count in counts.items() if 2 * count >= len(languages)}
    for key, found in languages.items():
        wanted = set(counts) if len(found) > 1 else usual
        missing = tuple(sorted(wanted - found))
        if missing and len(counts) > 1:
            yield Gap(first[key], missing)


def _links(read: Sequence[_Read]) -> Iterator[Link]:
    """Every address: in the words, and in the source that HTML hides from readers."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    for one in read:
        for address, spot in _addresses(one.reply):
            if spot not in spots[address]:
                spots[address].append(spot)
    for address in sorted(spots):
        yield Link(address, tuple(spots[address]))


def _addresses(reply: Conversation) -> Iterator[tuple[str, Spot]]:
    for match in _URL.finditer(reply.reply):
        yield match.group(), _spot(reply, match.start())
    passage = reply.macro.passage if reply.macro is not None else None
    if passage is None or not passage.begins:
        return
    first, last = passage.offsets(0, len(passage.text))
    hidden = Passage.whole(passage.file, first, last)
    for match in re.finditer(r"""href=\\?["']([^"'\\]+)""", hidden.text):
        if _URL.fullmatch(match[1]):
            point = hidden.span(match.start(1), match.end(1)).start
            name = reply.id or reply.source
            yield match[1], Spot(name, Place(reply.source, point.line, point.column))
