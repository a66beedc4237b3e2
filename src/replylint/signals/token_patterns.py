"""A signal made of spaCy Matcher patterns as they stand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.token_attributes import demands, needs_parser, prepared, sentences_with
from replylint.signals.token_regex import TokenRegex, begin_all, with_limit
from replylint.text.document import Document
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

    Raises ``ValueError`` for a pattern that is wrong or can never match.
    """

    def __init__(self, patterns: Sequence[object], language: str = "ru") -> None:
        self._given, self._language = patterns, language
        self._patterns = [_prepared(pattern, language) for pattern in several(patterns)]
        self._demands = [demands(pattern, language) for pattern in self._patterns]
        self._parse = [needs_parser(pattern) for pattern in self._patterns]

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self._given, self._language)

    def validate(self) -> None:
        """Let spaCy itself check the patterns; raises ``ValueError`` with what it says.

        The constructor finds nearly everything without importing spaCy; this finds the rest.
        """
        assert self._matchers is not None

    def find(self, reading: Reading) -> list[Match]:
        """The longest matches of each pattern. Raises ``SyntaxMissingError`` without a parser.

        Raises ``TimeoutError`` where a regular expression takes too long.
        """
        document = reading.document
        found: list[Match] = []
        for number, groups in enumerate(self._demands):
            docs = sentence_docs(document, groups, parsed=self._parse[number])
            if not docs:
                continue
            matcher, expressions = self._matchers[number]
            begin_all(expressions)
            for doc, tokens in docs:
                found += [
                    as_match(document.spacy, tokens[first], tokens[end - 1] + 1)
                    for _key, first, end in matcher(doc)
                    if end > first
                ]
        return found

    @cached_property
    def _matchers(self) -> list[tuple[Matcher, list[TokenRegex]]]:
        from spacy.matcher import Matcher

        from replylint.text.spacy_pipeline import pipeline

        matchers: list[tuple[Matcher, list[TokenRegex]]] = []
        for pattern in self._patterns:
            matcher = Matcher(pipeline().vocab, validate=True)
            matcher.add("pattern", [pattern], greedy="LONGEST")
            matchers.append((matcher, with_limit(matcher)))
        return matchers


def sentence_docs(
    document: Document, groups: Sequence[frozenset[str]], *, parsed: bool
) -> Sequence[SentenceDoc]:
    """The sentences that have a word of every group; without groups all of them.

    spaCy is imported only if there is such a sentence.
    """
    if not groups:
        chosen = list(range(len(document.spacy.sentences)))
    else:
        chosen = [
            document.spacy.sentence_of_word(document.sentences[number].first)
            for number in sentences_with(document, groups)
        ]
    if not chosen:
        return ()
    docs = document.spacy.parsed(chosen) if parsed else document.spacy.plain(chosen)
    return [sentence for sentence in docs if len(sentence.doc)]


def as_match(view: SpacyView, first: int, end: int) -> Match:
    """The tokens ``first`` to ``end`` (excluded) of a ``Doc`` as a match, all of it reported."""
    return Match(view.words_before[first], view.words_before[end], *view.span(first, end))


def several(patterns: Sequence[object]) -> Sequence[object]:
    """A list of patterns, whether one or several of them are given."""
    if not isinstance(patterns, list) or not patterns:
        raise ValueError(_("a pattern is a list of mappings, one for each token"))
    return patterns if all(isinstance(pattern, list) for pattern in patterns) else [patterns]


def _prepared(pattern: object, language: str) -> list[dict[str, Any]]:
    if not isinstance(pattern, list) or not pattern:
        raise ValueError(_("a pattern is a list of mappings, one for each token"))
    specs: list[dict[str, Any]] = []
    for number, spec in enumerate(pattern, 1):
        try:
            specs.append(prepared(spec, language))
        except ValueError as error:
            shown = json.dumps(spec, ensure_ascii=False, default=str)
            message = _("token {number} of the pattern, {token}: {problem}")
            raise ValueError(message.format(number=number, token=shown, problem=error)) from error
    return specs
