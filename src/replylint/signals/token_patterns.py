"""A signal made of spaCy Matcher patterns as they stand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from replylint.signals.match import Match, without_overlapping
from replylint.signals.reading import Reading
from replylint.signals.token_attributes import demands, needs_parser, prepared, sentences_with
from replylint.text.document import Document
from replylint.text.zones import AUTHORS_OWN, Zone
from replylint.translation import _

if TYPE_CHECKING:
    from spacy.matcher import Matcher

    from replylint.text.spacy_view import SentenceDoc, SpacyView


class TokenPatterns:
    """Finds what one of the patterns matches, each inside one sentence.

    ``patterns`` is one pattern (a list of mappings) or a list of patterns, as for spaCy's Matcher.
    Tokens are words and marks; white space is none, so that double spaces and line breaks do not
    matter. ``LEMMA`` and ``NORM`` know no case and no ё. With ``POS``, ``TAG``, ``MORPH`` or
    ``DEP`` the sentences are parsed (needs the extra ``syntax``), but only those that have the
    words which the pattern demands; without them ``LEMMA`` is the likeliest dictionary form.

    ``exceptions`` is the full name of a signal whose matches drop those that they overlap.
    Raises ``ValueError`` for a pattern that is wrong or can never match.
    """

    def __init__(
        self,
        patterns: Sequence[object],
        zones: Collection[Zone] = AUTHORS_OWN,
        exceptions: str | None = None,
    ) -> None:
        self._patterns = [_prepared(pattern) for pattern in _several(patterns)]
        self._demands = [demands(pattern) for pattern in self._patterns]
        self._parse = [needs_parser(pattern) for pattern in self._patterns]
        self._zones = frozenset(zones)
        self._exceptions = exceptions

    def validate(self) -> None:
        """Let spaCy itself check the patterns; raises ``ValueError`` with what it says.

        The constructor finds nearly everything without importing spaCy; this finds the rest.
        """
        assert self._matchers is not None

    def find(self, reading: Reading) -> list[Match]:
        """The matches in the order of the text; of overlapping ones the leftmost, longest.

        A match that holds only marks has ``first == end``, the number of words before it.
        """
        document = reading.document
        found: set[tuple[int, int]] = set()
        for number, groups in enumerate(self._demands):
            wanted = sentences_with(document, groups) if groups else None
            if wanted != []:
                found.update(self._spans(number, document, wanted))
        if not found:
            return []
        matches = [
            match
            for first, end in _leftmost_longest(found)
            if in_zones(document, match := as_match(document.spacy, first, end), self._zones)
        ]
        if matches and self._exceptions is not None:
            matches = without_overlapping(matches, reading.find(self._exceptions))
        return matches

    def _spans(
        self, number: int, document: Document, wanted: Sequence[int] | None
    ) -> Iterable[tuple[int, int]]:
        """The tokens, in the whole ``Doc``, that a pattern matches in the wanted sentences."""
        matcher = self._matchers[number]
        for doc, tokens in sentence_docs(document, wanted, parsed=self._parse[number]):
            for _key, first, end in matcher(doc):
                if end > first:
                    yield tokens[first], tokens[end - 1] + 1

    @cached_property
    def _matchers(self) -> list[Matcher]:
        from spacy.matcher import Matcher

        from replylint.text.spacy_pipeline import pipeline

        matchers: list[Matcher] = []
        for pattern in self._patterns:
            matcher = Matcher(pipeline().vocab, validate=True)
            matcher.add("pattern", [pattern], greedy="LONGEST")
            matchers.append(matcher)
        return matchers


def sentence_docs(
    document: Document, numbers: Sequence[int] | None, *, parsed: bool
) -> list[SentenceDoc]:
    """The document's sentences with these numbers for a matcher; all of them for None."""
    view = document.spacy
    if numbers is None:
        chosen = list(range(len(view.sentences)))
    else:
        firsts = (document.sentences[number].first for number in numbers)
        chosen = list(dict.fromkeys(view.sentence_of_word(first) for first in firsts))
    docs = view.parsed(chosen) if parsed else view.plain(chosen)
    return [sentence for sentence in docs if len(sentence.doc)]


def as_match(view: SpacyView, first: int, end: int) -> Match:
    """The tokens ``first`` to ``end`` (excluded) of a ``Doc`` as a match, all of it reported."""
    return Match(view.words_before[first], view.words_before[end], *view.span(first, end))


def in_zones(document: Document, match: Match, zones: frozenset[Zone]) -> bool:
    """Whether a word of the match stands in a zone; for marks only, the word next to them.

    That is the word before them in the same sentence, else the word after.
    """
    if match.end > match.first:
        return not zones.isdisjoint(document.zones[match.first : match.end])
    sentence_of, word = document.sentence_of, match.first
    if word and (word == len(sentence_of) or document.starts[word] > match.start):
        word -= 1
    return not sentence_of or document.zones[word] in zones


def _leftmost_longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, end))
    return kept


def _several(patterns: Sequence[object]) -> Sequence[object]:
    if not isinstance(patterns, list) or not patterns:
        raise ValueError(_("a token pattern is a list of mappings, one for each token"))
    return patterns if all(isinstance(pattern, list) for pattern in patterns) else [patterns]


def _prepared(pattern: object) -> list[dict[str, Any]]:
    if not isinstance(pattern, list) or not pattern:
        raise ValueError(_("a token pattern is a list of mappings, one for each token"))
    specs: list[dict[str, Any]] = []
    for number, spec in enumerate(pattern, 1):
        try:
            specs.append(prepared(spec))
        except ValueError as error:
            shown = json.dumps(spec, ensure_ascii=False) if isinstance(spec, Mapping) else spec
            message = _("token {number} of the pattern, {token}: {problem}")
            raise ValueError(
                message.format(number=number, token=shown, problem=error)
            ) from error
    return specs
