"""One conversation in, one result out; also many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from pathlib import Path, PurePath
from typing import Any

from replylint.arguments import one_or_several, several, wrong
from replylint.batch import Judged, Known, judge_all
from replylint.channels import channel_key
from replylint.checks.asking import asked
from replylint.checks.beside import Beside, kept
from replylint.checks.plan import Plan
from replylint.checks.repetitions import without_repetitions
from replylint.checks.rule import findings_in_order
from replylint.collecting import no_collecting
from replylint.comparing import explain
from replylint.conversation import Conversation
from replylint.errors import Problem, ReplylintError, SettingsError
from replylint.explanation import Explanation
from replylint.finding import Finding, Result, RuleFailure
from replylint.given_replies import check_workers, conversation_of, conversations_of
from replylint.learned.shelf import SHELF
from replylint.packs.choosing import KnownNames, asks_macros, check_settings, chosen_rules
from replylint.packs.pack import Pack, RuleBook
from replylint.packs.ready import ready_packs
from replylint.passage import FileText
from replylint.score import score
from replylint.settings.settings import Settings
from replylint.signals.ahead import look_ahead
from replylint.signals.reading import Reading
from replylint.suppressions.decisions import Decisions
from replylint.suppressions.suppression import Suppression
from replylint.template import MACRO, TOGETHER, Placeholders, is_template
from replylint.text.document import Document
from replylint.text.foreign import language_judged
from replylint.text.other_language import places_in
from replylint.translation import _

_LONG = 50_000
"""A reply of so many code points is read without looking for garbage meanwhile."""
_LONGEST_TOGETHER = 5_000
"""Replies of more code points are judged one by one: many in memory would take too much of it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A reply that is read, and the rules to ask about it."""

    linter: Linter
    reading: Reading
    plan: Plan

    def judged(self) -> Judged:
        """What these rules have against it."""
        return self.linter._asked(self.reading, self.plan)


class Linter:
    """Checks replies with a choice of packs.

    ``packs`` are names of shipped packs (``"ru/tone"``, ``"ru"``), pack files or folders of them,
    or one of these; None means those of the settings, and these by default all that come with
    replylint. Loading takes about a second: keep the linter and call it often, also from several
    threads. A pickled linter is its packs and choices, and loads them again where it is unpickled;
    a copy shares the packs. Raises ``PackError`` when a pack cannot be used or there is none,
    ``SettingsError`` for choices about what no pack has, ``TypeError`` for a wrong argument.
    ``suppressions`` are decisions to let findings be; ``today`` tells the day by which they end.
    ``preparing`` is called when packs must be compiled first, which takes some seconds once.

    >>> result = Linter().check("Успокойтесь, пожалуйста.")
    >>> result.findings[0].category
    'dismissed-feelings'
    """

    def __init__(
        self,
        packs: Sequence[str | Path] | str | Path | None = None,
        *,
        settings: Settings | None = None,
        suppressions: Sequence[Suppression] = (),
        today: Callable[[], date] = date.today,
        preparing: Callable[[], None] | None = None,
    ) -> None:
        settings = Settings() if settings is None else settings
        if not isinstance(settings, Settings):
            raise wrong("settings", settings, "Settings")
        wanted = settings.packs
        if packs is not None:
            wanted = one_or_several("packs", packs, (str, PathLike))
        decisions = _("a list of Suppression")
        suppressions = several("suppressions", suppressions, Suppression, decisions)
        self._made_of = wanted, settings, suppressions, today
        self._books: Sequence[RuleBook] = ready_packs(wanted, preparing=preparing)
        self._known = KnownNames(self.packs, settings.packs)
        self._decisions = Decisions(suppressions, today, self._known.why_no_rule)
        unknown = [(s, self._known.why_no_rule(s.rule)) for s in suppressions]
        problems = [s.written.problem(why) for s, why in unknown if why is not None]
        if problems:
            raise SettingsError(problems)
        self._use(settings)

    def with_settings(self, settings: Settings) -> Linter:
        """A linter with other choices over the same packs; nothing is loaded again.

        Raises ``SettingsError`` for choices about what the packs do not have.
        """
        if not isinstance(settings, Settings):
            raise wrong("settings", settings, "Settings")
        other = Linter.__new__(Linter)
        other._books, other._known, other._decisions = self._books, self._known, self._decisions
        other._made_of = self._made_of
        other._use(settings)
        return other

    def __reduce__(self) -> tuple[Any, ...]:
        return _made_again, (*self._made_of, self.settings)

    def __copy__(self) -> Linter:
        return self.with_settings(self.settings)

    def __deepcopy__(self, memo: object) -> Linter:
        return self.with_settings(self.settings)

    def _use(self, settings: Settings) -> None:
        check_settings(settings, self._known)
        self.settings = settings
        self._channel = settings.choices.channel
        self._own_channel = settings.own.channel if settings.own is not None else None
        self._learned = settings.learned
        self._penalties = settings.penalties
        self._by_language = {
            book.language: (
                book.signals,
                Plan.of(chosen_rules(book.packs, settings.choices), book.signals),
            )
            for book in self._books
        }
        self._beside: dict[str, Beside] = {}
        self._overridden: dict[tuple[int, ...], Linter] = {(): self}
        self._last: tuple[str, Linter] | None = None
        self._macro_linter: Linter | None = None

    def for_path(self, path: PurePath | str) -> Linter:
        """The linter for one file: this one, or one with the overrides that name the file."""
        if not self.settings.overrides:
            return self
        name, last = str(path), self._last  # read once: another thread may set it meanwhile
        if last is None or last[0] != name:
            numbers = self.settings.overrides_for(path)
            if numbers not in self._overridden:
                settings = self.settings.with_overrides(numbers)
                self._overridden[numbers] = self.with_settings(settings)
            last = self._last = name, self._overridden[numbers]
        return last[1]

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs in use, used ones before their users."""
        return tuple(pack for book in self._books for pack in book.packs)

    @property
    def books(self) -> Sequence[RuleBook]:
        """The packs compiled together, one book for each language."""
        return self._books

    def check(
        self,
        reply: str | Conversation,
        *,
        customer: str | None = None,
        channel: str | None = None,
        explain: bool = False,
    ) -> Result:
        """Check one reply: a text, or a conversation whose reply is judged.

        ``customer`` and ``channel`` belong to a reply that is given as text; raises ``TypeError``
        where a conversation, which has its own, comes with them, and for what is no reply. The
        overrides of the settings that name the reply's source hold. Any text can be checked; a rule
        that breaks on it is named in ``Result.failures``. With ``explain`` the result says what the
        reply was compared with.
        """
        reply = conversation_of(reply, customer, channel)
        [judged] = self._judged([reply])
        return self._result(reply, judged, explained=explain)

    def check_many(
        self,
        replies: Iterable[str | Conversation],
        *,
        workers: int = 1,
        known: Known | None = None,
        explain: bool = False,
    ) -> Iterator[Result]:
        """Check replies in order; a reply that comes again, or that is ``known``, is judged once.

        One worker reads nothing ahead, apart from a sequence, of which it judges some at a time.
        Several (0: as many as there are processors) are processes that share the memory of this
        one; the results are the same. Rules written in Python must not go by the id of a
        conversation, nor by what a library says of a macro. ``explain`` is as in ``check``.

        Raises ``TypeError`` for what is no reply, at once or where an iterator comes to it, and
        ``ValueError`` for less than no workers.
        """
        check_workers(workers)
        conversations = conversations_of(replies)
        at_hand = isinstance(replies, Sequence)
        every = judge_all(self._judged, conversations, workers, known, at_hand=at_hand)
        return (self._result(reply, judged, explained=explain) for reply, judged in every)

    def _judged(self, replies: Sequence[Conversation]) -> list[Judged]:
        """What the rules have against replies, by the settings that hold for the source of each."""
        begun = [self.for_path(reply.source)._begun(reply) for reply in replies]
        if len(begun) > 1:
            look_ahead([(one.reading, one.plan.models) for one in begun if isinstance(one, Begun)])
        return [one.judged() if isinstance(one, Begun) else one for one in begun]

    def _begun(self, reply: Conversation) -> Judged | Begun:
        """What is left to ask about a reply, or its judgement where that is not to be put off."""
        channel = channel_key(reply.channel) or channel_key(self._channel)
        if channel != reply.channel:
            reply = replace(reply, channel=channel)
        if is_template(reply.channel):
            if self._own_channel is not None and reply.channel == MACRO:
                reply = replace(reply, channel=f"{MACRO}{TOGETHER}{self._own_channel}")
            return self._for_macros()._judge_macro(reply)
        if len(reply.reply) <= _LONGEST_TOGETHER:
            return self._read(reply)
        if len(reply.reply) < _LONG:
            return self._judge_text(reply)
        with no_collecting():
            return self._judge_text(reply)

    def _judge_text(self, reply: Conversation) -> Judged:
        begun = self._read(reply)
        return begun.judged() if isinstance(begun, Begun) else begun

    def _read(self, reply: Conversation) -> Judged | Begun:
        document = Document(reply.reply)
        language = language_judged(document)
        if language not in self._by_language:
            return Judged(language, (), ())
        signals, plan = self._by_language[document.language]
        return Begun(self, Reading(document, signals, reply, learned=self._learned), plan)

    def _asked(self, reading: Reading, plan: Plan) -> Judged:
        document = reading.document
        findings, failures = asked(plan.rules_for(reading), reading)
        for language, places in self._other_languages(document):
            more, broken = self._judged_beside(language, reading)
            findings += kept(more, places, findings)
            failures += broken
        return Judged(document.language, self._said(findings, document), tuple(failures))

    def _said(self, findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
        """What is told of the findings in a reply, in order."""
        if not self.settings.repetitions:
            findings = without_repetitions(findings, document)
        return findings_in_order(findings)

    def _other_languages(self, document: Document) -> list[tuple[str, list[tuple[int, int]]]]:
        """The languages beside its own that some sentences of a reply are in, and where."""
        if len(self._by_language) == 1:
            return []
        found = (
            (language, places_in(document, language))
            for language in self._by_language
            if language != document.language
        )
        return [(language, places) for language, places in found if places]

    def _judged_beside(
        self, language: str, own: Reading
    ) -> tuple[list[Finding], list[RuleFailure]]:
        """What the rules of a language that is not the reply's own find in it."""
        beside = self._beside.get(language)
        if beside is None:
            signals, plan = self._by_language[language]
            beside = self._beside[language] = Beside(language, plan.rules.values(), signals)
        reading = beside.reading(own)
        return asked(beside.rules_for(reading), reading)

    def _for_macros(self) -> Linter:
        """The linter for templates: with the profile made for them, unless another is in use."""
        if self.settings.profile is not None:
            return self
        if self._macro_linter is None:
            from replylint.packs.shipped import profiles_folder
            from replylint.settings.loading import load_settings

            shipped = load_settings([], profile=MACRO, profiles_folder=profiles_folder())
            self._macro_linter = self.with_settings(self.settings.with_profile(shipped.profile))
        return self._macro_linter

    def _judge_macro(self, reply: Conversation) -> Judged:
        """Judge every reading of a template; a finding of several readings is told once."""
        from replylint.macros.filling import fill
        from replylint.macros.written import as_written

        text = FileText(reply.reply)
        found: dict[tuple[str, str, int, int], Finding] = {}
        failures: dict[str, RuleFailure] = {}
        language = ""
        for filled in fill(reply.reply, self.settings.choices.placeholders or Placeholders()):
            judged = self._judge_text(replace(reply, reply=filled.text, filled=filled))
            language = language or judged.language
            failures.update((failure.rule, failure) for failure in judged.failures)
            for finding in judged.findings:
                written = as_written(finding, filled, text)
                if written is not None:
                    key = written.pack, written.rule, written.start, written.end
                    found.setdefault(key, written)
        ordered = findings_in_order(list(found.values()))
        return Judged(language, ordered, tuple(failures.values()))

    def _result(self, reply: Conversation, judged: Judged, *, explained: bool = False) -> Result:
        """The judgement with the decisions to let findings be, and what it makes for a score."""
        found, passage = judged.findings, None if reply.macro is None else reply.macro.passage
        if passage is not None:
            found = tuple(finding.placed(passage) for finding in found)
        findings, let_be, idle = self._decisions.apply(found, reply)
        scored = score(findings, self.for_path(reply.source)._penalties)
        return Result(
            reply=reply.reply,
            language=judged.language,
            score=scored.value,
            plain_score=scored.plain,
            critical=scored.critical,
            criteria=scored.criteria,
            findings=findings,
            failures=judged.failures,
            suppressed=let_be,
            idle_suppressions=idle,
            id=reply.id,
            source=reply.source,
            lines=() if passage is None else passage.line_numbers(),
            explanation=self.for_path(reply.source)._explain(reply, findings)
            if explained
            else None,
        )

    def _explain(self, reply: Conversation, findings: Sequence[Finding]) -> Explanation:
        """What the findings went by; a canned reply stands beside nothing."""
        document = Document(reply.reply)
        if reply.macro is not None or language_judged(document) not in self._by_language:
            return Explanation()
        signals, plan = self._by_language[document.language]
        reading = Reading(document, signals, reply, learned=self._learned)
        return explain(reading, findings, plan.rules)

    def unusable_models(self) -> list[ReplylintError]:
        """Why learned models that the packs ask cannot be used; checking goes on without them."""
        if not self._learned:
            return []
        names = {name for book in self._books for name in book.signals.models}
        problems = (SHELF.problem(name) for name in sorted(names))
        return [problem for problem in problems if problem is not None]

    def unreadable_macros(self) -> list[ReplylintError]:
        """What replies cannot be compared with of the library that the settings name.

        Empty as well where no rule in use compares them.
        """
        library = self.settings.choices.library
        plans = (plan for _signals, plan in self._by_language.values())
        if library is None or not any(asks_macros(r) for p in plans for r in p.rules.values()):
            return []
        from replylint.checks.copied_macro import unreadable

        unused = _("{why}; replies are not compared with this part of the library")
        return [
            ReplylintError(unused.format(why=problem.message), problem.place)
            for problem in unreadable(library)
        ]

    def idle_suppressions(self) -> list[Problem]:
        """The decisions of ``suppressions`` that no reply so far needed, or that are over."""
        return self._decisions.idle()

    def unmatched_suppressions(self) -> list[Problem]:
        """The decisions of ``suppressions`` whose ``id`` or ``paths`` no reply had or can have."""
        return self._decisions.unmatched()


def _made_again(
    packs: Sequence[str | Path] | None,
    loaded_with: Settings,
    suppressions: Sequence[Suppression],
    today: Callable[[], date],
    settings: Settings,
) -> Linter:
    """A linter from what it was made of, in another process or from a file."""
    linter = Linter(packs, settings=loaded_with, suppressions=suppressions, today=today)
    return linter if settings == loaded_with else linter.with_settings(settings)
