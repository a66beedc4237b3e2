"""Measures, comparisons and zones in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.packs.signal_schema import MeasureFile
from replylint.text.zones import Zone
from replylint.translation import _

_NEVER_BY_DEFAULT = (Zone.QUOTE, Zone.CODE, Zone.SIGNATURE)


def measure_words(file: MeasureFile) -> str:
    """What is measured."""
    if file.measure == "count":
        return _count(file)
    texts = {
        "words_per_sentence": _("the number of words in a sentence"),
        "words_per_part": _("the number of words in a sentence, lists and brackets apart"),
        "words_per_block": _("the number of words without a line break"),
        "steps_per_sentence": _("the number of steps to do in a sentence"),
        "sentences_per_paragraph": _("the number of sentences in a paragraph"),
        "words": _("the number of words in the reply"),
        "sentences": _("the number of sentences in the reply"),
        "characters": _("the number of characters in the reply"),
        "capitals_share": _("the share of words in capitals (0 to 1)"),
        "exclamation_marks": _("the number of exclamation marks"),
        "question_marks": _("the number of question marks"),
        "brackets": _("the number of brackets that stand for smiles"),
        "emoji": _("the number of emoji"),
        "attachments": _("the number of attached files"),
        "shared_words": _("the number of the customer's words that come back in the reply"),
        "share": _("the share of words in sentences with the signal “{signal}” (0 to 1)"),
        "boilerplate_share": _("the share of words in canned sentences (0 to 1)"),
    }
    return texts.get(file.measure, file.measure).format(signal=file.of)


def bounds_words(file: MeasureFile) -> str:
    """What the measure may be."""
    if file.min is None:
        return _("at most {max}").format(max=_number(file.max))
    if file.max is None:
        return _("at least {min}").format(min=_number(file.min))
    return _("from {min} to {max}").format(min=_number(file.min), max=_number(file.max))


def comparison_words(name: str) -> str:
    """What a comparison with the customer's message finds."""
    texts = {
        "address": _("“Ты” to a customer who does not say “ты”."),
        "emoji": _("Emoji to a customer who writes without them."),
        "greeting": _("No greeting in answer to a greeting."),
        "language": _("A reply in another language than the customer's."),
        "details": _("Nothing of what the customer wrote about comes back in the reply."),
        "facts": _("Another amount, day or time than our earlier message gave."),
        "promises": _("A reply later than our earlier message promised; needs the time stamps."),
        "questions": _("A question of the customer of which no word comes back in the reply."),
        "requests": _("A request for what the customer has sent or named already."),
    }
    return texts.get(name, name)


def zone_word(zone: str) -> str:
    """A part of the reply."""
    texts = {
        Zone.GREETING: _("greeting"),
        Zone.BODY: _("body"),
        Zone.CLOSING: _("closing"),
        Zone.SIGNATURE: _("signature"),
        Zone.QUOTE: _("quotation"),
        Zone.CODE: _("code"),
        Zone.LINK: _("link"),
        Zone.PLACEHOLDER: _("placeholder"),
    }
    return texts[Zone(zone)]


def zones_words(zones: Iterable[str] | None) -> str:
    """Where a rule or signal looks."""
    if zones is not None:
        listed = ", ".join(zone_word(zone) for zone in zones)
        return _("Looks only in: {zones}.").format(zones=listed)
    listed = ", ".join(zone_word(zone) for zone in _NEVER_BY_DEFAULT)
    return _("Looks at the author's own words, not in: {zones}.").format(zones=listed)


def _count(file: MeasureFile) -> str:
    if file.per == "sentence":
        text = _("how often the signal “{signal}” stands in a sentence")
    elif file.per == "100 words":
        text = _("how often the signal “{signal}” stands in 100 words")
    else:
        text = _("how often the signal “{signal}” stands in the reply")
    return text.format(signal=file.of)


def _number(value: float | None) -> str:
    return f"{value:g}" if value is not None else ""
