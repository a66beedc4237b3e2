"""English morphology: the forms of a lexeme, and what a form can be.

A lexicon of about five thousand words and regular rules take the place of a dictionary of all
forms: reading it costs a few milliseconds, and no package is needed. Grammemes are named in the
spirit of pymorphy3:

- parts of speech ``NOUN VERB ADJF ADVB NPRO PREP CONJ PRCL NUMR INTJ``
- ``sing plur`` of nouns and pronouns, ``gent`` for «customer's», ``nomn accs`` for «we», «us»
- ``inf`` (the base form), ``impr`` (the same as an order), ``pres`` with ``1per 2per 3per``,
  ``past``, ``part`` (the past participle) and ``ger`` (the form in -ing) of verbs
- ``comp supr`` of adjectives and adverbs

American and British spellings are forms of one lexeme: ``{apologize}`` finds «apologised».
Contractions are two words before they come here, see ``contractions``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from replylint.text import english_inflection as inflection
from replylint.text import english_lexicon as lexicon
from replylint.text.asked_grammemes import AskedGrammemes
from replylint.text.contractions import full_words
from replylint.text.lexeme_errors import UnknownLexemeError
from replylint.text.normal import normal

code = "en"

GRAMMEMES = (
    *("NOUN", "VERB", "ADJF", "ADVB", "NPRO", "PREP", "CONJ", "PRCL", "NUMR", "INTJ"),
    *("sing", "plur", "gent", "nomn", "accs"),
    *("inf", "impr", "pres", "past", "part", "ger", "1per", "2per", "3per"),
    *("comp", "supr"),
)
"""All grammemes that ``{word:…}`` may name in an English pack."""

_PREFIX = re.compile(r"(?:re|un|over|under|out|mis|pre|fore)-?(?=\w{2})")
_AMERICAN = re.compile(r"(?<=...)(?:(?<=al)y|i)z(?=(?:e|er|ation)$)")
_BRITISH = re.compile(r"(?<=...)(?:(?<=al)y|i)s(?=(?:e|er|ation)$)")
_OUR = "behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|vap".split("|")
_PAIRS = {
    **{f"{stem}or": f"{stem}our" for stem in _OUR},
    "favorable": "favourable",
    "favorite": "favourite",
    "honorable": "honourable",
    "acknowledgment": "acknowledgement",
    "catalog": "catalogue",
    "center": "centre",
    "defense": "defence",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "gray": "grey",
    "installment": "instalment",
    "judgment": "judgement",
    "license": "licence",
    "liter": "litre",
    "offense": "offence",
    "practice": "practise",
    "program": "programme",
    "skeptical": "sceptical",
    "theater": "theatre",
    "traveler": "traveller",
}
_BOTH_WAYS = {**_PAIRS, **{british: american for american, british in _PAIRS.items()}}


class Tag(frozenset[str]):
    """The grammemes of one reading of a word."""

    @property
    def grammemes(self) -> frozenset[str]:
        """The grammemes, under the name that Russian tags have for them."""
        return self

    def __str__(self) -> str:
        return ",".join(sorted(self, key=GRAMMEMES.index))


def forms(lexeme: str, grammemes: Sequence[str] = ()) -> frozenset[str]:
    """All forms (comparable, see ``normal``) of the lexeme that have all ``grammemes``.

    A grammeme that begins with ``-`` must be absent. A word that the lexicon lacks is inflected
    both as a noun and as a verb. The result may be empty when no form has the grammemes. Raises
    ``UnknownLexemeError`` when ``lexeme`` is not a dictionary form, ``UnknownGrammemeError`` for a
    grammeme that does not exist.
    """
    asked = _asked(tuple(grammemes))
    word = normal(lexeme)
    if not _is_known(word):
        dictionary_form = lemmas(full_words([word])[0])[0]
        if dictionary_form != word:
            raise UnknownLexemeError(lexeme, dictionary_form)
    return frozenset(form for form, tag in _paradigm(word) if asked.fit(tag))


def can_be(word: str, grammemes: Sequence[str]) -> bool:
    """Whether some reading of the (comparable) ``word`` has all ``grammemes``."""
    return any(map(_asked(tuple(grammemes)).fit, tags(word)))


@lru_cache(maxsize=100_000)
def tags(word: str) -> tuple[Tag, ...]:
    """The possible tags of a word form."""
    known = [lemma for lemma in lemmas(word) if _is_known(lemma)]
    if not known:
        return _guessed_tags(word)
    found = [tag for lemma in known for form, tag in _paradigm(lemma) if form == word]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The possible dictionary forms of a word form in comparable form, likeliest first."""
    found = list(lexicon.closed_lemmas().get(word, ()))
    found += lexicon.irregular_lemmas().get(word, ())
    if _entry(word) is not None:
        found.append(word)
    for stem in inflection.possible_stems(word):
        if _is_known(stem) and any(form == word for form, _tag in _paradigm(stem)):
            found.append(stem)
    return tuple(dict.fromkeys(found)) or _guessed(word)


def inflect_like(lexeme: str, found: str, of: Collection[str] = ()) -> str | None:
    """The form of ``lexeme`` to put where the word form ``found`` stood; None if there is none.

    «utilized» and «use» give «used», «assistants» and «helper» give «helpers». ``of`` are the
    lexemes of which ``found`` is known to be a form: readings as one of them go first.
    """
    paradigm = _paradigm(normal(lexeme))
    known = [tag for one in of for form, tag in _paradigm(normal(one)) if form == found]
    for reading in (*known, *tags(found)):
        for form, tag in paradigm:
            if tag == reading:
                return form
    return None


@lru_cache(maxsize=100_000)
def is_common(word: str) -> bool:
    """Whether a word form is so frequent that its presence says nothing about a text."""
    return word in lexicon.common_words()


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Whether a word form is one of a lexeme that the lexicon has."""
    return any(_is_known(lemma) for lemma in lemmas(word))


def check_grammemes(grammemes: Sequence[str]) -> None:
    """Raise ``UnknownGrammemeError`` unless every one of ``grammemes`` is in ``GRAMMEMES``."""
    _asked(tuple(grammemes))


@lru_cache(maxsize=1000)
def _asked(grammemes: tuple[str, ...]) -> AskedGrammemes:
    return AskedGrammemes.of(grammemes, GRAMMEMES)


def _is_known(word: str) -> bool:
    return word in lexicon.closed_class() or _entry(word) is not None


@lru_cache(maxsize=100_000)
def _entry(word: str) -> lexicon.Entry | None:
    """The entry of a word, of its other spelling, or of an irregular verb behind a prefix."""
    other = _other_spelling(word)
    found = lexicon.find(word) or (lexicon.find(other) if other else None)
    if found is not None:
        return found
    prefix = _PREFIX.match(word)
    base = lexicon.find(word[prefix.end() :]) if prefix else None
    if prefix is None or base is None or "v" not in base.flags:
        return None
    irregular = {
        name: tuple(prefix[0] + form for form in given)
        for name, given in base.irregular.items()
        if name in ("3per", "past", "part", "ger")
    }
    return lexicon.Entry("".join(flag for flag in base.flags if flag in "nvd"), irregular)


def _other_spelling(word: str) -> str | None:
    """The same word as it is spelt on the other side of the ocean, if it differs."""
    other = _BOTH_WAYS.get(word)
    if other is None and _AMERICAN.search(word):
        return _AMERICAN.sub(lambda match: match[0].replace("z", "s"), word)
    if other is None and _BRITISH.search(word):
        american = _BRITISH.sub(lambda match: match[0].replace("s", "z"), word)
        return american if lexicon.find(american) else None
    return other


@lru_cache(maxsize=20_000)
def _paradigm(lemma: str) -> tuple[tuple[str, Tag], ...]:
    """All forms of a lexeme with their tags, in all its parts of speech and spellings."""
    found = [(form, Tag(tag.split())) for form, tag in lexicon.closed_class().get(lemma, ())]
    entry = _entry(lemma)
    if entry is None and not found:
        entry = lexicon.UNKNOWN_WORD
    if entry is not None:
        found += _inflected(lemma, entry)
        other = _other_spelling(lemma)
        if other is not None:
            found += _inflected(other, lexicon.find(other) or entry)
    return tuple(dict.fromkeys(found))


def _inflected(word: str, entry: lexicon.Entry) -> Iterator[tuple[str, Tag]]:
    flags, irregular = entry
    if "n" in flags:
        yield from _noun(word, irregular.get("plur") or (inflection.plural(word),))
    if "p" in flags:
        yield word, Tag(("NOUN", "plur"))
    if "v" in flags:
        yield from _verb(word, entry)
    for part, plain, compared in (("ADJF", "a", "A"), ("ADVB", "r", "R")):
        if plain in flags or compared in flags:
            yield word, Tag((part,))
        if compared in flags:
            regular = inflection.comparison(word)
            for index, degree in enumerate(("comp", "supr")):
                for form in irregular.get(degree) or (regular[index],):
                    yield form, Tag((part, degree))


def _noun(word: str, plurals: Sequence[str]) -> Iterator[tuple[str, Tag]]:
    yield word, Tag(("NOUN", "sing"))
    yield f"{word}'s", Tag(("NOUN", "sing", "gent"))
    for form in plurals:
        yield form, Tag(("NOUN", "plur"))
        if not form.endswith("s"):
            yield f"{form}'s", Tag(("NOUN", "plur", "gent"))


def _verb(word: str, entry: lexicon.Entry) -> Iterator[tuple[str, Tag]]:
    flags, irregular = entry
    doubles = "d" in flags
    past = irregular.get("past") or inflection.past(word, doubles)
    yield word, Tag(("VERB", "inf", "impr"))
    for person in ("1per", "2per", "plur"):
        yield word, Tag(("VERB", "pres", person))
    for form in irregular.get("3per") or (inflection.third_person(word),):
        yield form, Tag(("VERB", "pres", "3per", "sing"))
    for form in past:
        yield form, Tag(("VERB", "past"))
    for form in irregular.get("part") or past:
        yield form, Tag(("VERB", "part"))
    for form in irregular.get("ger") or inflection.gerund(word, doubles):
        yield form, Tag(("VERB", "ger"))


def _guessed(word: str) -> tuple[str, ...]:
    """The dictionary form of a word that the lexicon lacks, by its ending."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return (word.removesuffix("'s") if word.endswith("'s") else word[:-1],)
    return (word,)


def _guessed_tags(word: str) -> tuple[Tag, ...]:
    """What a word that the lexicon lacks can be, by its ending; most such words are names."""
    for ending, readings in _GUESSES:
        if word.endswith(ending):
            return readings
    return (Tag(("NOUN", "sing")),)


_GUESSES = (
    ("'s", (Tag(("NOUN", "sing", "gent")),)),
    ("ly", (Tag(("ADVB",)),)),
    ("ed", (Tag(("VERB", "past")), Tag(("VERB", "part")))),
    ("ing", (Tag(("VERB", "ger")),)),
    ("ss", (Tag(("NOUN", "sing")),)),
    ("s", (Tag(("NOUN", "plur")),)),
)
