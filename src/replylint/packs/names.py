"""What the names in the patterns of a pack mean: its own lists and signals, and those it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from replylint.errors import PackError
from replylint.packs.loader import LoadedPack, load_packs
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.pattern_tree import Lexeme, ListOf, Node, SignalHere
from replylint.signals.grammemes import HasGrammemes
from replylint.text.grammemes import explained, no_such_grammeme
from replylint.text.language import Morphology, morphology_of
from replylint.text.lexeme_errors import UnknownGrammemeError, UnknownLexemeError
from replylint.translation import _
from replylint.yamlfile.nearest import nearest


class PackNames:
    """Resolves names for one pack; ``packs`` are all loaded packs by name.

    ``told`` are the signals that were found by their full names, in whichever pack that is loaded.
    """

    def __init__(
        self, pack: LoadedPack, packs: Mapping[str, LoadedPack], morphology: Morphology
    ) -> None:
        self._met: dict[str, PackNames] = {pack.file.pack: self}
        self._visible = [
            pack,
            *(packs[used] for used in pack.file.uses + pack.file.extends if used in packs),
        ]
        self._packs = packs
        self.morphology = morphology
        self.told: set[str] = set()

    def find_signal(self, name: str) -> str | None:
        """The full name (``ru/signals.refusal``) of a signal that this pack can see."""
        if "." in name:
            pack_name, _dot, signal = name.rpartition(".")
            pack = self._packs.get(pack_name)
            if pack is None or signal not in pack.file.signals:
                return None
            self.told.add(name)
            return name
        for pack in self._visible:
            if name in pack.file.signals:
                return f"{pack.file.pack}.{name}"
        return None

    def no_such_signal(self, name: str, *, in_pattern: bool = False) -> str:
        """The message for a signal that cannot be found; ``in_pattern`` means written ``&name``."""
        message = _("there is no signal “{name}”").format(name=name)
        owner = self._owner_elsewhere(name)
        if owner is not None:
            text = _("; the pack “{pack}” has it: add “uses: [{pack}]”")
            return message + text.format(pack=owner)
        known = [signal for pack in self._visible for signal in pack.file.signals]
        hint = "" if in_pattern else _(' (patterns are written as a list: ["…"])')
        return message + nearest(name, known) + hint

    def _owner_elsewhere(self, name: str) -> str | None:
        """The pack of ours that has a signal of this name, though this pack does not use it."""
        language = self._visible[0].file.language
        owner, _dot, signal = name.rpartition(".")
        has_it = (pack for pack, signals in _shipped_signals(language).items() if signal in signals)
        return next((pack for pack in has_it if owner in ("", pack)), None)

    def signal(self, node: SignalHere) -> str:
        """The full name of the signal of a node; raises ``PatternError`` when there is none."""
        found = self.find_signal(node.name)
        if found is None:
            message = self.no_such_signal(node.name, in_pattern=True)
            raise PatternError(message, node.start, node.end)
        return found

    def list_of(self, node: ListOf) -> tuple[PackNames, Sequence[Node]]:
        """The phrases of a list and the names of its pack; raises ``PatternError`` when unknown."""
        for pack in self._visible:
            phrases = pack.file.define.get(node.name)
            if phrases is not None:
                return self._names_in(pack), [_phrase(node, phrase) for phrase in phrases]
        known = [name for pack in self._visible for name in pack.file.define]
        raise PatternError(
            _("there is no list “@{name}” in define").format(name=node.name)
            + nearest(node.name, known),
            node.start,
            node.end,
        )

    def _names_in(self, pack: LoadedPack) -> PackNames:
        """The names of another pack: the same object for each pack, however one comes there."""
        name = pack.file.pack
        if name not in self._met:
            names = PackNames(pack, self._packs, self.morphology)
            names._met, names.told = self._met, self.told
            self._met[name] = names
        return self._met[name]

    def is_common(self, word: str) -> bool:
        """Whether a word stands in most texts."""
        return self.morphology.is_common(word)

    def forms(self, node: Lexeme) -> frozenset[str]:
        """All forms of the lexemes with the grammemes; ``PatternError`` when there is none."""
        try:
            return _forms(self.morphology.code, node.lexemes, node.grammemes)
        except UnknownLexemeError as error:
            raise PatternError(
                _("“{word}” is not a dictionary form; write “{form}”").format(
                    word=error.word, form=error.dictionary_form
                ),
                node.start,
                node.end,
            ) from error
        except UnknownGrammemeError as error:
            raise _unknown_grammeme(error, node) from error
        except _NoFormError as error:
            raise PatternError(
                _("“{word}” has no form that is {grammemes}, so this can never match").format(
                    word=error.lexeme, grammemes="; ".join(map(explained, node.grammemes))
                ),
                node.start,
                node.end,
            ) from error

    def predicate(self, node: Lexeme) -> Callable[[str], bool]:
        """What tells whether a word has the grammemes of a node that names no lexeme."""
        try:
            self.morphology.check_grammemes(node.grammemes)
        except UnknownGrammemeError as error:
            raise _unknown_grammeme(error, node) from error
        return HasGrammemes(self.morphology.code, node.grammemes)


@cache
def _shipped_signals(language: str) -> Mapping[str, frozenset[str]]:
    """The signals of the packs that come with replylint for a language, by pack.

    Those with more signals come first: they are made to be used.
    """
    try:
        packs = [pack.file for pack in load_packs([language])]
    except PackError:
        return {}
    packs.sort(key=lambda pack: -len(pack.signals))
    return {pack.pack: frozenset(pack.signals) for pack in packs}


class _NoFormError(ValueError):
    """A lexeme has no form with the grammemes."""

    def __init__(self, lexeme: str) -> None:
        super().__init__(lexeme)
        self.lexeme = lexeme


@lru_cache(maxsize=20_000)
def _forms(language: str, lexemes: tuple[str, ...], grammemes: tuple[str, ...]) -> frozenset[str]:
    """All forms of the lexemes: the same set wherever they are named."""
    morphology = morphology_of(language)
    several = []
    for lexeme in lexemes:
        forms = morphology.forms(lexeme, grammemes)
        if not forms:
            raise _NoFormError(lexeme)
        several.append(forms)
    return frozenset().union(*several) if len(several) > 1 else several[0]


def _unknown_grammeme(error: UnknownGrammemeError, node: Lexeme) -> PatternError:
    message = no_such_grammeme(error.grammeme, error.known)
    return PatternError(message, node.start, node.end)


def _phrase(node: ListOf, phrase: str) -> Node:
    try:
        return parse_pattern(phrase)
    except PatternError as error:
        message = _("in the list “@{name}”, “{phrase}”: {why}").format(
            name=node.name, phrase=phrase, why=error.message
        )
        raise PatternError(message, node.start, node.end) from error
