"""Exports read by a test, told in lines that are easy to compare."""

from pathlib import Path

from replylint.exports.chat import Chat, Unread, Wanted
from replylint.exports.reading import format_of, read_exports
from replylint.sources.item import Note

FIXTURES = Path(__file__).parent / "fixtures"


class Reading:
    """What the readers made of some files: chats, what was unread, and notes."""

    def __init__(self, *paths, **wanted):
        self.items = list(read_exports(paths, Wanted(**wanted)))
        self.chats = [item for item in self.items if isinstance(item, Chat)]
        self.unread = [item for item in self.items if isinstance(item, Unread)]
        self.notes = [item.message for item in self.items if isinstance(item, Note)]

    @property
    def errors(self):
        return [(item.line, item.message) for item in self.unread]

    @property
    def replies(self):
        return [reply for chat in self.chats for reply in chat.replies()]


def fixture(name, **wanted):
    return Reading(FIXTURES / name, **wanted)


def detected(path, **wanted):
    return format_of(path, Wanted(**wanted))


def told(chat):
    """The messages of a chat: who, whether it was private, and what."""
    return [
        f"{message.role}{'*' if message.private else ''} {message.author or '-'}: {message.text}"
        for message in chat.messages
    ]
