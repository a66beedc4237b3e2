"""A signal made of spaCy DependencyMatcher patterns as they stand."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.errors import ReplylintError
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.token_attributes import Demands, demands, prepared
from replylint.signals.token_patterns import as_match, sentence_docs, several
from replylint.signals.token_regex import TokenRegex, begin_all, with_limit
from replylint.translation import _

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc

    from replylint.text.spacy_view import SpacyView

RELATIONS = "< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--".split()
"""The operators between two nodes, as spaCy documents them."""

_KEYS = ("RIGHT_ID", "RIGHT_ATTRS", "LEFT_ID", "REL_OP")
_MOST_COMBINATIONS = 300_000


class Dependency:
    """Finds words that hang together as the nodes of a pattern say, each inside one sentence.

    ``patterns`` is one pattern (a list of nodes) or a list of patterns, as for spaCy's
    DependencyMatcher. ``LEMMA`` and ``NORM`` know no case and no ё. A match goes from the first to
    the last of its words; with ``report``, the name of a node, only that word is reported. Only
    sentences that have the words which the nodes demand are parsed (needs the extra ``syntax``).

    Raises ``ValueError`` for a pattern that is wrong or can never match.
    """

    def __init__(
        self, patterns: Sequence[object], report: str | None = None, language: str = "ru"
    ) -> None:
        if language != "ru":
            raise ValueError(_("a dependency pattern needs a parser, and there is only a Russian"))
        self._given, self._report, self._language = patterns, report, language
        self._patterns = [_Pattern.of(nodes, report) for nodes in several(patterns)]

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self._given, self._report, self._language)

    def validate(self) -> None:
        """Let spaCy itself check the patterns; raises ``ValueError`` with what it says.

        The constructor finds nearly everything without importing spaCy; this finds the rest.
        """
        assert self._matchers is not None

    def find(self, reading: Reading) -> list[Match]:
        """The matches of each pattern. Raises ``SyntaxMissingError`` without a parser.

        Raises ``ReplylintError`` where a pattern would have to try too much in a long sentence,
        ``TimeoutError`` where a regular expression takes too long.
        """
        document = reading.document
        found: list[Match] = []
        for number, pattern in enumerate(self._patterns):
            docs = sentence_docs(document, pattern.demands, parsed=True)
            if not docs:
                continue
            matcher, expressions = self._matchers[number]
            begin_all(expressions)
            for doc, tokens in docs:
                self._bound(number, doc)
                for _key, nodes in matcher(doc):
                    found.append(pattern.match(document.spacy, [tokens[node] for node in nodes]))
        return found

    def _bound(self, number: int, doc: Doc) -> None:
        """Refuse a search that would not end: spaCy tries all combinations of possible nodes."""
        nodes = self._patterns[number].nodes
        if len(doc) ** len(nodes) <= _MOST_COMBINATIONS:
            return
        matchers, expressions = self._node_matchers[number]
        begin_all(expressions)
        counts = [len(matcher(doc)) for matcher in matchers]
        if prod(counts) > _MOST_COMBINATIONS:
            message = _(
                "the nodes of a dependency pattern can be too many words ({counts}) of a sentence; "
                "give them narrower RIGHT_ATTRS"
            )
            raise ReplylintError(message.format(counts=" × ".join(str(count) for count in counts)))

    @cached_property
    def _matchers(self) -> list[tuple[DependencyMatcher, list[TokenRegex]]]:
        from spacy.matcher import DependencyMatcher

        from replylint.text.spacy_pipeline import pipeline

        matchers: list[tuple[DependencyMatcher, list[TokenRegex]]] = []
        for pattern in self._patterns:
            matcher = DependencyMatcher(pipeline().vocab, validate=True)
            matcher.add("pattern", [list(pattern.nodes)])
            matchers.append((matcher, with_limit(matcher._matcher)))
        return matchers

    @cached_property
    def _node_matchers(self) -> list[tuple[list[Matcher], list[TokenRegex]]]:
        from spacy.matcher import Matcher

        from replylint.text.spacy_pipeline import pipeline

        matchers: list[tuple[list[Matcher], list[TokenRegex]]] = []
        for pattern in self._patterns:
            of_nodes: list[Matcher] = []
            for node in pattern.nodes:
                of_nodes.append(matcher := Matcher(pipeline().vocab))
                matcher.add("node", [[node["RIGHT_ATTRS"]]])
            matchers.append((of_nodes, [e for matcher in of_nodes for e in with_limit(matcher)]))
        return matchers


class _Pattern(NamedTuple):
    """A checked pattern: its nodes, the words it demands, and the index of the reported node."""

    nodes: Sequence[dict[str, Any]]
    demands: Demands
    reported: int | None

    @classmethod
    def of(cls, given: object, report: str | None) -> _Pattern:
        if not isinstance(given, list) or not given:
            raise ValueError(_("a dependency pattern is a list of nodes, each a mapping"))
        nodes: list[dict[str, Any]] = []
        names: list[str] = []
        for node in given:
            nodes.append(_node(node, names))
            names.append(nodes[-1]["RIGHT_ID"])
        if report is not None and report not in names:
            message = _("there is no node “{name}” to report; there are: {names}")
            raise ValueError(message.format(name=report, names=", ".join(names)))
        groups = demands([node["RIGHT_ATTRS"] for node in nodes], "ru")
        return cls(nodes, groups, None if report is None else names.index(report))

    def match(self, view: SpacyView, tokens: Sequence[int]) -> Match:
        """The match of the tokens that the nodes are, in the order of the nodes."""
        whole = as_match(view, min(tokens), max(tokens) + 1)
        if self.reported is None:
            return whole
        start, stop = view.span(tokens[self.reported], tokens[self.reported] + 1)
        return whole._replace(start=start, stop=stop)


def _node(node: object, names: Sequence[str]) -> dict[str, Any]:
    """A checked node; ``names`` are those of the nodes before it."""
    if not isinstance(node, Mapping):
        raise ValueError(_("a dependency pattern is a list of nodes, each a mapping"))
    needed = _KEYS if names else _KEYS[:2]
    for key in node:
        if key not in needed:
            raise ValueError(_unexpected(str(key), first=not names))
    name = node.get("RIGHT_ID")
    for key in needed:
        if key not in node:
            message = _("the node “{name}” lacks {key}")
            raise ValueError(message.format(name=name or len(names) + 1, key=key))
    if not isinstance(name, str) or name in names:
        raise ValueError(_("RIGHT_ID “{name}” is no name or is used twice").format(name=name))
    if names and node["LEFT_ID"] not in names:
        message = _("the node “{name}” hangs on “{left}”, and there is no such node before it")
        raise ValueError(message.format(name=name, left=node["LEFT_ID"]))
    if names and node["REL_OP"] not in RELATIONS:
        message = _("the node “{name}”: REL_OP is one of {known}, not “{operator}”")
        known = " ".join(RELATIONS)
        raise ValueError(message.format(name=name, known=known, operator=node["REL_OP"]))
    try:
        attributes = prepared(node["RIGHT_ATTRS"], "ru")
    except ValueError as error:
        message = _("the node “{name}”: {problem}")
        raise ValueError(message.format(name=name, problem=error)) from error
    if "OP" in attributes:
        raise ValueError(
            _("the node “{name}”: a node is one word, OP is not for it").format(name=name)
        )
    return {**node, "RIGHT_ATTRS": attributes}


def _unexpected(key: str, *, first: bool) -> str:
    if first and key in _KEYS:
        return _("the first node has no {key}: it hangs on nothing").format(key=key)
    near = difflib.get_close_matches(key.upper(), _KEYS, 1, 0.5)
    hint = " " + _("Did you mean {name}?").format(name=near[0]) if near else ""
    return _("no node has the key “{key}”.").format(key=key) + hint
