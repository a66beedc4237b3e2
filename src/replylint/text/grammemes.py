"""The grammemes of patterns in plain words, for those who are no linguists."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from replylint.translation import LANGUAGES, _, speaking

_OFTEN = ("impr", "1per", "2per", "plur", "past", "futr", "gent", "INFN", "VERB", "NOUN")
_SHORTEST_WORD = 2
_SELDOM_OF_USE = frozenset(("tran", "intr", "anim", "inan"))


def plain_names() -> dict[str, str]:
    """Each grammeme that people meet, in the order of a grammar: what it means in plain words.

    The words are in the language of the program. Grammemes of Russian are those of pymorphy3,
    those of English are listed in ``text.english``.
    """
    return {**_parts(), **_of_nouns(), **_of_verbs(), **_of_pronouns(), **_rare()}


def plain_name(grammeme: str) -> str:
    """A grammeme in plain words, with “not” for ``-grammeme``; itself when nobody needs it."""
    names = plain_names()
    if grammeme.startswith("-"):
        return _("not {grammeme}").format(grammeme=names.get(grammeme[1:], grammeme[1:]))
    return names.get(grammeme, grammeme)


def in_plain_words(grammemes: Iterable[str]) -> str:
    """Grammemes in plain words: those that say most first, those that nobody needs left out."""
    present = {name for name in grammemes if is_for_people(name)}
    names = plain_names()
    known = [names[name] for name in names if name in present]
    if "impr" in present and "incl" in present:
        known = [name for name in known if name != names["impr"]]
    return ", ".join(known)


def explained(grammeme: str) -> str:
    """A grammeme with its plain name, if that says more: ``impr: imperative (an order to you)``."""
    name = plain_name(grammeme)
    return grammeme if name == grammeme else f"{grammeme}: {name}"


def no_such_grammeme(written: str, known: Sequence[str]) -> str:
    """What to say of a grammeme that is not ``known``: which one was meant, else the usual ones."""
    message = _("there is no grammeme “{name}”").format(name=written)
    meant = _meant(written.lstrip("-").lower(), known)
    if meant is None:
        usual = "; ".join(explained(name) for name in _OFTEN if name in known)
        return message + _("; the usual ones are {names}").format(names=usual)
    message += _("; did you mean “{word}”?").format(word=meant)
    name = plain_names().get(meant, meant)
    return message if name == meant else message + " " + _("It means {name}.").format(name=name)


def _meant(written: str, known: Sequence[str]) -> str | None:
    """The known grammeme that is written almost so, or whose plain name begins so."""
    by_lower = {name.lower(): name for name in known}
    if written in by_lower:
        return by_lower[written]
    for language in LANGUAGES if len(written) >= _SHORTEST_WORD else ():
        with speaking(language):
            names = plain_names()
        for name in names:
            if name in known and names[name].lower().startswith(written):
                return name
    named = [lower for lower, name in by_lower.items() if name in plain_names()]
    for candidates in (named, list(by_lower)):
        close = difflib.get_close_matches(written, candidates, n=1, cutoff=0.6)
        if close:
            return by_lower[close[0]]
    return None


def is_for_people(grammeme: str) -> bool:
    """Whether a grammeme has a plain name and is worth telling without being asked."""
    return grammeme in plain_names() and grammeme not in _SELDOM_OF_USE


def _parts() -> dict[str, str]:
    return {
        "NOUN": _("noun"),
        "ADJF": _("adjective"),
        "ADJS": _("short adjective"),
        "COMP": _("comparative"),
        "VERB": _("verb"),
        "INFN": _("infinitive"),
        "PRTF": _("participle"),
        "PRTS": _("short participle"),
        "GRND": _("gerund"),
        "NUMR": _("numeral"),
        "ADVB": _("adverb"),
        "NPRO": _("pronoun"),
        "PRED": _("predicative"),
        "PREP": _("preposition"),
        "CONJ": _("conjunction"),
        "PRCL": _("particle"),
        "INTJ": _("interjection"),
    }


def _of_nouns() -> dict[str, str]:
    return {
        "nomn": _("nominative (who? what?)"),
        "gent": _("genitive (of whom? of what?)"),
        "datv": _("dative (to whom? to what?)"),
        "accs": _("accusative (whom? what?)"),
        "ablt": _("instrumental (by whom? with what?)"),
        "loct": _("locative (about whom? in what?)"),
        "voct": _("vocative (calling somebody)"),
        "gen2": _("second genitive"),
        "loc2": _("second locative"),
        "sing": _("singular"),
        "plur": _("plural"),
        "masc": _("masculine"),
        "femn": _("feminine"),
        "neut": _("neuter"),
        "anim": _("animate"),
        "inan": _("inanimate"),
    }


def _of_verbs() -> dict[str, str]:
    return {
        "1per": _("1st person (I, we)"),
        "2per": _("2nd person (you)"),
        "3per": _("3rd person (he, she, it, they)"),
        "past": _("past"),
        "pres": _("present"),
        "futr": _("future"),
        "impr": _("imperative (an order to you)"),
        "incl": _("imperative (let us together)"),
        "perf": _("perfective (what to have done)"),
        "impf": _("imperfective (what to be doing)"),
        "tran": _("transitive"),
        "intr": _("intransitive"),
        "actv": _("active"),
        "pssv": _("passive"),
        "Impe": _("impersonal"),
        "inf": _("base form"),
        "part": _("past participle"),
        "ger": _("form in -ing"),
        "comp": _("comparative degree"),
        "supr": _("superlative degree"),
        "Supr": _("superlative degree"),
    }


def _of_pronouns() -> dict[str, str]:
    return {
        "Apro": _("pronominal"),
        "Anum": _("ordinal"),
        "Poss": _("possessive"),
        "Ques": _("interrogative"),
        "Dmns": _("demonstrative"),
        "Name": _("first name"),
        "Surn": _("surname"),
        "Patr": _("patronymic"),
        "Geox": _("place name"),
        "Orgn": _("organisation"),
        "Abbr": _("abbreviation"),
        "Prnt": _("parenthetical"),
        "Slng": _("slang"),
        "Infr": _("colloquial"),
        "Arch": _("archaic"),
        "Fixd": _("never inflected"),
    }


def _rare() -> dict[str, str]:
    return {
        "LATN": _("Latin letters"),
        "NUMB": _("number"),
        "ROMN": _("Roman numeral"),
        "UNKN": _("unknown word"),
    }
