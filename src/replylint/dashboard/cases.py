"""The conversations that a report shows in full: the worst, the best, and the sample for review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from replylint.scoring.anonymous import Names
from replylint.scoring.sampling import draw
from replylint.store.store import Store

WORST, BEST = 25, 15
"""How many conversations of each kind are shown for the whole run."""
WORST_EACH, BEST_EACH, WORST_IN_CATEGORY = 3, 1, 3
"""… and for each agent and category, so that a filter finds some; the first agents only."""
MOST = 400
"""The most conversations in one report."""
MOST_MESSAGES, MOST_LETTERS = 40, 3000
"""Longer conversations are shown in part, longer messages are cut."""

_CHATS = """
    SELECT chat, min(score) AS lowest, avg(score) AS mean, count(*) AS n, sum(findings) AS f,
           sum(words) AS words, min(agent) AS agent,
           md5(concat_ws(':', '{seed}', chat)) AS chance
    FROM replies WHERE run = {run} AND state = 'scored' GROUP BY chat
"""
_WORST = "lowest, mean, f DESC, chance"
_BEST = "least(words, 120) DESC, chance"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The conversations to show: their numbers in three lists, and the replies of the sample."""

    worst: Sequence[int]
    best: Sequence[int]
    sample: Sequence[tuple[int, int, str]]

    @property
    def chats(self) -> list[int]:
        """Every conversation once."""
        sampled = (chat for chat, _turn, _why in self.sample)
        return list(dict.fromkeys([*self.worst, *self.best, *sampled]))


def choose(store: Store, run: int, *, sample: int, seed: int) -> Chosen:
    """Choose the conversations of a run; the same ones for the same seed.

    The worst have the lowest reply. The best are faultless and long enough to learn from.
    """
    chats = _CHATS.format(seed=int(seed), run=int(run))
    faulty = f"SELECT * FROM ({chats}) WHERE f > 0"
    clean = f"SELECT * FROM ({chats}) WHERE f = 0 AND words >= 12"
    by_category = f"""
        SELECT DISTINCT c.*, category FROM ({chats}) c JOIN findings f
        ON f.chat = c.chat AND f.run = {int(run)} AND f.let_be IS NULL
        AND f.severity <> 'info'
    """
    worst = [
        *_first(store, faulty, _WORST, WORST),
        *_first(store, by_category, _WORST, WORST_IN_CATEGORY, "category"),
        *_first(store, faulty, _WORST, WORST_EACH, "agent"),
    ]
    best = [
        *_first(store, clean, _BEST, BEST),
        *_first(store, clean, _BEST, BEST_EACH, "agent"),
    ]
    drawn = draw(store, run, sample, seed) if sample else []
    return Chosen(
        list(dict.fromkeys(worst))[: MOST * 2 // 3],
        list(dict.fromkeys(best))[: MOST // 3],
        [(one.chat, one.turn, one.why) for one in drawn],
    )


def _first(store: Store, chats: str, order: str, count: int, each: str = "") -> list[int]:
    """The first chats in an order, of all or of each agent or category."""
    if each:
        window = f"row_number() OVER (PARTITION BY {each} ORDER BY {order}) <= {count}"
        query = f"SELECT chat FROM ({chats}) QUALIFY {window} ORDER BY {each}, {order}"
    else:
        query = f"SELECT chat FROM ({chats}) ORDER BY {order} LIMIT {count}"
    return [chat for (chat,) in store.rows(query)]


def fetch(
    store: Store,
    run: int,
    chats: Sequence[int],
    names: Names,
    sample: Iterable[tuple[int, int, str]] = (),
) -> list[dict[str, Any]]:
    """The conversations with these numbers, with their messages and findings, in that order.

    A long one is shown in part; the replies of the ``sample`` are in it.
    """
    drawn: dict[int, set[int]] = defaultdict(set)
    for chat, turn, _why in sample:
        drawn[chat].add(turn)
    return [_case(store, run, chat, names, drawn[chat]) for chat in chats]


def _case(store: Store, run: int, chat: int, names: Names, drawn: Set[int]) -> dict[str, Any]:
    head = store.rows(
        "SELECT id, channel, team, source, line FROM chats WHERE run = ? AND chat = ?", [run, chat]
    )[0]
    replies = {
        turn: (score, agent, state)
        for turn, score, agent, state in store.rows(
            "SELECT turn, score, agent, state FROM replies WHERE run = ? AND chat = ?", [run, chat]
        )
    }
    said = store.rows(
        "SELECT turn, role, author, strftime(sent_at, '%Y-%m-%d %H:%M'), private, text "
        "FROM messages WHERE run = ? AND chat = ? ORDER BY turn",
        [run, chat],
    )
    authors = {author for _turn, _role, author, *_rest in said if author}
    found = _findings(store, run, chat, names, authors)
    faulty = [turn for turn in replies if found.get(turn)]
    shown = _in_part(said, faulty or list(replies), drawn)
    scores = [score for score, _agent, _state in replies.values() if score is not None]
    identity, channel, team, source, line = head
    return {
        "chat": chat,
        "id": f"#{chat + 1}" if names.hidden else identity,
        "channel": channel and names.label(channel),
        "team": names.team(team),
        "place": None if names.hidden else source + (f":{line}" if line else ""),
        "agents": sorted(
            {names.agent(agent) or "" for _s, agent, state in replies.values() if state == "scored"}
        ),
        "day": next((at[:10] for _t, _r, _a, at, *_rest in said if at), None),
        "lowest": min(scores, default=None),
        "mean": round(sum(scores) / len(scores), 1) if scores else None,
        "left_out": len(said) - len(shown),
        "messages": [_message(row, replies.get(row[0]), found, names, authors) for row in shown],
    }


def _message(
    row: Sequence[Any],
    reply: Sequence[Any] | None,
    found: Mapping[int, list[dict[str, Any]]],
    names: Names,
    authors: Iterable[str],
) -> dict[str, Any]:
    """A message as the page shows it; ``reply`` is its score, agent and state, if it has them."""
    turn, role, author, at, private, text = row
    score, agent, _state = reply or (None, author, None)
    return {
        "turn": turn,
        "role": role,
        "author": _author(role, agent, names),
        "at": at,
        "private": private,
        "text": _cut(names.text(text, authors)),
        "score": score,
        "findings": found.get(turn, []),
    }


def _author(role: str, author: str | None, names: Names) -> str | None:
    if not names.hidden:
        return author
    return names.agent(author) if role == "agent" else None


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"


def _in_part(said: Sequence[Any], wanted: Sequence[int], drawn: Set[int]) -> Sequence[Any]:
    """At most `MOST_MESSAGES` messages, those of ``drawn`` turns and around wanted ones first."""
    if len(said) <= MOST_MESSAGES:
        return said

    def rank(row: Any) -> tuple[bool, int, int]:
        turn = row[0]
        away = min((abs(turn - other) for other in (*wanted, *drawn)), default=0)
        return turn not in drawn, away, turn

    return sorted(sorted(said, key=rank)[:MOST_MESSAGES])


def _findings(
    store: Store, run: int, chat: int, names: Names, authors: Iterable[str]
) -> dict[int, list[dict[str, Any]]]:
    keys = ("rule", "category", "severity", "start", "end", "text", "message", "why")
    query = """
        SELECT turn, suggestions, let_be, rule, category, severity, start_offset, end_offset,
               text, message, why
        FROM findings WHERE run = ? AND chat = ? ORDER BY turn, number
    """
    found: dict[int, list[dict[str, Any]]] = {}
    for turn, suggestions, let_be, *told in store.rows(query, [run, chat]):
        one = dict(zip(keys, told, strict=True))
        one["text"] = names.text(one["text"], authors)
        one["message"] = names.text(one["message"], authors)
        better = [names.text(suggestion, authors) for suggestion in suggestions[:2]]
        because = names.text(let_be, authors) if let_be else let_be
        found.setdefault(turn, []).append({**one, "suggestions": better, "let_be": because})
    return found
