"""The numbers of the report in small cells: agent × team × channel × day.

A page that adds up cells can filter without a server. A cell holds sums only, and sums over
conversations within it, from which intervals follow (see ``scoring.statistics``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from replylint.finding import Criterion
from replylint.store.store import Store

MOST_CELLS = 20_000
"""With more cells than this the days of a report become weeks, then months."""
YEAR = timedelta(days=366)

_UNITS = ("day", "week", "month")
_KEYS = ("agent", "team", "channel", "day")
_CRITERIA = [criterion.value for criterion in Criterion]


@dataclass(frozen=True, slots=True)
class Cube:
    """The cells of a report.

    ``unit`` is what stands for a day in them: ``"day"``, ``"week"`` or ``"month"``. ``dimensions``
    are the names that cells refer to by position. ``first`` and ``last`` are the days of the run
    itself, ISO; cells of earlier days come from earlier runs of the store.
    """

    unit: str
    first: str | None
    last: str | None
    dimensions: Mapping[str, Sequence[str | None]]
    cells: Sequence[Sequence[Any]]


def cube(store: Store, run: int, pass_mark: float) -> Cube:
    """The cells of a run and of what the store knows about the year before it."""
    first, last = store.rows(
        "SELECT min(sent_at)::DATE, max(sent_at)::DATE FROM replies "
        "WHERE run = ? AND state = 'scored'",
        [run],
    )[0]
    _prepare(store, run, first)
    try:
        unit = _unit(store)
        rows = store.rows(_cells_query(unit), [pass_mark])
        categories = _categories(store, unit)
    finally:
        store.change("DROP TABLE judged")
    dimensions: dict[str, list[str | None]] = {
        key: sorted({row[n] for row in rows}, key=lambda name: (name is None, name or ""))
        for n, key in enumerate(_KEYS)
    }
    place = {key: {name: n for n, name in enumerate(names)} for key, names in dimensions.items()}
    cells = [
        [
            *(place[key][row[n]] for n, key in enumerate(_KEYS)),
            *(_short(value) for value in row[4:]),
            categories.get(tuple(row[:4]), []),
        ]
        for row in rows
    ]
    return Cube(unit, _iso(first), _iso(last), dimensions, cells)


def _prepare(store: Store, run: int, first: date | None) -> None:
    """Put together the replies of the run, and those of earlier days from earlier whole runs.

    A reply that several runs have counts once.
    """
    columns = "run, chat, turn, agent, team, channel, sent_at, score, critical, findings, "
    columns += "suppressed, failures, " + ", ".join(_CRITERIA)
    store.change(
        f"CREATE OR REPLACE TEMP TABLE judged AS SELECT {columns} FROM replies "
        "WHERE run = ? AND state = 'scored'",
        [run],
    )
    if first is not None:
        store.change(
            f"""
            INSERT INTO judged SELECT {columns} FROM replies JOIN runs USING (run)
            WHERE run < ? AND finished_at IS NOT NULL AND state = 'scored'
              AND sent_at < ? AND sent_at >= ?
            QUALIFY row_number() OVER (PARTITION BY id, agent, sent_at ORDER BY run DESC) = 1
            """,
            [run, first, first - YEAR],
        )


def _unit(store: Store) -> str:
    for unit in _UNITS:
        cells = f"SELECT DISTINCT agent, team, channel, {_day(unit)} FROM judged"
        if store.rows(f"SELECT count(*) FROM ({cells})")[0][0] <= MOST_CELLS:
            return unit
    return _UNITS[-1]


def _day(unit: str) -> str:
    return f"strftime(date_trunc('{unit}', sent_at), '%Y-%m-%d')"


def _cells_query(unit: str) -> str:
    bands = ", ".join(
        f"count(*) FILTER (least(floor(score / 10), 9) = {band}) AS band{band}"
        for band in range(10)
    )
    means = ", ".join(f"sum({name}) AS {name}" for name in _CRITERIA)
    totals = ", ".join(f"sum({name})" for name in (*_CRITERIA, *(f"band{b}" for b in range(10))))
    return f"""
        WITH clusters AS (
            SELECT agent, team, channel, {_day(unit)} AS day, sent_at::DATE AS within, run, chat,
                   count(*) AS n,
                   sum(score) AS s, sum((score >= ?)::INT) AS p, sum(critical::INT) AS c,
                   sum(findings) AS f, sum(suppressed) AS let_be, sum(failures) AS broke,
                   {means}, {bands}
            FROM judged GROUP BY ALL
        )
        SELECT agent, team, channel, day, count(*), sum(n), sum(s), sum(s * s), sum(s * n),
               sum(n * n), sum(p), sum(p * p), sum(p * n), sum(c), sum(f), sum(let_be),
               sum(broke), {totals}
        FROM clusters GROUP BY agent, team, channel, day ORDER BY agent, team, channel, day
    """


def _categories(store: Store, unit: str) -> dict[tuple[Any, ...], list[list[Any]]]:
    """For each cell the categories of its findings, how many there are, in how many replies."""
    query = f"""
        SELECT agent, team, channel, {_day(unit)} AS day, category, count(*),
               count(DISTINCT (run, chat, turn))
        FROM findings JOIN judged USING (run, chat, turn) WHERE let_be IS NULL
          AND severity <> 'info'
        GROUP BY ALL ORDER BY ALL
    """
    found: dict[tuple[Any, ...], list[list[Any]]] = defaultdict(list)
    for row in store.rows(query):
        found[tuple(row[:4])].append(list(row[4:]))
    return found


def _short(value: Any) -> Any:
    """A number with no more digits than a page needs."""
    number = round(float(value), 2)
    return int(number) if number == int(number) else number


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
