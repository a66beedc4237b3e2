"""A reply read once more, in a language that only some of its sentences are in."""

from __future__ import annotations

from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document


class ReadingBeside(Reading):
    """The reading of a reply in ``language``, beside the one in its own language, if there is one.

    Whether a signal stands somewhere is asked of both, since an apology is one in either language:
    the signal ``ru/signals.apology`` and ``en/signals.apology`` of the other book count as the
    same. Signals that learned from examples find nothing: they have learned what replies in one
    language are like.
    """

    def __init__(self, document: Document, language: str, book: SignalBook, own: Reading) -> None:
        super().__init__(Document(document.text, language), book, own.conversation, learned=False)
        self._own = own
        self._begins = f"{language}/", f"{document.language}/"

    def stands(self, signal: str) -> bool:
        """Whether a signal stands anywhere, in either language."""
        if super().stands(signal):
            return True
        same = self._same(signal)
        return same is not None and self._own.stands(same)

    def sentences_of(self, signal: str) -> frozenset[int]:
        """The numbers of the sentences in which a signal stands, in either language."""
        here = super().sentences_of(signal)
        same = self._same(signal)
        return here if same is None else here | self._own.sentences_of(same)

    def _same(self, signal: str) -> str | None:
        """The full name of the same signal in the book of the reply's own language."""
        mine, other = self._begins
        if not signal.startswith(mine):
            return None
        name = other + signal[len(mine) :]
        return name if self._own.has(name) else None
