"""How regular English nouns, verbs and adjectives are inflected, and what a form may go back to."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_CONSONANT_O = re.compile(r"[^aeiou]o$")
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][bcdfgklmnprstvz]")
_DOUBLED = re.compile(r"([bdfgklmnprstvz])\1$")


def plural(noun: str) -> str:
    """The regular plural: orders, addresses, replies."""
    return _with_s(noun)


def third_person(verb: str) -> str:
    """The regular third person singular: helps, passes, tries, goes."""
    return f"{verb}es" if _CONSONANT_O.search(verb) else _with_s(verb)


def past(verb: str, doubles: bool = False) -> tuple[str, ...]:
    """The regular past: helped, closed, tried, stopped.

    Where ``doubles`` says that a longer verb doubles its last letter, both spellings are given:
    with «cancelled» and «canceled» both are right, with «occurred» the other is what people type.
    """
    if verb.endswith("e"):
        return (f"{verb}d",)
    if _CONSONANT_Y.search(verb):
        return (f"{verb[:-1]}ied",)
    return tuple(f"{stem}ed" for stem in _stems(verb, doubles))


def gerund(verb: str, doubles: bool = False) -> tuple[str, ...]:
    """The form in -ing: helping, closing, tying, stopping; for ``doubles`` see ``past``."""
    if verb.endswith("ie"):
        return (f"{verb[:-2]}ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return (f"{verb[:-1]}ing",)
    return tuple(f"{stem}ing" for stem in _stems(verb, doubles))


def comparison(adjective: str) -> tuple[str, str]:
    """The regular comparative and superlative: slower, slowest."""
    if adjective.endswith("e"):
        return f"{adjective}r", f"{adjective}st"
    if _CONSONANT_Y.search(adjective):
        return f"{adjective[:-1]}ier", f"{adjective[:-1]}iest"
    stem = _stems(adjective, False)[0]
    return f"{stem}er", f"{stem}est"


def possible_stems(form: str) -> Iterator[str]:
    """What a regular form may have been made from, by its ending, in no order of likelihood."""
    if form.endswith("'s"):
        yield form[:-2]
    if form.endswith("s"):
        yield form[:-1]
    for ending, replacements in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            for replacement in replacements:
                yield stem + replacement
            if (ending in _DOUBLING and _DOUBLED.search(stem)) or (
                ending in _DOUBLING and stem.endswith("ck")
            ):
                yield stem[:-1]


_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ves", ("f", "fe")),
    ("es", ("",)),
    ("ied", ("y", "ie")),
    ("ed", ("", "e")),
    ("ying", ("ie",)),
    ("ing", ("", "e")),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("er", ("", "e")),
    ("est", ("", "e")),
)
_DOUBLING = frozenset({"ed", "ing", "er", "est"})


def _with_s(word: str) -> str:
    if _HISSING.search(word):
        return f"{word}es"
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}s"


def _stems(word: str, doubles: bool) -> tuple[str, ...]:
    if _SHORT.fullmatch(word) and len(word) > 2:
        return (word + (word[-1] if word[-1] != "c" else "k"),)
    if word.endswith("ic"):
        return (f"{word}k",)
    if doubles and word[-1] != word[-2]:
        return word + word[-1], word
    return (word,)
