"""Cutting a text into tokens: words, numbers, links, placeholders, emoji, marks and white space.

One regular expression does it, because spaCy's rule tokenizer costs more than everything that the
linter does with a reply of ordinary length. Every code point of the text belongs to one token.
Repetitions that could fail late are bounded, so that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import partial
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_JOINERS = "\u00ad\u200b-\u200d\u2060"
_HYPHENS = "\\-\u2010\u2011\u2212"
_TAIL = rf"[\w{_MARKS}{_JOINERS}]"
_PICTURE = (
    "[\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934-\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
)
_MODIFIERS = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
_EMOJI = (
    rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}"
    rf"{_MODIFIERS}*(?:\u200d{_PICTURE}{_MODIFIERS}*)*)"
)
_TOP_DOMAINS = "com|net|org|info|ru|su|рф|by|kz|ua|io|me|app|online|store|shop|tech|dev|pro|site"
_ADDRESS = r"""[^\s<>«»"']*[^\s<>«»"'.,;:!?)\]…]"""
_NAMED_FIELD = (
    r"(?i:(?:ваше\s|ваш\s|ваша\s)?(?:имя|фамилия|фио|отчество|клиент|номер|дата|сумма|город|адрес|"
    r"товар|заказ|оператор|агент|компания|название|ссылка|время|срок|name|first\s?name|order|date|"
    r"agent|company|link|number)(?:\s[^\[\]\n]{0,20})?)"
)

_HTML = (
    "(?i:[abiqsu]|abbr|big|blockquote|body|br|center|code|del|div|em|font|h[1-6r]|head|html|img|"
    "ins|li|mark|ol|p|pre|small|span|strong|su[bp]|table|tbody|td|th|thead|tr|tt|ul)"
)
"""The tags of HTML that stand in letters: ``<b>`` is no placeholder, ``<order>`` is one."""


class Kind(Enum):
    """What a token is. All kinds but ``MARK`` and ``SPACE`` are words to the patterns."""

    __hash__ = object.__hash__  # that of Enum is written in Python, and kinds are looked up often

    PLACEHOLDER = "placeholder"
    URL = "url"
    EMAIL = "email"
    NUMBER = "number"
    WORD = "word"
    EMOJI = "emoji"
    MARK = "mark"
    SPACE = "space"


class Token(NamedTuple):
    """A piece of the text: its kind and the code points it covers, ``end`` excluded."""

    kind: Kind
    start: int
    end: int


Triple = tuple[Kind, int, int]
"""What a token is made of. A text has a hundred of them, and plain tuples are made far faster."""


_TOKEN = re.compile(
    rf"""
    (?P<PLAIN>[а-яА-ЯёЁ]+)(?![^\s,!?;»)]) | (?P<BLANK>\s+)
  | (?P<SIGN>[,;:«»"–—] | !+ | \?+ | \.(?!\S))
  | (?P<PLACEHOLDER>
        \{{\{{[^{{}}\n]{{1,120}}\}}\}} | \{{%[^{{}}\n]{{1,120}}%\}} | [\#%]\{{[^{{}}\n]{{1,80}}\}}
        | \$?\{{[^\W\d][\w .|-]{{0,60}}\}} | %[a-zA-Zа-яА-ЯёЁ_]{{2,40}}% | \[{_NAMED_FIELD}\]
        | (?<![\w$])\$[^\W\d]\w{{1,40}} | <(?!{_HTML}[ ]?/?>)[^\W\d][\w .-]{{1,40}}>
        | \#[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_]{{1,40}}\# | (?<!\w)__[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_]{{1,40}}__(?!\w)
    )
  | (?P<EMAIL>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}})
  | (?P<URL>
        (?:https?|ftp)://{_ADDRESS} | www\.{_ADDRESS}
        | (?<![\w@.])(?:[a-zA-Z0-9][a-zA-Z0-9-]{{0,62}}\.){{1,6}}(?:{_TOP_DOMAINS})\b
          (?:/{_ADDRESS})?
    )
  | (?P<EMOJI>{_EMOJI})
  | (?P<NUMBER>\d+(?:[.,:/]\d+){{0,6}}(?!{_TAIL}))
  | (?P<WORD>[^\W_]{_TAIL}*(?:[{_HYPHENS}'’](?=[^\W_]){_TAIL}+)*(?<!_))
  | (?P<MARK>\.{{2,}} | !+ | \?+ | \)+ | \(+ | _+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {kind.name: kind for kind in Kind}
_KINDS |= {"PLAIN": Kind.WORD, "BLANK": Kind.SPACE, "SIGN": Kind.MARK}
"""The first groups find the tokens that are nearly all, and that none of the others can begin."""

_token = partial(tuple.__new__, Token)


def tokenize(text: str) -> list[Token]:
    """All tokens of ``text`` in order, without gaps between them."""
    kinds = _KINDS
    return as_tokens([(kinds[m.lastgroup], *m.span()) for m in _TOKEN.finditer(text)])  # type: ignore[index]


def as_tokens(triples: Iterable[Triple]) -> list[Token]:
    """The tokens that are made of these."""
    return list(map(_token, triples))
