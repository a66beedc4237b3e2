"""What callers of the library give, looked at where they give it: an error names the argument."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Mapping
from reprlib import Repr
from typing import Any

from replylint.translation import _

_Kind = type | tuple[type, ...]
_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 40


def wrong(name: str, given: object, wanted: str) -> TypeError:
    """The error for an argument of a wrong kind; ``wanted`` is in the language of the program."""
    message = _("“{name}” takes {wanted}, not {given}")
    return TypeError(message.format(name=name, wanted=wanted, given=described(given)))


def described(given: object) -> str:
    """What came, for an error: ``int (5)``; long values are cut."""
    return "None" if given is None else f"{type(given).__name__} ({_SHORT.repr(given)})"


def check_text(name: str, given: object) -> None:
    """Raise ``TypeError`` unless this is a string."""
    if not isinstance(given, str):
        raise wrong(name, given, _("a string"))


def check_text_or_none(name: str, given: object) -> None:
    """Raise ``TypeError`` unless this is a string or None."""
    if given is not None and not isinstance(given, str):
        raise wrong(name, given, _("a string or None"))


def several(name: str, given: Iterable[Any], kind: _Kind, wanted: str) -> tuple[Any, ...]:
    """The values as a tuple; raises ``TypeError`` for a lone string and for one of another kind.

    ``wanted`` says, in the language of the program, what there is to be several of.
    """
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise wrong(name, given, wanted)
    values = given if isinstance(given, tuple) else tuple(given)
    for number, value in enumerate(values):
        if not isinstance(value, kind):
            raise wrong(f"{name}[{number}]", value, _named(kind))
    return values


def texts(name: str, given: Iterable[str]) -> tuple[str, ...]:
    """Strings as a tuple; raises ``TypeError`` for a lone string and for what is none."""
    return several(name, given, str, _("a list of strings"))


def one_or_several(name: str, given: Any, kind: _Kind = str) -> tuple[Any, ...]:
    """One value alone, or several, as a tuple; raises ``TypeError`` for what is of no such kind."""
    if isinstance(given, kind):
        return (given,)
    wanted = _("one value or a list of them ({kind})").format(kind=_named(kind))
    return several(name, given, kind, wanted)


def items(name: str, given: Mapping[Any, Any]) -> ItemsView[Any, Any]:
    """The items of a map; raises ``TypeError`` for what is none."""
    if not isinstance(given, Mapping):
        raise wrong(name, given, _("a dict"))
    return given.items()


def _named(kind: _Kind) -> str:
    """The types as an error names them: ``str | Path``."""
    return " | ".join(one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,)))
