"""One conversation in, one result out; also many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from replylint.checks.rule import Rule, findings_in_order
from replylint.conversation import Conversation
from replylint.finding import Finding, Result, RuleFailure, Suppressed
from replylint.packs.choosing import check_choices, chosen_rules
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.pack import Pack, RuleBook
from replylint.score import score
from replylint.settings import Settings
from replylint.signals.reading import Reading
from replylint.suppressions import (
    BrokenComment,
    Suppression,
    comments_in,
    split_suppressed,
)
from replylint.text.document import Document
from replylint.translation import _


class Linter:
    """Checks replies with a choice of packs.

    ``packs`` are names of shipped packs (``"ru/tone"``, ``"ru"``), pack files or folders of them;
    None means those of the settings, and these by default all that come with replylint. Loading
    takes about a second: keep the linter and call it often. Raises ``PackError`` when a pack cannot
    be used, ``SettingsError`` for choices about what no pack has. ``suppressions`` are decisions to
    let findings be; ``today`` tells the day by which they expire.

    >>> result = Linter().check("Успокойтесь, пожалуйста.")
    >>> result.findings[0].category
    'dismissed-feelings'
    """

    def __init__(
        self,
        packs: Sequence[str | Path] | None = None,
        *,
        settings: Settings | None = None,
        suppressions: Sequence[Suppression] = (),
        today: Callable[[], date] = date.today,
    ) -> None:
        settings = settings or Settings()
        self._suppressions = tuple(suppressions)
        self._used: set[int] = set()
        self._today = today
        wanted = settings.packs if packs is None else packs
        self._use(compile_packs(load_packs(wanted)), settings)

    def with_settings(self, settings: Settings) -> Linter:
        """A linter with other choices over the same packs; nothing is loaded again.

        Raises ``SettingsError`` for choices about what the packs do not have.
        """
        other = Linter.__new__(Linter)
        other._suppressions, other._used, other._today = (
            self._suppressions,
            self._used,
            self._today,
        )
        other._use(self._books, settings)
        return other

    def _use(self, books: Sequence[RuleBook], settings: Settings) -> None:
        source = str(settings.sources[0]) if settings.sources else _("settings")
        packs = [pack for book in books for pack in book.packs]
        check_choices(packs, settings.choices, source)
        self.settings = settings
        self._books = books
        self._by_language = {
            book.language: (book.signals, chosen_rules(book.packs, settings.choices))
            for book in books
        }

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
    ) -> Result:
        """Check one reply: a text, or a conversation whose reply is judged.

        ``customer`` and ``channel`` belong to a reply that is given as text. Any text can be
        checked; a rule that breaks on it is named in ``Result.failures``.
        """
        if isinstance(reply, str):
            reply = Conversation.of(reply, customer=customer, channel=channel)
        if reply.channel is None and self.settings.choices.channel is not None:
            reply = replace(reply, channel=self.settings.choices.channel)
        document = Document(reply.reply)
        found, failures = self._judge(document, reply)
        findings, let_be, idle = self._without_suppressed(found, reply)
        scored = score(findings, self.settings.penalties)
        return Result(
            reply=reply.reply,
            language=document.language,
            score=scored.value,
            plain_score=scored.plain,
            critical=scored.critical,
            criteria=scored.criteria,
            findings=findings,
            failures=failures,
            suppressed=let_be,
            idle_suppressions=idle,
            id=reply.id,
            source=reply.source,
        )

    def check_many(self, replies: Iterable[str | Conversation]) -> Iterator[Result]:
        """Check replies one after the other, in order; nothing is read ahead or kept."""
        return (self.check(reply) for reply in replies)

    def _judge(
        self, document: Document, conversation: Conversation
    ) -> tuple[tuple[Finding, ...], tuple[RuleFailure, ...]]:
        if document.language not in self._by_language:
            return (), ()
        signals, rules = self._by_language[document.language]
        reading = Reading(document, signals, conversation)
        findings: list[Finding] = []
        failures: list[RuleFailure] = []
        for rule in rules:
            try:
                findings.extend(rule.findings(reading))
            except Exception as error:
                failures.append(_failure(rule, error))
        return findings_in_order(findings), tuple(failures)

    def _without_suppressed(
        self, findings: Sequence[Finding], reply: Conversation
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[str, ...]]:
        comments, broken = comments_in(reply.reply, reply.source)
        decisions = (*comments, *self._suppressions)
        if not decisions and not broken:
            return tuple(findings), (), ()
        stay, let_be = split_suppressed(findings, decisions, reply.source, reply.id, self._today())
        used = {id(decision) for _finding, decision in let_be}
        self._used |= used
        idle = [_told(comment) for comment in broken]
        idle += [_idle(decision) for decision in comments if id(decision) not in used]
        suppressed = [Suppressed(f, d.reason, str(d.place)) for f, d in let_be]
        return tuple(stay), tuple(suppressed), tuple(idle)

    def idle_suppressions(self) -> list[str]:
        """A message for each decision of ``suppressions`` that no reply so far needed."""
        return [_idle(d) for d in self._suppressions if id(d) not in self._used]


def _idle(decision: Suppression) -> str:
    return _("{place}: nothing is found that “{rule}” lets be; remove the decision").format(
        place=decision.place, rule=decision.rule
    )


def _told(broken: BrokenComment) -> str:
    wanted = "<!-- replylint: ignore RULE: REASON -->"
    return _("{place}: the comment must name a rule and a reason: {wanted}").format(
        place=broken.place, wanted=wanted
    )


def _failure(rule: Rule, error: Exception) -> RuleFailure:
    return RuleFailure(rule.full_id, f"{type(error).__name__}: {error}")
