"""Mending files: the edits of findings are put into the file, whose notation stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from replylint.batch import Known
from replylint.conversation import Conversation
from replylint.errors import Place, ReplylintError
from replylint.finding import Edit, Finding, Result, edited
from replylint.linter import Linter
from replylint.macros.twins import in_twin
from replylint.passage import CellPassage, FileText, Passage

SAFE_CATEGORIES = frozenset(("spelling", "officialese"))
_GUESSES = frozenset(("misspelt-word", "name-in-wrong-case"))
_PLAIN = re.compile(r"[\w \u00a0.!?()%—–«»…₽№’-]*")
"""What can stand in YAML, JSON, CSV and HTML as it is."""
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
"""How JSON, and YAML in double quotes, may write signs."""

_PASSES = 4

Reader = Callable[[str], Sequence[Conversation]]
"""Reads the replies from the text of a file."""

_Check = Callable[[Conversation], Result]


@dataclass(frozen=True, slots=True)
class Left:
    """What a person is to mend: where, by which rule, the words, and what they should become."""

    place: Place
    rule: str
    text: str
    better: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a file after mending.

    ``done`` counts the findings that were mended, ``unsafe`` those whose edits only a person should
    choose; ``left`` are those whose edits cannot be made in this file.
    """

    text: str
    done: int
    unsafe: int
    left: tuple[Left, ...]


def is_safe(finding: Finding) -> bool:
    """Whether the edits of a finding leave what is meant as it is.

    Slips of grammar and officialese are; a guess at a misspelt word or at a name is not.
    """
    return finding.category in SAFE_CATEGORIES and finding.rule not in _GUESSES


def mend(
    linter: Linter,
    text: str,
    read: Reader,
    *,
    unsafe: bool = False,
    known: Known | None = None,
) -> Mended:
    """Mend a file: no two edits overlap, and no reply is left with more findings than before.

    After each pass the file is read again, and a reply that does not say what it should is left
    alone. Replies that ``known`` has are not judged again.
    """
    check = _checking(linter, Known() if known is None else known)
    done = 0
    for _pass in range(_PASSES):
        replies = read(text)
        found = [_plan(check, replies, n, text, unsafe) for n in range(len(replies))]
        plans = [plan for plan in found if plan is not None]
        mended, count = _carried_out(text, read, replies, plans)
        done += count
        if mended == text:
            break
        text = mended
    rest = [(reply, f) for reply in read(text) for f in check(reply).findings if f.edits]
    left = [_left(reply, f) for reply, f in rest if unsafe or is_safe(f)]
    return Mended(text, done, len(rest) - len(left), tuple(left))


def _left(reply: Conversation, finding: Finding) -> Left:
    line, column = finding.line, finding.column
    if finding.in_file is not None:
        line, column = finding.in_file.start.line, finding.in_file.start.column
    moved = [
        replace(e, start=e.start - finding.start, end=e.end - finding.start) for e in finding.edits
    ]
    is_inside = all(0 <= e.start <= e.end <= len(finding.text) for e in moved)
    better = edited(finding.text, moved) if is_inside else finding.edits[0].text
    return Left(Place(reply.source, line, column), finding.rule, finding.text, better)


def _checking(linter: Linter, known: Known) -> _Check:
    return lambda reply: next(linter.check_many([reply], known=known))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one reply is to be mended: its number, the text that comes out, the edits in the file."""

    number: int
    expected: str
    edits: tuple[Edit, ...]
    findings: int


def _plan(
    check: _Check, replies: Sequence[Conversation], number: int, text: str, unsafe: bool
) -> _Plan | None:
    """What to do with a reply; None when nothing can be done that makes it better."""
    reply = replies[number]
    passage = reply.macro.passage if reply.macro is not None else Passage.whole(FileText(text))
    twin = None if reply.macro is None else reply.macro.twin
    result = check(reply)
    chosen = _chosen(result, passage, twin, unsafe)
    if not chosen:
        return None
    edits = [_narrowed(edit, reply.reply) for finding in chosen for edit in finding.edits]
    expected = edited(reply.reply, edits)
    again = check(replace(reply, reply=expected, macro=None))
    if len(again.findings) >= len(result.findings):
        return None
    in_file = [_in_file(edit, passage) for edit in edits]
    if twin is not None:
        moved = [in_twin(edit, reply.reply, twin.text) for edit in edits]
        in_file += [_in_file(edit, twin) for edit in moved if edit is not None]
    return _Plan(number, expected, tuple(in_file), len(chosen))


def _in_file(edit: Edit, passage: Passage) -> Edit:
    return Edit(*passage.offsets(edit.start, edit.end), _in_notation(edit, passage))


def _narrowed(edit: Edit, text: str) -> Edit:
    """The edit without the signs that it would put back, so that notation inside them may stay."""
    old, new = text[edit.start : edit.end], edit.text
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    head = min(len(old), len(new)) if same is None else same
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _carried_out(
    text: str, read: Reader, replies: Sequence[Conversation], plans: Sequence[_Plan]
) -> tuple[str, int]:
    """The text after those plans that come out as they should, and how many findings they mend."""
    mended = edited(text, [edit for plan in plans for edit in plan.edits])
    wanted = [reply.reply for reply in replies]
    for plan in plans:
        wanted[plan.number] = plan.expected
    try:
        if [reply.reply for reply in read(mended)] == wanted:
            return mended, sum(plan.findings for plan in plans)
    except ReplylintError:
        pass
    if len(plans) < 2:
        return text, 0
    middle = len(plans) // 2
    text, last = _carried_out(text, read, replies, plans[middle:])
    text, first = _carried_out(text, read, read(text), plans[:middle])
    return text, first + last


def _chosen(result: Result, passage: Passage, twin: Passage | None, unsafe: bool) -> list[Finding]:
    """The findings to mend now: the graver first, none that overlaps another one."""
    chosen: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in sorted(result.findings, key=lambda f: (-f.severity, f.start)):
        spans = [(edit.start, max(edit.end, edit.start + 1)) for edit in finding.edits]
        if (
            spans
            and (unsafe or is_safe(finding))
            and all(
                _can_be_made(narrow, passage) and _can_be_made_twice(narrow, result.reply, twin)
                for narrow in (_narrowed(edit, result.reply) for edit in finding.edits)
            )
            and not any(a < d and c < b for a, b in spans for c, d in taken)
        ):
            chosen.append(finding)
            taken += spans
    return chosen


def _can_be_made(edit: Edit, passage: Passage) -> bool:
    if isinstance(passage, CellPassage) or _PLAIN.fullmatch(edit.text) is None:
        return False
    first, last = passage.offsets(edit.start, edit.end)
    written = passage.file.text[first:last]
    return passage.is_as_written(edit.start, edit.end) or _ESCAPES.fullmatch(written) is not None


def _can_be_made_twice(edit: Edit, text: str, twin: Passage | None) -> bool:
    if twin is None:
        return True
    moved = in_twin(edit, text, twin.text)
    return moved is not None and _can_be_made(moved, twin)


def _in_notation(edit: Edit, passage: Passage) -> str:
    """The words of an edit as the file would write them there: as they are, or in escapes."""
    near = max(edit.start - 1, 0), min(edit.end + 1, len(passage.text))
    first, last = passage.offsets(*near)
    escape = _ESCAPES.search(passage.file.text, first, last)
    if escape is None or passage.is_as_written(*near):
        return edit.text
    form = "\\u{:04X}" if escape.group()[2:].isupper() else "\\u{:04x}"
    return "".join(sign if sign < "\x80" else form.format(ord(sign)) for sign in edit.text)
