"""What a tagger and parser says about the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from replylint.errors import ReplylintError
from replylint.extras import install_command
from replylint.translation import _


class Analysis(NamedTuple):
    """One word: universal part of speech, features (``Case=Dat|Number=Sing``) and its place.

    ``head`` is the index of the head in the sentence, the own one for the root; ``relation`` is the
    universal dependency, ``ROOT`` for the root. The heads of a sentence are a tree.
    """

    part: str
    features: str
    head: int
    relation: str
    lemma: str


class Analyser(Protocol):
    """Something that tags and parses sentences."""

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Analysis]]:
        """The analyses of sentences that are given as their words and marks, no white space."""


class SyntaxMissingError(ReplylintError):
    """A rule asks for the syntax of a sentence, and what parses it is not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            _(
                "a rule asks for parts of speech or syntax, and “{missing}” is not installed; "
                "install it with: {command}"
            ).format(missing=missing, command=install_command("syntax"))
        )
        self.missing = missing
