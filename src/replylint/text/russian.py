"""Russian morphology by pymorphy3: the forms of a lexeme, and what a form can be.

Grammemes are those of OpenCorpora as pymorphy3 names them
(https://pymorphy2.readthedocs.io/en/stable/user/grammemes.html).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from replylint.text.asked_grammemes import AskedGrammemes
from replylint.text.lexeme_errors import UnknownLexemeError
from replylint.text.normal import normal

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

code = "ru"
LONGEST_WORD = 100
"""Words of more code points than this are not looked up in the dictionary."""

_VERY_COMMON = frozenset(
    "или что как это этот эта эти этого этой этих этому этим эту том тот так там тут вот для "
    "при про без над под или если чтобы когда где уже еще тоже также только лишь даже ведь быть "
    "был была было были будет будут будем есть нет она они оно его ему ими них нее ним вас вам "
    "вами нас нам нами мне мной меня мой моя мои ваш ваша ваше ваши вашего вашей ваших вашему "
    "вашим вашу наш наша наше наши нашего нашей наших нашему нашим нашу свой свою своей своего "
    "своих все всех всем весь вся всего который которая которые может можете можем можно могут "
    "могу нужно надо очень после перед через потом сейчас теперь здесь кто кого чем чего потому "
    "поэтому себя себе из-за пожалуйста добрый день здравствуйте спасибо".split()
)
_FUNCTION_PARTS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
_KEPT_WHEN_INFLECTED = frozenset(
    "sing plur nomn gent datv accs ablt loct 1per 2per 3per past pres futr masc femn neut indc "
    "impr excl incl actv pssv".split()
)
_LATIN = re.compile("[a-z]")
_GENDERS = frozenset(("masc", "femn", "neut"))
_NUMBERS = frozenset(("sing", "plur"))
_MAY_DIFFER = (frozenset[str](), _GENDERS, _GENDERS | _NUMBERS)
_PLURAL_NOUN = frozenset(("NOUN", "plur", "nomn"))
_VERBAL = frozenset(("VERB", "INFN", "PRTF", "PRTS", "GRND"))


_NEXT_TO_NEVER = 0.02
"""A probability that pymorphy3 gives a reading; those of a word add up to 1."""


@cache
def analyzer() -> MorphAnalyzer:
    """pymorphy3's analyzer, loaded once (about 0.1 s).

    What it tells its log about loading is kept from a program that logs everything, unless that
    program has set the level of pymorphy3's logger itself.
    """
    import logging

    from pymorphy3 import MorphAnalyzer

    logger = logging.getLogger(MorphAnalyzer.__module__.partition(".")[0])
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.WARNING)
    return MorphAnalyzer(lang="ru")


def forms(lexeme: str, grammemes: Sequence[str] = ()) -> frozenset[str]:
    """All forms (comparable, see ``normal``) of the lexeme that have all ``grammemes``.

    A grammeme that begins with ``-`` must be absent. ``impr`` means an order to another person
    unless ``incl`` is asked for («успокойтесь», not «успокоимся»). The result may be empty when no
    form has the grammemes. Raises ``UnknownLexemeError`` when ``lexeme`` is not a dictionary form,
    ``UnknownGrammemeError`` for a grammeme that does not exist.
    """
    return _forms(lexeme, tuple(grammemes))


@lru_cache(maxsize=20_000)
def _forms(lexeme: str, grammemes: tuple[str, ...]) -> frozenset[str]:
    asked = _asked(grammemes)
    return frozenset(form for present, form in _paradigm(lexeme) if asked.fit(present))


@lru_cache(maxsize=10_000)
def _paradigm(lexeme: str) -> tuple[tuple[frozenset[str], str], ...]:
    """All forms of a lexeme, each with its grammemes."""
    written = normal(lexeme)
    mixed = _LATIN.search(lexeme.lower()) is not None
    analyses = analyzer().parse(written if mixed else lexeme.lower())
    chosen = [a for a in analyses if normal(a.normal_form) == written]
    chosen = chosen or [a for a in analyses if a.tag.grammemes >= _PLURAL_NOUN]
    if not chosen:
        raise UnknownLexemeError(lexeme, analyses[0].normal_form)
    return tuple((f.tag.grammemes, normal(f.word)) for a in chosen for f in a.lexeme)


def can_be(word: str, grammemes: Sequence[str]) -> bool:
    """Whether some reading of the (comparable) ``word`` has all ``grammemes``."""
    return any(map(_asked(tuple(grammemes)).fit, _readings(word)))


@lru_cache(maxsize=100_000)
def _readings(word: str) -> tuple[frozenset[str], ...]:
    """The different sets of grammemes that a word form can have."""
    return tuple({tag.grammemes for tag in tags(word)})


def parses(word: str) -> list[Parse]:
    """What a word form can be, likeliest first; nothing when it is too long to be a word.

    pymorphy3 takes prefixes off one by one, recursively: «нененене…» would use up the stack. It
    asks Unicode for the name of a lone letter, and some have none.
    """
    try:
        return [] if len(word) > LONGEST_WORD else analyzer().parse(word)
    except ValueError:
        return []


@lru_cache(maxsize=100_000)
def tags(word: str) -> tuple[OpencorporaTag, ...]:
    """The possible tags of a word form, likeliest first."""
    return tuple(reading.tag for reading in parses(word))


@lru_cache(maxsize=100_000)
def likely_tags(word: str) -> tuple[OpencorporaTag, ...]:
    """The tags of a word form but for those next to never met: «день» as an order of «деть»."""
    return tuple(reading.tag for reading in parses(word) if reading.score > _NEXT_TO_NEVER)


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The possible dictionary forms of a word form in comparable form, likeliest first."""
    return tuple(dict.fromkeys(normal(a.normal_form) for a in parses(word))) or (word,)


def is_common(word: str) -> bool:
    """Whether a word form is so frequent that its presence says nothing about a text."""
    return len(word) < 3 or word in _VERY_COMMON


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has a word form."""
    return len(word) <= LONGEST_WORD and bool(analyzer().word_is_known(word))


@lru_cache(maxsize=100_000)
def is_function_word(word: str) -> bool:
    """Whether the likeliest reading of a word form is a mere function word."""
    return any(tag.POS in _FUNCTION_PARTS for tag in tags(word)[:1])


def inflect_like(lexeme: str, found: str, of: Collection[str] = ()) -> str | None:
    """The form of ``lexeme`` to put where the word form ``found`` stood; None if there is none.

    Number, case, person, tense, mood and gender are kept: «осуществляем» and «делать» give
    «делаем». A noun given in the plural («деньги») stays in it. ``of`` are the lexemes of which
    ``found`` is known to be a form: readings as one of them go first.
    """
    known = {normal(one) for one in of}
    readings = sorted(parses(found), key=lambda reading: normal(reading.normal_form) not in known)
    for reading in readings:
        for candidate, number in _to_inflect(lexeme):
            if _family(candidate.tag.POS) != _family(reading.tag.POS):
                continue
            kept = reading.tag.grammemes & _KEPT_WHEN_INFLECTED
            if number:
                kept = kept - _GENDERS - _NUMBERS | {number}
            for left_out in _MAY_DIFFER:
                form = candidate.inflect(kept - left_out | {str(reading.tag.POS)})
                if form is not None:
                    return str(form.word)
    return None


def _to_inflect(lexeme: str) -> list[tuple[Parse, str | None]]:
    """The analyses of a lexeme as people write it, each with the number that it is to stay in."""
    analyses = analyzer().parse(lexeme)
    written = normal(lexeme)
    plain = [a for a in analyses if normal(a.normal_form) == written]
    plural = [a for a in analyses if a.tag.grammemes >= _PLURAL_NOUN]
    return [(a, None) for a in plain] or [(a, "plur") for a in plural]


def check_grammemes(grammemes: Sequence[str]) -> None:
    """Raise ``UnknownGrammemeError`` unless pymorphy3 knows every one of ``grammemes``."""
    _asked(tuple(grammemes))


@lru_cache(maxsize=1000)
def _asked(grammemes: tuple[str, ...]) -> AskedGrammemes:
    asked = AskedGrammemes.of(grammemes, analyzer().TagClass.KNOWN_GRAMMEMES)
    if "impr" in asked.wanted and "incl" not in asked.wanted:
        return asked._replace(unwanted=asked.unwanted | {"incl"})
    return asked


def _family(part: str | None) -> str | None:
    return "VERB" if part in _VERBAL else part
