"""A pattern in plain words, and everything that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.pattern_tree import (
    Alternatives,
    Anchor,
    AnyWord,
    Beginning,
    Entity,
    Gap,
    Lexeme,
    ListOf,
    Mark,
    Node,
    Optional_,
    Reported,
    Sequence_,
    SignalHere,
    Word,
)
from replylint.packs.program_builder import Names, expand
from replylint.text.grammemes import plain_name
from replylint.translation import _, plural

_MOST_WORDS = 8


def quoted(text: str) -> str:
    """A text in the quotation marks of the program's language."""
    return _("“{text}”").format(text=text)


def in_words(pattern: str) -> str:
    """A pattern in plain words; why it cannot be read, if it cannot."""
    try:
        return _words(parse_pattern(pattern))
    except PatternError as error:
        return _("cannot be read: {why}").format(why=error.message)


def expanded(pattern: str, names: Names) -> list[tuple[str, str]]:
    """The parts of a pattern that stand for many words: as written, and all that it finds."""
    try:
        return list(dict.fromkeys(_parts(parse_pattern(pattern), names, set())))
    except PatternError as error:
        return [(pattern, _("cannot be read: {why}").format(why=error.message))]


def signals_in(pattern: str, names: Names) -> list[str]:
    """The full names of the signals that a pattern asks, through its lists as well."""
    try:
        found = [names.signal(node) for node in _signals(expand(parse_pattern(pattern), names))]
    except PatternError:
        return []
    return list(dict.fromkeys(found))


def entity_name(kind: str) -> str:
    """An entity in plain words."""
    names = {
        "date": _("a date"),
        "time": _("a time of day"),
        "duration": _("a length of time"),
        "money": _("a sum of money"),
        "number": _("a number"),
        "order": _("an order or ticket number"),
        "name": _("a person's name"),
        "phone": _("a phone number"),
        "email": _("an e-mail address"),
        "url": _("a link"),
        "emoji": _("an emoji"),
        "placeholder": _("a placeholder"),
    }
    return names.get(kind, kind)


def _words(node: Node) -> str:
    match node:
        case Word(form):
            return quoted(form)
        case Lexeme():
            return _lexeme(node)
        case Beginning(form):
            return _("“{text}…” [a word that begins so]").format(text=form)
        case AnyWord():
            return _("any word")
        case Gap(most):
            return _gap(most)
        case Anchor(sign):
            return _anchor(sign)
        case Mark(mark):
            return _("the mark “{mark}”").format(mark=mark)
        case Entity(kind):
            return entity_name(kind)
        case SignalHere(name=name):
            return _("the signal “{name}”").format(name=name)
        case ListOf(name=name):
            return _("a phrase of @{name}").format(name=name)
        case Sequence_(items):
            return " + ".join(_joined(items))
        case Alternatives(branches):
            return f"({_choice([_words(branch) for branch in branches])})"
        case Optional_(item):
            return _("(perhaps {what})").format(what=_words(item))
        case Reported(item):
            return _("{what} [only this is reported]").format(what=_words(item))


def _joined(items: Sequence[Node]) -> Iterator[str]:
    """The parts of a sequence in words; plain words that follow each other are one part."""
    run: list[str] = []
    for item in items:
        if isinstance(item, Word):
            run.append(item.form)
            continue
        if run:
            yield quoted(" ".join(run))
            run = []
        yield _words(item)
    if run:
        yield quoted(" ".join(run))


def _lexeme(node: Lexeme) -> str:
    forms = ", ".join(plain_name(grammeme) for grammeme in node.grammemes)
    if not node.lexemes:
        return _("any word [{forms}]").format(forms=forms)
    forms = forms or _("any form")
    words = _choice([quoted(word) for word in node.lexemes])
    chosen = f"({words})" if len(node.lexemes) > 1 else words
    return f"{chosen} [{forms}]"


def _choice(words: Sequence[str]) -> str:
    """Alternatives; of very many only the first."""
    shown = list(words) if len(words) <= _MOST_WORDS + 1 else list(words[:_MOST_WORDS])
    left = len(words) - len(shown)
    text = " / ".join(shown)
    if left:
        text += " / " + plural("{count} more", "{count} more", left).format(count=left)
    return text


def _gap(most: int | None) -> str:
    if most is None:
        return _("any number of words")
    return plural("up to {count} word", "up to {count} words", most).format(count=most)


def _anchor(sign: str) -> str:
    texts = {
        "^": _("[the sentence starts here]"),
        "$": _("[the sentence ends here]"),
        "^^": _("[the reply starts here]"),
        "$$": _("[the reply ends here]"),
    }
    return texts[sign]


def _signals(node: Node) -> Iterator[SignalHere]:
    match node:
        case SignalHere():
            yield node
        case Sequence_(items) | Alternatives(items):
            for item in items:
                yield from _signals(item)
        case Optional_(item) | Reported(item):
            yield from _signals(item)
        case _:
            return


def _parts(node: Node, names: Names, seen: set[str]) -> Iterator[tuple[str, str]]:
    """The lexemes and lists below a node; ``seen`` are the lists that were told already."""
    match node:
        case Lexeme(lexemes=(_first, *_rest)):
            yield _written(node), ", ".join(sorted(names.forms(node)))
        case ListOf(name=name) if name not in seen:
            seen.add(name)
            there, phrases = names.list_of(node)
            yield f"@{name}", " | ".join(_words(phrase) for phrase in phrases)
            for phrase in phrases:
                yield from _parts(phrase, there, seen)
        case Sequence_(items) | Alternatives(items):
            for item in items:
                yield from _parts(item, names, seen)
        case Optional_(item) | Reported(item):
            yield from _parts(item, names, seen)
        case _:
            return


def _written(node: Lexeme) -> str:
    """A lexeme in the notation of patterns."""
    grammemes = ":" + ",".join(node.grammemes) if node.grammemes else ""
    return "{" + "|".join(node.lexemes) + grammemes + "}"
