"""The sample for review by people: half at random, half where the risk is high.

The same seed draws the same sample. Every reply has a number between 0 and 1 that follows from the
seed and its place in the input. The random half takes the smallest ones. The risky half draws
without replacement, each reply with a chance that grows with its risk (Efraimidis and Spirakis: the
smallest of -ln(u) / weight). Where fewer replies have a risk, more are taken at random.
"""

from __future__ import annotations

from dataclasses import dataclass

from replylint.store.store import Store

RANDOM, RISK = "random", "risk"
"""Why a reply is in the sample."""

_CHANCE = (
    "(('0x' || substr(md5(concat_ws(':', '{seed}', '{why}', r.chat, r.turn)), 1, 13))::BIGINT + 1)"
    " / 4503599627370497.0"
)
_WEIGHT = (
    "CASE WHEN critical THEN 16.0 ELSE 0 END + (100.0 - score) / 10.0"
    " + CASE WHEN suppressed > 0 THEN 2.0 ELSE 0 END + CASE WHEN failures > 0 THEN 2.0 ELSE 0 END"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A reply of the sample, by its place in the input, and why it was drawn."""

    chat: int
    turn: int
    why: str


def draw(store: Store, run: int, size: int, seed: int) -> list[Drawn]:
    """``size`` judged replies of a run, or all where there are fewer, in the order of the input."""
    at_random = _draw(store, run, size - size // 2, seed, RANDOM)
    taken = {(drawn.chat, drawn.turn) for drawn in at_random}
    risky = [
        drawn
        for drawn in _draw(store, run, size, seed, RISK)
        if (drawn.chat, drawn.turn) not in taken
    ][: size // 2]
    taken |= {(drawn.chat, drawn.turn) for drawn in risky}
    more = [
        drawn
        for drawn in _draw(store, run, size + len(taken), seed, RANDOM)
        if (drawn.chat, drawn.turn) not in taken
    ][: size - len(at_random) - len(risky)]
    return sorted([*at_random, *risky, *more], key=lambda drawn: (drawn.chat, drawn.turn))


def _draw(store: Store, run: int, size: int, seed: int, why: str) -> list[Drawn]:
    chance = _CHANCE.format(seed=int(seed), why=why)
    order = chance if why == RANDOM else f"-ln({chance}) / ({_WEIGHT})"
    risky = "" if why == RANDOM else f"AND ({_WEIGHT}) > 0"
    query = f"""
        SELECT chat, turn FROM replies r WHERE run = ? AND state = 'scored' {risky}
        ORDER BY {order}, chat, turn LIMIT ?
    """
    return [Drawn(chat, turn, why) for chat, turn in store.rows(query, [run, size])]
