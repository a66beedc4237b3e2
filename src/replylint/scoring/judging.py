"""From what a reader hands over to rows of the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from replylint.conversation import Conversation, Message, Role
from replylint.exports.chat import Chat, Found, Unread
from replylint.finding import Criterion, Finding, Result, Severity
from replylint.store.rows import Rows
from replylint.store.tables import CHATS, FAILURES, FINDINGS, MESSAGES, NOTES, REPLIES, UNREAD

if TYPE_CHECKING:
    from replylint.linter import Linter

SCORED, NOT_APPLICABLE = "scored", "n/a"
"""The states of a reply: judged, or without words of a language that some pack is for."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CRITERIA = tuple(criterion.value for criterion in Criterion)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some things of the input that lie side by side; ``first`` is the number of the first one."""

    first: int
    found: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows that came of a chunk, and how much of the input it was."""

    rows: Rows
    done: int
    chats: int
    replies: int
    unread: int
    bot_messages: int


class Judge:
    """Judges chunks with one linter."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._languages = {pack.language for pack in linter.packs}

    def __call__(self, chunk: Chunk) -> Judged:
        """The rows of a chunk; they depend on nothing but the chunk and the linter."""
        rows = Rows()
        bots = 0
        replies = [list(one.replies()) if isinstance(one, Chat) else [] for one in chunk.found]
        results = self._linter.check_many(list(chain.from_iterable(replies)))
        for number, (found, own) in enumerate(
            zip(chunk.found, replies, strict=True), start=chunk.first
        ):
            if isinstance(found, Chat):
                bots += sum(m.role is Role.BOT and not m.private for m in found.messages)
                self._chat(rows, number, found, zip(own, results, strict=False))
            elif isinstance(found, Unread):
                rows.add(UNREAD, (number, found.source, found.line, found.message, found.raw))
            else:
                place = found.place
                rows.add(NOTES, (number, place.source, place.line, found.message))
        return Judged(
            rows=rows,
            done=len(chunk.found),
            chats=rows.count(CHATS),
            replies=rows.count(REPLIES),
            unread=rows.count(UNREAD),
            bot_messages=bots,
        )

    def _chat(
        self, rows: Rows, number: int, chat: Chat, judged: Iterable[tuple[Conversation, Result]]
    ) -> None:
        tags = list(chat.tags)
        rows.add(CHATS, (number, chat.id, chat.channel, chat.team, tags, chat.source, chat.line))
        for turn, message in enumerate(chat.messages):
            rows.add(MESSAGES, _message(number, turn, message))
        for turn, (reply, result) in zip(chat.reply_positions(), judged, strict=True):
            self._reply(rows, (number, turn), _who(chat, reply), reply, result)

    def _reply(
        self,
        rows: Rows,
        key: tuple[int, int],
        who: tuple[object, ...],
        reply: Conversation,
        result: Result,
    ) -> None:
        words = sum(1 for _ in _WORD.finditer(reply.reply))
        judged = words > 0 and result.language in self._languages
        rows.add(REPLIES, (*key, *who, *_verdict(result, words, judged)))
        if not judged:
            return
        every = [
            *((finding, None) for finding in result.findings),
            *((let_be.finding, let_be.reason) for let_be in result.suppressed),
        ]
        penalties = self._linter.for_path(reply.source).settings.penalties
        for place, (finding, reason) in enumerate(every):
            lost = 100.0 * penalties[finding.severity]
            rows.add(FINDINGS, (*key, place, *_finding(finding), reason, lost))
        for failure in result.failures:
            rows.add(FAILURES, (*key, failure.rule, failure.message))


def _message(number: int, turn: int, message: Message) -> tuple[object, ...]:
    sent, offset = _wall_clock(message)
    return (
        number,
        turn,
        message.role.value,
        message.author,
        sent,
        offset,
        message.private,
        list(message.attachments),
        message.text,
    )


def _wall_clock(message: Message | Conversation) -> tuple[object, int | None]:
    """The time as the export wrote it, and its distance from UTC in minutes if it is known.

    A report by day means the day on the wall of the team, not that of Greenwich.
    """
    if message.sent_at is None:
        return None, None
    offset = message.sent_at.utcoffset()
    minutes = None if offset is None else round(offset.total_seconds() / 60)
    return message.sent_at.replace(tzinfo=None), minutes


def _who(chat: Chat, reply: Conversation) -> tuple[object, ...]:
    return reply.id, reply.author or None, chat.team, reply.channel, _wall_clock(reply)[0]


def _verdict(result: Result, words: int, judged: bool) -> tuple[object, ...]:
    if not judged:
        blank = (None,) * (3 + len(_CRITERIA))
        return (NOT_APPLICABLE, result.language, words, *blank, 0, 0, 0, 0)
    notes = sum(finding.severity is Severity.INFO for finding in result.findings)
    return (
        SCORED,
        result.language,
        words,
        result.score,
        result.plain_score,
        result.critical,
        *(result.criteria[name] for name in _CRITERIA),
        len(result.findings) - notes,
        notes,
        len(result.suppressed),
        len(result.failures),
    )


def _finding(finding: Finding) -> tuple[object, ...]:
    return (
        finding.pack,
        finding.rule,
        finding.category,
        str(finding.criterion),
        finding.severity.label,
        finding.start,
        finding.end,
        finding.text,
        finding.message,
        finding.why,
        list(finding.suggestions),
    )
