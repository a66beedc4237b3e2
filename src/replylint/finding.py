"""What goes out: severities, categories, findings and the result for one reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from types import MappingProxyType

from replylint.arguments import wrong
from replylint.errors import Place, Problem
from replylint.explanation import Explanation
from replylint.passage import FileSpan, Passage
from replylint.read_only import ReadOnlyDict
from replylint.translation import _


class Severity(IntEnum):
    """How much a finding matters; severities compare by weight (``INFO < CRITICAL``)."""

    INFO = 0
    SUGGESTION = 1
    WARNING = 2
    ERROR = 3
    CRITICAL = 4

    @classmethod
    def of(cls, name: str) -> Severity:
        """The severity with this lower-case name; raises ``KeyError`` for any other word."""
        return cls[name.upper()]

    @classmethod
    def given(cls, name: str, value: Severity | str) -> Severity:
        """The severity that an argument of this name is: one itself, or its lower-case name.

        Raises ``TypeError`` or ``ValueError`` that names the argument.
        """
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise wrong(name, value, _("a Severity or its name"))
        if value not in SEVERITY_NAMES:
            known = ", ".join(SEVERITY_NAMES)
            message = _("“{name}” takes one of {known}, not {given}")
            raise ValueError(message.format(name=name, known=known, given=repr(value)))
        return cls.of(value)

    @property
    def label(self) -> str:
        """The name as packs and reports write it: ``"warning"``."""
        return self.name.lower()


SEVERITY_NAMES = tuple(severity.label for severity in Severity)
SEVERITIES_MEANT = {
    "заметка": "info",
    "note": "info",
    "совет": "suggestion",
    "предупреждение": "warning",
    "ошибка": "error",
    "критично": "critical",
}
"""The words by which reports call severities, as people write them in packs and settings."""


class Criterion(StrEnum):
    """A line of the scorecard; every category belongs to one."""

    RESPECT = "respect"
    HELP = "help"
    OWNERSHIP = "ownership"
    ATTENTION = "attention"
    CLARITY = "clarity"
    LITERACY = "literacy"
    SAFETY = "safety"


CATEGORIES: Mapping[str, Criterion] = MappingProxyType(
    {
        "dismissed-feelings": Criterion.RESPECT,
        "refusal": Criterion.HELP,
        "missing-alternative": Criterion.HELP,
        "missing-reason": Criterion.HELP,
        "passive-aggression": Criterion.RESPECT,
        "lecturing": Criterion.RESPECT,
        "blame": Criterion.RESPECT,
        "not-my-job": Criterion.OWNERSHIP,
        "ignorance": Criterion.OWNERSHIP,
        "empty-apology": Criterion.OWNERSHIP,
        "vague-promise": Criterion.OWNERSHIP,
        "template-only": Criterion.ATTENTION,
        "officialese": Criterion.CLARITY,
        "familiarity": Criterion.RESPECT,
        "shouting": Criterion.RESPECT,
        "rudeness": Criterion.RESPECT,
        "pressure": Criterion.RESPECT,
        "readability": Criterion.CLARITY,
        "spelling": Criterion.LITERACY,
        "placeholder": Criterion.SAFETY,
        "sensitive-data": Criterion.SAFETY,
        "third-party-advice": Criterion.SAFETY,
        "structure": Criterion.ATTENTION,
        "unanswered-question": Criterion.ATTENTION,
        "repeated-request": Criterion.ATTENTION,
        "missing-empathy": Criterion.ATTENTION,
        "tone-mismatch": Criterion.ATTENTION,
        "formality-mismatch": Criterion.ATTENTION,
        "ignored-details": Criterion.ATTENTION,
        "contradiction": Criterion.OWNERSHIP,
        "overdue-promise": Criterion.OWNERSHIP,
    }
)
"""Every category of fault and the criterion it counts towards."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points ``start`` to ``end`` (end excluded) of the reply by ``text``.

    ``in_file`` is the place in the file of a macro library that has these words as they are read.
    """

    start: int
    end: int
    text: str
    in_file: FileSpan | None = None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits of it, which do not overlap."""
    for edit in sorted(edits, key=lambda e: -e.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of another message of the conversation: ``role`` is ``"customer"`` or ``"agent"``."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Learned:
    """Why a finding was made without known words: what it resembles, and how sure that is.

    ``model`` and ``label`` name the learned model and what it was asked; both are None where a rule
    has examples of its own. ``probability`` is 0 to 1. ``examples`` are the nearest ones.
    """

    model: str | None
    label: str | None
    probability: float
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One violation of a rule in a reply.

    ``start`` and ``end`` count code points of the original reply, end excluded; ``text`` is that
    part of the reply. ``line`` and ``column`` (of the first code point), ``end_line`` and
    ``end_column`` (just past the last one) count from 1, columns in code points. ``message`` says
    what is wrong, ``why`` gives the reason, ``suggestions`` are better wordings to copy, and
    ``edits`` are changes that can be applied to the text as they stand. ``context`` quotes the
    message that the reply is judged against, where one sentence of it shows what is meant.
    ``learned`` is there where examples were learned from, and no words are known to be wrong.
    ``in_file`` is the place in the file of a macro library, None for replies read as they stand.
    """

    rule: str
    pack: str
    category: str
    criterion: str
    severity: Severity
    message: str
    why: str
    text: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    context: Quote | None = None
    learned: Learned | None = None
    in_file: FileSpan | None = None

    @property
    def full_rule(self) -> str:
        """The rule with its pack: ``ru/tone:calm-down``."""
        return f"{self.pack}:{self.rule}"

    def placed(self, passage: Passage) -> Finding:
        """The finding and its edits with their places in the file that the passage stands in."""
        edits = tuple(
            replace(edit, in_file=passage.span(edit.start, edit.end))
            if passage.is_as_written(edit.start, edit.end)
            else edit
            for edit in self.edits
        )
        return replace(self, edits=edits, in_file=passage.span(self.start, self.end))


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that could not judge this reply, and why; the other rules went on."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a person decided to let be, and why; it does not count towards the score.

    ``place`` says where the decision was written.
    """

    finding: Finding
    reason: str
    place: Place


OTHER_LANGUAGE = "other"
"""The language of a reply that is in none which packs can be written for."""


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one reply.

    ``score`` and ``plain_score`` run from 0 to 100; they differ only when a critical finding made
    ``score`` 0. ``criteria`` holds the same kind of score for each criterion of the scorecard.
    ``language`` is that of the reply: ``"ru"``, ``"en"``, or `OTHER_LANGUAGE`, for which nothing is
    checked. ``findings`` stand in the order of the text. ``failures`` names rules that broke on
    this reply. ``suppressed`` are findings that a person let be; ``idle_suppressions`` are the
    comments in the reply that let nothing be, or that cannot be understood. ``lines`` are the lines
    of the file, from 1, in which those of a canned reply begin; empty for replies that are read as
    they stand. ``explanation`` says what the reply was compared with; None unless it was asked for.

    A result cannot be changed, ``criteria`` neither, and can be hashed. `result_record` makes it
    ready for JSON.
    """

    reply: str
    language: str
    score: float
    plain_score: float
    critical: bool
    criteria: Mapping[str, float]
    findings: tuple[Finding, ...] = ()
    failures: tuple[RuleFailure, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    idle_suppressions: tuple[Problem, ...] = ()
    id: str | None = None
    source: str = "<text>"
    lines: tuple[int, ...] = ()
    explanation: Explanation | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.criteria, ReadOnlyDict):
            object.__setattr__(self, "criteria", ReadOnlyDict(self.criteria))

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings; None when there are none."""
        return max((finding.severity for finding in self.findings), default=None)
