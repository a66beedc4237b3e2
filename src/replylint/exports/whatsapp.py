"""WhatsApp: the text file that “Export chat” writes, in the layouts of its several platforms.

WhatsApp does not document it. The layouts are those of public exports from Android and iPhone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, pairwise
from pathlib import Path, PurePath

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.columns import name_list
from replylint.exports.decoding import Encoding, is_broken, mended, open_text
from replylint.exports.moments import moment
from replylint.exports.sessions import Said, sessions
from replylint.exports.whatsapp_words import MARK, without_own_words
from replylint.sources.item import Note
from replylint.translation import _

_INVISIBLE = re.compile("[\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})"
_HALF = r"(?:\s?[APap]\.?\s?[Mm]\.?)?"
_CLOCK = rf"(?P<clock>\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?{_HALF})"
_SECONDS = rf"(?P<clock3>\d{{1,2}}[:.]\d{{2}}[:.]\d{{2}}{_HALF})"
# An iPhone writes brackets, Android a dash, an iPhone of before 2018 a colon.
_HEAD = re.compile(
    rf"(?:\[{_DAY},?\s{_CLOCK}\]\s|{_DAY.replace('day', 'day2')},?\s"
    rf"{_CLOCK.replace('clock', 'clock2')}\s[-–]\s|"
    rf"{_DAY.replace('day', 'day3')},?\s{_SECONDS}:\s)(?P<rest>.*)",
    re.DOTALL,
)
_AUTHOR = re.compile(r"(?P<author>[^:\n]{1,80}):(?:\s(?P<text>.*)|$)", re.DOTALL)
_FILE_NAME = re.compile(
    r"(?:WhatsApp Chat with|WhatsApp Chat -|Чат WhatsApp с контактом|Чат WhatsApp с|Чат с)\s+"
    r"(?P<name>.+)",
    re.IGNORECASE,
)
_DOT = re.compile(r"(?<=\d)\.(?=\d)")
_SAMPLE = 3_000


def fits(head: str) -> bool:
    """Whether the first lines of a text file are those of such an export."""
    lines = [_clean(line).replace(MARK, "") for line in head.splitlines()[:20]]
    return sum(_HEAD.match(line) is not None for line in lines if line) * 3 >= max(1, len(lines))


@dataclass(slots=True)
class _Entry:
    """The lines of one message, beginning with the line ``number``."""

    number: int
    day: str
    clock: str
    rest: str

    @property
    def author(self) -> str:
        """Who wrote it; empty for the lines of the system that name nobody."""
        found = _AUTHOR.match(self.rest)
        # Who is not in the contacts has “~” before the name that they gave themselves.
        name = found["author"].replace(MARK, "").strip() if found else ""
        return name.removeprefix("~").strip()

    @property
    def text(self) -> str | None:
        """What stands behind the author; None where there is none."""
        found = _AUTHOR.match(self.rest)
        return (found["text"] or "") if found else None

    @property
    def is_own(self) -> bool:
        """Whether it begins with the mark that iPhones put before their own words."""
        return (self.text or "").startswith(MARK)


def read_whatsapp(path: Path, source: str, encoding: Encoding, wanted: Wanted) -> Iterator[Found]:
    """The chats of an export; a silence of a day begins a new one."""
    with open_text(path, encoding) as file:
        sample = list(islice((e for e in _entries(file) if isinstance(e, _Entry)), _SAMPLE))
    if not sample:
        yield Unread(source, None, _("no line of this file begins as WhatsApp writes its messages"))
        return
    day_first = _is_day_first(sample) if wanted.day_first is None else wanted.day_first
    try:
        agents, note = _agents(sample, path, source, wanted)
    except InputError as error:
        yield Unread(source, None, error.message)
        return
    if note is not None:
        yield note
    with open_text(path, encoding) as file:
        said = _said(_entries(file), source, agents, day_first)
        yield from sessions(said, f"{PurePath(source).stem}/", source, wanted, "whatsapp")


def _entries(lines: Iterable[str]) -> Iterator[_Entry | tuple[int, str]]:
    """The messages with the lines that continue them; a pair for what stands before the first."""
    entry: _Entry | None = None
    for number, raw in enumerate(lines, start=1):
        line = _clean(raw.rstrip("\r\n"))
        found = _HEAD.match(line.lstrip(MARK))
        if found is not None:
            if entry is not None:
                yield entry
            day = found["day"] or found["day2"] or found["day3"]
            clock = found["clock"] or found["clock2"] or found["clock3"]
            entry = _Entry(number, day, clock, found["rest"])
        elif entry is not None:
            entry.rest += "\n" + line
        elif line.strip():
            yield number, line.replace(MARK, "")
    if entry is not None:
        yield entry


def _clean(line: str) -> str:
    """The line with plain spaces, and of the invisible signs only the `MARK`."""
    return _INVISIBLE.sub("", line).replace("\u202f", " ").replace("\u00a0", " ")


def _is_day_first(entries: Sequence[_Entry]) -> bool:
    """What the dates tell; when they do not, dots and a 24-hour clock speak for the day first.

    A date that can be read in one way only decides. Then that reading is right in which time runs
    backwards less often and the chat lasts less long.
    """
    american = False
    days: dict[tuple[int, int, int], None] = {}
    for entry in entries:
        first, second, third = (int(part) for part in re.split(r"[./-]", entry.day))
        if 12 < first < 32:
            return True
        if second > 12 and first <= 12:
            return False
        if "/" in entry.day and first <= 12:
            days[third, second, first] = None
            american = american or entry.clock[-1:].lower() == "m"
    forth, back = _run(list(days)), _run([(year, day, month) for year, month, day in days])
    return forth < back if forth != back else not american


def _run(days: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """How often such dates (year, month, day) go back, and about how many days they take."""
    numbers = [(year * 12 + month) * 31 + day for year, month, day in days]
    backwards = sum(after < before for before, after in pairwise(numbers))
    return backwards, max(numbers, default=0) - min(numbers, default=0)


def _agents(
    entries: Sequence[_Entry], path: Path, source: str, wanted: Wanted
) -> tuple[frozenset[str], Note | None]:
    """Who answers: those whom the user named, or the one of two who is not the customer."""
    authors = list(dict.fromkeys(name for e in entries if (name := e.author) and not e.is_own))
    named = frozenset(name for name in authors if name in wanted.agents)
    if named:
        return named, None
    if len(authors) != 2:
        text = _("it is not known who answers here; name them with --agent; there are {names}")
        raise InputError(text.format(names=name_list(authors)))
    titled = _FILE_NAME.match(path.stem)
    # An iPhone begins with words of its own under the name of the chat, which is the other person.
    titles = (titled["name"].strip() if titled else "", entries[0].author)
    customer = next((name for name in titles if name in authors), authors[0])
    agent = next(name for name in authors if name != customer)
    text = _("“{agent}” is taken for the one who answers “{customer}”; say otherwise with --agent")
    return frozenset((agent,)), Note(Place(source), text.format(agent=agent, customer=customer))


def _said(
    entries: Iterable[_Entry | tuple[int, str]],
    source: str,
    agents: frozenset[str],
    day_first: bool,
) -> Iterator[Said | Unread]:
    for entry in entries:
        if not isinstance(entry, _Entry):
            number, line = entry
            text = _("the line belongs to no message")
            yield Unread(source, number, text, mended(line))
            continue
        try:
            message = _message(entry, agents, day_first)
        except (InputError, ValueError) as error:
            told = error.message if isinstance(error, InputError) else _("the date is no date")
            raw = f"{entry.day}, {entry.clock} - {entry.rest.replace(MARK, '')}"
            yield Unread(source, entry.number, told, mended(raw))
            continue
        if message is not None:
            yield Said(message, entry.number, str(entry.number))


def _message(entry: _Entry, agents: frozenset[str], day_first: bool) -> Message | None:
    """A message; None for a line of the system and for a message that was deleted."""
    sent_at = _time(entry, day_first)
    if entry.text is None:
        return None
    if is_broken(entry.rest):
        raise InputError(_("the row holds bytes that are not {encoding}").format(encoding="UTF-8"))
    taken = without_own_words(entry.text)
    if taken is None:
        return None
    text, attached = taken
    if entry.is_own and not attached:
        return None
    author = entry.author
    role = Role.AGENT if author in agents else Role.CUSTOMER
    return Message(role, mended(text), sent_at, author, attachments=attached)


def _time(entry: _Entry, day_first: bool) -> datetime | None:
    # Dots and dashes may stand in an American order, too, on some phones.
    parts = re.split(r"[./-]", entry.day)
    day = entry.day if len(parts[0]) == 4 else "/".join(parts)
    clock = _DOT.sub(":", entry.clock)
    return moment(f"{day} {clock}", day_first=day_first)
