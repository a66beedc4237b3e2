"""Why a reply was judged beside other messages as it was: its answers, the words compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from replylint.checks.compare import Compare
from replylint.checks.forbid import Forbid
from replylint.checks.require import Require, WhenRequire
from replylint.checks.rule import Rule
from replylint.explanation import (
    Comparison,
    Explanation,
    NearestSentence,
    QuestionSeen,
    Side,
    Verdict,
)
from replylint.finding import Finding
from replylint.learned.answering import Pair
from replylint.learned.shelf import ANSWERS
from replylint.signals.answered import Asked, asked_in
from replylint.signals.reading import Reading
from replylint.text.answers import WANTED, Candidate

LEFT, FOUND = 0.6, 0.3
"""Probabilities of being left: from the first on a question counts as unanswered, below the second
as answered."""

_NEAR = 0.35
_LONGEST_WORDS = 200


def explain(
    reading: Reading, findings: Sequence[Finding], rules: Mapping[str, Rule]
) -> Explanation:
    """What the findings in a reply went by; ``rules`` are those in use by their full ids."""
    asked = asked_in(reading, ANSWERS)
    questions = tuple(_questions(reading, asked)) if asked is not None else ()
    return Explanation(questions, tuple(_comparisons(reading, findings, rules)))


def _questions(reading: Reading, asked: Asked) -> Iterator[QuestionSeen]:
    given = asked.given.by_meaning() if reading.learned else asked.given
    for number, pair in enumerate(given.pairs):
        question = pair.question
        probability = asked.unanswered[number] if asked.unanswered else None
        yield QuestionSeen(
            text=" ".join(given.message.text[question.start : question.stop].split()),
            asks=str(question.asked),
            wants=tuple(sorted(map(str, WANTED[question.asked]))),
            nearest=_nearest(reading, pair),
            verdict=_verdict(pair, probability),
            unanswered=None if probability is None else round(probability, 3),
        )


def _nearest(reading: Reading, pair: Pair) -> NearestSentence | None:
    if not pair.candidates:
        return None
    best = pair.candidates[0]
    document = reading.document
    return NearestSentence(
        text=best.part.text,
        start=document.starts[best.part.first],
        end=document.ends[best.part.end - 1],
        gives=tuple(sorted(map(str, best.gives))),
        shared=tuple(sorted(best.shared)),
        similarity=None if best.cosine is None else round(best.cosine, 2),
    )


def _verdict(pair: Pair, probability: float | None) -> Verdict:
    """The model's word, where there is one; without it only what is tied to the question counts."""
    if probability is None:
        tied = bool(pair.candidates) and _is_tied(pair.candidates[0])
        return Verdict.ANSWERED if tied else Verdict.UNSURE
    if probability >= LEFT:
        return Verdict.UNANSWERED
    return Verdict.ANSWERED if probability < FOUND else Verdict.UNSURE


def _is_tied(candidate: Candidate) -> bool:
    return bool(candidate.gives or candidate.shared) or (candidate.cosine or 0.0) >= _NEAR


def _comparisons(
    reading: Reading, findings: Sequence[Finding], rules: Mapping[str, Rule]
) -> Iterator[Comparison]:
    for number, finding in enumerate(findings):
        rule = rules.get(finding.full_rule)
        told_above = finding.learned is not None and finding.learned.model == ANSWERS
        sides = () if rule is None or told_above else tuple(_sides(reading, finding, rule))
        if any(side.where != "reply" for side in sides):
            yield Comparison(number, finding.rule, sides)


def _sides(reading: Reading, finding: Finding, rule: Rule) -> Iterator[Side]:
    """What of the reply, of the customer's words and of earlier messages a rule looked at."""
    if finding.text or isinstance(rule.check, Require):
        yield Side("reply", _looked_for(rule), finding.text or None)
    condition = rule.conditions.customer
    if condition is not None:
        words, found = condition.reading(reading), condition.find(reading)
        text = None
        if words is not None and found:
            text = words.document.text[found[0].start : found[0].stop] or words.document.text
        yield Side("customer", _bare(condition.signal), _shortened(text))
    elif finding.context is not None:
        where = "customer" if finding.context.role == "customer" else "earlier"
        yield Side(where, None, _shortened(finding.context.text))
    elif isinstance(rule.check, Compare) or rule.conditions.needs_customer:
        customer = reading.conversation.customer
        yield Side("customer", None, _shortened(customer))


def _looked_for(rule: Rule) -> str | None:
    match rule.check:
        case Forbid(signal) | Require(signal):
            return _bare(signal)
        case WhenRequire(_when, require):
            return _bare(require)
        case _:
            return None


def _bare(signal: str) -> str | None:
    """The name of a signal without its pack; None for patterns that have no name."""
    name = signal.rpartition(".")[2]
    return None if "/" in name else name


def _shortened(text: str | None) -> str | None:
    if text is None:
        return None
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rpartition(" ")[0] + " …"
