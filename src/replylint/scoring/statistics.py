"""Intervals and agreement: how far a number may be from what more replies would show.

Replies of one conversation resemble each other, so they are not independent: intervals are those of
a mean over clusters, and with few clusters by Student's t. Clusters that are all alike show no
spread, which does not mean that the next one is like them: their interval is that of a share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
"""The confidence of every interval."""
_ALIKE = 1e-6
"""A spread of this share of the squares or less is rounding."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and the interval in which it lies with a confidence of `LEVEL`."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over clusters (conversations) from which a mean and its interval follow.

    ``count`` is the number of units in all clusters, ``total`` the sum of their values;
    ``squares`` sums the squared totals of the clusters, ``crossed`` their totals times their
    counts, ``sizes`` their squared counts. Sums over disjoint groups can be added.
    """

    clusters: int
    count: int
    total: float
    squares: float
    crossed: float
    sizes: float

    @property
    def mean(self) -> float:
        """The mean over units; 0 when there are none."""
        return self.total / self.count if self.count else 0.0

    @property
    def variance(self) -> float | None:
        """The variance of the mean; None with fewer than two clusters, 0 when all are alike."""
        if self.clusters < 2:
            return None
        mean = self.mean
        spread = self.squares - 2 * mean * self.crossed + mean * mean * self.sizes
        if spread <= _ALIKE * self.squares:
            return 0.0
        correction = self.clusters / (self.clusters - 1)
        return spread / self.count**2 * correction


def mean_interval(sums: Sums, low: float = 0.0, high: float = 100.0) -> Estimate:
    """The mean with its interval, kept between the bounds; all of them for a single cluster.

    Where all clusters are alike it is Wilson's, as wide as for hits and misses: no values between
    the bounds have a wider one.
    """
    variance = sums.variance
    if variance is None:
        return Estimate(sums.mean, low, high)
    if variance == 0:
        span = high - low
        share = wilson((sums.mean - low) / span * sums.clusters, sums.clusters)
        return Estimate(sums.mean, low + span * share.low, low + span * share.high)
    half = t_quantile(sums.clusters - 1) * sqrt(variance)
    return Estimate(sums.mean, max(low, sums.mean - half), min(high, sums.mean + half))


def share_interval(sums: Sums) -> Estimate:
    """A share (0 to 1) with Wilson's interval for as many replies as the clusters are worth."""
    share, variance = sums.mean, sums.variance
    if variance is None:
        return Estimate(share, 0.0, 1.0)
    worth = float(sums.clusters)
    if variance > 0:
        worth = min(share * (1 - share) / variance, float(sums.count))
    return wilson(share * worth, worth)


def wilson(hits: float, trials: float) -> Estimate:
    """The share of hits with Wilson's interval; everything is possible without trials."""
    if trials <= 0:
        return Estimate(0.0, 0.0, 1.0)
    z = NormalDist().inv_cdf(0.5 + LEVEL / 2)
    share = hits / trials
    middle = share + z * z / (2 * trials)
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return Estimate(share, max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def t_quantile(freedom: int) -> float:
    """The two-sided quantile of Student's t at `LEVEL`, to two decimals or better.

    By the expansion of Cornish and Fisher, exact values where it is too coarse.
    """
    exact = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776}
    if freedom in exact:
        return exact[freedom]
    z = NormalDist().inv_cdf(0.5 + LEVEL / 2)
    n = float(freedom)
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )


def kappa(first: Sequence[object], second: Sequence[object]) -> float | None:
    """Cohen's κ of two reviewers over the same things, in the same order; -1 to 1.

    None when there is nothing to compare, or when both gave one and the same verdict to all, so
    that no disagreement was possible.
    """
    if not first:
        return None
    count = len(first)
    agreed = sum(a == b for a, b in zip(first, second, strict=True)) / count
    one, two = Counter(first), Counter(second)
    by_chance = sum(one[verdict] * two[verdict] for verdict in one) / count**2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)
