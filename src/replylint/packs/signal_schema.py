"""The shape of signals in a pack file, and of the parts that rules share with them.

Unknown keys are errors; every key that may be absent has a default.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from replylint.signals.measured import MEASURES
from replylint.signals.near import MOST_NAMES
from replylint.signals.scope import NOTATIONS, Scope
from replylint.text.zones import Zone
from replylint.translation import _
from replylint.yamlfile.model import Strict
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.shorthand import as_list

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
FEWEST_EXAMPLES = 5
"""So many examples the signal `like` needs."""

_KINDS = ("match", "any", "all", "near", "order", "not_", "regex", "tokens", "dependency")
SIGNAL_KINDS = (*_KINDS, "like", "model", "measure", "python")
"""The keys that make a signal; one of them stands in it (``match`` and ``any`` may go together)."""
COUNTED_MEASURES = ("count", "share", "boilerplate_share")
"""The measures of another signal: how often it stands, or which share of the words it has."""


def _check_scope(value: str) -> str:
    try:
        Scope.of(value)
    except ValueError:
        raise ValueError(_("expected one of: {known}").format(known=", ".join(NOTATIONS))) from None
    return value


def _check_model_label(value: str) -> str:
    model, slash, label = value.partition("/")
    if not (model and slash and label):
        raise ValueError(_("a model and its label are written MODEL/LABEL"))
    return value


ModelLabel = Annotated[str, AfterValidator(_check_model_label)]
ScopeText = Annotated[str, AfterValidator(_check_scope)]
_Texts = Annotated[list[Text], Field(min_length=1)]
Patterns = Annotated[
    list[Text],
    BeforeValidator(as_list, json_schema_input_type=Text | _Texts),
    Field(min_length=1),
]


def _no_search(value: Any) -> Any:
    """A map is what people write who want to search in place as signals do: say where that goes."""
    if not isinstance(value, dict):
        return value
    kind = next((key for key in value if key in SIGNAL_KINDS or f"{key}_" in SIGNAL_KINDS), None)
    if kind is not None:
        text = _("“{kind}” makes a signal: give it a name under “signals:” and write the name here")
        raise ValueError(text.format(kind=kind))
    raise ValueError(_("a list of patterns or the name of a signal; “{…}” goes in double quotes"))


SignalOrPatterns = Annotated[
    Text | _Texts, BeforeValidator(_no_search, json_schema_input_type=Text | _Texts)
]
"""A plain text names a signal, a list holds patterns."""

ZoneName = Annotated[str, OneOf(tuple(zone.value for zone in Zone))]
MeasureName = Annotated[str, OneOf((*MEASURES, *COUNTED_MEASURES))]
PerName = Annotated[str, OneOf(("reply", "sentence", "100 words"))]


class NearFile(Strict):
    """Signals that stand close to each other in any order."""

    of: Annotated[list[Text], Field(min_length=2, max_length=MOST_NAMES)]
    words: Annotated[int, Field(ge=0, le=100)] = 5


class OrderFile(Strict):
    """Signals that follow each other in one sentence."""

    of: Annotated[list[Text], Field(min_length=2)]
    words: Annotated[int, Field(ge=0, le=100)] | None = None


class TogetherFile(Strict):
    """Signals that stand together; the first one is what is reported."""

    of: Annotated[list[Text], Field(min_length=2)]
    within: ScopeText = "sentence"


class AbsentFile(Strict):
    """A signal that does not stand here."""

    signal: Text
    within: ScopeText = "reply"


class DependencyFile(Strict):
    """A spaCy DependencyMatcher pattern; ``report`` names the node whose word is reported."""

    pattern: Annotated[list[dict[str, Any]], Field(min_length=1)]
    report: str | None = None


class PluginFile(Strict):
    """A function that an installed plugin offers under a name, and what it is told."""

    name: Text
    with_: Annotated[dict[str, Any], Field(alias="with")] = {}


class LikeFile(Strict):
    """Sentences that mean something like the examples ``of`` and nothing like some others."""

    of: Annotated[list[Text], Field(min_length=FEWEST_EXAMPLES)]
    unlike: list[Text] = []
    least: Annotated[float, Field(ge=0.5, lt=1)] = 0.7


class ModelFile(Strict):
    """Sentences, or a reply, to which a learned model gives a label; ``name`` is MODEL/LABEL.

    ``report`` says what of them is reported: all, or nothing but the start of the reply.
    """

    name: ModelLabel
    least: Annotated[float | int, Field(ge=0, lt=1)] = 0.9
    most: Annotated[float | int, Field(gt=0, le=1)] = 1.0
    report: Literal["all", "start"] = "all"

    @model_validator(mode="after")
    def _has_room(self) -> ModelFile:
        if self.least >= self.most:
            raise ValueError(_("“least” must be below “most”"))
        return self


class MeasureFile(Strict):
    """A measure and its bounds; ``of`` is the signal that ``count`` and ``share`` are about."""

    measure: MeasureName
    of: Text | None = None
    per: PerName = "reply"
    min: float | int | None = None
    max: float | int | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> MeasureFile:
        if self.min is None and self.max is None:
            raise ValueError(_("“min”, “max” or both are needed"))
        if self.min is not None and self.max is not None and self.min > self.max:
            text = _("“min” ({low}) is above “max” ({high}): every reply would break one of them")
            raise ValueError(text.format(low=self.min, high=self.max))
        if self.measure in ("count", "share") and self.of is None:
            raise ValueError(_("“{name}” needs “of”: a signal").format(name=self.measure))
        if self.measure in MEASURES and self.of is not None:
            raise ValueError(_("“of” belongs to “count” and “share”"))
        if self.per != "reply" and self.measure != "count":
            raise ValueError(_("“per” belongs to “count”"))
        return self


class SignalFile(Strict):
    """Something to find: one kind of search, less exceptions, in some zones."""

    title: str = ""
    match: Patterns | None = None
    any: Annotated[list[Text], Field(min_length=1)] | None = None
    all: Annotated[list[Text], Field(min_length=2)] | TogetherFile | None = None
    near: NearFile | None = None
    order: Annotated[list[Text], Field(min_length=2)] | OrderFile | None = None
    not_: Annotated[Text | AbsentFile | None, Field(alias="not")] = None
    regex: Patterns | None = None
    tokens: (
        Annotated[list[dict[str, Any]] | list[list[dict[str, Any]]], Field(min_length=1)] | None
    ) = None
    dependency: Annotated[list[dict[str, Any]], Field(min_length=1)] | DependencyFile | None = None
    like: Annotated[list[Text], Field(min_length=FEWEST_EXAMPLES)] | LikeFile | None = None
    model: ModelLabel | ModelFile | None = None
    measure: MeasureFile | None = None
    python: Text | PluginFile | None = None
    except_: Annotated[SignalOrPatterns | None, Field(alias="except")] = None
    zones: Annotated[list[ZoneName], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> SignalFile:
        given = [kind for kind in SIGNAL_KINDS if getattr(self, kind) is not None]
        if len(given) != 1 and given != ["match", "any"]:
            raise ValueError(
                _("a signal has exactly one of: {kinds}").format(
                    kinds=", ".join(kind.rstrip("_") for kind in SIGNAL_KINDS)
                )
            )
        return self
