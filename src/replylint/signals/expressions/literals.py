"""What must stand in a text for a regular expression to match it, told by reading the expression.

Looking for a few letters takes a fraction of what an expression takes. Only plain parts are
understood: where anything else may match, nothing is known, and the expression itself must look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from replylint.signals.expressions.tree import (
    Alternatives,
    CharacterClass,
    Edge,
    Group,
    Look,
    Part,
    Range,
    Sequence_,
    Sign,
    UnreadableError,
    Wide,
    lowered,
    read_expression,
    without_repetition,
)

_LONGEST_CLASS = 4_000
_MOST_COMMON = 5
_MOST_PIECES = 5_000
_MOST_TIMES = 3
_LETTERS = ("\\w", "\\p{L}")


class Beside(IntEnum):
    """What is known of the sign before or after a piece, or of the edge of the text there."""

    ANYTHING = 0
    NO_LETTER = 1
    GAP = 2
    """A space, or the edge."""
    SIGN = 3
    """Anything but a gap."""

    def of(self, sign: str) -> Beside:
        """What it tells about a sign: an edge of words says that of letters alone."""
        return self if sign.isalpha() or self is not Beside.NO_LETTER else Beside.ANYTHING


_EDGES_BEFORE = {"\\A": Beside.GAP, "^": Beside.GAP, "\\b": Beside.NO_LETTER}
_EDGES_AFTER = {"\\Z": Beside.GAP, "$": Beside.GAP, "\\b": Beside.NO_LETTER}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in lower case, and what is known of the signs before and after it."""

    text: str
    before: Beside = Beside.ANYTHING
    after: Beside = Beside.ANYTHING


Clause = frozenset[Piece]
"""Pieces of which one must be in the text."""


@dataclass(frozen=True, slots=True)
class _Needed:
    """A clause; those of its pieces that are ``open`` reach to the end of what was read."""

    pieces: Clause
    open: Clause = frozenset()

    def closed(self, after: Beside) -> _Needed:
        """The same with what is known of the sign that follows."""
        if not self.open:
            return self
        ended = {replace(piece, after=after.of(piece.text[-1])) for piece in self.open}
        return _Needed((self.pieces - self.open) | ended)


def worth(clause: Clause) -> tuple[int, int]:
    """The greater, the more a clause excludes."""
    return min(len(piece.text) for piece in clause), -len(clause)


def needed_by(expression: str) -> tuple[Clause, ...]:
    """Clauses that hold in every text, in lower case, that the expression matches.

    Without any, nothing is known. The expression knows no case; the text must have no letters that
    are equal to several others (see ``plain``).
    """
    try:
        found = _alternatives(read_expression(expression), Beside.ANYTHING)
    except (UnreadableError, RecursionError):
        return ()
    clauses = [needed.closed(Beside.ANYTHING).pieces for needed in found]
    return tuple(clause for clause in clauses if len(clause) <= _MOST_PIECES)


def _alternatives(alternatives: Alternatives, before: Beside) -> list[_Needed]:
    """What is needed, whichever alternative matches."""
    sequences = [_sequence(parts, before) for parts in alternatives]
    if len(sequences) == 1:
        return sequences[0]
    if not all(sequences):
        return []
    return [_either(max(each, key=lambda needed: worth(needed.pieces)) for each in sequences)]


def _sequence(parts: Sequence_, before: Beside) -> list[_Needed]:
    sequence = _Sequence(before)
    for part, following in zip(parts, (*parts[1:], None), strict=False):
        one, least = without_repetition(part)
        varies = one is not part
        if isinstance(one, Sign):
            sequence.add_sign(one.text, least, varies=varies)
            continue
        sequence.end_run(_told_after(part))
        needed = _part(one, sequence.before)
        if least:
            # of a part that is repeated the first time tells, and more may follow that
            after = Beside.ANYTHING if varies else _told_after(following)
            is_open = following is None and not varies
            sequence.needed += needed if is_open else [each.closed(after) for each in needed]
        told = _told_before(part)
        has_width = not isinstance(one, Edge | Look)
        sequence.before = told if has_width else max(told, sequence.before)
    sequence.leave_open()
    return sequence.needed


def _part(part: Part, before: Beside) -> list[_Needed]:
    """What a part needs that is no sign."""
    if isinstance(part, CharacterClass):
        letters = frozenset(Piece(sign, before.of(sign)) for sign in _letters(part))
        return [_Needed(letters, letters)] if letters else []
    if isinstance(part, Group):
        if part.opening == "(?i:":
            raise UnreadableError(part.opening)
        return _alternatives(part.alternatives, before)
    return []


class _Sequence:
    """What the parts of a sequence need, and the run of signs at its end.

    ``before`` is what is known of the sign before the next part.
    """

    def __init__(self, before: Beside) -> None:
        self.needed: list[_Needed] = []
        self.before = before
        self._run = ""
        self._before_run = before

    def add_sign(self, sign: str, least: int, *, varies: bool) -> None:
        """A sign that stands for itself, so many times at least."""
        signs = sign * min(least, _MOST_TIMES)
        if signs and not self._run:
            self._before_run = self.before
        self._run += signs
        self.before = Beside.GAP if least and sign.isspace() else Beside.ANYTHING
        if varies:
            self.end_run(Beside.ANYTHING)
            self._run, self._before_run = signs, Beside.ANYTHING

    def end_run(self, after: Beside) -> None:
        """The run ends here, before what is known of the sign that follows."""
        count = len(self.needed)
        self.leave_open()
        self.needed[count:] = [needed.closed(after) for needed in self.needed[count:]]

    def leave_open(self) -> None:
        """The run ends here, and what follows is not known yet."""
        if self._run:
            run = lowered(self._run)
            needed = frozenset((Piece(run, self._before_run.of(run[0])),))
            self.needed.append(_Needed(needed, needed))
            self._run = ""


def _either(several: Iterable[_Needed]) -> _Needed:
    """What is needed where one or another part matches."""
    pieces, ends = zip(*((needed.pieces, needed.open) for needed in several), strict=True)
    return _Needed(frozenset().union(*pieces), frozenset().union(*ends))


def _letters(given: CharacterClass) -> frozenset[str]:
    """The letters of a class that names each, in lower case; none for any other class."""
    if given.negated or any(isinstance(member, Wide) for member in given.members):
        return frozenset()
    signs = _signs(given)
    most = _MOST_COMMON if any(map(str.isalnum, signs)) else _LONGEST_CLASS
    return frozenset(lowered("".join(signs))) if len(signs) <= most else frozenset()


def _signs(given: CharacterClass) -> set[str]:
    """The signs that a class names, one by one or in ranges."""
    signs: set[str] = set()
    for member in given.members:
        if isinstance(member, Sign):
            signs.add(member.text)
        elif isinstance(member, Range):
            signs.update(map(chr, range(ord(member.first.text), ord(member.last.text) + 1)))
    return signs


def _told_before(part: Part) -> Beside:
    """What a part tells about the sign before the one that follows it."""
    if isinstance(part, Edge):
        return _EDGES_BEFORE.get(part.written, Beside.ANYTHING)
    if isinstance(part, Look) and part.behind and part.negated and _is_letter(part):
        return Beside.NO_LETTER
    return Beside.GAP if _is_space(part) else Beside.ANYTHING


def _told_after(part: Part | None) -> Beside:
    """What a part tells about the sign after the one that stands before it."""
    if isinstance(part, Edge):
        return _EDGES_AFTER.get(part.written, Beside.ANYTHING)
    if isinstance(part, Look) and not part.behind:
        if part.negated:
            return Beside.NO_LETTER if _is_letter(part) else Beside.ANYTHING
        return Beside.SIGN if _begins_with_sign(part) else Beside.ANYTHING
    return Beside.GAP if part is not None and _is_space(part) else Beside.ANYTHING


def _is_space(part: Part) -> bool:
    """Whether a part is white space for sure, however often it is repeated."""
    one, least = without_repetition(part)
    if isinstance(one, Sign):
        return bool(least) and one.text.isspace()
    return bool(least) and isinstance(one, Wide) and one.written == "\\s"


def _is_letter(look: Look) -> bool:
    """Whether the first thing that is looked for is any letter, and maybe other signs."""
    first = look.alternatives[0]
    if len(first) != 1:
        return False
    one = first[0]
    kinds = one.members if isinstance(one, CharacterClass) and not one.negated else (one,)
    return any(isinstance(kind, Wide) and kind.written in _LETTERS for kind in kinds)


def _begins_with_sign(look: Look) -> bool:
    """Whether the only thing that is looked for begins with something that is no space."""
    if len(look.alternatives) != 1 or not look.alternatives[0]:
        return False
    one, least = without_repetition(look.alternatives[0][0])
    if not least or not isinstance(one, CharacterClass) or one.negated:
        return False
    if any(isinstance(member, Wide) for member in one.members):
        return False
    return not any(map(str.isspace, _signs(one)))
