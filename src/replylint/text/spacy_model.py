"""Tagging and parsing by a trained spaCy pipeline that the user has installed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy import load
from spacy.tokens import Doc

from replylint.text.analysis import Analysis, SyntaxMissingError
from replylint.text.lemmas import lemma_in_place
from replylint.text.normal import normal
from replylint.text.trees import tree


class SpacyAnalyser:
    """A pipeline such as ``ru_core_news_sm``, by its name or folder.

    Raises ``SyntaxMissingError`` where it is not installed.
    """

    def __init__(self, model: str) -> None:
        try:
            self._model = load(model)
        except OSError as error:
            raise SyntaxMissingError(model) from error

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Analysis]]:
        """The analyses of the sentences."""
        docs = (
            Doc(
                self._model.vocab,
                words=list(words),
                sent_starts=[index == 0 for index in range(len(words))],
            )
            for words in sentences
        )
        return [_analyses(doc) for doc in self._model.pipe(docs)]


def _analyses(doc: Doc) -> list[Analysis]:
    heads, relations = tree([t.head.i for t in doc], [t.dep_ for t in doc])
    return [
        Analysis(
            token.pos_ or "X",
            str(token.morph),
            head,
            relation,
            normal(token.lemma_ or lemma_in_place(token.text, token.pos_, str(token.morph))),
        )
        for token, head, relation in zip(doc, heads, relations, strict=True)
    ]
