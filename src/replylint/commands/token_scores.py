"""What learned models think of every sentence, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.translation import _

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.signals.match import Match
    from replylint.signals.reading import Reading, Signal
    from replylint.text.document import Document

_MOST_SHOWN = 4
_LEAST_SHOWN = 0.05


class Score(NamedTuple):
    """A sentence, a model, and the probability (0 to 1) of each of its labels.

    A signal that a pack teaches with examples of its own is a model with one label; from ``least``
    on it is found.
    """

    sentence: Match
    model: str
    probabilities: dict[str, float]
    least: float | None = None


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


def scores_of_examples(reading: Reading, signals: Mapping[str, Signal]) -> list[Score]:
    """The scores of the author's own sentences by every signal ``like``, as ``scores_of``."""
    if not reading.learned:
        return []
    from replylint.signals.like import Like
    from replylint.signals.refined import Refined

    found: list[Score] = []
    for name, signal in signals.items():
        inner = Refined.inner(signal)
        if isinstance(inner, Like):
            for match in replace(inner, least=0.0).find(reading):
                if match.evidence is not None:
                    probabilities = {name.rpartition(".")[2]: match.evidence.probability}
                    found.append(Score(match, name, probabilities, inner.least))
    return found


def is_doubt(signal: Signal) -> bool:
    """Whether a signal stands where a model thinks that something is improbable."""
    from replylint.signals.model import Model
    from replylint.signals.refined import Refined

    inner = Refined.inner(signal)
    return isinstance(inner, Model) and inner.most < 1


def write_scores(page: Page, document: Document, scores: Sequence[Score]) -> None:
    """The likeliest labels of every sentence."""
    if not scores:
        return
    page.heading(_("What was learned from examples says"))
    said = None
    for sentence, model, probabilities, least in scores:
        if least is not None and max(probabilities.values()) < _LEAST_SHOWN:
            continue
        quote = _("“{text}”").format(text=document.text[sentence.start : sentence.stop])
        likeliest = sorted(probabilities.items(), key=lambda item: (-item[1], item[0]))
        shown = [
            f"{label} {value:.2f}"
            for label, value in likeliest[:_MOST_SHOWN]
            if value >= _LEAST_SHOWN
        ]
        if quote != said:
            page.text(quote, indent=2, hang=4)
        said = quote
        text = ", ".join(shown) or _("nothing likely")
        if least is not None:
            text = _("{probability}; found from {least} on").format(
                probability=f"{max(probabilities.values()):.2f}", least=f"{least:.2f}"
            )
        page.text(text, indent=4, head=f"{model}: ", hang=6)


def score_record(document: Document, score: Score) -> dict[str, Any]:
    """The scores of a sentence, all labels."""
    start, stop = score.sentence.start, score.sentence.stop
    record: dict[str, Any] = {
        "text": document.text[start:stop],
        "start": start,
        "end": stop,
        "model": score.model,
        "probabilities": score.probabilities,
    }
    return record if score.least is None else {**record, "least": score.least}
