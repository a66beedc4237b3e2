"""WhatsApp: the text file that “Export chat” writes, in the layouts of its several platforms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path, PurePath

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.columns import name_list
from replylint.exports.decoding import Encoding, is_broken, mended, open_text
from replylint.exports.moments import moment
from replylint.exports.sessions import Said, sessions
from replylint.sources.item import Note
from replylint.translation import _

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})"
_CLOCK = r"(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[APap]\.?\s?[Mm]\.?)?)"
_HEAD = re.compile(
    rf"(?:\[{_DAY},?\s{_CLOCK}\]\s|{_DAY.replace('day', 'day2')},?\s"
    rf"{_CLOCK.replace('clock', 'clock2')}\s[-–]\s)(?P<rest>.*)",
    re.DOTALL,
)
_AUTHOR = re.compile(r"(?P<author>[^:\n]{1,80}):(?:\s(?P<text>.*)|$)", re.DOTALL)
_ATTACHED = re.compile(
    r"<(?:attached|прикреплено|вложение): (?P<ios>[^>]+)>|"
    r"(?P<android>\S[^\n]*?\.\w{2,5}) \((?:file attached|файл добавлен|файл прикреплён)\)"
)
_OMITTED = re.compile(
    r"<(?:media omitted|без медиафайлов|медиафайл пропущен|медиа опущено)>|"
    r"(?:image|video|audio|sticker|gif|document|contact card|изображение|видео|аудио|стикер|"
    r"документ)\s(?:omitted|опущено|опущен|отсутствует|пропущено)",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:this message was edited|сообщение изменено|изменено)>", re.IGNORECASE)
_DELETED = re.compile(
    r"(?:this message was deleted|you deleted this message|(?:данное |это )?сообщение удалено|"
    r"вы удалили (?:данное |это )?сообщение)\.?",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?:WhatsApp Chat with|WhatsApp Chat -|Чат WhatsApp с контактом|Чат WhatsApp с|Чат с)\s+"
    r"(?P<name>.+)",
    re.IGNORECASE,
)
_SAMPLE = 3_000


def fits(head: str) -> bool:
    """Whether the first lines of a text file are those of such an export."""
    lines = [_MARKS.sub("", line) for line in head.splitlines()[:20]]
    return sum(_HEAD.match(line) is not None for line in lines if line) * 3 >= max(1, len(lines))


@dataclass(slots=True)
class _Entry:
    """The lines of one message, beginning with the line ``number``.

    ``marked`` says that the text began with the invisible mark that iPhones put before their own
    words.
    """

    number: int
    day: str
    clock: str
    rest: str
    marked: bool


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
        line = _MARKS.sub("", raw.rstrip("\r\n")).replace("\u202f", " ").replace("\u00a0", " ")
        found = _HEAD.match(line)
        if found is not None:
            if entry is not None:
                yield entry
            day, clock = found["day"] or found["day2"], found["clock"] or found["clock2"]
            entry = _Entry(number, day, clock, found["rest"], ": \u200e" in raw[:200])
        elif entry is not None:
            entry.rest += "\n" + line
        elif line.strip():
            yield number, line
    if entry is not None:
        yield entry


def _is_day_first(entries: Iterable[_Entry]) -> bool:
    """What the dates tell; when they do not, dots and a 24-hour clock speak for the day first."""
    american = False
    for entry in entries:
        first, second = (int(part) for part in re.split(r"[./-]", entry.day)[:2])
        if 12 < first < 32:
            return True
        if second > 12 and first <= 12:
            return False
        american = american or ("/" in entry.day and entry.clock[-1:].lower() == "m")
    return not american


def _agents(
    entries: Sequence[_Entry], path: Path, source: str, wanted: Wanted
) -> tuple[frozenset[str], Note | None]:
    """Who answers: those whom the user named, or the one of two who is not the customer."""
    authors = list(dict.fromkeys(name for e in entries if (name := _author(e)) and not e.marked))
    named = frozenset(name for name in authors if name in wanted.agents)
    if named:
        return named, None
    if len(authors) != 2:
        text = _("it is not known who answers here; name them with --agent; there are {names}")
        raise InputError(text.format(names=name_list(authors)))
    titled = _FILE_NAME.match(path.stem)
    # An iPhone begins with words of its own under the name of the chat, which is the other person.
    titles = (titled["name"].strip() if titled else "", _author(entries[0]))
    customer = next((name for name in titles if name in authors), authors[0])
    agent = next(name for name in authors if name != customer)
    text = _("“{agent}” is taken for the one who answers “{customer}”; say otherwise with --agent")
    return frozenset((agent,)), Note(Place(source), text.format(agent=agent, customer=customer))


def _author(entry: _Entry) -> str:
    found = _AUTHOR.match(entry.rest)
    return found["author"].strip() if found else ""


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
            raw = f"{entry.day}, {entry.clock} - {entry.rest}"
            yield Unread(source, entry.number, told, mended(raw))
            continue
        if message is not None:
            yield Said(message, entry.number, str(entry.number))


def _message(entry: _Entry, agents: frozenset[str], day_first: bool) -> Message | None:
    """A message; None for a line of the system and for a message that was deleted."""
    found = _AUTHOR.match(entry.rest)
    sent_at = _time(entry, day_first)
    if found is None:
        return None
    if is_broken(entry.rest):
        raise InputError(_("the row holds bytes that are not {encoding}").format(encoding="UTF-8"))
    text = _EDITED.sub("", (found["text"] or "").strip())
    if _DELETED.fullmatch(text):
        return None
    attached = tuple(match["ios"] or match["android"] for match in _ATTACHED.finditer(text))
    if _OMITTED.fullmatch(text):
        attached, text = ("media",), ""
    text = _ATTACHED.sub("", text).strip()
    author = found["author"].strip()
    if entry.marked and not attached:
        return None
    role = Role.AGENT if author in agents else Role.CUSTOMER
    return Message(role, mended(text), sent_at, author, attachments=attached)


def _time(entry: _Entry, day_first: bool) -> datetime | None:
    # Dots and dashes may stand in an American order, too, on some phones.
    parts = re.split(r"[./-]", entry.day)
    day = entry.day if len(parts[0]) == 4 else "/".join(parts)
    return moment(f"{day} {entry.clock.replace('.', ':', 2)}", day_first=day_first)
