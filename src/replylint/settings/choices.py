"""What can be chosen for replies and for exports; choices lie over each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from replylint.arguments import check_text, check_text_or_none, items, one_or_several, wrong
from replylint.errors import Written
from replylint.finding import SEVERITY_NAMES, Severity
from replylint.macros.names import Fields
from replylint.macros.own import OwnMacros
from replylint.template import Placeholders
from replylint.translation import _


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What a team chose for a rule: on or off, another severity, only some channels.

    A channel that begins with ``-`` is one where the rule is silent. None means that nothing was
    chosen. ``written`` says where. The severity may be given by its name (``"info"``), the channels
    as any sequence, a lone one as text. Raises ``TypeError`` or ``ValueError`` that names the
    argument for anything else.
    """

    off: bool | None = None
    severity: Severity | None = None
    channels: tuple[str, ...] | None = None
    written: Written | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make sure of what a caller gave."""
        if self.off is not None and not isinstance(self.off, bool):
            raise wrong("off", self.off, _("True, False or None"))
        if self.severity is not None:
            object.__setattr__(self, "severity", Severity.given("severity", self.severity))
        if self.channels is not None:
            object.__setattr__(self, "channels", one_or_several("channels", self.channels))

    @classmethod
    def given(cls, name: str, value: RuleChoice | Severity | str | bool) -> RuleChoice:
        """The choice that an argument of this name is: one itself, or in short as in settings.

        In short are ``"off"``, ``"on"``, False, True and a severity or its name. Raises
        ``TypeError`` or ``ValueError`` that names the argument.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, bool):
            return cls(off=not value)
        if not isinstance(value, str | Severity):
            raise wrong(name, value, _("a RuleChoice, “off”, “on” or a severity"))
        if value in ("off", "on"):
            return cls(off=value == "off")
        if isinstance(value, str) and value not in SEVERITY_NAMES:
            known = ", ".join(("off", "on", *SEVERITY_NAMES))
            message = _("“{name}” takes one of {known}, not {given}")
            raise ValueError(message.format(name=name, known=known, given=repr(value)))
        return cls(severity=Severity.given(name, value))


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen for a reply; None and empty mean that nothing was chosen.

    ``rules`` is keyed by the id of a rule (``calm-down`` or ``ru/tone:calm-down``), of a category
    or of a pack (``ru/tone``). ``options`` gives the value of a disputed norm by its name.
    ``channel`` is that of replies which do not say theirs. ``rules_beneath`` are the rules of the
    choices that these went over, the farthest first; ``written_options`` says where each option
    was chosen. ``words`` are a team's own words, which spelling lets be; all lists add up.
    ``format``, ``fields`` and ``placeholders`` tell how macro libraries are written; ``library``
    is the one that replies are compared with.

    Severities may be given by their names, rules in short as `RuleChoice.given` takes them, one
    word alone. Raises ``TypeError`` that names the argument for a value of another kind,
    ``ValueError`` for a word that is no severity and for a penalty (the share of the score that one
    finding takes) outside 0 to 1.

    >>> Choices(rules={"calm-down": "off"}, fail_on="error").fail_on
    <Severity.ERROR: 3>
    """

    rules: Mapping[str, RuleChoice] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None
    penalties: Mapping[Severity, float] = field(default_factory=dict)
    fail_on: Severity | None = None
    words: tuple[str, ...] = ()
    format: str | None = None
    fields: Fields | None = None
    placeholders: Placeholders | None = None
    library: OwnMacros | None = None
    rules_beneath: tuple[Mapping[str, RuleChoice], ...] = ()
    written_options: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make sure of what a caller gave."""
        rules = {
            name: RuleChoice.given(f"rules[{name!r}]", choice)
            for name, choice in items("rules", self.rules)
        }
        object.__setattr__(self, "rules", rules)
        for name, value in items("options", self.options):
            check_text(f"options[{name!r}]", value)
        check_text_or_none("channel", self.channel)
        penalties = {
            Severity.given("penalties", severity): _penalty(severity, penalty)
            for severity, penalty in items("penalties", self.penalties)
        }
        object.__setattr__(self, "penalties", penalties)
        if self.fail_on is not None:
            object.__setattr__(self, "fail_on", Severity.given("fail_on", self.fail_on))
        object.__setattr__(self, "words", one_or_several("words", self.words))

    @property
    def rule_layers(self) -> tuple[Mapping[str, RuleChoice], ...]:
        """The rules of all choices that lie over each other, the farthest first."""
        return (*self.rules_beneath, self.rules)

    def over(self, other: Choices) -> Choices:
        """These choices where they were made, those of ``other`` elsewhere."""
        return Choices(
            rules=self.rules,
            options={**other.options, **self.options},
            channel=self.channel if self.channel is not None else other.channel,
            penalties={**other.penalties, **self.penalties},
            fail_on=self.fail_on if self.fail_on is not None else other.fail_on,
            words=(*other.words, *self.words),
            format=self.format or other.format,
            fields=self.fields or other.fields,
            placeholders=self.placeholders or other.placeholders,
            library=self.library or other.library,
            rules_beneath=tuple(
                layer for layer in (*other.rule_layers, *self.rules_beneath) if layer
            ),
            written_options={**other.written_options, **self.written_options},
        )


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """How a team's exports are read; None and empty mean that nothing was chosen.

    ``columns`` gives for a field the column of a table, ``roles`` for a word of the role column the
    role (``"agent"``, ``"customer"`` …), ``agents`` the names of those who answer, ``timezone`` the
    IANA name of the zone that times are shown in. ``written`` says where the format (``"from"``),
    the encoding, the zone and the columns (``"columns.reply"``) were chosen.
    """

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    agents: tuple[str, ...] = ()
    encoding: str | None = None
    day_first: bool | None = None
    bots: bool | None = None
    timezone: str | None = None
    written: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)

    def over(self, other: ExportChoices) -> ExportChoices:
        """These choices where they were made, those of ``other`` elsewhere."""
        return ExportChoices(
            format=self.format or other.format,
            columns={**other.columns, **self.columns},
            roles={**other.roles, **self.roles},
            agents=self.agents or other.agents,
            encoding=self.encoding or other.encoding,
            day_first=other.day_first if self.day_first is None else self.day_first,
            bots=other.bots if self.bots is None else self.bots,
            timezone=self.timezone or other.timezone,
            written={**other.written, **self.written},
        )


def _penalty(severity: Severity | str, penalty: float) -> float:
    """The share of the score that a finding takes; raises ``TypeError`` or ``ValueError``."""
    name = f"penalties.{Severity.given('penalties', severity).label}"
    if isinstance(penalty, bool) or not isinstance(penalty, float | int):
        raise wrong(name, penalty, _("a number from 0 to 1"))
    if not 0.0 <= penalty <= 1.0:
        raise ValueError(
            _("“{name}” is {value}; it must be 0 to 1").format(name=name, value=penalty)
        )
    return penalty
