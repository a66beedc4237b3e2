"""What stands in a column, by its first cells: where a name alone could mislead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from replylint.conversation import Role
from replylint.exports.privacy import tells_who_sees
from replylint.exports.roles import is_note, role_of

SAMPLE = 300
"""How many rows are looked at."""
_FEWEST_ROWS = 4
"""Fewer rows say too little."""
_TEXT_WORDS = 3.0
_MARKS = frozenset("?!,…")
_MARKED = 0.2
"""A text has so many words on average, or so large a share of cells with marks that names lack."""
_MOST_ROLES = 8


class Kind(StrEnum):
    """What the cells of a column look like."""

    ROLES = "roles"
    VISIBILITY = "visibility"
    TEXTS = "texts"
    CODES = "codes"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contents:
    """The kinds of columns by their names; a column that is not in it may hold anything."""

    kinds: Mapping[str, Kind]

    def kind(self, column: str) -> Kind | None:
        """The kind of a column; None when too few of its cells are filled."""
        return self.kinds.get(column)


def contents_of(names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Contents:
    """What the columns of these rows hold."""
    cells: dict[str, list[str]] = {name: [] for name in names}
    for row in rows:
        for name, value in row.items():
            text = "" if value is None else str(value).strip()
            if text and name in cells:
                cells[name].append(text)
    return Contents({name: _kind(values) for name, values in cells.items() if _enough(values)})


def only_customers(words: Iterable[str], own: Mapping[str, Role]) -> bool:
    """Whether these words name the customers, but none of those who answer.

    Then whoever else is named there answers: many exports put the agent's name in that place.
    """
    roles = {role_of(word, own) for word in words if word and not is_note(word, own)}
    return Role.CUSTOMER in roles and None in roles and Role.AGENT not in roles


def _enough(values: Sequence[str]) -> bool:
    return len(values) >= _FEWEST_ROWS


def _kind(values: Sequence[str]) -> Kind:
    different = set(values)
    if len(different) <= _MOST_ROLES:
        roles = [role_of(value) for value in different]
        if Role.AGENT in roles and Role.CUSTOMER in roles and None not in roles:
            return Kind.ROLES
        if tells_who_sees(different):
            return Kind.VISIBILITY
    words = sum(len(value.split()) for value in values)
    marked = sum(not _MARKS.isdisjoint(value) for value in values)
    if words >= _TEXT_WORDS * len(values) or marked >= _MARKED * len(values):
        return Kind.TEXTS
    if all(" " not in v and any(c.isdigit() for c in v) for v in values):
        return Kind.CODES
    return Kind.OTHER
