"""Parts of speech, features, lemmas and dependencies on a spaCy ``Doc``, sentence by sentence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from replylint.text.analysis import Analyser, Analysis
from replylint.text.slovnet_models import SlovnetAnalyser
from replylint.text.spacy_model import SpacyAnalyser

SLOVNET = "slovnet"
VARIABLE = "REPLYLINT_SYNTAX"
"""The environment variable that names the models: ``slovnet`` or a spaCy pipeline."""

_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "POS", "TAG", "MORPH", "LEMMA"]
_WHITE_SPACE = Analysis("SPACE", "", 0, "dep", "")


class Syntax:
    """Tags and parses documents, whole or only some sentences; also a spaCy component."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def __call__(self, doc: Doc) -> Doc:
        """Parse every sentence of ``doc``."""
        self.parse_sentences(doc, range(len(sentence_bounds(doc))))
        return doc

    def parse_sentences(self, doc: Doc, numbers: Iterable[int]) -> None:
        """Set pos, tag, morph, lemma, dep and head on the sentences with these numbers, from 0.

        Sentences are those that ``doc`` begins with, and they stay. A sentence becomes one tree,
        white space in it hangs on the token before. In sentences that were never parsed each token
        is its own head.
        """
        bounds = sentence_bounds(doc)
        chosen = [bounds[number] for number in sorted(set(numbers))]
        readable = [[i for i in range(*bound) if not doc[i].is_space] for bound in chosen]
        analysed = self._analyser([[doc[i].text for i in indexes] for indexes in readable])
        found: dict[int, Analysis] = {}
        for bound, indexes, analyses in zip(chosen, readable, analysed, strict=True):
            found.update(_in_document(bound, indexes, analyses))
        if found:
            _write(doc, found, {first for first, _end in bounds})


def load_syntax(model: str | None = None) -> Syntax:
    """The parser, loaded once for each model.

    ``model`` is ``"slovnet"`` or the name or folder of a spaCy pipeline such as
    ``ru_core_news_sm``; None means the environment variable ``REPLYLINT_SYNTAX``, else slovnet.
    Raises ``SyntaxMissingError`` where it is not installed.
    """
    return _load(model or os.environ.get(VARIABLE) or SLOVNET)


@cache
def _load(model: str) -> Syntax:
    return Syntax(SlovnetAnalyser() if model == SLOVNET else SpacyAnalyser(model))


@Language.factory(
    "replylint_syntax",
    default_config={"model": None},
    assigns=["token.pos", "token.tag", "token.morph", "token.lemma", "token.dep", "token.head"],
)
def make_syntax(nlp: Language, name: str, model: str | None) -> Syntax:
    """The spaCy component, for ``nlp.add_pipe("replylint_syntax")``."""
    return load_syntax(model)


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """The first token and the end (excluded) of each sentence; white space included."""
    begins = [token.i for token in doc if token.i == 0 or token.is_sent_start]
    return list(pairwise([*begins, len(doc)]))


def _in_document(
    bound: tuple[int, int], indexes: Sequence[int], analyses: Sequence[Analysis]
) -> dict[int, Analysis]:
    """The analyses of one sentence by the index of the token, heads as such indexes as well."""
    first, end = bound
    found = {
        index: analysis._replace(head=indexes[analysis.head])
        for index, analysis in zip(indexes, analyses, strict=True)
    }
    nearest = indexes[0] if indexes else first
    for index in range(first, end):
        if index in found:
            nearest = index
        else:
            relation = "ROOT" if index == nearest else _WHITE_SPACE.relation
            found[index] = _WHITE_SPACE._replace(head=nearest, relation=relation)
    return found


def _write(doc: Doc, found: dict[int, Analysis], begins: set[int]) -> None:
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    array: Any = doc.to_array(_ATTRIBUTES)
    signed = array.view(numpy.int64)
    for index, analysis in found.items():
        lemma = analysis.lemma or doc[index].text
        signed[index, 0] = analysis.head - index
        array[index, 1] = strings.add(analysis.relation)
        array[index, 2] = strings.add(analysis.part)
        array[index, 3] = strings.add(analysis.part)
        array[index, 4] = morphology.add(analysis.features)
        array[index, 5] = strings.add(lemma)
    doc.from_array(_ATTRIBUTES, array)
    starts = [1 if index in begins else -1 for index in range(len(doc))]
    boundaries: Any = numpy.asarray(starts, numpy.int64).view(numpy.uint64)
    doc.from_array(["SENT_START"], boundaries)
