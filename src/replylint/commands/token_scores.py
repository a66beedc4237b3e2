"""What learned models think of every sentence, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.translation import _

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.signals.match import Match
    from replylint.signals.reading import Reading
    from replylint.text.document import Document

_MOST_SHOWN = 4
_LEAST_SHOWN = 0.05


class Score(NamedTuple):
    """A sentence, a model, and the probability (0 to 1) of each of its labels."""

    sentence: Match
    model: str
    probabilities: dict[str, float]


def scores_of(reading: Reading, models: Iterable[str]) -> list[Score]:
    """The scores of the author's own sentences by every model, in the order of the text."""
    if not reading.learned:
        return []
    from replylint.learned.shelf import SHELF
    from replylint.signals.model import probabilities_of

    found: list[Score] = []
    for name in models:
        model = SHELF.texts(name)
        if model is None:
            continue
        for sentence, row in zip(*probabilities_of(reading, name), strict=True):
            values = (round(value, 3) for value in row)
            found.append(Score(sentence, name, dict(zip(model.labels, values, strict=True))))
    return sorted(found, key=lambda score: score.sentence.start)


def write_scores(page: Page, document: Document, scores: Sequence[Score]) -> None:
    """The likeliest labels of every sentence."""
    if not scores:
        return
    page.heading(_("What was learned from examples says"))
    for sentence, model, probabilities in scores:
        quote = _("“{text}”").format(text=document.text[sentence.start : sentence.stop])
        likeliest = sorted(probabilities.items(), key=lambda item: (-item[1], item[0]))
        shown = [
            f"{label} {value:.2f}"
            for label, value in likeliest[:_MOST_SHOWN]
            if value >= _LEAST_SHOWN
        ]
        page.text(quote, indent=2, hang=4)
        page.text(", ".join(shown) or _("nothing likely"), indent=4, head=f"{model}: ", hang=6)


def score_record(document: Document, score: Score) -> dict[str, Any]:
    """The scores of a sentence, all labels."""
    start, stop = score.sentence.start, score.sentence.stop
    return {
        "text": document.text[start:stop],
        "start": start,
        "end": stop,
        "model": score.model,
        "probabilities": score.probabilities,
    }
