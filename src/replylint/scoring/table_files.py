"""One row a reply: CSV for spreadsheets, JSON Lines and Parquet for one's own programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from types import MappingProxyType

from replylint.finding import Criterion
from replylint.reports.categories import criterion_title
from replylint.reports.words import channel_word, yes_or_no
from replylint.scoring.anonymous import Names
from replylint.scoring.judging import SCORED
from replylint.scoring.queries import found_in_replies, said_before
from replylint.scoring.spreadsheet import MARK, style
from replylint.scoring.whole_file import whole_file
from replylint.store.slices import of_part, slices
from replylint.store.store import Store
from replylint.translation import _

_FORMATS: Mapping[str, str] = MappingProxyType(
    {".csv": "FORMAT csv", ".jsonl": "FORMAT json", ".parquet": "FORMAT parquet"}
)
TABLE_ENDINGS = tuple(_FORMATS)
"""The endings of the files that `write_table` can write."""

_SCORES = ("score", "plain_score", *(criterion.value for criterion in Criterion))
_PRIVATE = ("source", "line", "chat", "id", "customer", "reply")
"""What could tell who people are."""

_TAGS = "coalesce(g.shown, c.tags)"
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "number": "r.chat + 1",
        "turn": "r.turn + 1",
        "source": "c.source",
        "line": "c.line",
        "chat": "c.id",
        "id": "r.id",
        "channel": "h.shown",
        "team": "t.shown",
        "agent": "a.shown",
        "tags": _TAGS,
        "sent_at": "strftime(r.sent_at, '%Y-%m-%dT%H:%M:%S')",
        **{name: f"r.{name}" for name in ("state", "language", "words", *_SCORES[:2], "critical")},
        **{name: f"r.{name}" for name in _SCORES[2:]},
        **{name: f"r.{name}" for name in ("findings", "notes", "suppressed", "failures")},
        "found": "coalesce(f.found, [])",
        "customer": "q.text",
        "reply": "m.text",
    }
)
"""The columns of the table and where each comes from."""


def titles() -> dict[str, str]:
    """The columns of the CSV as a person reads them, by their names in the other formats."""
    return {
        "number": _("Conversation no."),
        "turn": _("Message no."),
        "source": _("File"),
        "line": _("Line"),
        "chat": _("Conversation"),
        "id": _("Id of the reply"),
        "channel": _("Channel"),
        "team": _("Team"),
        "agent": _("Agent"),
        "tags": _("Tags"),
        "sent_at": _("Sent"),
        "state": _("State"),
        "language": _("Language"),
        "words": _("Number of words"),
        "score": _("Score"),
        "plain_score": _("Score without the critical"),
        "critical": _("Critical"),
        **{criterion.value: criterion_title(criterion).capitalize() for criterion in Criterion},
        "findings": _("Findings"),
        "notes": _("Notes"),
        "suppressed": _("Let be"),
        "failures": _("Broken rules"),
        "found": _("Rules"),
        "customer": _("Customer"),
        "reply": _("Text of the reply"),
    }


def state_word(state: str) -> str:
    """Whether a reply was judged, as a person reads it."""
    return _("judged") if state == SCORED else _("not judged")


def write_table(store: Store, run: int, path: Path, names: Names) -> None:
    """Write the replies of a run, in the order of the input; the ending says the format.

    JSON Lines and Parquet have the findings as a list and everything under its English name. CSV
    is for spreadsheets: it is in the language of the program, with the rules in one cell. With
    hidden names there are no texts, since those could tell them. Raises ``UsageError`` when the
    file cannot be written.
    """
    ending = path.suffix.lower()
    _prepare_words(store, run, names)
    try:
        with whole_file(path) as whole, TemporaryDirectory(dir=path.parent) as folder:
            parts: list[Path] = []
            for first, last in slices(store, run):
                part = Path(folder, f"{first:012}{ending}")
                query = _query(run, first, last, hidden=names.hidden, flat=ending == ".csv")
                store.change(f"COPY ({query}) TO {_quoted(part)} ({_options(ending, not parts)})")
                parts.append(part)
            _join(store, parts, whole, ending)
    finally:
        store.change("DROP TABLE IF EXISTS shown_names")


def _options(ending: str, first: bool) -> str:
    if ending == ".csv":
        return f"FORMAT csv, DELIMITER '{style().separator}', HEADER {str(first).lower()}"
    return _FORMATS[ending]


def _join(store: Store, parts: Sequence[Path], whole: Path, ending: str) -> None:
    """Put the parts one after the other."""
    if ending == ".parquet":
        listed = ", ".join(map(_quoted, parts))
        query = f"SELECT * FROM read_parquet([{listed}])"
        store.change(f"COPY ({query}) TO {_quoted(whole)} ({_FORMATS[ending]})")
        return
    with whole.open("wb") as file:
        if ending == ".csv":
            file.write(MARK.encode())
        for part in parts:
            with part.open("rb") as read:
                copyfileobj(read, file)


def _quoted(path: Path) -> str:
    escaped = str(path).replace("'", "''")
    return f"'{escaped}'"


def _prepare_words(store: Store, run: int, names: Names) -> None:
    """A table for agents, teams, channels and tags: how each is shown in the results."""
    asked: Mapping[str, tuple[str, Callable[[str], str | None]]] = {
        "agent": ("SELECT agent FROM replies WHERE run = ?", names.agent),
        "team": ("SELECT team FROM replies WHERE run = ?", names.team),
        "channel": ("SELECT channel FROM replies WHERE run = ?", names.label),
        "tag": ("SELECT unnest(tags) FROM chats WHERE run = ?", names.label),
    }
    store.change(
        "CREATE OR REPLACE TEMP TABLE shown_names "
        "(kind VARCHAR, name VARCHAR, shown VARCHAR, word VARCHAR)"
    )
    for kind, (query, shown_as) in asked.items():
        every = sorted({name for (name,) in store.rows(query, [run]) if name is not None})
        shown = [shown_as(name) for name in every]
        words = [channel_word(name) if kind == "channel" else name for name in shown]
        store.change(
            f"INSERT INTO shown_names SELECT '{kind}', unnest(?::VARCHAR[]), "
            "unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
            [every, shown, words],
        )


def _query(run: int, first: int, last: int, *, hidden: bool, flat: bool) -> str:
    def of(table: str) -> str:
        return of_part(table, run, first, last)

    columns = dict(_COLUMNS)
    if hidden:
        columns |= dict.fromkeys(_PRIVATE, "NULL")
    named = dict(zip(columns, columns, strict=True))
    if flat:
        columns |= {name: _readable(name, column) for name, column in columns.items()}
        named = titles()
    listed = ", ".join(f'{column} AS "{named[name]}"' for name, column in columns.items())
    found = found_in_replies(of("findings"), hidden=hidden)
    return f"""
        SELECT {listed}
        FROM {of("replies")} r
        JOIN {of("chats")} c ON c.chat = r.chat
        JOIN {of("messages")} m ON m.chat = r.chat AND m.turn = r.turn
        LEFT JOIN shown_names a ON a.kind = 'agent' AND a.name = r.agent
        LEFT JOIN shown_names t ON t.kind = 'team' AND t.name = r.team
        LEFT JOIN shown_names h ON h.kind = 'channel' AND h.name = r.channel
        LEFT JOIN ({_shown_tags(of("chats"))}) g ON g.chat = r.chat
        LEFT JOIN ({found}) f ON f.chat = r.chat AND f.turn = r.turn
        LEFT JOIN ({said_before(of("messages"))}) q ON q.chat = r.chat AND q.turn = r.turn
        ORDER BY r.chat, r.turn
    """


def _shown_tags(chats: str) -> str:
    """A query for the tags of each conversation that has some, as they are shown."""
    return f"""
        SELECT chat, list(s.shown ORDER BY place) AS shown
        FROM (SELECT chat, unnest(tags) AS tag, generate_subscripts(tags, 1) AS place FROM {chats})
        JOIN shown_names s ON s.kind = 'tag' AND s.name = tag GROUP BY chat
    """


def _readable(name: str, column: str) -> str:
    """The column as a cell that a person reads in a spreadsheet."""
    match name:
        case "sent_at":
            return "strftime(r.sent_at, '%Y-%m-%d %H:%M:%S')"
        case "state":
            return _word_of(f"r.state = '{SCORED}'", state_word(SCORED), state_word(""))
        case "critical":
            return _word_of("r.critical", yes_or_no(True), yes_or_no(False))
        case "found":
            return "array_to_string(f.rules, '; ')"
        case "channel":
            return _harmless("h.word")
        case "tags":
            return _harmless(f"array_to_string({_TAGS}, '; ')")
        case "team" | "agent":
            return _harmless(column)
        case _ if name in _SCORES:
            return f"replace(round({column}, 2)::VARCHAR, '.', '{style().decimal}')"
        case _ if name in _PRIVATE and name != "line":
            return _harmless(column)
    return column


def _word_of(condition: str, yes: str, no: str) -> str:
    return f"CASE WHEN {condition} THEN '{yes}' WHEN NOT {condition} THEN '{no}' END"


def _harmless(column: str) -> str:
    found = rf"regexp_matches({column}, '^[=+\-@\t\r]')"
    return f"CASE WHEN {found} THEN '''' || {column} ELSE {column} END"
