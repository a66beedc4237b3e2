"""Which condition of a rule holds back what one of its examples expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from replylint.checks.forbid import Forbid
from replylint.checks.require import WhenRequire
from replylint.checks.rule import Rule
from replylint.conversation import Conversation
from replylint.packs.pack import RuleBook
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.refined import Refined
from replylint.text.document import Document


@dataclass(frozen=True, slots=True)
class Held:
    """A condition under which a rule keeps silent about a reply, or about a place in it.

    ``condition`` is the key of a rule: ``channels``, ``needs``, ``if-customer``,
    ``unless-customer``, ``except``, ``unless``, ``require`` or ``zones``; ``language`` where the
    reply is read as one in another language. ``match`` is what the rule would have found, empty
    where it is the whole reply that it does not judge. ``by`` is what holds it back: the words,
    the zone or the language; empty where something is not there.
    """

    condition: str
    match: str = ""
    by: str = ""


def held_back(
    book: RuleBook, rule: Rule, reply: Conversation, missing: Sequence[tuple[int, int]]
) -> list[Held]:
    """Why a rule of ``book`` does not report the ``missing`` places (code points) of a reply.

    Empty where the rule finds nothing there to begin with: then its patterns are to blame.
    """
    document = Document(reply.reply)
    if document.language != rule.language:
        return [Held("language", by=document.language)]
    reading = Reading(document, book.signals, reply)
    whole = list(_of_the_whole(rule, reading))
    if whole:
        return whole
    return [held for place in missing for held in _of_a_place(book, rule, reading, place)]


def _of_the_whole(rule: Rule, reading: Reading) -> Iterator[Held]:
    """The conditions that keep the rule from judging the reply at all."""
    conditions, channel = rule.conditions, reading.conversation.channel
    if not conditions.channels.admit(channel):
        yield Held("channels", by=channel or "")
    customer, unless = conditions.customer, conditions.unless_customer
    if reading.customer is None:
        if conditions.needs_customer or customer:
            yield Held("needs")
        return
    if customer and not customer.stands(reading):
        yield Held("if-customer")
    words = unless.reading(reading) if unless else None
    if unless and words is not None:
        for match in unless.find(reading)[:1]:
            yield Held("unless-customer", by=_words(words, match))


def _of_a_place(
    book: RuleBook, rule: Rule, reading: Reading, place: tuple[int, int]
) -> Iterator[Held]:
    """The conditions that drop what the rule's judgement finds at a place."""
    found = [v for v in rule.check.violations(reading) if _meets(v.match, place)]
    if not found:
        yield from _before_judgement(book, rule, reading, place)
    kept = rule.conditions.without_exceptions(reading, found)
    for violation in found:
        if violation not in kept:
            exceptions = reading.find(rule.conditions.exceptions or "")
            yield _excepted(reading, violation.match, exceptions)
            continue
        match = violation.match
        for condition in rule.conditions.unless:
            if condition.downgrade is None and condition.excuses(reading, match):
                excuse = _nearest(reading, match, condition.signal)
                yield Held("unless", _words(reading, match), excuse)


def _before_judgement(
    book: RuleBook, rule: Rule, reading: Reading, place: tuple[int, int]
) -> Iterator[Held]:
    """What stands at a place, though the judgement of the rule has nothing against it there."""
    check = rule.check
    if not isinstance(check, Forbid | WhenRequire):
        return
    name = check.when if isinstance(check, WhenRequire) else check.signal
    for match in reading.find(name):
        if _meets(match, place) and isinstance(check, WhenRequire):
            yield Held("require", _words(reading, match), _nearest(reading, match, check.require))
            return
    signal = book.signals.signals[name]
    for match in signal.signal.find(reading) if isinstance(signal, Refined) else ():
        if _meets(match, place) and isinstance(signal, Refined):
            yield from _refined_away(signal, reading, match)
            return


def _refined_away(signal: Refined, reading: Reading, match: Match) -> Iterator[Held]:
    """Why a signal does not stand where its patterns do."""
    zones = reading.document.zones[match.first : match.end]
    if zones and signal.zones.isdisjoint(zones):
        yield Held("zones", _words(reading, match), zones[0].value)
    elif signal.exceptions is not None:
        yield _excepted(reading, match, reading.find(signal.exceptions))


def _excepted(reading: Reading, match: Match, exceptions: Sequence[Match]) -> Held:
    by = next((one for one in exceptions if match.overlaps(one)), match)
    return Held("except", _words(reading, match), _words(reading, by))


def _nearest(reading: Reading, match: Match, signal: str) -> str:
    """What stands of a signal nearest to a match; empty where it is in an earlier message."""
    found = reading.find(signal)
    near = min(found, key=lambda one: abs(one.first - match.first), default=None)
    return "" if near is None else _words(reading, near)


def _meets(match: Match, place: tuple[int, int]) -> bool:
    """Whether a match has a code point in common with a place; both may be of none."""
    start, stop = place
    return (match.start < stop and match.stop > start) or (match.start, match.stop) == place


def _words(reading: Reading, match: Match) -> str:
    return reading.document.text[match.start : match.stop]
