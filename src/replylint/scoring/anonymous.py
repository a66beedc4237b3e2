"""Results without names: agents get a number, and texts lose what tells who somebody is.

The number of an agent stays the same within a store, so that trends can be followed, and cannot be
computed without the store.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from replylint.store.store import Store
from replylint.text.document import Document
from replylint.text.entities import Words, recognise
from replylint.translation import _

HIDDEN = "•"
"""What stands for each hidden letter or digit; the length stays, and with it every offset."""

_KINDS = ("name", "phone", "email", "order", "url")
_LONG_NUMBER = re.compile(r"\d(?:[\d \-()]{3,}\d)")
_NAME = re.compile(r"[^\W\d_]{3,}")
_ENDING = 3
"""How many letters an inflected name may have after its stem."""


class Names:
    """How agents are called in the results: as they are, or by numbers when ``hidden``."""

    def __init__(self, store: Store, run: int, *, hidden: bool) -> None:
        self.hidden = hidden
        self._numbers: dict[str, int] = {}
        self._stems: re.Pattern[str] | None = None
        if hidden:
            agents = [a for (a,) in store.rows("SELECT DISTINCT agent FROM replies") if a]
            self._numbers = _numbers(agents, store.salt)
            self._stems = _stems(agents)
            self._store, self._run = store, run

    def agent(self, name: str | None) -> str | None:
        """The name of an agent in the results; None stays None."""
        if name is None or not self.hidden:
            return name
        number = self._numbers.get(name)
        return _("Agent") if number is None else _("Agent {number}").format(number=number)

    def text(self, text: str, also: Iterable[str] = ()) -> str:
        """A text in the results; ``also`` are further names to hide in it, those of its chat."""
        if not self.hidden:
            return text
        covered = [False] * len(text)
        for start, end in _spans(text, (self._stems, _stems(also))):
            covered[start:end] = [True] * (end - start)
        return "".join(
            HIDDEN if hide and character.isalnum() else character
            for character, hide in zip(text, covered, strict=True)
        )


def _spans(text: str, stems: Iterable[re.Pattern[str] | None]) -> Iterator[tuple[int, int]]:
    """The code points that tell who somebody is."""
    document = Document(text)
    words = Words(text, document.starts, document.ends, document.kinds, document.words)
    yield from ((entity.start, entity.stop) for entity in recognise(words, _KINDS))
    for pattern in stems:
        if pattern is not None:
            yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _LONG_NUMBER.finditer(text))


def _stems(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the words of these names, inflected as well."""
    words = {word for name in names for word in _NAME.findall(name)}
    if not words:
        return None
    stems = sorted({word[:-1] if len(word) > 3 else word for word in words}, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, stems))
    return re.compile(rf"(?<!\w)(?:{alternatives})[^\W\d_]{{0,{_ENDING}}}(?!\w)", re.IGNORECASE)


def _numbers(agents: Iterable[str], salt: str) -> dict[str, int]:
    """A number of four digits for each agent; whoever meets a taken one gets the next."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for digest, agent in sorted((_digest(agent, salt), agent) for agent in agents):
        number = 1000 + digest % 9000
        while number in taken:
            number += 1
        taken.add(number)
        numbers[agent] = number
    return numbers


def _digest(agent: str, salt: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{salt}:{agent}".encode()).digest()[:8])
