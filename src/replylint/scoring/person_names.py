"""Finds the names of people in a text: those who took part, and those that only look like names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from replylint.scoring.name_forms import forms_of
from replylint.text import russian
from replylint.text.normal import normal

_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORTEST_IN_SMALL = 3
"""Shorter names («Ли», «Ян») are names with a capital letter only."""
_PARTS = frozenset(("Name", "Surn", "Patr"))
_MOST_WORDS = 8
_ENDS = frozenset(".!?…\n:;•—–-")
_NEAR = 20
_LIKE_SURNAMES = ("ов", "ев", "ова", "ева")
"""«камышов» is a short adjective in the dictionary, and a surname wherever people write it."""
_ASKING = frozenset(("will", "may"))
_ASKED = re.compile(r" (?:i|you|we|he|she|it|they|the|this|that|there|your|my|our)\b", re.I)
_ROLES = frozenset(
    "клиент клиентка гость гостья покупатель пользователь посетитель заказчик аноним анонимный "
    "оператор агент сотрудник специалист менеджер консультант поддержка служба отдел команда "
    "администратор модератор бот робот система магазин компания первый второй новый старший линия "
    "заботы качества client customer guest user visitor anonymous agent operator support team "
    "manager admin bot system service help desk staff the and shop store mail com gmail yandex ru "
    "чат сайт касса склад доставка отдел онлайн неизвестно нет имя unknown none null".split()
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
_INTRODUCED = re.compile(
    rf"(?i:(?<!\w)(?:(?:меня|его|е[её]) зовут|мо[яюе][ёе]? (?:фамилия|фамилию|имя)|с уважением,?|"
    rf"на фамилию))(?: ?[:—–-])?\s{{1,3}}({_RU}(?: {_RU}){{0,2}})"
)
_SURNAME_BESIDE = re.compile(rf"(?<![\w-])(?=({_RU}) ({_RU})(?![\w-]))")
_LIKE_A_SURNAME = re.compile(
    r"[а-я]{2,}(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы)?|[сц]к(?:ий|ая|ого|ому|им|ом|ой|ую)|енко|"
    r"(?:чук|юк|ян|ич)(?:а|у|ом|е)?|дзе|швили)"
)
_CELL = re.compile(
    r"(?<![^|,;:\t\n\"«»{}\[\]])[ \u00a0]{0,3}"
    rf"((?:{_RU}|{_LATIN})(?: (?:{_RU}|{_LATIN})){{0,2}})"
    r"(?=[ \u00a0]{0,3}(?:[|,;\t\n\"«»{}\[\]]|$))"
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
    for match in _INTRODUCED.finditer(text):
        if not any(map(_names_nobody, match[1].split())):
            yield match.span(1)
    for match in _SURNAME_BESIDE.finditer(text):
        first, second = normal(match[1]), normal(match[2])
        if _is_full_name(first, second) or _is_full_name(second, first):
            yield match.start(1), match.end(2)
    for match in _SURNAME_AND_LETTER.finditer(text):
        if _may_be_surname(normal(match["a"] or match["b"])):
            yield match.span()
    for match in _PATRONYMIC.finditer(text):
        word = normal(match["a"])
        if not russian.is_known(word) or russian.can_be(word, ("Patr",)):
            yield match.span()
    for match in _LATIN_AND_LETTER.finditer(text):
        yield match.span()


def find_in_cells(row: str) -> Iterator[tuple[int, int]]:
    """The code points of cells of a row as it was written that hold nothing but a name."""
    for match in _CELL.finditer(row):
        words = match[1].split()
        latin = all(word[0] < "А" for word in words)
        if (len(words) > 1 or not latin) and not all(map(_names_nobody, words)):
            yield match.span(1)


class Participants:
    """The words of the names of those who took part, found in any form."""

    def __init__(self, names: Iterable[str]) -> None:
        self._named: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for name in names:
            words = list(_words_of(name))
            self._named.update(words)
            self._pairs.update(permutations(words, 2))
        self._forms = {form for word in self._named for form in forms_of(word)}

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The code points of these names; an ordinary word in small letters («с верой») is none.

        It is one in a full name («вера шум»). What begins a sentence and is far more often
        something else than a form of that name is none: «Любой» is hardly Люба, and "Will you"
        not Will.
        """
        if not self._forms:
            return
        words = list(_WORD.finditer(text))
        for index, match in enumerate(words):
            word = normal(match[0])
            if word not in self._forms:
                continue
            if match[0].islower():
                named = len(word) >= _SHORTEST_IN_SMALL and not _is_ordinary(word)
                named = named or self._is_in_full(text, words[max(0, index - 1) : index + 2])
            else:
                after = words[index + 1] if index + 1 < len(words) else None
                named = not (
                    _begins_sentence(text, match.start()) and self._is_other(text, match, after)
                )
            if named:
                yield match.span()

    def _is_in_full(self, text: str, words: Sequence[re.Match[str]]) -> bool:
        """Whether two of these neighbours are words of one name."""
        return any(
            (normal(one[0]), normal(other[0])) in self._pairs
            and text[one.end() : other.start()].isspace()
            for one, other in pairwise(words)
        )

    def _is_other(self, text: str, match: re.Match[str], after: re.Match[str] | None) -> bool:
        word = normal(match[0])
        if word in _ASKING:
            return _ASKED.match(text, match.end()) is not None
        if after is not None and text[match.end() : after.start()].isspace():
            described = after[0].islower() and _is_first(normal(after[0]), ("NOUN",))
            if described and _is_first(word, ("ADJF",)):
                return True  # «Белая кофта», where somebody is called Белая
        return word not in self._named and _is_no_noun(word)


def _words_of(name: str) -> Iterator[str]:
    """The words of a name, comparable, without those that name nobody («Гость с сайта»)."""
    words = [] if "@" in name else _WORD.findall(name)[:_MOST_WORDS]
    in_small = all(map(str.islower, words))
    for written in words:
        word = normal(written)
        if word not in _ROLES and (in_small or not written.islower() or not _is_ordinary(word)):
            yield word


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start].rstrip(' \u00a0\t«"“(')
    return start == 0 or before[-1:] in _ENDS or (not before and start < _NEAR)


@lru_cache(maxsize=10_000)
def _is_ordinary(word: str) -> bool:
    """Whether a word in small letters is one of the dictionary's that names nobody first of all."""
    if word[:1] < "а":
        return word in _ENGLISH_ORDINARY
    readings = russian.tags(word)
    if not russian.is_known(word):
        return False
    if word.endswith(_LIKE_SURNAMES) and all(tag.POS == "ADJS" for tag in readings):
        return False
    return not any(tag.grammemes & _PARTS for tag in readings[:1])


@lru_cache(maxsize=10_000)
def _is_first(word: str, parts: tuple[str, ...]) -> bool:
    """Whether a Russian word is one of these parts of speech most often."""
    return "а" <= word[:1] <= "я" and any(tag.POS in parts for tag in russian.tags(word)[:1])


@lru_cache(maxsize=10_000)
def _is_no_noun(word: str) -> bool:
    """Whether a Russian word is most often a pronoun, a verb or a mere function word."""
    first = russian.tags(word)[:1] if "а" <= word[:1] <= "я" else ()
    return any(
        "Apro" in tag or tag.POS not in ("NOUN", "ADJF", "ADJS", None)
        for tag in first
        if not tag.grammemes & _PARTS
    )


_ENGLISH_ORDINARY = frozenset(
    "will mark may grace hope faith joy rose art bill frank grant jack pat rob sue drew chase dean "
    "max nick penny ray rich ruby summer april june august dawn ivy lily violet amber crystal page "
    "case price young long short white black brown green gray grey cook baker smith king wood day "
    "week hall hill field stone banks fields power powers best wise small little".split()
)


@lru_cache(maxsize=10_000)
def _names_nobody(written: str) -> bool:
    """Whether a capitalised word is a role («С уважением, Команда …») or an ordinary word."""
    word = normal(written)
    if word in _ROLES:
        return True
    return not russian.can_be(word, ("Name",)) and _is_ordinary(word)


@lru_cache(maxsize=10_000)
def _is_full_name(surname: str, first: str) -> bool:
    """Whether «Камышов Илья» is somebody's name, when no dictionary has the surname."""
    if not _LIKE_A_SURNAME.fullmatch(surname) or _names_nobody(surname):
        return False
    return any("Name" in tag for tag in russian.tags(first)[:1])


@lru_cache(maxsize=10_000)
def _may_be_surname(word: str) -> bool:
    """Whether a capitalised word beside one initial is a surname, and not «Витамин С.»."""
    return not russian.is_known(word) or russian.can_be(word, ("Surn",))
