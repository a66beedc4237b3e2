"""What English words there are: the lexicon file, and the closed classes of function words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

_FILE = Path(__file__).with_name("english_lexicon.txt")

_PRONOUNS = {
    "i": {"i": "nomn", "me": "accs"},
    "we": {"we": "nomn", "us": "accs"},
    "he": {"he": "nomn", "him": "accs"},
    "she": {"she": "nomn", "her": "accs"},
    "they": {"they": "nomn", "them": "accs"},
    "who": {"who": "nomn", "whom": "accs"},
    "you": {"you": ""},
    "it": {"it": ""},
    "my": {"my": "", "mine": ""},
    "our": {"our": "", "ours": ""},
    "your": {"your": "", "yours": ""},
    "her": {"her": "", "hers": ""},
    "their": {"their": "", "theirs": ""},
    "this": {"this": "sing", "these": "plur"},
    "that": {"that": "sing", "those": "plur"},
    "one": {"one": "", "ones": "plur"},
    "other": {"other": "", "others": "plur"},
    "a": {"a": "", "an": ""},
}
_PERSONS = {
    "i": "sing 1per",
    "my": "sing 1per",
    "we": "plur 1per",
    "our": "plur 1per",
    "you": "2per",
    "your": "2per",
    "he": "sing 3per",
    "she": "sing 3per",
    "her": "sing 3per",
    "it": "sing 3per",
    "they": "plur 3per",
    "their": "plur 3per",
}
_MODALS = {
    "can": "could",
    "may": "might",
    "shall": "should",
    "will": "would",
    "could": "",
    "might": "",
    "should": "",
    "would": "",
    "must": "",
    "ought": "",
}
_BE = {
    "be": ("inf", "impr"),
    "am": ("pres 1per sing",),
    "are": ("pres 2per", "pres plur"),
    "is": ("pres 3per sing",),
    "was": ("past 1per sing", "past 3per sing"),
    "were": ("past 2per", "past plur"),
    "been": ("part",),
    "being": ("ger",),
}
_UNINFLECTED = {
    "NPRO": """the some any no none every each either neither both all another such what which whose
        whatever whichever whoever his its myself yourself yourselves ourselves himself herself
        itself themselves someone somebody something anyone anybody anything everyone everybody
        everything nobody nothing mine yours most less least few several much many enough""",
    "CONJ": """and or but nor so yet because if unless until till although though while whereas
        since whether than as once""",
    "PREP": """of in on at by for with without from to into onto upon about above across after
        against along among around before behind below beneath beside besides between beyond despite
        down during except inside like near off out outside over past per regarding through
        throughout toward towards under up via within amid concerning""",
    "PRCL": "not no yes yeah please ok",
    "ADVB": """never ever also too very just only even still already again always often sometimes
        maybe perhaps here there now then today tomorrow yesterday when where why how however
        therefore thus hence instead otherwise anyway quite rather almost soon later twice away back
        else somewhere anywhere everywhere nowhere more most less least better best worse worst
        further""",
    "ADJF": "more less better best worse worst further first second third",
    "NUMR": """zero two three four five six seven eight nine ten eleven twelve twenty thirty hundred
        thousand million""",
    "INTJ": "hello hi hey bye",
}
_ALSO_COMMON = """have has had having do does did done get got go make take see let us know contact
    thank thanks sorry order account time help need want look check team""".split()


class Entry(NamedTuple):
    """A lexeme of the open classes: what it can be and its irregular forms.

    ``flags`` are the letters described in the file, ``irregular`` maps the name of a form (plur,
    3per, past, part, ger, comp, supr) to the forms themselves.
    """

    flags: str
    irregular: Mapping[str, tuple[str, ...]]


UNKNOWN_WORD = Entry("nv", MappingProxyType({}))
"""What a word is taken for that the lexicon lacks: a noun and a verb, both regular."""


@cache
def _lines() -> Mapping[str, str]:
    """The lines of the file by their word; they are read further when a word is asked for."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line[0] != "#")


def find(word: str) -> Entry | None:
    """The entry of a dictionary form, None when there is none."""
    line = _lines().get(word)
    if line is None:
        return None
    flags, *irregular = line.split(" ")
    pairs = (item.split("=") for item in irregular)
    return Entry(flags, {name: tuple(forms.split("/")) for name, forms in pairs})


@cache
def irregular_lemmas() -> Mapping[str, tuple[str, ...]]:
    """From irregular forms to their dictionary forms."""
    found: dict[str, list[str]] = {}
    for word, line in _lines().items():
        for item in line.split(" ")[1:]:
            for form in item.partition("=")[2].split("/"):
                found.setdefault(form, []).append(word)
    return {form: tuple(words) for form, words in found.items()}


@cache
def closed_class() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The function words by dictionary form: their forms, each with its grammemes as one text."""
    paradigms: dict[str, list[tuple[str, str]]] = {}
    for lemma, forms in _PRONOUNS.items():
        person = _PERSONS.get(lemma, "")
        paradigms[lemma] = [(form, f"NPRO {person} {case}") for form, case in forms.items()]
    for lemma, past in _MODALS.items():
        paradigms[lemma] = [(lemma, "VERB pres")] + ([(past, "VERB past")] if past else [])
    paradigms["be"] = [(form, f"VERB {tag}") for form, tags in _BE.items() for tag in tags]
    for part, words in _UNINFLECTED.items():
        for word in words.split():
            paradigms.setdefault(word, []).append((word, part))
    return {lemma: tuple(forms) for lemma, forms in paradigms.items()}


@cache
def closed_lemmas() -> Mapping[str, tuple[str, ...]]:
    """From the forms of function words to their dictionary forms."""
    found: dict[str, list[str]] = {}
    for lemma, forms in closed_class().items():
        for form, _tag in forms:
            if lemma not in found.setdefault(form, []):
                found[form].append(lemma)
    return {form: tuple(lemmas) for form, lemmas in found.items()}


@cache
def common_words() -> frozenset[str]:
    """The word forms that stand in most texts: function words, auxiliaries and a few more."""
    return frozenset(closed_lemmas()) | frozenset(_ALSO_COMMON)
