"""One fault is told once: of rules that find the same in one place the gravest speaks."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from replylint.finding import Finding, Severity
from replylint.text.document import Document

_OF_WHOLE_REPLY = frozenset(
    (
        "ignored-details",
        "missing-alternative",
        "missing-empathy",
        "missing-reason",
        "template-only",
    )
)
"""Categories that are about the reply as a whole: one finding says it."""

_EACH_FOR_ITSELF = frozenset(
    (
        "placeholder",
        "readability",
        "repeated-request",
        "sensitive-data",
        "spelling",
        "structure",
        "unanswered-question",
    )
)
"""Categories of which two faults can stand in one place."""

_OF_WORDS = "spelling"
"""The category of which two rules may find one slip in the same words."""

_MOVES = frozenset(("empty-apology", "not-my-job", "vague-promise"))
"""Categories of a move that people make in two steps: «Это решает банк, мы не влияем. Обратитесь
туда.» Who mends it mends both. Of pairs in neighbouring sentences that readers have seen, they
marked both places in one of six."""

_GIVES_WAY = {"unanswered-question": "vague-promise"}
"""What a model guesses of the first category is no news beside a finding of the second: a question
that got «скоро сообщим» for an answer. Who gives the promise its date answers the question."""


def without_repetitions(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """The findings, one for each fault.

    Of those of one category that overlap, the gravest stays, one by words rather than one by a
    model, the more probable of two by models, and the longest of those that are alike. Where a
    category is about the whole reply, every place is the same for what models found. Two findings
    by words stay when their places are empty, or when their category is of faults that can stand in
    one place; of two slips that are the same words, one is told. Of steps of one move, in one
    sentence of the document or two neighbouring ones, the gravest stays, and of those that are
    alike the last, with which the move ends. A model's guess of an open question gives way to a
    vague promise that is as grave as a suggestion.
    """
    kept: list[Finding] = []
    of_category: defaultdict[str, _Told] = defaultdict(_Told)
    for finding in sorted(findings, key=_weight):
        told = of_category[finding.category]
        if not told.repeats(finding):
            told.add(finding)
            kept.append(finding)
    for move in _MOVES & of_category.keys():
        kept = _told_once(kept, move, document)
    said = {finding.category for finding in kept if finding.severity >= Severity.SUGGESTION}
    return [f for f in kept if f.learned is None or _GIVES_WAY.get(f.category) not in said]


def _told_once(findings: Sequence[Finding], move: str, document: Document) -> list[Finding]:
    """All findings but those of a category that are steps of a move that another one tells of."""
    told: set[int] = set()
    repeated: set[int] = set()
    steps = (pair for pair in enumerate(findings) if pair[1].category == move)
    for number, step in sorted(steps, key=lambda pair: (-pair[1].severity, -pair[1].start)):
        first = document.sentence_at(step.start)
        last = document.sentence_at(max(step.start, step.end - 1))
        if told.isdisjoint(range(first - 1, last + 2)):
            told.update(range(first, last + 1))
        else:
            repeated.add(number)
    return [finding for number, finding in enumerate(findings) if number not in repeated]


class _Told:
    """The findings of a category that are told; those by words in their order in the text.

    There may be tens of thousands by words, but a few by models.
    """

    def __init__(self) -> None:
        self._by_models: list[Finding] = []
        self._by_words: list[Finding] = []
        self._spans: set[tuple[int, int]] = set()
        self._apart: list[tuple[int, int]] = []

    def repeats(self, finding: Finding) -> bool:
        """Whether one that is told says the same."""
        if any(_says_the_same(finding, other) for other in self._by_models):
            return True
        if finding.learned is not None:
            return any(_says_the_same(finding, other) for other in self._by_words)
        if finding.category in _EACH_FOR_ITSELF:
            return finding.category == _OF_WORDS and (finding.start, finding.end) in self._spans
        after = bisect_left(self._apart, (finding.end, 0))
        return after > 0 and self._apart[after - 1][1] > finding.start

    def add(self, finding: Finding) -> None:
        """Tell one that repeats none."""
        if finding.learned is not None:
            self._by_models.append(finding)
            return
        self._by_words.append(finding)
        if finding.start < finding.end:
            self._spans.add((finding.start, finding.end))
        if finding.start < finding.end and finding.category not in _EACH_FOR_ITSELF:
            insort(self._apart, (finding.start, finding.end))


def _weight(finding: Finding) -> tuple[int, float, int]:
    """The gravest first, then words, then the more probable, then the longer."""
    return -finding.severity, -_probability(finding), finding.start - finding.end


def _says_the_same(finding: Finding, other: Finding) -> bool:
    """Whether two findings of one category say the same, of which a model made one."""
    if finding.category in _OF_WHOLE_REPLY or finding.start == other.start:
        return True
    return finding.start < other.end and other.start < finding.end


def _probability(finding: Finding) -> float:
    return finding.learned.probability if finding.learned is not None else 1.0
