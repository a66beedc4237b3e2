"""The part of the report for people that says beside what a reply was judged, and why so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.explanation import Comparison, Explanation, NearestSentence, QuestionSeen, Verdict
from replylint.reports.cells import plain, wrap_text
from replylint.reports.paint import Paint
from replylint.translation import _

_INDENT = 4


def explained_lines(
    explanation: Explanation, numbers: Sequence[int], paint: Paint, width: int
) -> Iterator[str]:
    """The customer's questions with their answers, then the words that findings compared.

    ``numbers`` are those under which the findings are told above.
    """
    if explanation.questions:
        yield paint(_("The customer's questions"), "bold")
        for question in explanation.questions:
            yield from _question(question, paint, width)
    if explanation.comparisons:
        yield paint(_("What the findings compared"), "bold")
        for comparison in explanation.comparisons:
            yield from _comparison(comparison, numbers[comparison.finding], width)
    if not (explanation.questions or explanation.comparisons):
        yield paint(_("Nothing here was judged beside another message."), "dim")


def _question(question: QuestionSeen, paint: Paint, width: int) -> Iterator[str]:
    asks = _("asks {what}").format(what=_asked(question.asks))
    text = _("“{text}”").format(text=plain(question.text))
    yield from _indented([f"{text} · {asks}"], width, _INDENT)
    colour = {"answered": "green", "unanswered": "red", "unsure": "yellow"}[question.verdict]
    first, *others = _indented([_verdict(question)], width, 2 * _INDENT)
    yield paint(first, colour)
    yield from (paint(line, colour) for line in others)
    if question.nearest is not None:
        yield from _indented(_reasons(question.nearest), width, 2 * _INDENT)


def _verdict(question: QuestionSeen) -> str:
    """What became of a question; with the sentence that is taken for the answer."""
    sure = ""
    if question.unanswered is not None:
        share = question.unanswered
        percent = f"{100 * (share if question.verdict is Verdict.UNANSWERED else 1 - share):.0f}"
        sure = " " + _("({percent}% sure)").format(percent=percent)
    if question.nearest is None:
        return _("no sentence of the reply could answer it") + sure
    text = _("“{text}”").format(text=plain(question.nearest.text))
    match question.verdict:
        case Verdict.ANSWERED:
            return _("taken for the answer: {text}").format(text=text) + sure
        case Verdict.UNANSWERED:
            told = _("nothing is taken for an answer{sure}; the nearest is {text}")
            return told.format(sure=sure, text=text)
        case _:
            return _("perhaps the answer: {text}").format(text=text)


def _reasons(nearest: NearestSentence) -> list[str]:
    """Why this sentence is the nearest."""
    found = []
    if nearest.gives:
        things = ", ".join(_given(name) for name in nearest.gives)
        found.append(_("it has what was asked for: {things}").format(things=things))
    if nearest.shared:
        found.append(_("the same words: {words}").format(words=", ".join(nearest.shared)))
    if nearest.similarity is not None:
        text = _("likeness of meaning (sentence vectors): {value}")
        found.append(text.format(value=f"{nearest.similarity:.2f}"))
    return ["; ".join(found)] if found else []


def _comparison(comparison: Comparison, number: int, width: int) -> Iterator[str]:
    yield from _indented([f"{number}  {comparison.rule}"], width, _INDENT)
    for side in comparison.sides:
        where = {
            "reply": _("in the reply"),
            "customer": _("in the customer's words"),
            "earlier": _("in an earlier message"),
        }[side.where]
        looked = f" ({side.signal})" if side.signal else ""
        text = _("nothing") if side.text is None else _("“{text}”").format(text=plain(side.text))
        yield from _indented([f"{where}{looked}: {text}"], width, 2 * _INDENT)


def _indented(lines: Sequence[str], width: int, indent: int) -> list[str]:
    return [" " * indent + part for line in lines for part in wrap_text(line, width - indent)]


def _asked(name: str) -> str:
    return {
        "when": _("when"),
        "price": _("for a price"),
        "how-many": _("how many"),
        "where": _("where"),
        "why": _("why"),
        "how": _("what to do"),
        "which": _("which"),
        "who": _("who"),
        "whether": _("yes or no"),
        "status": _("how things stand"),
    }.get(name, name)


def _given(name: str) -> str:
    return {
        "time": _("a day or time"),
        "money": _("a sum"),
        "number": _("a number"),
        "place": _("a place or contact"),
        "cause": _("a cause"),
        "step": _("a step to take"),
        "yes-no": _("yes or no"),
        "name": _("a name"),
        "state": _("what is going on"),
    }.get(name, name)
