"""A linter for long runs: what it found in a text it need not look for again.

In a support team the same texts are sent again and again, to other customers at other times. Most
rules look at nothing but the text, some look at what was said before it. Which is which is not
declared but tried: a rule is first asked about the text in a conversation that nothing can be
learned of. If it answers without looking there, the answer holds wherever that text is sent.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NoReturn, TypeVar

from replylint.batch import Judged
from replylint.checks.rule import Rule, findings_in_order
from replylint.conversation import Conversation, Message
from replylint.finding import Finding, RuleFailure
from replylint.linter import Linter
from replylint.signals.reading import Reading
from replylint.text.document import Document

TEXTS = 20_000
"""Of how many texts the findings are remembered; those asked for longest ago are forgotten."""
DOCUMENTS = 4_000
"""How many texts are also kept as they were parsed, which takes some ten times the memory."""
LONGEST = 5_000
"""Texts of more characters hardly come again and would take much memory."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lately(Generic[Key, Value]):
    """The values that were asked for last, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Key) -> Value | None:
        """The value kept for a key; None when there is none."""
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def keep(self, key: Key, value: Value) -> None:
        """Keep a value, and forget the one that was asked for longest ago if there are too many."""
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)


class _LookedBeyond(BaseException):
    """Somebody asked for more than the text; no `Exception`, so that no rule takes it for one."""


_TOLD = frozenset("reply channel macro filled before customer from_customer turn earlier".split())
"""What an `_Unseen` reply answers; the last four by its messages, which tell hardly anything."""


class _Unseen(Conversation):
    """A reply in a conversation that keeps to itself all but its channel and if it had begun."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__") or name in _TOLD:
            return object.__getattribute__(self, name)
        raise _LookedBeyond


class _Something(tuple[Message, ...]):
    """Messages of which nobody may know more than that there are some."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def _refuse(self, *_arguments: object) -> NoReturn:
        raise _LookedBeyond

    __iter__ = __len__ = __getitem__ = __contains__ = __reversed__ = _refuse
    __eq__ = __ne__ = __hash__ = __add__ = __lt__ = __gt__ = __le__ = __ge__ = _refuse


@dataclass(slots=True)
class _OfText:
    """What is known of a text: the findings of rules that looked at nothing else, by rule.

    ``rules`` are those worth asking, None where that depends on more than the text; ``beyond``
    those that looked beyond it. ``whole`` is the judgement by all rules, where none did.
    """

    rules: Sequence[Rule] | None = None
    alone: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    beyond: set[str] = field(default_factory=set)
    whole: Judged | None = None


class RememberingLinter(Linter):
    """Judges as `Linter` does, only faster where texts come again.

    Decisions to let findings be are applied to each reply anew. Files with settings of their own
    (``overrides``) are judged without memory.
    """

    @cached_property
    def _texts(self) -> Lately[tuple[str, str | None, bool], _OfText]:
        return Lately(TEXTS)

    @cached_property
    def _documents(self) -> Lately[str, Document]:
        return Lately(DOCUMENTS)

    def _judge_text(self, reply: Conversation) -> Judged:
        if len(reply.reply) > LONGEST or reply.macro is not None or reply.filled is not None:
            return super()._judge_text(reply)
        key = reply.reply, reply.channel, bool(reply.before)
        known = self._texts.get(key)
        if known is None:
            known = _OfText()
            self._texts.keep(key, known)
        if known.whole is None:
            return self._judge_known(reply, known)
        return known.whole

    def _judge_known(self, reply: Conversation, known: _OfText) -> Judged:
        document = self._document(reply.reply)
        if document.language not in self._by_language:
            known.whole = Judged(document.language, (), ())
            return known.whole
        signals, plan = self._by_language[document.language]
        reading = Reading(document, signals, reply, learned=self._learned)
        alone = Reading(document, signals, _unseen(reply), learned=self._learned)
        if known.rules is None:
            with suppress(_LookedBeyond):
                known.rules = tuple(plan.rules_for(alone))
        rules = plan.rules_for(reading) if known.rules is None else known.rules
        findings: list[Finding] = []
        failures: list[RuleFailure] = []
        for rule in rules:
            found = _alone(rule, alone, known)
            if found is None:
                try:
                    found = tuple(rule.findings(reading))
                except Exception as error:
                    found = ()
                    failures.append(RuleFailure(rule.full_id, f"{type(error).__name__}: {error}"))
            findings.extend(found)
        ordered = findings_in_order(self._said(findings))
        judged = Judged(document.language, ordered, tuple(failures))
        if known.rules is not None and not known.beyond:
            known.whole = judged
        return judged

    def _document(self, text: str) -> Document:
        document = self._documents.get(text)
        if document is None:
            document = Document(text)
            self._documents.keep(text, document)
        return document


def _unseen(reply: Conversation) -> Conversation:
    before = _Something() if reply.before else ()
    return _Unseen(reply.reply, before, reply.channel)


def _alone(rule: Rule, alone: Reading, known: _OfText) -> tuple[Finding, ...] | None:
    """What a rule finds in the text whatever was said before it; None if it looks there."""
    name = rule.full_id
    if name in known.beyond:
        return None
    found = known.alone.get(name)
    if found is None:
        try:
            found = known.alone[name] = tuple(rule.findings(alone))
        except (_LookedBeyond, Exception):  # what breaks once may not break again
            known.beyond.add(name)
    return found
