"""What callers of the library give: a value of the wrong kind is told at the call, by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from replylint.translation import _


def wrong_kind(name: str, wanted: str, given: object) -> TypeError:
    """The error for the argument ``name``; ``wanted`` says in words what it takes."""
    kind = type(given).__name__
    return TypeError(
        _("“{name}” takes {wanted}, not {kind}").format(name=name, wanted=wanted, kind=kind)
    )


def text_in(name: str, given: object) -> None:
    """Raises ``TypeError`` unless the argument is a text."""
    if not isinstance(given, str):
        raise wrong_kind(name, _("a text"), given)


def text_or_none_in(name: str, given: object) -> None:
    """Raises ``TypeError`` unless the argument is a text or None."""
    if given is not None and not isinstance(given, str):
        raise wrong_kind(name, _("a text or None"), given)


def several_in(name: str, given: Iterable[Any]) -> tuple[Any, ...]:
    """The values of an argument that takes several; raises ``TypeError`` for a text or a number."""
    if isinstance(given, tuple):
        return given
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise wrong_kind(name, _("several values"), given)
    return tuple(given)


def texts_in(name: str, given: Iterable[Any]) -> tuple[str, ...]:
    """The texts of an argument that takes several; raises ``TypeError`` for anything else."""
    texts = several_in(name, given)
    for number, text in enumerate(texts):
        text_in(f"{name}[{number}]", text)
    return texts
