"""Which of many regular expressions a text can match, told by the words it is made of."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.signals.expressions.literals import Beside, Clause, Piece, needed_by, worth

_REMEMBERED = 100_000
_LONGEST_REMEMBERED = 60
_LONGEST_LOOKED_AT = 1_000
"""In a longer run of signs anything may stand: no text that people write has one."""


class ExpressionIndex:
    """Looks up what stands between two spaces at once for all expressions, and remembers it.

    A piece of text without spaces lies within one such run of signs; of a piece with spaces the
    longest part is looked for.
    """

    def __init__(self, expressions: Iterable[str]) -> None:
        self._numbers: dict[Clause, int] = {}
        self._runs = _Runs()
        self._always: list[str] = []
        self._led: dict[int, list[tuple[frozenset[int], str]]] = {}
        for expression in expressions:
            clauses = sorted(filter(None, map(_without_spaces, needed_by(expression))), key=worth)
            if clauses:
                others = frozenset(map(self._number, clauses[:-1]))
                lead = self._number(clauses[-1])
                self._led.setdefault(lead, []).append((others, expression))
            else:
                self._always.append(expression)

    def possible(self, lowered: str) -> frozenset[str]:
        """The expressions that can match a text in lower case, as ``plain`` gives it."""
        held = frozenset[int]().union(*map(self._runs.__getitem__, set(lowered.split())))
        found = [
            expr
            for lead in held & self._led.keys()
            for others, expr in self._led[lead]
            if others <= held
        ]
        return frozenset((*self._always, *found))

    def _number(self, clause: Clause) -> int:
        """The number of a clause, new or known."""
        known = self._numbers.get(clause)
        if known is None:
            known = self._numbers[clause] = len(self._numbers)
            for piece in clause:
                self._runs.add(piece, known)
        return known


class _Runs(dict[str, frozenset[int]]):
    """For runs of signs the numbers of the pieces in them, worked out when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._beginning: dict[str, list[tuple[Piece, int]]] = {}

    def add(self, piece: Piece, number: int) -> None:
        """A piece to look for, before any run is asked for."""
        self._beginning.setdefault(piece.text[:2], []).append((piece, number))

    def __missing__(self, run: str) -> frozenset[int]:
        if len(run) > _LONGEST_LOOKED_AT:
            return frozenset(n for several in self._beginning.values() for _piece, n in several)
        ways = ((at, run[at : at + length]) for at in range(len(run)) for length in (1, 2))
        numbers = frozenset(
            number
            for at, beginning in ways
            for piece, number in self._beginning.get(beginning, ())
            if run.startswith(piece.text, at) and _fits(run, at, piece)
        )
        if len(run) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[run] = numbers
        return numbers


def _fits(run: str, at: int, piece: Piece) -> bool:
    """Whether what stands beside a place in a run is what is known of a piece."""
    end = at + len(piece.text)
    before = run[at - 1] if at else ""
    return _allows(piece.before, before) and _allows(piece.after, run[end : end + 1])


def _allows(beside: Beside, sign: str) -> bool:
    """Whether a sign may stand there; none is the gap beside the run."""
    if beside is Beside.SIGN:
        return bool(sign)
    return not sign or (beside is not Beside.GAP and not (beside and sign.isalpha()))


def _without_spaces(clause: Clause) -> Clause | None:
    """A clause that holds where this one does, of pieces without spaces; None if there is none."""
    parts = [_longest_part(piece) for piece in clause]
    known = [part for part in parts if part is not None]
    return frozenset(known) if len(known) == len(parts) else None


def _longest_part(piece: Piece) -> Piece | None:
    parts = piece.text.split()
    if not parts:
        return None
    number, part = max(enumerate(parts), key=lambda each: len(each[1]))
    is_first = number == 0 and not piece.text[0].isspace()
    is_last = number == len(parts) - 1 and not piece.text[-1].isspace()
    before = piece.before if is_first else Beside.GAP
    return Piece(part, before, piece.after if is_last else Beside.GAP)
