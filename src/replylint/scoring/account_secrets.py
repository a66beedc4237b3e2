"""Finds what opens an account or pays with a card: passwords, PINs, codes, CVV, expiry dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_SIGN = r"(?: is)?(?: ?[:=]| [—–-]) ?"
_CARD_CODE = (
    r"(?:cvv2?|cvc2?|cid)(?:[- ]?(?:код\w?|code))?|security code|"
    r"(?:тр[её]хзначн\w{2,3} код|(?:код|(?:три|3) цифры)(?: \w{2,20}){0,2}? (?:на (?:обороте|"
    r"обратной стороне)|сзади|с (?:оборота|обратной стороны)))(?: карты)?|"
    r"three digits on the back|code on the back"
)
_PIN = r"пин(?:-?код)?|pin(?: code)?"
_ONE_TIME = (
    r"(?:одноразов\w{2,3} |проверочн\w{2,3} )?код(?: подтверждения)?(?: из| в| от)? (?:смс|sms|"
    r"сообщения|банка|push|пуш\w?)|одноразовый код|проверочный код|код подтверждения|"
    r"(?:one-time|verification|confirmation|2fa|otp|sms) (?:code|password)|otp"
)
_PASSWORD = r"парол[ьяюе]м?|password|passcode|passphrase"
_LOGIN = r"логин|login|username|ник(?:нейм)?|nickname"
_ENTRANCE = (
    r"(?: (?:от|для|к|на|for|to) (?:[\w-]{2,20} )?[\w-]{2,20}| мой| у меня| такой| был| was)?"
)
_EXPIRY = r"(?P<{name}>(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:20)?[2-9]\d(?![./\d-]))"
_LABELLED: Sequence[str] = (
    rf"(?<!\w)(?:{_CARD_CODE}|{_PIN})(?:{_SIGN}| (?:is )?)(?P<a>\d{{3,8}})(?!\w)",
    r"(?<!\w)(?P<b>\d{3,4}) ?(?:cvv2?|cvc2?)(?!\w)",
    rf"(?<!\w)(?:{_ONE_TIME})(?:{_SIGN}| (?:is )?)?(?P<c>\d{{4,8}})(?!\w)",
    rf"(?<!\w)(?P<d>\d{{4,8}})(?: —| -)? (?:{_ONE_TIME})(?!\w)",
    # «пароль: солнышко», but «Пароль: смените его» tells none
    rf"(?<!\w)(?:{_PASSWORD}|{_LOGIN}){_ENTRANCE}{_SIGN}(?P<e>[^\s,;]{{3,40}})",
    rf"(?<!\w)(?:{_PASSWORD}){_ENTRANCE} (?:is )?"
    r"(?P<f>(?=\S{0,40}[\d!#$%^&*_])[^\s,;()«»]{4,40})",
    r"(?<!\w)(?:my|old|new|temporary) (?:password|passcode) (?:is|was) (?P<g>[^\s,;.!?]{4,40})",
    # Latin letters behind a Russian word: «мой пароль qwerty»
    r"(?<!\w)парол[ьяюе]м? (?P<h>[a-z]{4,40})(?!\w)",
    # «срок 05/27», "exp. 05/2027", «4276 … 05/27 123»
    r"(?<!\w)(?:срок(?: действия)?(?: карты)?|действ(?:ует|ительна) до|карта до|exp(?:iry|ires|"
    r"iration|\.)?(?: date)?|valid (?:thru|until|through))[ :.—–-]{1,4}" + _EXPIRY.format(name="i"),
    r"(?<!\d)(?:\d{4}[ -]?){3}\d{4}[ ,;]{1,3}(?:до |exp\.? )?"
    + _EXPIRY.format(name="j")
    + r"(?:[ ,;/]{1,3}(?P<k>\d{3})(?!\d))?",
)
_BY_LABEL = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _LABELLED)
_SESSION = re.compile(
    r"(?<![\w-])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[0-9a-f]{32,64})(?![\w-])",
    re.IGNORECASE,
)
"""A UUID, or the key of a session: what stands in links that log somebody in."""
_NO_PASSWORD = re.compile(
    r"(?:не|нет|должен|можно|нужно|надо|смен|сброс|измен|введ|укаж|восстан|придум|прид|нажм|"
    r"apple|google|icloud|email|wifi|wi-fi|steam|windows|admin panel|incorrect|wrong|invalid|"
    r"expired|required|reset|change|forgot|correct|safe|protected|it|the|not|still|no)\b|"
    r"(?:смен|сброс|измен|введ|укаж|восстан|придум|нажм|прове|попроб|созда|обнов)\w{0,12}",
    re.IGNORECASE,
)
"""What may follow the word and is no password."""


def find(text: str) -> Iterator[tuple[int, int]]:
    """The code points of such secrets in a text, the end excluded."""
    for pattern in _BY_LABEL:
        for match in pattern.finditer(text):
            for group, value in match.groupdict().items():
                if value and not _NO_PASSWORD.fullmatch(value.strip(".!?:")):
                    yield match.span(group)
    yield from (match.span() for match in _SESSION.finditer(text))
