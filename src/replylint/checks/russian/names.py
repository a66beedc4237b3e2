"""Names that are addressed in the wrong case or gender: «Уважаемый Ивану», «Здравствуйте, Анну»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from replylint.checks.words import is_prose, mend
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import analyzer, parses, tags
from replylint.text.tokens import Kind

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

_MASCULINE = frozenset(("уважаемый", "дорогой"))
_FEMININE = frozenset(("уважаемая", "дорогая"))
_OTHER_GENDER = {
    "уважаемый": "уважаемая",
    "уважаемая": "уважаемый",
    "дорогой": "дорогая",
    "дорогая": "дорогой",
}
_PLURAL = frozenset(("уважаемые", "дорогие"))
_DEAR = _MASCULINE | _FEMININE | _PLURAL
_GREETINGS = frozenset(
    "здравствуйте здравствуй привет приветствую добрый день вечер утро доброе доброго дня".split()
)
_LAST_OF_GREETING = frozenset("здравствуйте здравствуй привет день вечер утро дня".split())
_BEFORE_NAMES = _DEAR | _LAST_OF_GREETING
_NAMES = frozenset(("Name", "Patr", "Surn"))
_MOST = 4
_ENDS_OF_SURNAMES = ("ов", "ев", "ёв", "ин", "ын")
"""«Никаноров» is a surname, though the dictionary has it only as the plural of a first name."""
_MEN = frozenset(
    "александр алексей анатолий андрей антон аркадий арсений артём артем артур богдан борис вадим "
    "валентин валерий василий виктор виталий владимир владислав всеволод вячеслав геннадий георгий "
    "герман глеб григорий данила даниил денис дмитрий евгений егор иван игорь илья кирилл "
    "константин лев леонид максим марк матвей михаил никита николай олег павел пётр петр роман "
    "руслан семён семен сергей станислав степан тимофей тимур фёдор федор эдуард юрий яков "
    "ярослав".split()
)
"""Names that are men's beyond doubt; many a woman has one that the dictionary has for men alone."""


def _addresses(document: Document) -> bool:
    return not _BEFORE_NAMES.isdisjoint(document.words)


@only_where(_addresses)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Words of a name after a greeting that cannot be in the nominative."""
    words = document.words
    for index in range(len(words) - 1):
        word = words[index]
        if word in _DEAR:
            yield from _addressed(document, index + 1, word)
        elif word in _LAST_OF_GREETING and _is_greeting(document, index):
            yield from _addressed(document, index + 1, "")


def _is_greeting(document: Document, index: int) -> bool:
    sentence = document.sentences[document.sentence_of[index]]
    return index - sentence.first < 3 and all(
        word in _GREETINGS for word in document.words[sentence.first : index + 1]
    )


def _addressed(document: Document, first: int, dear: str) -> Iterator[Found]:
    """The wrong words of the name that begins at ``first``."""
    for index in range(first, min(first + _MOST, len(document.words))):
        gap = document.marks_before(index)
        joined = gap.strip() == "" or (index == first and gap.strip() == ",")
        if not joined or "\n" in gap or not _is_capitalised(document, index):
            return
        word = document.words[index]
        if not dear and not _is_name(word):
            return
        if is_wrong(word, dear) and not _is_hers(document, index):
            better = nominative(word, dear)
            yield mend(document, index, index + 1, better, certain=len(better) == 1)
        elif index == first and disagrees(word, dear):
            yield mend(document, index - 1, index, (_OTHER_GENDER[dear],), certain=False)


def _is_hers(document: Document, index: int) -> bool:
    """«Асия Равильевна»: a woman's name that the dictionary takes for a man's in another case."""
    following = index + 1
    return (
        document.words[index].endswith(("а", "я"))
        and following < len(document.words)
        and document.words[following].endswith(("вна", "ична"))
        and _is_capitalised(document, following)
    )


def _is_capitalised(document: Document, index: int) -> bool:
    as_written = document.written(index)
    return (
        document.kinds[index] is Kind.WORD
        and as_written[:1].isupper()
        and as_written[1:].islower()
        and is_prose(document, index)
    )


@lru_cache(maxsize=20_000)
def _is_name(word: str) -> bool:
    return bool(analyzer().word_is_known(word)) and any(
        _NAMES & tag.grammemes for tag in tags(word)
    )


@lru_cache(maxsize=20_000)
def is_wrong(word: str, dear: str) -> bool:
    """Whether a word of the dictionary cannot be a form of address after ``dear`` (or nothing)."""
    if "-" in word or word.endswith(_ENDS_OF_SURNAMES) or not analyzer().word_is_known(word):
        return False
    found = tags(word)
    if any(tag.POS not in ("NOUN", "ADJF") for tag in found):
        return False
    fitting = [tag for tag in found if _is_address(tag, dear in _PLURAL)]
    if dear in _MASCULINE and _is_of(fitting, "femn"):
        return bool(found[0].gender == "masc")
    return not fitting


def _is_address(tag: OpencorporaTag, plural: bool) -> bool:
    one_name = {"Name", "Patr"} & tag.grammemes and tag.number == "plur" and not plural
    return tag.case in ("nomn", "voct") and not one_name


def _is_of(found: list[OpencorporaTag], gender: str) -> bool:
    """Whether the readings are first names or patronymics of one gender, and nothing else."""
    return bool(found) and all(
        tag.gender == gender and {"Name", "Patr"} & tag.grammemes and "ms-f" not in tag.grammemes
        for tag in found
    )


@lru_cache(maxsize=20_000)
def disagrees(word: str, dear: str) -> bool:
    """Whether a first name or patronymic is of the other gender than the adjective before it."""
    wrong = "femn" if dear in _MASCULINE else "masc" if dear in _FEMININE else ""
    if not wrong or not analyzer().word_is_known(word):
        return False
    if wrong == "masc" and not (word in _MEN or _is_patronymic(word)):
        return False
    return _is_of([tag for tag in tags(word) if _is_address(tag, plural=False)], wrong)


def _is_patronymic(word: str) -> bool:
    return any("Patr" in tag.grammemes for tag in tags(word))


@lru_cache(maxsize=20_000)
def nominative(word: str, dear: str) -> tuple[str, ...]:
    """The forms of address that were meant, likeliest first."""
    wanted = "masc" if dear in _MASCULINE else "femn" if dear in _FEMININE else None
    forms = [(parse, parse.inflect({"nomn", "sing"})) for parse in parses(word)]
    known = [form for _parse, form in forms if form is not None]
    fitting = [form for form in known if wanted is None or form.tag.gender in (wanted, None)]
    return tuple(dict.fromkeys(form.word.capitalize() for form in fitting or known))
