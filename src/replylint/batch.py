"""Many replies: each different one is judged once, some at a time, by one process or by several."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from time import monotonic
from typing import NamedTuple

from replylint.conversation import Conversation, Message
from replylint.finding import Finding, RuleFailure

_FIRST = 16
_CHUNK = 32
_AHEAD = 512
_START = 0.4
"""Seconds that starting processes takes: forking, and copying what they write to."""

_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 5_000


class Judged(NamedTuple):
    """What the rules have against a reply, before anybody's decisions."""

    language: str
    findings: tuple[Finding, ...]
    failures: tuple[RuleFailure, ...]


class _Words(NamedTuple):
    """All of a conversation that rules go by: two that share it are judged alike."""

    reply: str
    before: tuple[Message, ...]
    channel: str | None
    sent_at: datetime | None
    attachments: tuple[str, ...]
    source: str
    author: str | None


Judge = Callable[[Sequence[Conversation]], list[Judged]]
"""Judges some replies at once, which costs less than one after the other; in their order."""


class Known:
    """The judgements of the replies that came last."""

    def __init__(self) -> None:
        self._judged: dict[_Words, Judged] = {}

    def get(self, reply: Conversation) -> Judged | None:
        """The judgement of a reply; None when it must be judged."""
        return self._judged.get(_words(reply))

    def add(self, reply: Conversation, judged: Judged) -> None:
        """Remember a judgement, unless the reply is so long that none like it will come."""
        if len(reply.reply) > _LONGEST_REMEMBERED or len(reply.before) > 2:
            return
        words = _words(reply)
        if len(self._judged) >= _REMEMBERED and words not in self._judged:
            self._judged.clear()
        self._judged[words] = judged


def judge_all(
    judge: Judge,
    replies: Iterable[Conversation],
    workers: int = 1,
    known: Known | None = None,
    *,
    at_hand: bool = False,
) -> Iterator[tuple[Conversation, Judged]]:
    """Every reply with its judgement, in order.

    With several ``workers`` (0: as many as there are processors) replies are read ahead a little,
    and judged in processes forked from this one, which share its memory. That happens as soon as
    there is so much to judge that they earn back their start; few replies are judged here. Where
    processes cannot be forked there is one worker. A reply that ``known`` has is not judged; by
    default these are the ones that came not long before. One worker judges some at a time where
    all replies are ``at_hand``, else one by one, and reads nothing ahead.
    """
    known = Known() if known is None else known
    workers = workers or os.cpu_count() or 1
    if workers > 1 and _can_fork():
        return _by_as_many_as_pay(judge, replies, workers, known)
    return _by_one(judge, replies, known, _CHUNK if at_hand else 1)


def _can_fork() -> bool:
    """Whether this process may have children; the daemons of a pool may not."""
    is_daemon = multiprocessing.current_process().daemon
    return not is_daemon and "fork" in multiprocessing.get_all_start_methods()


def _by_as_many_as_pay(
    judge: Judge, replies: Iterable[Conversation], workers: int, known: Known
) -> Iterator[tuple[Conversation, Judged]]:
    """Judge here until processes would save time; what the first replies load is theirs as well.

    How long the replies that were read ahead will take is told by the last ones. Where there are
    more of them than are read ahead, as many are to come as there were.
    """
    source = iter(replies)
    ahead: deque[Conversation] = deque()
    spent = 0.0
    while True:
        ahead.extend(islice(source, _AHEAD - len(ahead)))
        if not ahead:
            return
        chunk = [ahead.popleft() for _number in range(min(_FIRST, len(ahead)))]
        begin = monotonic()
        judged = list(_by_one(judge, chunk, known, len(chunk)))
        took = monotonic() - begin
        spent += took
        yield from judged
        left = took / len(chunk) * len(ahead)
        if len(ahead) + len(chunk) == _AHEAD:
            left = max(left, spent)
        if left * (1 - 1 / workers) > _START:
            break
    yield from _by_several(judge, chain(ahead, source), workers, known)


def _by_one(
    judge: Judge, replies: Iterable[Conversation], known: Known, at_once: int
) -> Iterator[tuple[Conversation, Judged]]:
    source = iter(replies)
    while chunk := list(islice(source, at_once)):
        unknown = _unknown(chunk, known)
        judged = judge(list(unknown.values())) if unknown else []
        yield from _in_order(chunk, dict(zip(unknown, judged, strict=True)), known, judge)


def _words(reply: Conversation) -> _Words:
    return _Words(
        reply.reply,
        reply.before,
        reply.channel,
        reply.sent_at,
        reply.attachments,
        reply.source,
        reply.author,
    )


class _Chunk(NamedTuple):
    """Replies that go on together, and the judgements to come of those that are not yet known."""

    replies: Sequence[Conversation]
    unknown: Sequence[Conversation]
    future: Future[list[Judged]] | None


def _by_several(
    judge: Judge, replies: Iterable[Conversation], workers: int, known: Known
) -> Iterator[tuple[Conversation, Judged]]:
    waiting: deque[_Chunk] = deque()
    source = iter(replies)
    is_frozen = gc.get_freeze_count() > 0
    gc.freeze()  # so that looking for garbage does not copy what the processes share
    context = multiprocessing.get_context("fork")
    try:
        # a forked process has what it is given as it is, without copying it
        with ProcessPoolExecutor(workers, context, _judge_with, (judge,)) as pool:
            while chunk := list(islice(source, _CHUNK)):
                waiting.append(_sent(pool, chunk, known))
                if len(waiting) > 2 * workers:
                    yield from _received(waiting.popleft(), known, judge)
            while waiting:
                yield from _received(waiting.popleft(), known, judge)
    finally:
        if not is_frozen:
            gc.unfreeze()


def _sent(pool: ProcessPoolExecutor, chunk: Sequence[Conversation], known: Known) -> _Chunk:
    different = list(_unknown(chunk, known).values())
    sent = [reply if reply.macro is None else replace(reply, macro=None) for reply in different]
    try:
        future = pool.submit(_judged_here, sent) if sent else None
    except BrokenProcessPool:
        future = None
    return _Chunk(chunk, different, future)


def _received(chunk: _Chunk, known: Known, judge: Judge) -> Iterator[tuple[Conversation, Judged]]:
    """The judgements of a chunk; made here when a process has died over it."""
    try:
        judged = chunk.future.result() if chunk.future is not None else []
    except BrokenProcessPool:
        judged = []
    if len(judged) < len(chunk.unknown):
        judged = [judge([reply])[0] for reply in chunk.unknown]
    here = {_words(reply): one for reply, one in zip(chunk.unknown, judged, strict=True)}
    return _in_order(chunk.replies, here, known, judge)


def _unknown(replies: Sequence[Conversation], known: Known) -> dict[_Words, Conversation]:
    """The replies that must be judged, each different one once."""
    return {_words(reply): reply for reply in replies if known.get(reply) is None}


def _in_order(
    replies: Sequence[Conversation], here: Mapping[_Words, Judged], known: Known, judge: Judge
) -> Iterator[tuple[Conversation, Judged]]:
    """Replies with their judgements, of which those made ``here`` become known.

    What was known may be forgotten by now, and is judged again.
    """
    for reply in replies:
        judged = here.get(_words(reply)) or known.get(reply) or judge([reply])[0]
        known.add(reply, judged)
        yield reply, judged


_judges: list[Judge] = []
"""What a process judges with; it is told when it begins."""


def _judge_with(judge: Judge) -> None:
    _judges.append(judge)


def _judged_here(replies: Sequence[Conversation]) -> list[Judged]:
    [judge] = _judges
    return judge(replies)
