"""What a reply can be compared with the customer's message in, one function for each aspect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from replylint.checks import thread
from replylint.checks.requests import requests
from replylint.checks.violation import NOWHERE, Violation, quote_of
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.address import Address, addresses
from replylint.text.content import content_lemmas
from replylint.text.document import Document
from replylint.text.tokens import Kind
from replylint.text.zones import Zone

Comparison = Callable[[Reading, Reading], Iterator[Violation]]
"""From the reply and the customer's words (both as readings) to what goes beyond the customer."""

_FEWEST_CONTENT_WORDS = 2


def address(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """«Ты» to a customer who does not say «ты»; the first place."""
    here, there = addresses(reply.document), addresses(customer.document)
    if here[Address.THOU] and not there[Address.THOU]:
        yield _at_word(reply.document, here[Address.THOU][0])


def emoji(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """Emoji to a customer who uses none; every one."""
    if Kind.EMOJI not in customer.document.kinds:
        for index, kind in enumerate(reply.document.kinds):
            if kind is Kind.EMOJI:
                yield _at_word(reply.document, index)


def greeting(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """No greeting in answer to one, nor in an earlier message of the agent."""
    ours = (reply, *reply.earlier)
    if Zone.GREETING in customer.document.zones and not any(
        Zone.GREETING in one.document.zones for one in ours
    ):
        yield Violation(NOWHERE)


def language(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """A reply in another language than the customer's."""
    document = reply.document
    if not (Kind.WORD in document.kinds and Kind.WORD in customer.document.kinds):
        return
    if document.language != customer.document.language:
        yield Violation(Match.of_words(document, 0, len(document.words)))


def details(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """Nothing of what the customer wrote about comes back: no number and no word of substance."""
    wanted = content_lemmas(customer.document)
    if len(wanted) >= _FEWEST_CONTENT_WORDS and not wanted & content_lemmas(reply.document):
        yield Violation(NOWHERE)


def questions(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """A question of which no word of substance comes back; the message may name ``{question}``."""
    answered = content_lemmas(reply.document)
    document = customer.document
    for sentence in document.sentences:
        if "?" not in document.marks_before(sentence.end):
            continue
        asked = content_lemmas(document, sentence.first, sentence.end)
        if len(asked) >= _FEWEST_CONTENT_WORDS and not asked & answered:
            match = Match.of_words(document, sentence.first, sentence.end)
            question = document.text[match.start : match.stop]
            context = quote_of(document, match, "customer")
            yield Violation(NOWHERE, {"question": question}, context=context)


def _at_word(document: Document, index: int) -> Violation:
    return Violation(Match.of_words(document, index, index + 1))


COMPARISONS: Mapping[str, Comparison] = {
    "address": address,
    "emoji": emoji,
    "greeting": greeting,
    "language": language,
    "details": details,
    "questions": questions,
    "requests": requests,
}
"""The aspects in which ``compare`` holds a reply against the customer's words, by name."""

THREAD_COMPARISONS: Mapping[str, Callable[[Reading], Iterator[Violation]]] = {
    "facts": thread.contradictions,
    "promises": thread.overdue,
}
"""The aspects in which it holds a reply against the agents' own earlier messages."""

AT_START = ("greeting", "details", "questions", "promises")
"""Those of both that are about something absent: they are reported at the start of the reply."""
