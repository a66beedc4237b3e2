"""The parts of a reply: greeting, body, closing, signature, quote, code, link, placeholder."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from replylint.text.mentions import goes_on, names_it
from replylint.text.normal import normal
from replylint.text.tokens import Kind


class Zone(StrEnum):
    """A part of a reply; each word belongs to one."""

    __hash__ = str.__hash__  # that of StrEnum is written in Python, and zones are looked up often

    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    QUOTE = "quote"
    CODE = "code"
    LINK = "link"
    PLACEHOLDER = "placeholder"


AUTHORS_OWN = frozenset(Zone) - {Zone.QUOTE, Zone.CODE, Zone.SIGNATURE}
"""Where rules look unless they say otherwise: the author's own words."""

PROSE = AUTHORS_OWN - {Zone.LINK, Zone.PLACEHOLDER}
"""The author's own words that are sentences, without links and placeholders."""

_ZONE_OF_KIND = {
    Kind.URL: Zone.LINK,
    Kind.EMAIL: Zone.LINK,
    Kind.PLACEHOLDER: Zone.PLACEHOLDER,
}
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_QUOTED_REST = re.compile(
    r"^[ \t]*(?:-{2,}[ ]*(?:Original Message|Исходное сообщение|Пересылаемое сообщение|"
    r"Forwarded message)\b|[^\n]{0,100}<[^<>@\s]{1,64}@[^<>@\s]{1,100}>[^\n]{0,20}"
    r"(?:писал\(?а?\)?|пишет|wrote)?:\s*$)",
    re.MULTILINE | re.IGNORECASE,
)
_FENCE = re.compile(r"^```.*?(?:^```[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE_CODE = re.compile(r"`[^`\n]{1,200}`")
_INLINE_QUOTE = re.compile(
    r"«[^«»]{1,400}»|“[^“”]{1,400}”|„[^„“]{1,400}“|(?<!\w)\"[^\"\n]{1,400}\""
)
_LINK_TARGET = re.compile(r"\]\(([^()\n]{1,500})\)")
_SIGNATURE = re.compile(
    r"^(?:--\s*$|(?:с (?:глубоким )?уважением|с наилучшими пожеланиями|с заботой|с любовью|"
    r"искренне ваш|всегда ваш|(?:best|kind|warm) (?:regards|wishes)|regards|sincerely)\b"
    r"(?!\s+(?:к\b|и\s+(?:вним|поним|забот)|отно|отнес|отнёс|под[хо]|прин|выслуш|обща|рассм|"
    r"воспр|готов|дела)))",
    re.IGNORECASE,
)
_SIGNATURE_LINE = re.compile(r"(?:\A|\n)--[ \t]*\n\s*\Z")
_GREETING = re.compile(
    r"^(?:здравствуй(?:те)?|здрасте|привет(?:ствую|ствуем|ик)?|хай|"
    r"добр(?:ый|ого|ое)\s+(?:день|вечер|утро|дня|вечера|утра|(?:времени\s+)?(?:суток|дня))|"
    r"доброй\s+ночи|уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|"
    r"hello|hi|hey|dear|good\s+(?:morning|day|afternoon|evening))\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:(?:хорошего|приятного|доброго|отличного|удачного)\s+(?:\w+\s+)?(?:дня|вечера|настроения|утра|"
    r"просмотра|отдыха|аппетита|пользования)|хорошей\s+недели|хороших\s+выходных|"
    r"всего\s+(?:вам\s+)?(?:доброго|хорошего|наилучшего)|до\s+свидания|"
    r"(?:если|в\s+случае)\b.{0,60}\bвопрос.{0,80}(?:пиш|обращ|рад|звон|на\s+связи|помо)\w*|"
    r"обращайтесь|(?:мы\s+)?всегда\s+(?:на\s+связи|рады)|остаемся\s+на\s+связи|"
    r"have\s+a\s+(?:nice|good|great)|(?:let\s+us|feel\s+free).{0,60}(?:questions|know|contact))\b",
    re.IGNORECASE,
)
_ENDING_WORD = re.compile(
    r"(?:с|искренне|всегда|best|kind|warm|regards|sincerely|хорошего|приятного|доброго|отличного|"
    r"удачного|хорошей|хороших|всего|до|если|в|обращайтесь|мы|остаемся|have|let|feel)\b",
    re.IGNORECASE,
)
"""What closings and signatures begin with."""

_QUOTE_MARKS = '«“„"'
_QUOTE_WORDS = 3
_WORDS_BEFORE = 3
_GREETING_WORDS = 6
_GREETING_HEAD = re.compile(
    r"^\S+(?:\s+(?:день|вечер|утро|дня|вечера|утра|времени\s+суток|ночи))?", re.IGNORECASE
)
_SIGNATURE_SENTENCES = 8
_INDENT = 16


class Places(NamedTuple):
    """Where the words of a text stand.

    ``kinds``, ``starts`` and ``ends`` (code points, excluded) are indexed by word, ``sentences``
    are pairs of such indexes, the second one excluded.
    """

    kinds: Sequence[Kind]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[tuple[int, int]]

    def first_from(self, position: int) -> int:
        """The index of the first word that starts at ``position`` or later."""
        return bisect_left(self.starts, position)

    def within(self, start: int, end: int) -> range:
        """The words that start between two code points, the second one excluded."""
        return range(self.first_from(start), self.first_from(end))


def zones_of_words(text: str, places: Places) -> list[Zone]:
    """The zone of every word."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    zones = [Zone.BODY] * len(places.kinds)
    _greet(text, places, zones)
    _close(text, places, zones)
    for start, end, zone in _blocks(text):
        for index in places.within(start, end):
            zones[index] = zone
    _mark_link_targets(text, places, zones)
    _mark_inline_quotes(text, places, zones)
    for index, kind in enumerate(places.kinds):
        if kind in _ZONE_OF_KIND and zones[index] in AUTHORS_OWN:
            zones[index] = _ZONE_OF_KIND[kind]
    return zones


def _blocks(text: str) -> list[tuple[int, int, Zone]]:
    blocks: list[tuple[int, int, Zone]] = []
    if ">" in text or "<" in text or "--" in text:
        blocks += [(m.start(), m.end(), Zone.QUOTE) for m in _QUOTED_LINE.finditer(text)]
        rest = _QUOTED_REST.search(text)
        if rest and text[: rest.start()].strip():
            blocks.append((rest.start(), len(text), Zone.QUOTE))
    if "<!--" in text:
        blocks += [(m.start(), m.end(), Zone.CODE) for m in _COMMENT.finditer(text)]
    if "`" in text:
        for pattern in (_FENCE, _INLINE_CODE):
            blocks += [(m.start(), m.end(), Zone.CODE) for m in pattern.finditer(text)]
    return blocks


def _mark_link_targets(text: str, places: Places, zones: list[Zone]) -> None:
    """What a Markdown link leads to is no prose; an address in it stays a link."""
    for match in _LINK_TARGET.finditer(text) if "](" in text else ():
        for index in places.within(match.start(1), match.end(1)):
            if places.kinds[index] not in (Kind.URL, Kind.EMAIL):
                zones[index] = Zone.CODE


def _mark_inline_quotes(text: str, places: Places, zones: list[Zone]) -> None:
    """Longer quoted phrases and mentions are not the author's own; a reply that is one quote is."""
    if not any(mark in text for mark in _QUOTE_MARKS):
        return
    quoted: list[int] = []
    mention_end: int | None = None
    for match in _INLINE_QUOTE.finditer(text):
        words = places.within(match.start(), match.end())
        linked = mention_end is not None and goes_on(text[mention_end : match.start()])
        is_mention = linked or _is_mentioned(text, places, words.start, match.start())
        mention_end = match.end() if is_mention else None
        if is_mention or len(words) >= _QUOTE_WORDS:
            quoted.extend(words)
    if quoted and len(set(quoted)) < len(zones):
        for index in quoted:
            zones[index] = Zone.QUOTE


def _is_mentioned(text: str, places: Places, first: int, start: int) -> bool:
    """Whether the words before a quotation that begins at ``start`` name it."""
    begin = max(0, first - _WORDS_BEFORE)
    starts, ends = places.starts[begin:first], places.ends[begin:first]
    if not starts:
        return False
    gaps = [text[end:to] for end, to in zip(ends, [*starts[1:], start], strict=True)]
    words = [normal(text[at:end]) for at, end in zip(starts, ends, strict=True)]
    return names_it(words, gaps)


def _greet(text: str, places: Places, zones: list[Zone]) -> None:
    if not places.sentences:
        return
    first, end = places.sentences[0]
    begin = places.starts[first]
    head = text[begin : places.ends[end - 1]]
    if not _GREETING.match(head):
        return
    if end - first > _GREETING_WORDS:
        only = _GREETING_HEAD.match(head)
        end = max(first + 1, places.first_from(begin + (only.end() if only else 0)))
    for index in range(first, end):
        zones[index] = Zone.GREETING


def _close(text: str, places: Places, zones: list[Zone]) -> None:
    has_rule = "--" in text
    sentences = places.sentences
    for number in range(max(0, len(sentences) - _SIGNATURE_SENTENCES), len(sentences)):
        first, end = sentences[number]
        begin = places.starts[first]
        if not has_rule and not _ENDING_WORD.match(text, begin):
            continue
        line = text[begin : places.ends[end - 1]]
        before = text[max(0, begin - _INDENT) : begin]
        if _SIGNATURE.match(line) or (number and _SIGNATURE_LINE.search(before)):
            for index in range(first, len(zones)):
                zones[index] = Zone.SIGNATURE
            return
        if number and _CLOSING.match(line):
            for index in range(first, end):
                zones[index] = Zone.CLOSING
