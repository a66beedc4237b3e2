"""One line for each agent: what to work on first, and what they already do better than the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from replylint.scoring.anonymous import Names, took_part
from replylint.scoring.scorecards import Scorecard
from replylint.settings.settings import PENALTIES
from replylint.store.store import Store

LEAST = 3
"""A habit shows from this many replies on; once or twice is chance."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell an agent.

    ``category`` costs the agent most points compared with the others: it is in ``hits`` of their
    ``replies``, which is ``rate`` of 100, and in ``usual`` of 100 of everybody's. With fewer than
    `LEAST` hits it is what stands out and no habit yet. ``example`` is such a place in their own
    words, in ``chat``; ``suggestion`` says what to write instead. ``strength`` is the criterion in
    which they are farthest above the mean. Each may be None where there is nothing to say.
    """

    agent: str
    replies: int
    category: str | None
    hits: int
    rate: float
    usual: float
    example: str | None
    chat: int | None
    suggestion: str | None
    strength: str | None


_USUAL = " ".join(
    f"WHEN '{severity.label}' THEN {100.0 * share}" for severity, share in PENALTIES.items()
)
"""The points that a finding takes, for runs of before they were kept."""

_HABITS = f"""
    WITH totals AS (
        SELECT agent, count(*) AS n FROM replies
        WHERE run = $run AND state = 'scored' AND agent IS NOT NULL GROUP BY agent
    ), faults AS (
        SELECT agent, category, count(DISTINCT (chat, turn)) AS hits,
               sum(coalesce(findings.lost, CASE severity {_USUAL} END)) AS lost
        FROM findings JOIN replies USING (run, chat, turn)
        WHERE run = $run AND let_be IS NULL AND agent IS NOT NULL AND severity <> 'info'
        GROUP BY ALL
    ), usual AS (
        SELECT category, sum(hits) / (SELECT sum(n) FROM totals) AS rate,
               sum(lost) / (SELECT sum(n) FROM totals) AS lost
        FROM faults GROUP BY category
    )
    SELECT agent, category, hits, 100.0 * hits / n, 100.0 * u.rate,
           f.lost / n - u.lost AS more, f.lost / n AS lost
    FROM faults f JOIN totals USING (agent) JOIN usual u USING (category)
    QUALIFY row_number() OVER (PARTITION BY agent ORDER BY hits >= $least DESC, (more > 0) DESC,
        CASE WHEN more > 0 THEN more ELSE f.lost / n END DESC, category) = 1
    ORDER BY agent
"""
_EXAMPLE = """
    SELECT f.text, f.suggestions[1], chat FROM findings f JOIN replies r USING (run, chat, turn)
    WHERE run = ? AND agent = ? AND category = ? AND let_be IS NULL AND severity <> 'info'
    ORDER BY (f.text = '' OR len(f.suggestions) = 0), abs(length(f.text) - 25), chat, turn LIMIT 1
"""


def coaching(
    store: Store, run: int, cards: list[Scorecard], least: int, names: Names
) -> list[Advice]:
    """A line for every agent with at least ``least`` judged replies, by name."""
    habits = {
        agent: (category, hits, rate, usual)
        for agent, category, hits, rate, usual, _more, _lost in store.rows(
            _HABITS.replace("$run", str(int(run))).replace("$least", str(LEAST))
        )
    }
    total = sum(card.replies for card in cards) or 1
    mean = {
        name: sum(card.criteria[name] * card.replies for card in cards) / total
        for name in (cards[0].criteria if cards else ())
    }
    told = []
    for card in cards:
        if card.name is None or card.replies < least:
            continue
        category, hits, rate, usual = habits.get(card.name, (None, 0, 0.0, 0.0))
        example, suggestion, chat = _example(store, run, card.name, category)
        people = [] if chat is None else took_part(store, run, chat)
        best = max(mean, key=lambda name: card.criteria[name] - mean[name])
        told.append(
            Advice(
                names.agent(card.name) or "",
                card.replies,
                category,
                hits,
                round(rate, 1),
                round(usual, 1),
                names.text(example, people) if example else None,
                chat,
                names.text(suggestion, people) if suggestion else None,
                best if card.criteria[best] - mean[best] >= 0.5 else None,
            )
        )
    return told


def _example(store: Store, run: int, agent: str, category: str | None) -> Any:
    if category is None:
        return None, None, None
    return store.rows(_EXAMPLE, [run, agent, category])[0]
