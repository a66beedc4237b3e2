"""One conversation in, one result out; also many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from replylint.checks.rule import Rule, findings_in_order
from replylint.conversation import Conversation
from replylint.finding import Finding, Result, RuleFailure
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.pack import Pack, RuleBook
from replylint.score import score
from replylint.settings import Settings
from replylint.signals.reading import Reading
from replylint.text.document import Document


class Linter:
    """Checks replies with a choice of packs.

    ``packs`` are names of shipped packs (``"ru/tone"``), pack files or folders of them; None means
    all that come with replylint. Loading takes about a second: keep the linter and call it often.
    Raises ``PackError`` when a pack cannot be used.

    >>> result = Linter().check("Успокойтесь, пожалуйста.")
    >>> result.findings[0].category
    'dismissed-feelings'
    """

    def __init__(
        self, packs: Sequence[str | Path] | None = None, *, settings: Settings | None = None
    ) -> None:
        self.settings = settings or Settings()
        self._books = {book.language: book for book in compile_packs(load_packs(packs))}

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs in use, used ones before their users."""
        return tuple(pack for book in self._books.values() for pack in book.packs)

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
        document = Document(reply.reply)
        book = self._books.get(document.language)
        findings, failures = _judge(book, document, reply) if book else ((), ())
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
    book: RuleBook, document: Document, conversation: Conversation
) -> tuple[tuple[Finding, ...], tuple[RuleFailure, ...]]:
    reading = Reading(document, book.signals, conversation)
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    for rule in book.rules:
        try:
            findings.extend(rule.findings(reading))
        except Exception as error:
            failures.append(_failure(rule, error))
    return findings_in_order(findings), tuple(failures)


def _failure(rule: Rule, error: Exception) -> RuleFailure:
    return RuleFailure(f"{rule.pack}:{rule.id}", f"{type(error).__name__}: {error}")
