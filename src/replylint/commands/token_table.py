"""How a text is seen, for a person: sentences, words, readings, entities and signals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from replylint.commands.page import Page
from replylint.explain.measure_words import zone_word
from replylint.explain.wording import entity_name
from replylint.text.document import Document
from replylint.text.entities import ENTITY_KINDS
from replylint.text.grammemes import in_plain_words, is_for_people
from replylint.text.readings import WordReading, readings
from replylint.text.tokens import Kind
from replylint.text.zones import Zone
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.signals.match import Match

_USUAL_READINGS = 3


def write_words(
    page: Page,
    document: Document,
    *,
    indent: int = 0,
    most: int | None = _USUAL_READINGS,
    only: Collection[int] | None = None,
) -> None:
    """The words by sentences; of each word at most ``most`` readings, all for None.

    ``only`` are the words to show, by their numbers from 0; None means all.
    """
    for number, sentence in enumerate(document.sentences, 1):
        shown = [i for i in range(sentence.first, sentence.end) if only is None or i in only]
        if not shown:
            continue
        title = _("Sentence {number}").format(number=number)
        page.text(title, indent=indent, style="bold")
        for index in shown:
            _word(page, document, index, indent, most)


def write_entities(page: Page, document: Document) -> None:
    """The entities that patterns can ask for, if there are any."""
    found = [
        (document.starts[first], document.ends[end - 1], kind)
        for kind in ENTITY_KINDS
        for first, end in document.entities(kind).items()
    ]
    if found:
        page.heading(_("Entities"))
    for start, end, kind in sorted(found):
        quote = _("“{text}”").format(text=document.text[start:end])
        text = f"#{kind}: {quote}, {entity_name(kind)}"
        page.text(text, indent=2)


def write_signals(page: Page, document: Document, signals: dict[str, list[Match]]) -> None:
    """The signals that were found, with what they stand on."""
    page.heading(_("Signals"))
    if not signals:
        page.text(_("none"), indent=2)
    for name, matches in signals.items():
        quotes = [
            _("“{text}”").format(text=document.text[match.start : match.stop]) for match in matches
        ]
        page.text(", ".join(quotes), indent=2, head=f"{name}: ", hang=4)


def readings_at(document: Document, index: int) -> list[WordReading]:
    """What a word of a document can be; nothing for links and the like."""
    if document.kinds[index] is not Kind.WORD:
        return []
    return readings(document.words[index], document.language)


def _word(page: Page, document: Document, index: int, indent: int, most: int | None) -> None:
    text = document.written(index)
    notes = ", ".join(_notes(document, index))
    page.columns(
        [
            (" " * indent + f"{index + 1:>3}", 0, "dim"),
            (text, 24 if notes else 0, "bold"),
            (notes, 0, "dim"),
        ]
    )
    found = readings_at(document, index)
    shown = found if most is None or len(found) <= most + 1 else found[:most]
    for reading in shown:
        plain = in_plain_words(reading.grammemes)
        page.text(f"{_notation(reading)} {plain}", indent=indent + 5, hang=indent + 7)
    if len(shown) < len(found):
        left = len(found) - len(shown)
        text = plural("{count} more reading", "{count} more readings", left).format(count=left)
        page.text(text, indent=indent + 5, style="dim")


def _notes(document: Document, index: int) -> Iterator[str]:
    """What is special about a word: its place, its kind, its zone, its comparable form."""
    line, column = document.line_and_column(document.starts[index])
    yield f"{line}:{column}"
    text = document.written(index)
    if document.words[index] != text.lower():
        yield f"= {document.words[index]}"
    kind, zone = document.kinds[index], document.zones[index]
    if kind is not Kind.WORD:
        yield kind_word(kind)
    if zone is not Zone.BODY and zone.value != kind.value:
        yield _("zone: {zone}").format(zone=zone_word(zone))


def kind_word(kind: Kind) -> str:
    """The kind of a token in words."""
    texts = {
        Kind.PLACEHOLDER: _("placeholder"),
        Kind.URL: _("link"),
        Kind.EMAIL: _("e-mail address"),
        Kind.NUMBER: _("number"),
        Kind.WORD: _("word"),
        Kind.EMOJI: _("emoji"),
        Kind.MARK: _("mark"),
        Kind.SPACE: _("white space"),
    }
    return texts[kind]


def _notation(reading: WordReading) -> str:
    """A reading as a pattern writes it, with the grammemes that people meet."""
    grammemes = ",".join(name for name in reading.grammemes if is_for_people(name))
    return "{" + reading.lemma + (f":{grammemes}" if grammemes else "") + "}"
