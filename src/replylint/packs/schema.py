"""The shape of rules and of a whole pack file.

Unknown keys are errors; every key that may be absent has a default.
"""

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
from replylint.finding import CATEGORIES, SEVERITIES_MEANT, SEVERITY_NAMES, Severity
from replylint.packs.signal_schema import (
    MeasureFile,
    Patterns,
    PluginFile,
    ScopeText,
    SignalFile,
    SignalOrPatterns,
    Text,
    ZoneName,
)
from replylint.text.language import LANGUAGES
from replylint.translation import _
from replylint.yamlfile.at_key import at_key
from replylint.yamlfile.model import Strict
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.shorthand import as_list

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
PackName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*$")]


def _check_time(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        message = _("expected a time in ISO 8601 such as 2026-03-01T09:30")
        raise ValueError(message) from None
    return value


def _off_as_map(value: Any) -> Any:
    if isinstance(value, str | bool) and value != "off":
        text = _("“off” is expected here, or what changes: {example}")
        raise ValueError(text.format(example="{severity: error}"))
    return {"off": True} if value == "off" else value


TimeText = Annotated[str, AfterValidator(_check_time)]

CUSTOMER_SCOPES = ("turn", "thread")
"""What the customer said since the agent's last message, or in the whole conversation."""

SeverityName = Annotated[str, OneOf(SEVERITY_NAMES, SEVERITIES_MEANT)]
CategoryName = Annotated[str, OneOf(tuple(CATEGORIES))]
_LANGUAGES_MEANT = {"русский": "ru", "russian": "ru", "english": "en", "английский": "en"}
LanguageName = Annotated[str, OneOf(LANGUAGES, _LANGUAGES_MEANT)]
ComparisonName = Annotated[str, OneOf((*COMPARISONS, *THREAD_COMPARISONS))]
ChannelName = Annotated[str, StringConstraints(pattern=r"^-?[^-+\s][^+]*$")]


def _check_channels(channels: list[str]) -> list[str]:
    for channel in channels:
        if f"-{channel}" in channels:
            text = _("“{channel}” and “-{channel}” exclude each other; leave one out")
            raise ValueError(text.format(channel=channel))
    return channels


ChannelNames = Annotated[list[ChannelName], Field(min_length=1), AfterValidator(_check_channels)]


class UnlessFile(Strict):
    """A condition under which there is no finding, or a milder one."""

    signal: Text | None = None
    match: Patterns | None = None
    within: ScopeText = "reply"
    downgrade: SeverityName | None = None
    message: Text | None = None

    @model_validator(mode="after")
    def _has_one(self) -> UnlessFile:
        if (self.signal is None) == (self.match is None):
            raise ValueError(_("“unless” needs either “signal” or “match”"))
        if self.message is not None and self.downgrade is None:
            message = _("“message” needs “downgrade”: without it there is no finding")
            raise at_key("message", message)
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


_ROLES_MEANT = {
    "client": "customer",
    "user": "customer",
    "клиент": "customer",
    "operator": "agent",
    "оператор": "agent",
    "сотрудник": "agent",
}


class MessageFile(Strict):
    """A message before the reply of an example."""

    role: Annotated[str, OneOf(tuple(role.value for role in Role), _ROLES_MEANT)]
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
            message = _("“customer” and “messages” exclude each other; leave one out")
            raise at_key("messages", message)
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
    channels: ChannelNames | None = None
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
            raise at_key("when", _("“when” needs “require”: what must be there then"))
        if len(given) != 1 and given != ["when", "require"]:
            kinds = "forbid, when + require, require, limit, compare, swap, check"
            message = _("a rule has one judgement: {kinds}").format(kinds=kinds)
            raise at_key(given[-1], message) if given else ValueError(message)
        if self.require is None and self.within is not None:
            raise at_key("within", _("“within” belongs to “require”"))
        if self.when is None and self.forbid is None and self.each is not None:
            raise at_key("each", _("“each” belongs to “forbid” and “when … require”"))
        return self

    @model_validator(mode="after")
    def _downgrades_go_down(self) -> RuleFile:
        unless = self.unless if isinstance(self.unless, list) else [self.unless]
        own = Severity.of(self.severity)
        for one in unless:
            milder = one.downgrade if isinstance(one, UnlessFile) else None
            if milder is not None and Severity.of(milder) > own:
                text = _("“downgrade: {other}” is above the rule's own severity, {own}")
                message = text.format(other=milder, own=self.severity)
                raise at_key("unless", message)
        return self


_KEYS_OF_RULES = frozenset(field.alias or name for name, field in RuleFile.model_fields.items()) - {
    "compare",
    "check",
    "limit",
    "source",
    "title",
}


def _deeper_than_their_rule(rules: Any) -> Any:
    """Raises where the keys of a rule stand in the column of its name, as beginners write them."""
    if isinstance(rules, dict):
        for key, value in rules.items():
            if key in _KEYS_OF_RULES and not isinstance(value, dict):
                text = _("“{key}” belongs to a rule: it stands two spaces deeper than its name")
                raise at_key(key, text.format(key=key))
    return rules


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
    channels: ChannelNames | None = None
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
            raise at_key("default", _("“default” must be one of “values”"))
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
    rules: Annotated[
        dict[Id, RuleFile],
        BeforeValidator(_deeper_than_their_rule, json_schema_input_type=dict[Id, RuleFile]),
    ] = {}
    change: ChangeFile = ChangeFile()

    @model_validator(mode="after")
    def _changes_what_it_extends(self) -> PackFile:
        if (self.change.rules or self.change.signals) and not self.extends:
            raise ValueError(_("“change” needs “extends”: the packs whose rules are changed"))
        for key in ("uses", "extends"):
            if self.pack in getattr(self, key):
                text = _("a pack cannot name itself among those that it uses or extends: “{name}”")
                raise at_key(key, text.format(name=self.pack))
        return self
