"""A linter for long runs: what it found in a text it need not look for again.

In a support team the same texts are sent again and again, to other customers at other times. Most
rules look at nothing but the text, some look at what was said before it. Which is which is not
declared but tried: a rule is first asked about the text in a conversation that nothing can be
learned of. If it answers without looking there, the answer holds wherever that text is sent.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, NoReturn, TypeVar

from replylint.batch import Judged
from replylint.checks.plan import Plan
from replylint.checks.rule import Rule
from replylint.conversation import Conversation, Message
from replylint.finding import Finding, RuleFailure
from replylint.linter import Begun, Linter
from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document
from replylint.text.foreign import language_judged

TEXTS = 25_000
"""Of how many texts the findings are remembered; those asked for longest ago are forgotten."""
DOCUMENTS = 2_000
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
    """A reply in a conversation that keeps to itself all but its channel."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Nothing is to be made sure of: it is made here, and not to be looked at."""

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__") or name in _TOLD:
            return object.__getattribute__(self, name)
        raise _LookedBeyond


class _Something(tuple[Message, ...]):
    """Messages of which nobody may know more than whether there are some, and that for a while."""

    some: bool | None = None

    def __bool__(self) -> bool:
        if self.some is None:
            raise _LookedBeyond
        return self.some

    def _refuse(self, *_arguments: object) -> NoReturn:
        raise _LookedBeyond

    __iter__ = __len__ = __getitem__ = __contains__ = __reversed__ = _refuse
    __eq__ = __ne__ = __hash__ = __add__ = __lt__ = __gt__ = __le__ = __ge__ = _refuse


@dataclass(slots=True)
class _Answers:
    """What rules said to a text alone; many of these are kept, so sets of rules are bits.

    Of the rules that were ``asked`` some looked ``beyond`` the text, and some of the others
    ``found`` something.
    """

    asked: int = 0
    beyond: int = 0
    found: dict[int, tuple[Finding, ...]] | None = None

    def of(self, rule: Rule, bit: int, alone: Callable[[], Reading]) -> Sequence[Finding] | None:
        """What a rule finds in the text in whatever conversation; None if it looks there."""
        if not self.asked & bit:
            self.asked |= bit
            try:
                found = tuple(rule.findings(alone()))
            except (_LookedBeyond, Exception):  # what breaks once may not break again
                self.beyond |= bit
            else:
                if found:
                    self.found = {**(self.found or {}), bit: found}
        if self.beyond & bit:
            return None
        return self.found.get(bit, ()) if self.found else ()


@dataclass(slots=True)
class _OfText:
    """What is known of a text in a channel, and of it as the first message or a later one.

    ``rules`` are those worth asking there, None where that depends on more; ``whole`` is the
    judgement by all of them, where none looked beyond. ``first`` are the answers of rules that
    need to know no more of the conversation than that it begins here.
    """

    answers: _Answers
    first: _Answers
    rules: list[Sequence[Rule] | None]
    whole: list[Judged | None]


@dataclass(frozen=True, slots=True)
class _BegunText(Begun):
    """A reply that is read, and what is known of its text."""

    linter: RememberingLinter
    signals: SignalBook
    known: _OfText

    def judged(self) -> Judged:
        return self.linter._asked_once(self.reading, self.plan, self.signals, self.known)


class RememberingLinter(Linter):
    """Judges as `Linter` does, only faster where texts come again.

    Decisions to let findings be are applied to each reply anew. Files with settings of their own
    (``overrides``) are judged without memory.
    """

    @cached_property
    def _texts(self) -> Lately[tuple[str, str | None], _OfText]:
        return Lately(TEXTS)

    @cached_property
    def _bits(self) -> dict[str, int]:
        """Every rule that was asked, as a bit."""
        return {}

    @cached_property
    def _documents(self) -> Lately[str, Document]:
        return Lately(DOCUMENTS)

    def _read(self, reply: Conversation) -> Judged | Begun:
        if len(reply.reply) > LONGEST or reply.macro is not None or reply.filled is not None:
            return super()._read(reply)
        key = reply.reply, reply.channel
        known = self._texts.get(key)
        if known is None:
            known = _OfText(_Answers(), _Answers(), [None, None], [None, None])
            self._texts.keep(key, known)
        return known.whole[bool(reply.before)] or self._begin(reply, known)

    def _begin(self, reply: Conversation, known: _OfText) -> Judged | Begun:
        document = self._document(reply.reply)
        language = language_judged(document)
        if language not in self._by_language:
            judged = Judged(language, (), ())
            known.whole = [judged, judged]
            return judged
        if self._other_languages(document):
            return super()._read(reply)
        signals, plan = self._by_language[document.language]
        reading = Reading(document, signals, reply, learned=self._learned)
        return _BegunText(self, reading, plan, signals, known)

    def _asked_once(
        self, reading: Reading, plan: Plan, signals: SignalBook, known: _OfText
    ) -> Judged:
        document, reply = reading.document, reading.conversation
        later = bool(reply.before)
        judged = known.whole[later]
        if judged is not None:
            return judged

        @cache
        def alone() -> Reading:
            unseen = _Unseen(reply.reply, _Something(), reply.channel)
            return Reading(document, signals, unseen, learned=self._learned)

        @cache
        def first() -> Reading:
            unseen = _Unseen(reply.reply, (), reply.channel)
            return Reading(document, signals, unseen, learned=self._learned)

        if known.rules[later] is None:
            known.rules[later] = _rules_for(plan, alone(), later)
            if known.rules[later] is None and not later:
                known.rules[later] = _rules_for(plan, first(), later)
        rules = known.rules[later]
        whole = rules is not None
        findings: list[Finding] = []
        failures: list[RuleFailure] = []
        for rule in plan.rules_for(reading) if rules is None else rules:
            bit = self._bit(rule)
            found = known.answers.of(rule, bit, alone)
            if found is None and not later:
                found = known.first.of(rule, bit, first)
            if found is None:
                whole = False
                try:
                    found = tuple(rule.findings(reading))
                except Exception as error:
                    found = ()
                    failures.append(RuleFailure(rule.full_id, f"{type(error).__name__}: {error}"))
            findings.extend(found)
        judged = Judged(document.language, self._said(findings, document), tuple(failures))
        if whole:
            known.whole[later] = judged
        return judged

    def _bit(self, rule: Rule) -> int:
        name = rule.full_id
        return self._bits.setdefault(name, 1 << len(self._bits))

    def _document(self, text: str) -> Document:
        document = self._documents.get(text)
        if document is None:
            document = Document(text)
            self._documents.keep(text, document)
        return document


def _rules_for(plan: Plan, alone: Reading, later: bool) -> Sequence[Rule] | None:
    """The rules worth asking in a reply, a ``later`` one or not; None if that is not enough."""
    said = alone.conversation.before
    if isinstance(said, _Something):
        said.some = later
    try:
        return tuple(plan.rules_for(alone))
    except _LookedBeyond:
        return None
    finally:
        if isinstance(said, _Something):
            said.some = None
