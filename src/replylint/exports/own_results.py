"""Tables that replylint itself wrote: they must not be scored with the exports beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from replylint.errors import InputError
from replylint.exports.column_names import plain_name
from replylint.translation import LANGUAGES, _, speaking

_Said = Callable[[], str]


class OwnResultError(InputError):
    """A file holds results of replylint and no export; the message says which."""


def refuse_own(columns: Iterable[str]) -> None:
    """Raise ``OwnResultError`` when a table with these columns is one that replylint wrote."""
    names = {plain_name(name.lstrip("\ufeff")) for name in columns}
    for telling, what in _telling():
        if telling <= names:
            raise OwnResultError(what())


@cache
def _telling() -> list[tuple[frozenset[str], _Said]]:
    """Columns that stand together in one kind of our tables only, and what it is called."""
    found: list[tuple[frozenset[str], _Said]] = []
    for language in LANGUAGES:
        with speaking(language):
            found += [
                (frozenset(map(plain_name, names)), what)
                for names, what in (
                    ((_("Key"), _("Drawn"), _("Is the finding right? yes / no")), _a_review),
                    ((_("File"), _("Line"), _("What is wrong"), _("Quoted")), _unread),
                    ((_("Message no."), _("State"), _("Text of the reply")), _results),
                    ((_("IQS"), _("IQS from"), _("IQS to")), _results),
                )
            ]
    machine = ("plain_score", "critical", "findings", "suppressed", "failures")
    return [*found, (frozenset(map(plain_name, machine)), _results)]


def _a_review() -> str:
    return _("this is a sample for review by hand (replylint score --review)")


def _unread() -> str:
    return _("this is the list of rows that replylint could not read (--errors)")


def _results() -> str:
    return _("these are results that replylint wrote (--output)")
