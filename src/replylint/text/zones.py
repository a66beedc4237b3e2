"""The parts of a reply: greeting, body, closing, signature, quote, code, link, placeholder."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from replylint.text.mentions import goes_on, names_it
from replylint.text.normal import normal
from replylint.text.tokens import Kind, Token


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


def zones_of_words(
    text: str, words: Sequence[Token], sentences: Sequence[tuple[int, int]]
) -> list[Zone]:
    """The zone of every word.

    ``words`` are the tokens that are words, ``sentences`` pairs of word indexes (end excluded).
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    zones = [Zone.BODY] * len(words)
    _greet(text, words, sentences, zones)
    _close(text, words, sentences, zones)
    _mark(words, zones, _blocks(text))
    _mark_link_targets(text, words, zones)
    _mark_inline_quotes(text, words, zones)
    for index, (kind, _start, _end) in enumerate(words):
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


def _mark(
    words: Sequence[Token], zones: list[Zone], blocks: Sequence[tuple[int, int, Zone]]
) -> None:
    for start, end, zone in blocks:
        for index in range(_first_from(words, start), _first_from(words, end)):
            zones[index] = zone


def _mark_link_targets(text: str, words: Sequence[Token], zones: list[Zone]) -> None:
    """What a Markdown link leads to is no prose; an address in it stays a link."""
    for match in _LINK_TARGET.finditer(text) if "](" in text else ():
        for index in range(_first_from(words, match.start(1)), _first_from(words, match.end(1))):
            if words[index].kind not in (Kind.URL, Kind.EMAIL):
                zones[index] = Zone.CODE


def _mark_inline_quotes(text: str, words: Sequence[Token], zones: list[Zone]) -> None:
    """Longer quoted phrases and mentions are not the author's own; a reply that is one quote is."""
    if not any(mark in text for mark in _QUOTE_MARKS):
        return
    quoted: list[int] = []
    mention_end: int | None = None
    for match in _INLINE_QUOTE.finditer(text):
        first, end = _first_from(words, match.start()), _first_from(words, match.end())
        linked = mention_end is not None and goes_on(text[mention_end : match.start()])
        is_mention = linked or _is_mentioned(text, words, first, match.start())
        mention_end = match.end() if is_mention else None
        if is_mention or end - first >= _QUOTE_WORDS:
            quoted.extend(range(first, end))
    if quoted and len(set(quoted)) < len(words):
        for index in quoted:
            zones[index] = Zone.QUOTE


def _is_mentioned(text: str, words: Sequence[Token], first: int, start: int) -> bool:
    """Whether the words before a quotation that begins at ``start`` name it."""
    before = words[max(0, first - _WORDS_BEFORE) : first]
    if not before:
        return False
    nexts = [*(word.start for word in before[1:]), start]
    gaps = [text[word.end : to] for word, to in zip(before, nexts, strict=True)]
    return names_it([normal(text[word.start : word.end]) for word in before], gaps)


def _greet(
    text: str,
    words: Sequence[Token],
    sentences: Sequence[tuple[int, int]],
    zones: list[Zone],
) -> None:
    if not sentences:
        return
    first, end = sentences[0]
    head = text[words[first].start : words[end - 1].end]
    if not _GREETING.match(head):
        return
    if end - first > _GREETING_WORDS:
        only = _GREETING_HEAD.match(head)
        until = words[first].start + (only.end() if only else 0)
        end = max(first + 1, _first_from(words, until))
    for index in range(first, end):
        zones[index] = Zone.GREETING


def _close(
    text: str,
    words: Sequence[Token],
    sentences: Sequence[tuple[int, int]],
    zones: list[Zone],
) -> None:
    has_rule = "--" in text
    for number in range(max(0, len(sentences) - _SIGNATURE_SENTENCES), len(sentences)):
        first, end = sentences[number]
        if not has_rule and not _ENDING_WORD.match(text, words[first].start):
            continue
        line = text[words[first].start : words[end - 1].end]
        before = text[max(0, words[first].start - _INDENT) : words[first].start]
        if _SIGNATURE.match(line) or (number and _SIGNATURE_LINE.search(before)):
            for index in range(first, len(words)):
                zones[index] = Zone.SIGNATURE
            return
        if number and _CLOSING.match(line):
            for index in range(first, end):
                zones[index] = Zone.CLOSING


def _first_from(words: Sequence[Token], position: int) -> int:
    """The index of the first word that starts at ``position`` or later."""
    return bisect_left(words, position, key=lambda word: word.start)
