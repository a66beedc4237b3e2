"""One conversation in, one result out; also many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from replylint.checks.rule import Rule, findings_in_order
from replylint.conversation import Conversation
from replylint.finding import Finding, Result, RuleFailure
from replylint.packs.choosing import check_choices, chosen_rules
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.pack import Pack, RuleBook
from replylint.score import score
from replylint.settings import Settings
from replylint.signals.reading import Reading
from replylint.text.document import Document
from replylint.translation import _


class Linter:
    """Checks replies with a choice of packs.

    ``packs`` are names of shipped packs (``"ru/tone"``, ``"ru"``), pack files or folders of them;
    None means those of the settings, and these by default all that come with replylint. Loading
    takes about a second: keep the linter and call it often. Raises ``PackError`` when a pack cannot
    be used, ``SettingsError`` for choices about what no pack has.

    >>> result = Linter().check("Успокойтесь, пожалуйста.")
    >>> result.findings[0].category
    'dismissed-feelings'
    """

    def __init__(
        self, packs: Sequence[str | Path] | None = None, *, settings: Settings | None = None
    ) -> None:
        settings = settings or Settings()
        wanted = settings.packs if packs is None else packs
        self._use(compile_packs(load_packs(wanted)), settings)

    def with_settings(self, settings: Settings) -> Linter:
        """A linter with other choices over the same packs; nothing is loaded again.

        Raises ``SettingsError`` for choices about what the packs do not have.
        """
        other = Linter.__new__(Linter)
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
        findings, failures = self._judge(document, reply)
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


def _failure(rule: Rule, error: Exception) -> RuleFailure:
    return RuleFailure(rule.full_id, f"{type(error).__name__}: {error}")
