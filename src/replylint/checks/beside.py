"""The judgement of sentences that are in another language than most of a reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from replylint.checks.forbid import Forbid
from replylint.checks.plan import Plan
from replylint.checks.plugged import PluggedCheck
from replylint.checks.require import WhenRequire
from replylint.checks.rule import Rule
from replylint.checks.swap import Swap
from replylint.finding import Finding
from replylint.signals.absent import Absent
from replylint.signals.all_of import AllOf
from replylint.signals.any_of import AnyOf
from replylint.signals.dependency import Dependency
from replylint.signals.in_order import InOrder
from replylint.signals.like import Like
from replylint.signals.model import Model
from replylint.signals.near import Near
from replylint.signals.phrases import Phrases
from replylint.signals.plugin import Plugged
from replylint.signals.reading import Reading, Signal, SignalBook
from replylint.signals.reading_beside import ReadingBeside
from replylint.signals.refined import Refined
from replylint.signals.regular import Regular
from replylint.signals.scope import Reach, Scope
from replylint.signals.token_patterns import TokenPatterns

_SENTENCE = Scope(Reach.SENTENCES)


class Beside:
    """Those of the rules of a language that can judge a sentence without the rest of the reply.

    They say that something stands there. That something is absent, or that there is too much of it,
    is for the rules of the language that most of the reply is in.
    """

    def __init__(self, language: str, rules: Iterable[Rule], book: SignalBook) -> None:
        self.language = language
        self._book = book
        self._plan = Plan([rule for rule in rules if _is_of_sentences(rule, book)], book)

    def reading(self, own: Reading) -> ReadingBeside:
        """The reply in this language, beside the reading in its own."""
        return ReadingBeside(own.document, self.language, self._book, own)

    def rules_for(self, reading: Reading) -> Iterable[Rule]:
        """The rules worth asking about a reply."""
        return self._plan.rules_for(reading)


def kept(
    findings: Iterable[Finding], places: Sequence[tuple[int, int]], own: Sequence[Finding]
) -> list[Finding]:
    """The findings that lie wholly in one of the places, without what is said of them already.

    ``places`` are code points, ends excluded; ``own`` are the findings of the reply's own language.
    """
    return [
        finding
        for finding in findings
        if any(start <= finding.start < finding.end <= stop for start, stop in places)
        and not any(_says_the_same(finding, other) for other in own)
    ]


def _says_the_same(finding: Finding, other: Finding) -> bool:
    return (
        finding.category == other.category
        and finding.start < other.end
        and other.start < finding.end
    )


def _is_of_sentences(rule: Rule, book: SignalBook) -> bool:
    match rule.check:
        case Forbid(signal):
            return _can_tell(signal, book, ())
        case WhenRequire(when, require, within):
            names = (when, require)
            return within == _SENTENCE and all(_can_tell(name, book, ()) for name in names)
        case Swap():
            return True
        case PluggedCheck(plugged):
            return plugged.is_of_sentences
        case _:
            return False


def _can_tell(name: str, book: SignalBook, above: Sequence[str]) -> bool:
    """Whether a signal is found by what stands in a text, never by what is missing in the reply."""
    signal = book.signals.get(name)
    if name in above or signal is None:
        return False
    return _tells(signal, book, (*above, name))


def _tells(signal: Signal, book: SignalBook, above: Sequence[str]) -> bool:
    match signal:
        case Refined():
            return _tells(signal.signal, book, above)
        case Phrases() | Regular() | TokenPatterns() | Dependency() | Model() | Like():
            return True
        case AnyOf() | AllOf() | InOrder() | Near():
            return all(_can_tell(name, book, above) for name in signal.names)
        case Absent(name, within):
            return within == _SENTENCE and _can_tell(name, book, above)
        case Plugged():
            return signal.is_of_sentences
        case _:
            return False
