"""A dict that stays as it was made, so that what holds it can be shared and hashed."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class ReadOnlyDict(dict[_Key, _Value]):
    """A dict that cannot be changed; its values must be hashable for it to be.

    It stays a dict for whatever reads dicts: JSON, ``dataclasses.asdict``, copies and pickles.
    """

    def _refuse(self, *_given: Any, **_named: Any) -> NoReturn:
        raise TypeError("this dict is read-only; make another by dict(…)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)
