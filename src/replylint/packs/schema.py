"""The shape of a pack file. Unknown keys are errors; every key that may be absent has a default."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from replylint.checks.comparisons import COMPARISONS, THREAD_COMPARISONS
from replylint.conversation import Role
from replylint.finding import CATEGORIES, SEVERITY_NAMES
from replylint.signals.measured import MEASURES
from replylint.signals.near import MOST_NAMES
from replylint.signals.scope import NOTATIONS, Scope
from replylint.text.language import LANGUAGES
from replylint.text.zones import Zone
from replylint.translation import _
from replylint.yamlfile.model import Strict
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.shorthand import as_list

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
PackName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*$")]
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


def _check_time(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        message = _("expected a time in ISO 8601 such as 2026-03-01T09:30")
        raise ValueError(message) from None
    return value


def _off_as_map(value: Any) -> Any:
    return {"off": True} if value == "off" else value


def _check_model_label(value: str) -> str:
    model, slash, label = value.partition("/")
    if not (model and slash and label):
        raise ValueError(_("a model and its label are written MODEL/LABEL"))
    return value


TimeText = Annotated[str, AfterValidator(_check_time)]
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

CUSTOMER_SCOPES = ("turn", "thread")
"""What the customer said since the agent's last message, or in the whole conversation."""

SeverityName = Annotated[str, OneOf(SEVERITY_NAMES)]
CategoryName = Annotated[str, OneOf(tuple(CATEGORIES))]
LanguageName = Annotated[str, OneOf(LANGUAGES)]
ZoneName = Annotated[str, OneOf(tuple(zone.value for zone in Zone))]
MeasureName = Annotated[str, OneOf((*MEASURES, *COUNTED_MEASURES))]
ComparisonName = Annotated[str, OneOf((*COMPARISONS, *THREAD_COMPARISONS))]
PerName = Annotated[str, OneOf(("reply", "sentence", "100 words"))]
ChannelName = Annotated[str, StringConstraints(pattern=r"^-?[a-z][a-z0-9-]*$")]


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


class UnlessFile(Strict):
    """A condition under which there is no finding, or a milder one."""

    signal: Text | None = None
    match: Patterns | None = None
    within: ScopeText = "reply"
    downgrade: SeverityName | None = None

    @model_validator(mode="after")
    def _has_one(self) -> UnlessFile:
        if (self.signal is None) == (self.match is None):
            raise ValueError(_("“unless” needs either “signal” or “match”"))
        return self


class CustomerFile(Strict):
    """Something in the customer's words: in what the reply answers, or in all they said."""

    signal: Text | None = None
    match: Patterns | None = None
    within: Annotated[str, OneOf(CUSTOMER_SCOPES)] = "turn"

    @model_validator(mode="after")
    def _has_one(self) -> CustomerFile:
        if (self.signal is None) == (self.match is None):
            raise ValueError(_("either “signal” or “match” is needed"))
        return self


class MessageFile(Strict):
    """A message before the reply of an example."""

    role: Annotated[str, OneOf(tuple(role.value for role in Role))]
    text: Text
    sent_at: TimeText | None = None


class ConversationExample(Strict):
    """An example that needs what was said before, the channel or the time of the reply."""

    customer: Text | None = None
    messages: Annotated[list[MessageFile], Field(min_length=1)] | None = None
    channel: Text | None = None
    sent_at: TimeText | None = None
    reply: Text

    @model_validator(mode="after")
    def _has_one_past(self) -> ConversationExample:
        if self.customer is not None and self.messages is not None:
            raise ValueError(_("“customer” and “messages” exclude each other; leave one out"))
        return self


class ExamplesFile(Strict):
    """Replies that show what the rule finds (the part marked ``[[…]]``) and what it lets be."""

    bad: Annotated[list[Text | ConversationExample], Field(min_length=1)]
    good: Annotated[list[Text | ConversationExample], Field(min_length=1)]


CustomerField = Text | CustomerFile | Annotated[list[Text], Field(min_length=1)]
UnlessField = Text | UnlessFile | Annotated[list[Text | UnlessFile], Field(min_length=1)]
Judgements = ("forbid", "when", "require", "limit", "compare", "swap", "check")


class RuleFile(Strict):
    """A judgement on signals and what a finding tells the person."""

    category: CategoryName
    severity: SeverityName = "warning"
    title: str = ""
    forbid: SignalOrPatterns | None = None
    when: SignalOrPatterns | None = None
    require: SignalOrPatterns | None = None
    within: ScopeText | None = None
    each: bool | None = None
    limit: MeasureFile | None = None
    compare: ComparisonName | None = None
    swap: Annotated[dict[Text, Text], Field(min_length=1)] | None = None
    check: Text | PluginFile | None = None
    except_: Annotated[SignalOrPatterns | None, Field(alias="except")] = None
    unless: UnlessField | None = None
    if_customer: Annotated[CustomerField | None, Field(alias="if-customer")] = None
    unless_customer: Annotated[CustomerField | None, Field(alias="unless-customer")] = None
    unsure: dict[SeverityName, Annotated[float | int, Field(gt=0, lt=1)]] = {}
    needs: Annotated[str, OneOf(("customer",))] | None = None
    channels: Annotated[list[ChannelName], Field(min_length=1)] | None = None
    options: dict[Id, Patterns] = {}
    zones: Annotated[list[ZoneName], Field(min_length=1)] | None = None
    message: Text
    why: str = ""
    suggest: Annotated[
        list[Text], BeforeValidator(as_list, json_schema_input_type=Text | list[Text])
    ] = []
    examples: ExamplesFile
    source: str = ""

    @model_validator(mode="after")
    def _has_one_judgement(self) -> RuleFile:
        given = [name for name in Judgements if getattr(self, name) is not None]
        if given == ["when"]:
            raise ValueError(_("“when” needs “require”: what must be there then"))
        if len(given) != 1 and given != ["when", "require"]:
            raise ValueError(
                _("a rule has one judgement: {kinds}").format(
                    kinds="forbid, when + require, require, limit, compare, swap, check"
                )
            )
        if self.require is None and self.within is not None:
            raise ValueError(_("“within” belongs to “require”"))
        if self.when is None and self.forbid is None and self.each is not None:
            raise ValueError(_("“each” belongs to “forbid” and “when … require”"))
        return self


class AddToRule(Strict):
    """Patterns that a team adds to a rule, under the names that they have in it."""

    forbid: Patterns | None = None
    when: Patterns | None = None
    require: Patterns | None = None
    except_: Annotated[Patterns | None, Field(alias="except")] = None
    unless: Patterns | None = None
    suggest: Patterns | None = None


class RuleChange(Strict):
    """What a team changes in a rule of another pack; what is not named stays as it is."""

    off: bool = False
    severity: SeverityName | None = None
    message: Text | None = None
    why: Text | None = None
    suggest: Annotated[
        list[Text] | None,
        BeforeValidator(as_list, json_schema_input_type=Text | list[Text] | None),
    ] = None
    channels: Annotated[list[ChannelName], Field(min_length=1)] | None = None
    add: AddToRule | None = None
    examples: ExamplesFile | None = None


class AddToSignal(Strict):
    """Patterns that a team adds to a signal."""

    match: Patterns | None = None
    except_: Annotated[Patterns | None, Field(alias="except")] = None


class SignalChange(Strict):
    """What a team changes in a signal of another pack."""

    add: AddToSignal


class ChangeFile(Strict):
    """Changes to the packs that a pack extends, by the ids of their rules and signals."""

    rules: dict[
        str,
        Annotated[
            RuleChange,
            BeforeValidator(_off_as_map, json_schema_input_type=Literal["off"] | RuleChange),
        ],
    ] = {}
    signals: dict[str, SignalChange] = {}


class OptionFile(Strict):
    """A disputed norm: the values that a team can choose, and the one that holds by default."""

    title: Text
    values: Annotated[list[Text], Field(min_length=2)]
    default: Text

    @model_validator(mode="after")
    def _default_is_a_value(self) -> OptionFile:
        if self.default not in self.values:
            raise ValueError(_("“default” must be one of “values”"))
        return self


class PackFile(Strict):
    """One YAML file of signals and rules."""

    pack: PackName
    title: Text
    language: LanguageName
    version: Text = "0.0.0"
    extends: list[PackName] = []
    uses: list[PackName] = []
    options: dict[Id, OptionFile] = {}
    define: dict[Id, Patterns] = {}
    signals: dict[Id, SignalFile] = {}
    rules: dict[Id, RuleFile] = {}
    change: ChangeFile = ChangeFile()

    @model_validator(mode="after")
    def _changes_what_it_extends(self) -> PackFile:
        if (self.change.rules or self.change.signals) and not self.extends:
            raise ValueError(_("“change” needs “extends”: the packs whose rules are changed"))
        return self
