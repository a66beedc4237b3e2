"""Results without names: agents get a number, and texts lose what tells who somebody is.

The number of an agent stays the same within a store, so that trends can be followed, and cannot be
computed without the store.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from replylint.scoring import (
    account_secrets,
    english_addresses,
    personal_numbers,
    russian_addresses,
)
from replylint.scoring.person_names import Participants, find_in_cells, find_shaped
from replylint.store.store import Store
from replylint.text.document import Document
from replylint.text.entities import Words, recognise
from replylint.translation import _

HIDDEN = "•"
"""What stands for each hidden letter or digit; the length stays, and with it every offset."""

_PERSONAL = ("name", "phone", "email", "order", "url")
_SHORTEST_ORDER = 3
_MORE_OF_ORDER = re.compile(r"(?:[-/][A-ZА-Я\d]{1,12}){1,3}(?!\w)")
"""What may follow the figures of a number: «№ 4417-AB»."""
_FEW = 5
_PLAIN = ("money", "date", "time", "duration")


Span = tuple[int, int]


class Names:
    """How people are called in the results: as they are, or by numbers when ``hidden``."""

    def __init__(self, store: Store, run: int, *, hidden: bool) -> None:
        self.hidden = hidden
        self._store, self._run = store, run
        self._numbers: dict[str, int] = {}
        self._agents = Participants(())
        self._labels: dict[str, str] = {}
        if hidden:
            agents = [a for (a,) in store.rows("SELECT DISTINCT agent FROM replies") if a]
            self._numbers = _numbers(agents, store.salt)
            self._agents = Participants(agents)

    def agent(self, name: str | None) -> str | None:
        """The name of an agent in the results; None stays None."""
        if name is None or not self.hidden:
            return name
        number = self._numbers.get(name)
        return _("Agent") if number is None else _("Agent {number}").format(number=number)

    def team(self, name: str | None) -> str | None:
        """The name of a team in the results: by a number when it tells who somebody is."""
        if name is None or self.label(name) == name:
            return name
        return _("Team {number}").format(number=self._team_numbers[name])

    def label(self, text: str) -> str:
        """A name that is given to many things (a channel, a tag) in the results.

        The names of those who wrote are hidden in a tag that only a few conversations have.
        """
        if not self.hidden:
            return text
        if text not in self._labels:
            self._labels[text] = self.text(text, self._few_with_tag.get(text, ()))
        return self._labels[text]

    def file(self, source: str) -> str:
        """A file that was read, in the results: by a number when names are hidden."""
        if not self.hidden:
            return source
        return _("File {number}").format(number=self._files.get(source, 0))

    def text(self, text: str, also: Iterable[str] = ()) -> str:
        """A text in the results; ``also`` are further names to hide in it, those of its chat.

        Company telephones and addresses look as those of customers do and are hidden too.
        """
        return self._veiled(text, Participants(also)) if self.hidden else text

    def of_anybody(self, text: str) -> str:
        """A text that belongs to no conversation, without the names of all who wrote in the run.

        Such are rows that could not be read, and notes about them, which name files as well.
        """
        if not self.hidden:
            return text
        for source in sorted(self._files, key=len, reverse=True):
            text = text.replace(source, self.file(source))
        return self._veiled(text, self._everybody, find_in_cells(text))

    def _veiled(self, text: str, people: Participants, more: Iterable[Span] = ()) -> str:
        covered = [False] * len(text)
        for start, end in chain(_spans(text, (self._agents, people)), more):
            covered[start:end] = [True] * (end - start)
        return "".join(
            HIDDEN if hide and character.isalnum() else character
            for character, hide in zip(text, covered, strict=True)
        )

    @cached_property
    def _everybody(self) -> Participants:
        query = "SELECT DISTINCT author FROM messages WHERE run = ? AND author IS NOT NULL"
        return Participants(author for (author,) in self._store.rows(query, [self._run]))

    @cached_property
    def _files(self) -> dict[str, int]:
        query = """
            SELECT source FROM chats WHERE run = $run UNION SELECT source FROM unread
            WHERE run = $run UNION SELECT source FROM notes WHERE run = $run AND source <> ''
        """
        found = self._store.rows(query.replace("$run", str(int(self._run))))
        every = sorted({source for (source,) in found if source})
        return {source: number for number, source in enumerate(every, start=1)}

    @cached_property
    def _team_numbers(self) -> dict[str, int]:
        teams = self._store.rows("SELECT team FROM replies UNION SELECT team FROM chats")
        return _numbers((team for (team,) in teams if team), self._store.salt)

    @cached_property
    def _few_with_tag(self) -> dict[str, list[str]]:
        """Who wrote in the conversations of each tag that only a few have."""
        query = f"""
            WITH tagged AS (SELECT chat, unnest(tags) AS tag FROM chats WHERE run = $run),
                 few AS (SELECT tag FROM tagged GROUP BY tag HAVING count(*) <= {_FEW})
            SELECT tag, list(DISTINCT author) FROM tagged JOIN few USING (tag)
            JOIN messages m ON m.chat = tagged.chat AND m.run = $run
            WHERE author IS NOT NULL GROUP BY tag
        """
        return dict(self._store.rows(query.replace("$run", str(int(self._run)))))


def took_part(store: Store, run: int, chat: int) -> list[str]:
    """The names of those who wrote in a conversation, for `Names.text`."""
    query = "SELECT DISTINCT author FROM messages WHERE run = ? AND chat = ?"
    return [author for (author,) in store.rows(query, [run, chat]) if author]


def _spans(text: str, people: Iterable[Participants]) -> Iterator[tuple[int, int]]:
    """The code points that tell who somebody is."""
    document = Document(text)
    words = Words(text, document.starts, document.ends, document.kinds, document.words)
    plain = [(found.start, found.stop) for found in recognise(words, _PLAIN)]
    for found in recognise(words, _PERSONAL):
        if found.kind != "order" or not _counts(str(found.value)):
            rest = _MORE_OF_ORDER.match(text, found.stop) if found.kind == "order" else None
            yield found.start, found.stop if rest is None else rest.end()
    for start, end in chain.from_iterable(some.find(text) for some in people):
        if not any(first <= start and end <= last for first, last in plain):
            yield start, end  # «12 мая» and "in May" are days, whoever is called so
    yield from find_shaped(text)
    yield from personal_numbers.find(text, plain)
    yield from account_secrets.find(text)
    yield from russian_addresses.find(text)
    yield from english_addresses.find(text)


def _counts(number: str) -> bool:
    """«Заказ 3 позиции»: so short a number says how many and belongs to nobody."""
    return number.isdigit() and len(number) < _SHORTEST_ORDER


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
