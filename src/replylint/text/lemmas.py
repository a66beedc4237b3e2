"""The dictionary form of a word in its place, by pymorphy3 and what a tagger says of the word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from replylint.text import russian
from replylint.text.language import morphology_of
from replylint.text.normal import normal

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_ADJECTIVES = frozenset({"ADJF", "ADJS", "COMP", "PRTF", "PRTS"})
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS", "PRED"})
_PARTS: Mapping[str, frozenset[str]] = {
    "NOUN": frozenset({"NOUN"}),
    "PROPN": frozenset({"NOUN"}),
    "ADJ": _ADJECTIVES,
    "DET": frozenset({"ADJF", "NPRO"}),
    "PRON": frozenset({"NPRO", "ADJF"}),
    "VERB": _VERBS,
    "AUX": _VERBS,
    "ADV": frozenset({"ADVB", "COMP", "PRED"}),
    "NUM": frozenset({"NUMR", "ADJF"}),
    "ADP": frozenset({"PREP"}),
    "CCONJ": frozenset({"CONJ"}),
    "SCONJ": frozenset({"CONJ"}),
    "PART": frozenset({"PRCL"}),
    "INTJ": frozenset({"INTJ"}),
}
_GRAMMEMES: Mapping[str, tuple[str, ...]] = {
    "Case=Nom": ("nomn",),
    "Case=Gen": ("gent", "gen2"),
    "Case=Dat": ("datv",),
    "Case=Acc": ("accs",),
    "Case=Ins": ("ablt",),
    "Case=Loc": ("loct", "loc2"),
    "Case=Par": ("gen2", "gent"),
    "Case=Voc": ("voct",),
    "Number=Sing": ("sing",),
    "Number=Plur": ("plur",),
    "Gender=Masc": ("masc",),
    "Gender=Fem": ("femn",),
    "Gender=Neut": ("neut",),
    "Animacy=Anim": ("anim",),
    "Animacy=Inan": ("inan",),
    "Person=1": ("1per",),
    "Person=2": ("2per",),
    "Person=3": ("3per",),
    "Tense=Past": ("past",),
    "Tense=Pres": ("pres",),
    "Tense=Fut": ("futr",),
    "Mood=Imp": ("impr",),
    "Aspect=Perf": ("perf",),
    "Aspect=Imp": ("impf",),
    "Voice=Pass": ("pssv",),
    "VerbForm=Inf": ("INFN",),
    "VerbForm=Conv": ("GRND",),
    "VerbForm=Part": ("PRTF", "PRTS"),
    "Variant=Short": ("ADJS", "PRTS"),
    "Degree=Cmp": ("COMP",),
}


def lemma(word: str, language: str) -> str:
    """The likeliest dictionary form of a word whose place is not known, in comparable form."""
    return morphology_of(language).lemmas(normal(word))[0]


def lemma_in_place(word: str, part: str, features: str) -> str:
    """The dictionary form, in comparable form, that agrees best with what a tagger says.

    ``part`` is a universal part of speech (``NOUN``), ``features`` are universal features
    (``Case=Dat|Number=Sing``). Where nothing agrees it is the likeliest form.
    """
    return _lemma_in_place(normal(word), part, features)


@lru_cache(maxsize=50_000)
def _lemma_in_place(word: str, part: str, features: str) -> str:
    analyses = russian.parses(word)
    if not analyses:
        return word
    parts = _PARTS.get(part, frozenset())
    wanted = [_GRAMMEMES[feature] for feature in features.split("|") if feature in _GRAMMEMES]

    def agreement(analysis: Parse) -> tuple[bool, int]:
        present = analysis.tag.grammemes
        shared = sum(not present.isdisjoint(names) for names in wanted)
        return analysis.tag.POS in parts, shared

    return normal(max(analyses, key=agreement).normal_form)
