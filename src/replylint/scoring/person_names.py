"""Finds the names of people in a text: those who took part, and those that only look like names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from replylint.text import russian
from replylint.text.normal import normal

_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWELS = "аеёиоуыэюяьй"
_ENDING = (
    "(?:а|я|у|ю|ы|и|е|ё|о|ой|ою|ей|ею|ом|ем|ём|ым|им|ого|его|ому|ему|ых|их|ий|ый|ая|яя|ую|юю|"
    "ь|ью|ии|ию|ией|ия|ами|ям|ями)?"
)
_ROLES = frozenset(
    "клиент клиентка гость гостья покупатель пользователь посетитель заказчик аноним анонимный "
    "оператор агент сотрудник специалист менеджер консультант поддержка служба отдел команда "
    "администратор модератор бот робот система магазин компания первый второй новый старший линия "
    "заботы качества client customer guest user visitor anonymous agent operator support team "
    "manager admin bot system service help desk staff the and shop store mail com gmail yandex ru "
    "неизвестно нет имя unknown none null".split()
)
"""Words in the columns of names that name nobody."""

_RU = "[А-ЯЁ][а-яё]{1,24}(?:-[А-ЯЁ][а-яё]{1,24})?"
_LATIN = r"[A-Z][a-zà-ÿ'’]{1,24}(?:-[A-Z][a-zà-ÿ'’]{1,24})?"
_SHAPES = (
    # «Кудайбергенова М. П.», «М. П. Кудайбергенова», «Нгуен Т.Х.»
    re.compile(rf"(?<!\w){_RU} [А-ЯЁ]\. ?[А-ЯЁ]\."),
    re.compile(rf"(?<!\w)[А-ЯЁ]\. ?[А-ЯЁ]\. ?{_RU}"),
    # "Mr Okonkwo", «г-жа Нгуен»
    re.compile(rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? (?!Sir|Madam)({_LATIN}(?: {_LATIN})?)"),
    re.compile(
        rf"(?<!\w)(?:г-н|г-жа|[Гг]осподин[ау]?|[Гг]оспож[аеу]|[Гг]ражданин[ау]?|"
        rf"[Гг]ражданк[аеу]) ({_RU}(?: {_RU}){{0,2}})"
    ),
    re.compile(
        rf"(?<!\w)(?i:my name is|my name's|this is|i am|i'm) ({_LATIN} {_LATIN})(?! (?:Team|"
        rf"Support|Service))"
    ),
    # «ФИО: …», «получатель: …», «на имя …», "name: …"
    re.compile(
        rf"(?i:(?<!\w)(?:фио|ф\. ?и\. ?о\.|получател[ьяю]|отправител[ьяю]|заказчик|"
        rf"плательщик|держател[ья] "
        rf"карты|владел[еь]ц[а]?|имя|фамилия|отчество|"
        rf"на имя))(?: ?[:—–-])? ({_RU}(?: {_RU}){{0,2}})"
    ),
    re.compile(
        rf"(?i:(?<!\w)(?:full name|first name|last name|surname|name|recipient|cardholder|"
        rf"attn)) ?: ({_LATIN}(?: {_LATIN}){{0,2}})"
    ),
    # «Расим Гасан оглы»
    re.compile(rf"(?<!\w){_RU} {_RU} (?:оглы|кызы|углы|гызы)"),
)
_SURNAME_AND_LETTER = re.compile(rf"(?<!\w)(?:(?P<a>{_RU}) [А-ЯЁ]\.|[А-ЯЁ]\. ?(?P<b>{_RU}))")
_LATIN_AND_LETTER = re.compile(
    rf"(?<![\w.])(?:[A-HJ-Z]\. ?(?:[A-Z]\. ?)?(?P<a>{_LATIN})|{_LATIN} [A-Z]\.(?=,|\)|$|\n))"
)
_PATRONYMIC = re.compile(
    rf"(?<!\w)(?:{_RU} )?(?P<a>[А-ЯЁ][а-яё]{{2,20}}(?:ович|евич|овн|евн|ичн)"
    rf"(?:а|у|е|ы|ем|ой)?)(?!\w)"
)
"""«Айгерим Болатовне»"""


def find_shaped(text: str) -> Iterator[tuple[int, int]]:
    """The code points of what can only be a name by its shape or the words before it."""
    for pattern in _SHAPES:
        for match in pattern.finditer(text):
            yield match.span(1 if pattern.groups else 0)
    for match in _SURNAME_AND_LETTER.finditer(text):
        if _may_be_surname(normal(match["a"] or match["b"])):
            yield match.span()
    for match in _PATRONYMIC.finditer(text):
        word = normal(match["a"])
        if not russian.is_known(word) or russian.can_be(word, ("Patr",)):
            yield match.span()
    for match in _LATIN_AND_LETTER.finditer(text):
        yield match.span()


class Participants:
    """The words of the names of those who took part, found in any form."""

    def __init__(self, names: Iterable[str]) -> None:
        words = {word for name in names if "@" not in name for word in _WORD.findall(name)}
        named = sorted({w for w in words if w.lower() not in _ROLES}, key=len, reverse=True)
        alternatives = "|".join(map(_inflected, named))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.I) if named else None

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The code points of these names; an ordinary word in small letters («с верой») is none."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            if not match[0].islower() or not _is_ordinary(normal(match[0])):
                yield match.span()


def _inflected(word: str) -> str:
    if len(word) < 3:
        return f"(?-i:{re.escape(word.capitalize())})"
    if "а" <= word[-1].lower() <= "я" or word[-1] in "ёЁ":
        stem = word[:-2] if word.lower().endswith(("ий", "ый", "ая")) and len(word) > 4 else word
        stem = stem[:-1] if stem[-1].lower() in _VOWELS and len(stem) > 2 else stem
        return re.escape(stem) + _ENDING
    return re.escape(word) + "(?:['’]?s)?"


@lru_cache(maxsize=10_000)
def _is_ordinary(word: str) -> bool:
    """Whether a word in small letters is one of the dictionary's that names nobody first of all."""
    if word[:1] < "а":
        return word in _ENGLISH_ORDINARY
    readings = russian.tags(word)
    if not russian.is_known(word):
        return False
    return not any(tag.grammemes & {"Name", "Surn", "Patr"} for tag in readings[:1])


_ENGLISH_ORDINARY = frozenset(
    "will mark may grace hope faith joy rose art bill frank grant jack pat rob sue drew chase dean "
    "max nick penny ray rich ruby summer april june august dawn ivy lily violet amber crystal page "
    "case price young long short white black brown green gray grey cook baker smith king wood day "
    "week hall hill field stone banks fields power powers best wise small little".split()
)


@lru_cache(maxsize=10_000)
def _may_be_surname(word: str) -> bool:
    """Whether a capitalised word beside one initial is a surname, and not «Витамин С.»."""
    return not russian.is_known(word) or russian.can_be(word, ("Surn",))
