"""Which words there are, and how common a word is.

The dictionary is that of pymorphy3 (OpenCorpora, about five million forms), with a list of today's
words. How common a word is tell the list of common words and the texts of OpenCorpora: how many
forms of the lexeme were met in them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.text.normal import normal
from replylint.text.russian import LONGEST_WORD, analyzer, parses, tags
from replylint.text.spelling.lexicon import common_lexemes, modern

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

COMMON = 5
"""How common the words of the list of common words are; a word never met is 0."""

_PREFIXES = tuple(
    "авто аудио анти аэро био веб видео гео гидро гипер евро инста интернет кибер контр крипто "
    "макро мега медиа мета микро мини много моно мото мульти нано нейро онлайн офлайн поли полу "
    "пост псевдо радио само сверх спец супер суб теле термо техно транс ультра фото эко экс "
    "экспресс электро энерго двух трех четырех пяти шести семи восьми девяти десяти одно внутри "
    "меж после обще наи".split()
)
_BEFORE_VERBS = ("пере", "недо", "до", "по", "про", "под", "вы", "за", "на", "от")
_SHORTEST_REST = 4
_PROPER = frozenset(
    ("Name", "Patr", "Surn", "Geox", "Orgn", "Trad", "Abbr", "Init", "Arch", "Dist")
)
_AFTER_NOT = frozenset(("ADJF", "ADJS", "PRTF", "PRTS", "ADVB", "NOUN", "COMP"))
_APART_FROM_NOT = frozenset(("VERB", "INFN", "GRND"))
_WITH_NOT = frozenset(("NOUN", "ADJF", "PRTF", "ADVB"))
_VERBS = frozenset(("VERB", "INFN", "GRND", "PRTF", "PRTS"))
_PLAIN_VERBS = frozenset(("VERB", "INFN", "GRND"))
_REFLEXIVE = ("ся", "сь")
_DIMINUTIVES = ("очк", "ечк", "ичк", "чик", "ик", "еньк", "оньк", "ушк", "юшк", "ышк", "ок", "ек")
_ENDINGS = ("", "а", "о", "у", "е", "и", "ы", "ой", "ом", "ам", "ами", "ах", "ов", "ая", "ий", "ую")
_STEM_ENDS = ("", "а", "я", "ь", "о", "к", "ка", "ок", "ец", "ый", "ия", "ие", "ний")


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Whether a word in comparable form, without hyphens, is one."""
    return is_entry(word) or (
        len(word) <= LONGEST_WORD and (_is_made(word) or _is_derived(word) or _is_diminutive(word))
    )


@lru_cache(maxsize=100_000)
def is_entry(word: str) -> bool:
    """Whether a word is in the dictionary or in the list of today's words as it stands."""
    return (len(word) <= LONGEST_WORD and bool(analyzer().word_is_known(word))) or word in modern()


@lru_cache(maxsize=50_000)
def commonness(word: str) -> int:
    """How common a known word is, from 0 to `COMMON`; 0 for names of all kinds as well."""
    if word in modern():
        return COMMON - 1
    if not is_entry(word):
        rest = _rest_of_made(word)
        return commonness(rest) if rest else 0
    readings = [parse for parse in parses(word) if not _PROPER & parse.tag.grammemes]
    if not readings:
        return 0
    if any(normal(parse.normal_form) in common_lexemes() for parse in readings):
        return COMMON
    forms = {form.word for parse in readings[:2] for form in parse.lexeme}
    return min(COMMON - 1, sum(map(_is_met, forms)))


def _is_met(form: str) -> bool:
    return bool(analyzer().prob_estimator.p_t_given_w.has_keys_with_prefix(f"{form}:"))


def is_verb(word: str) -> bool:
    """Whether a dictionary word is above all a form of a verb that «не» stands apart from."""
    parts = {tag.POS for tag in tags(word)}
    return bool(parts & _APART_FROM_NOT) and not parts & _WITH_NOT


@lru_cache(maxsize=50_000)
def is_lexeme(word: str) -> bool:
    """Whether a known word is a dictionary form."""
    return any(normal(parse.normal_form) == word for parse in parses(word))


def _is_made(word: str) -> bool:
    return _rest_of_made(word) is not None


def _rest_of_made(word: str) -> str | None:
    """What follows a prefix that can be put before any word; None when there is no such prefix."""
    for prefix in _BEFORE_VERBS:
        if word.startswith(prefix) and (rest := _rest(word, prefix)) and _any(rest, _VERBS):
            return rest
    if word.startswith("не") and (rest := _rest(word, "не")) and _any(rest, _AFTER_NOT):
        return None if is_verb(rest) else rest
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (rest := _rest(word, prefix)):
            return rest
    return None


def _rest(word: str, prefix: str) -> str | None:
    rest = word[len(prefix) :]
    return rest if len(rest) >= _SHORTEST_REST and is_entry(rest) else None


def _any(word: str, parts: frozenset[str]) -> bool:
    return any(_part(tag) in parts for tag in tags(word))


def _part(tag: OpencorporaTag) -> str:
    return str(tag.POS)


def _is_derived(word: str) -> bool:
    """«запустится», «автоматизированно»: endings that nearly every verb and participle can have."""
    if word.endswith(_REFLEXIVE):
        plain = word[:-2]
        return len(plain) >= _SHORTEST_REST and is_entry(plain) and _any(plain, _PLAIN_VERBS)
    return word.endswith("нно") and is_entry(f"{word[:-1]}ый")


def is_ordinary(word: str) -> bool:
    """Whether a known word can be something else than a name or an abbreviation."""
    return any(not _PROPER & tag.grammemes for tag in tags(word))


def _is_diminutive(word: str) -> bool:
    """«договорчик», «заявочка»: whether a stem that is a word has a suffix of endearment."""
    for ending in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)]
        for suffix in _DIMINUTIVES:
            root = stem.removesuffix(suffix)
            if len(root) >= _SHORTEST_REST and root != stem:
                softened = root[:-1] + "к" if root[-1] == "ч" else root
                ends = (r + end for r in {root, softened} for end in _STEM_ENDS)
                if any(map(is_entry, ends)):
                    return True
    return False
