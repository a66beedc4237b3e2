"""Scorecards: the numbers of a run, for all replies or for each agent, team, channel, tag, week.

What an agent wrote in one conversation on one day is a cluster for the intervals, here as in the
report, whose cells are by agent and day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from replylint.finding import Criterion
from replylint.scoring.statistics import Estimate, Sums, mean_interval, share_interval
from replylint.store.store import Store

PASS_MARK = 80.0
"""The score from which on a reply passes, as is usual."""
MIN_REPLIES = 30
"""Fewer replies than this say too little about a person to rank them."""

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "agent": "agent",
        "team": "team",
        "channel": "channel",
        "tag": "tag",
        "month": "strftime(date_trunc('month', sent_at), '%Y-%m')",
        "week": "strftime(date_trunc('week', sent_at), '%Y-%m-%d')",
        "day": "strftime(sent_at, '%Y-%m-%d')",
        "hour": "strftime(sent_at, '%H:00')",
    }
)
"""What replies can be grouped by, and its SQL.

A week is named by its Monday; an hour is one of the day, whichever day it is.
"""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The numbers of a group of replies.

    ``name`` is None for replies that do not belong to any. ``iqs`` is the mean of the scores, 0 to
    100; ``passed`` the share of replies with a score of at least the pass mark, 0 to 1;
    ``critical`` counts replies with a critical finding, ``findings`` all findings but notes;
    ``criteria`` holds the mean score of each criterion.
    """

    name: str | None
    replies: int
    chats: int
    iqs: Estimate
    passed: Estimate
    critical: int
    findings: int
    criteria: Mapping[str, float]

    @property
    def per_hundred(self) -> float:
        """Findings per 100 replies."""
        return 100.0 * self.findings / self.replies


def scorecards(
    store: Store, run: int, by: str | None = None, *, pass_mark: float = PASS_MARK
) -> list[Scorecard]:
    """The scorecards of a run, for all replies or for each group of `GROUPS`, by name.

    Only replies that were judged count.
    """
    name = "NULL" if by is None else GROUPS[by]
    source = "replies"
    if by == "tag":
        source = "(SELECT r.*, unnest(c.tags) AS tag FROM replies r JOIN chats c USING (run, chat))"
    means = ", ".join(f"sum({criterion.value}) AS {criterion.value}" for criterion in Criterion)
    totals = ", ".join(f"sum({criterion.value})" for criterion in Criterion)
    query = f"""
        WITH clusters AS (
            SELECT {name} AS name, chat, agent, sent_at::DATE AS day,
                   count(*) AS n, sum(score) AS s,
                   sum((score >= ?)::INT) AS p, sum(critical::INT) AS c, sum(findings) AS f, {means}
            FROM {source} WHERE run = ? AND state = 'scored' GROUP BY ALL
        )
        SELECT name, count(*), count(DISTINCT chat), sum(n), sum(s),
               sum(s * s), sum(s * n), sum(n * n),
               sum(p), sum(p * p), sum(p * n), sum(c), sum(f), {totals}
        FROM clusters GROUP BY name ORDER BY name NULLS LAST
    """
    return [_scorecard(row) for row in store.rows(query, [pass_mark, run])]


def _scorecard(row: tuple[object, ...]) -> Scorecard:
    name = None if row[0] is None else str(row[0])
    numbers = [float(str(value)) for value in row[1:13]]
    clusters, chats, count, total, squares, crossed, sizes = numbers[:7]
    passed, passed2, crossed2, critical, findings = numbers[7:]
    criteria = {
        criterion.value: float(str(value)) / count
        for criterion, value in zip(Criterion, row[13:], strict=True)
    }
    return Scorecard(
        name,
        int(count),
        int(chats),
        mean_interval(Sums(int(clusters), int(count), total, squares, crossed, sizes)),
        share_interval(Sums(int(clusters), int(count), passed, passed2, crossed2, sizes)),
        int(critical),
        int(findings),
        criteria,
    )
