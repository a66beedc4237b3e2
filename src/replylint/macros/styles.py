"""The notations of placeholders, by name, and finding them in a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import regex

from replylint.errors import UsageError
from replylint.macros.locals import mark_locals
from replylint.macros.sorts import sort_of
from replylint.macros.tags import Tag, tags_in
from replylint.searching import matches_in_time
from replylint.template import Placeholder, Placeholders, Sort
from replylint.translation import _

_NAMED = (
    r"(?i:(?:ваше\s|ваш\s|ваша\s)?(?:имя|фамилия|фио|отчество|клиент|номер|дата|сумма|город|адрес|"
    r"товар|заказ|оператор|агент|менеджер|компания|название|ссылка|время|срок|name|first[ _]?name|"
    r"last[ _]?name|order|date|agent|company|link|number|client|customer)"
    r"(?:[\s_][^\[\]<>\n]{0,30})?)"
)
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "freescout": r"\{%\s*(?!(?:if|else|end)\w*\s)([a-zA-Z]\w*\.[\w.]+)"
        r"(,\s*fallback=[^%}\n]*)?\s*%\}",
        "liquid": r"\{\{\{?-?\s*([^{}\n]{1,300}?)()\s*-?\}?\}\}",
        "zammad": r"\#\{([^{}\n]{1,120})()\}",
        "osticket": r"(?<!\{)%\{([^{}\n]{1,120})()\}",
        "dollar": r"\$\{([^{}\n]{1,120})()\}|(?<![\w$])\$([^\W\d]\w{1,40})",
        "hashes": r"\#([A-ZА-ЯЁ][A-ZА-ЯЁ0-9_]{1,40})()\#",
        "underscores": r"(?<!\w)__([A-ZА-ЯЁ][A-ZА-ЯЁ0-9_]{1,40})()__(?!\w)",
        "double-brackets": r"\[\[([^\[\]\n]{1,80})()\]\]",
        "braces": r"(?<![{#%$])\{([^\W\d][\w .|,=-]{0,60})()\}(?!\})",
        "brackets": rf"(?<!\[)\[({_NAMED})()\](?![(\]])",
        "percent": r"%([a-zA-Zа-яА-ЯёЁ_]{2,40})()%",
        "angles": rf"<({_NAMED})()>",
    }
)
"""Every notation by its name: an expression with the name in group 1 (or, written in another way,
in group 3) and a fallback in group 2."""

SECONDS = 0.5
_LOOSE = re.compile(
    r"\{\{[^{}\n]{0,60}\}?|(?<![{}])\{[^{}\n]{0,60}\}\}|\}\}|[\#$%]\{[\w.]{0,40}|\{%[^{}\n]{0,60}|%\}"
    r"|(?<![\w{}])\{[^\W\d][\w.]{1,40}(?=[\s,!.?]|$)|(?<=\w)\}(?![\w{}])",
    re.MULTILINE,
)
_SINGLE = re.compile(r"\}$|\{(?![{%])")
_FALLBACK = re.compile(r"\|\s*(?:default|fallback)\b|,\s*fallback=|\?\?|\|\|", re.IGNORECASE)
_QUOTED_ALONE = re.compile(r"""\s*(['"]).*\1\s*""")


class Scanned(NamedTuple):
    """What a template has besides words; ``loose`` are code points of marks without a partner."""

    placeholders: tuple[Placeholder, ...]
    tags: tuple[Tag, ...]
    loose: tuple[tuple[int, int], ...]


@lru_cache(maxsize=8)
def _expressions(chosen: Placeholders) -> tuple[tuple[str, regex.Pattern[str], str | None], ...]:
    names = STYLES if chosen.styles is None else [name for name in STYLES if name in chosen.styles]
    own = [("own", regex.compile(style.pattern), style.sample) for style in chosen.own]
    return (*own, *((name, regex.compile(STYLES[name]), None) for name in names))


def scan(template: str, chosen: Placeholders) -> Scanned:
    """The placeholders, tags and loose marks of a template, each in the order of the text.

    Raises ``UsageError`` for a team's own pattern that takes too long.
    """
    taken = bytearray(len(template))
    tags = tags_in(template) if chosen.styles is None or "liquid" in chosen.styles else []
    for tag in tags:
        _take(taken, tag.start, tag.end)
    holders = sorted(_placeholders(template, chosen, taken), key=lambda holder: holder.start)
    has_braces = chosen.styles is None or "braces" in chosen.styles
    loose = tuple(
        match.span()
        for match in (_LOOSE.finditer(template) if chosen.styles is None or chosen.styles else ())
        if not any(taken[match.start() : match.end()])
        and (has_braces or _SINGLE.match(match.group()) is None)
    )
    return Scanned(tuple(mark_locals(holders, tags)), tuple(tags), loose)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _placeholders(template: str, chosen: Placeholders, taken: bytearray) -> Iterator[Placeholder]:
    for style, expression, sample in _expressions(chosen):
        for match in _matches(expression, template):
            start, end = match.span()
            if end == start or any(taken[start:end]):
                continue
            _take(taken, start, end)
            if style == "own":
                yield Placeholder(start, end, match.group(), style, Sort.TEXT, True, sample)
                continue
            written = match[1] or match[3]
            name = written.partition("|")[0].strip()
            has_fallback = bool(match[2]) or _FALLBACK.search(written) is not None
            literal = _QUOTED_ALONE.fullmatch(name) is not None
            sort = Sort.TEXT if literal else sort_of(name)
            yield Placeholder(start, end, name, style, sort, has_fallback or literal)


def _matches(expression: regex.Pattern[str], template: str) -> list[regex.Match[str]]:
    try:
        return matches_in_time(expression, template, SECONDS)
    except TimeoutError as error:
        message = _(
            "the pattern “{pattern}” under placeholders: own takes too long; what it repeats must "
            "not be able to begin in several ways"
        )
        raise UsageError(message.format(pattern=expression.pattern)) from error
