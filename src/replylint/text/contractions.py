"""English contractions are equal to their full forms: «can't», «cant» and «cannot» are «can not».

A contraction is one token of the text and two words (or more) to the patterns. Its letters are
divided among the words, so that each has a place of its own in the text: of «can't» the word
«can» has the code points [0, 3) and «not» [3, 5); of «won't» «will» has [0, 2) and «not» [2, 5).
The same is done with the literals of patterns, so both sides always agree.

- «'s» and «'d» are read by the next word: «it's been» is «it has been», «I'd be» is «I would be».
- Apostrophes that were not typed are understood where nothing else can be meant: «dont», «youre»,
  «im», but not «its», «well», «were», «ill», «id». «cant» and «wont» are words, yet not in replies.
- «customer's» stays one word: it is a possessive, or cannot be told from one.
"""

from __future__ import annotations

from collections.abc import Sequence

from replylint.text.tokens import Triple

Part = tuple[str, int]
"""A full word, and how many letters of the contraction are its."""

_NEGATED = """can could do does did is are was were have has had would should must might need ought
    may dare""".split()
_IRREGULAR_NEGATED = {"wo": "will", "sha": "shall", "ai": "is"}
_FOLLOWERS = {
    "'m": ("am", ["i"]),
    "'re": ("are", "you we they there what who how where these those".split()),
    "'ve": (
        "have",
        "i you we they there who what could would should might must may".split(),
    ),
    "'ll": ("will", "i you he she it we they that this there what who how one".split()),
    "'d": ("'d", "i you he she it we they that there who what how".split()),
    "'s": (
        "'s",
        """he she it that this there here what who where how when why everything something nothing
        everyone somebody someone anybody nobody""".split(),
    ),
}
_UNTYPED = """dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt
    mustnt cant wont""".split()
_UNTYPED_FOLLOWERS = """im ive youre youve youll theyre theyve theyll weve thats whats theres heres
    wheres whos hows itll thatll itd youd theyd couldve wouldve shouldve""".split()
_MERGED = {
    "cannot": (("can", 3), ("not", 3)),
    "gonna": (("going", 3), ("to", 2)),
    "wanna": (("want", 3), ("to", 2)),
    "gotta": (("got", 3), ("to", 2)),
    "lemme": (("let", 3), ("me", 2)),
    "gimme": (("give", 3), ("me", 2)),
    "let's": (("let", 3), ("us", 2)),
}
_BEFORE_NOUNS = frozenset("a the my your his her our their its this that no".split())
_ADVERBS = frozenset("not just only already also never always really still all probably".split())
_HAS = frozenset("been got had".split())
_HAD = frozenset("better been had gone done seen taken given known written become gotten".split())


def _table() -> dict[str, tuple[Part, ...]]:
    table: dict[str, tuple[Part, ...]] = dict(_MERGED)
    for verb in _NEGATED:
        if verb == "can":
            table["can't"] = (("can", 3), ("not", 2))
            continue
        table[f"{verb}n't"] = ((verb, len(verb)), ("not", 3))
        table[f"{verb}n't've"] = ((verb, len(verb)), ("not", 3), ("have", 3))
    for stem, verb in _IRREGULAR_NEGATED.items():
        table[f"{stem}n't"] = ((verb, len(stem)), ("not", 3))
    for ending, (full, hosts) in _FOLLOWERS.items():
        for host in hosts:
            table[host + ending] = ((host, len(host)), (full, len(ending)))
    for typed in list(table):
        bare = typed.replace("'", "")
        if bare in _UNTYPED or bare in _UNTYPED_FOLLOWERS:
            *before, (last, length) = table[typed]
            table[bare] = (*before, (last, length - 1))
    return table


_TABLE = _table()


def contracted(words: Sequence[str]) -> bool:
    """Whether any of the words (in comparable form) is a contraction; a quick look."""
    return not _TABLE.keys().isdisjoint(words)


def full_words(words: Sequence[str], following: str = "") -> list[str]:
    """The words (in comparable form) with full words in place of contractions.

    ``following`` is the word after them, if it is known.
    """
    found: list[str] = []
    known = [*words, following]
    for index, word in enumerate(words):
        parts = _parts(known, index, word)
        found += [full for full, _size in parts] or [word]
    return found


def expand(
    text: str, words: Sequence[str], tokens: Sequence[Triple], token_of: Sequence[int]
) -> tuple[list[str], list[Triple], list[int]]:
    """Put full words in place of contractions in three parallel lists.

    ``words`` are in comparable form, ``tokens`` say where they stand in ``text``, ``token_of`` has
    numbers that are repeated for each part. The parts of a contraction follow each other without a
    gap from its first letter to its last, and none is empty.
    """
    new_words: list[str] = []
    new_tokens: list[Triple] = []
    new_token_of: list[int] = []
    for index, (word, token, number) in enumerate(zip(words, tokens, token_of, strict=True)):
        kind, start, stop = token
        parts = _parts(words, index, text[start:stop]) if word in _TABLE else None
        if not parts:
            new_words.append(word)
            new_tokens.append(token)
            new_token_of.append(number)
            continue
        for place, (full, size) in enumerate(parts, 1):
            end = stop if place == len(parts) else start + size
            new_words.append(full)
            new_tokens.append((kind, start, end))
            new_token_of.append(number)
            start = end
    return new_words, new_tokens, new_token_of


def _parts(words: Sequence[str], index: int, written: str) -> list[Part]:
    """What the word is short for in its surroundings; empty when it is not a contraction."""
    parts = _TABLE.get(words[index])
    if parts is None or not _is_meant(words, index, written):
        return []
    if len(written) < sum(size for _full, size in parts):
        return []
    after = _next_word(words, index)
    return [(_resolved(full, after), size) for full, size in parts]


def _is_meant(words: Sequence[str], index: int, written: str) -> bool:
    """Not the noun in «as is his wont», nor the abbreviation IM."""
    word = words[index]
    if word in ("cant", "wont"):
        return index == 0 or words[index - 1] not in _BEFORE_NOUNS
    return word != "im" or written != "IM"


def _next_word(words: Sequence[str], index: int) -> str:
    following = (words[place] for place in range(index + 1, len(words)))
    return next((word for word in following if word not in _ADVERBS), "")


def _resolved(full: str, after: str) -> str:
    """The word that «'s» or «'d» stands for, by the word after it."""
    if full == "'s":
        return "has" if after in _HAS else "is"
    if full == "'d":
        return "had" if after in _HAD else "would"
    return full
