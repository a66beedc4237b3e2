"""From the pairs of a ``swap`` rule to signals and better words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from replylint.checks.swap import BetterWord
from replylint.packs.bench import Bench
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.pattern_tree import (
    Alternatives,
    Lexeme,
    Node,
    Optional_,
    Reported,
    Sequence_,
    Word,
)
from replylint.signals.phrases import Phrases
from replylint.signals.refined import Refined
from replylint.text.language import Morphology
from replylint.text.zones import Zone
from replylint.translation import _
from replylint.yamlfile.source import Path_

_PART = re.compile(r"(?P<part>\{(?P<lexeme>[^{}\s]+)\}(?!\S)|\S+)")


def compile_swap(
    bench: Bench, full: str, pairs: Mapping[str, str], path: Path_, zones: frozenset[Zone]
) -> tuple[dict[str, tuple[BetterWord, ...]], Morphology]:
    """For each pair a signal that finds the worse wording, and the better wording's words.

    The first ``{lexeme}`` of the better wording takes the form of the first of the pattern, and so
    on; plain words stay as they are.
    """
    better: dict[str, tuple[BetterWord, ...]] = {}
    for number, (worse, wording) in enumerate(pairs.items()):
        where = (*path, "swap", worse)
        name = f"{full}/swap-{number}"
        bench.compile(name, [worse], where, key=True)
        bench.collected.add(name, Refined(Phrases(name), zones))
        try:
            better[name] = _words(bench, worse, wording)
        except PatternError as error:
            bench.wrong_in_text(error, where)
    return better, bench.names.morphology


def _words(bench: Bench, worse: str, wording: str) -> tuple[BetterWord, ...]:
    try:
        nodes = _lexemes(parse_pattern(worse))
        models = [(bench.names.forms(node), node.lexemes) for node in nodes]
    except PatternError:
        return ()
    words: list[BetterWord] = []
    for match in _PART.finditer(wording):
        part, lexeme = match["part"], match["lexeme"]
        start, end = match.span()
        if lexeme is None:
            if "{" in part or "}" in part:
                raise PatternError(_("braces stand around a whole word"), start, end)
            words.append(BetterWord(part))
        elif not models:
            raise PatternError(
                _("“{word}” has no lexeme on the left whose form it could take").format(word=part),
                start,
                end,
            )
        else:
            bench.names.forms(Lexeme((lexeme,), (), start, end))
            words.append(BetterWord(lexeme, True, *models[0]))
            models = models[1:] or models
    return tuple(words)


def _lexemes(node: Node) -> list[Lexeme]:
    match node:
        case Lexeme(lexemes=(_first, *_rest)):
            return [node]
        case Word():
            return []
        case Sequence_(items):
            return [found for item in items for found in _lexemes(item)]
        case Alternatives(branches):
            return [found for branch in branches for found in _lexemes(branch)]
        case Optional_(item) | Reported(item):
            return _lexemes(item)
        case _:
            return []
