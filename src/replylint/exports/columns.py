"""Which column of a table holds what, guessed from its name and its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from replylint.errors import InputError, Place
from replylint.exports.column_names import (
    FIELDS,
    TEXTS,
    likelihood,
    names_the_writer,
    plain_name,
)
from replylint.exports.contents import Contents, Kind
from replylint.translation import _

# Named after a person; it may hold who that is, or what they wrote.
_PERSON = {
    "reply": re.compile(r"оператор|агент|сотрудник|специалист|менеджер|поддержка|agent|operator"),
    "customer": re.compile(r"клиент|покупатель|посетитель|заказчик|customer|client|visitor"),
}


_OF_MESSAGES = ("text", "role", "author")
_NO_TEXTS = ("author", "agent", "chat", "private", "customer_name")


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each field that has one; ``by_field`` maps field to column."""

    by_field: Mapping[str, str]

    def get(self, field: str) -> str | None:
        """The column of a field."""
        return self.by_field.get(field)

    @property
    def of_messages(self) -> bool:
        """Whether the table has a message in each row, and not a reply."""
        return "reply" not in self.by_field

    def __str__(self) -> str:
        told = dict.fromkeys(FIELDS)
        if self.get("author") == self.get("agent"):
            del told["author"]
        named = [(field, self.by_field[field]) for field in told if field in self.by_field]
        text = _("{field} = “{column}”")
        return ", ".join(text.format(field=field, column=column) for field, column in named)


def name_list(names: Sequence[str]) -> str:
    """Names in quotes for a message, at most forty."""
    return ", ".join(_("“{name}”").format(name=name) for name in names[:40])


def likelihood_seen(field: str, name: str, kind: Kind | None) -> int:
    """How likely a column of this name with cells of this kind holds the field."""
    usual = likelihood(field, name)
    match kind:
        case Kind.ROLES:
            return 2000 if field == "role" else 0
        case Kind.TEXTS:
            person = _PERSON.get(field)
            if person is not None and person.fullmatch(plain_name(name)):
                return 500
            return 0 if field in _NO_TEXTS else usual
        case Kind.VISIBILITY:
            return 2000 if field == "private" else 0
        case Kind.CODES:
            if field == "chat" and not usual and likelihood("customer", name):
                return 400  # “Обращение” with nothing but numbers
            return 0 if field in TEXTS else usual
        case _:
            return usual


def choose_columns(
    names: Sequence[str],
    wanted: Mapping[str, str],
    place: Place,
    *,
    roles_by_name: bool = False,
    contents: Contents | None = None,
    said: Mapping[str, str] | None = None,
) -> Columns:
    """The column for each field, those that are wanted first.

    ``wanted`` gives for a field the name of a column or its number from 1. ``roles_by_name`` says
    that the agents are known by name, so that messages need no column with the role. ``contents``
    are what the columns hold; ``said`` tells for a field where it was wanted, when that is not the
    command line. Raises ``InputError`` when a wanted column is not there, or when
    nothing looks like the replies.
    """
    chosen = {
        field: _named((said or {}).get(field) or f"--column {field}", column, names, place)
        for field, column in wanted.items()
    }
    weights = _weights(names, contents or Contents({}), chosen)
    order = {name: number for number, name in enumerate(names)}
    for field, name in sorted(
        weights, key=lambda k: (-weights[k], FIELDS.index(k[0]), order[k[1]])
    ):
        if weights[field, name] and field not in chosen and name not in chosen.values():
            chosen[field] = name
    # Where nothing says who wrote, what says who sees it may at least tell notes of agents.
    nobody = "text" in chosen and "reply" not in chosen and "role" not in chosen
    if nobody and likelihood("role", chosen.get("private", "")):
        chosen["role"] = chosen.pop("private")
    if "date" not in chosen and "time" in chosen:
        chosen["date"] = chosen.pop("time")
    return Columns(_settled(chosen, names, place, roles_by_name))


def _weights(
    names: Sequence[str], contents: Contents, chosen: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    """How likely each column holds each field that is not ``chosen`` and that fits what is."""
    out = {"reply": ("text", "role"), "text": ("reply", "customer")}
    leading = next((field for field in out if field in chosen), "")
    return {
        (field, name): likelihood_seen(field, name, contents.kind(name))
        for field in FIELDS
        if field not in chosen and field not in out.get(leading, ())
        for name in names
    }


def _settled(
    chosen: dict[str, str], names: Sequence[str], place: Place, roles_by_name: bool
) -> Mapping[str, str]:
    """The choice with one way of reading left: a table of replies or one of messages."""
    if "author" in chosen:
        chosen.setdefault("agent", chosen["author"])
    elif "agent" in chosen and names_the_writer(chosen["agent"]):
        chosen["author"] = chosen["agent"]
    by_role = "text" in chosen and ("role" in chosen or (roles_by_name and "agent" in chosen))
    if by_role and "chat" in chosen and "reply" not in chosen:
        return {field: name for field, name in chosen.items() if field not in ("customer",)}
    if "reply" not in chosen and "text" in chosen:
        chosen["reply"] = chosen["text"]
    if "reply" not in chosen:
        text = _(
            "none of the columns looks like the replies: {names}; name it with --column reply=NAME"
        )
        raise InputError(text.format(names=name_list(names)), place)
    return {field: name for field, name in chosen.items() if field not in _OF_MESSAGES}


def _named(said: str, column: str, names: Sequence[str], place: Place) -> str:
    if column in names:
        return column
    for name in names:
        if plain_name(name) == plain_name(column):
            return name
    if column.isdigit() and 1 <= int(column) <= len(names):
        return names[int(column) - 1]
    close = get_close_matches(column, names, n=1)
    text = _("{said}: there is no column “{column}”; there are {names}")
    if close:
        text = _("{said}: there is no column “{column}”; did you mean “{close}”?")
    raise InputError(
        text.format(
            said=said,
            column=column,
            close=close[0] if close else "",
            names=name_list(names),
        ),
        place,
    )
