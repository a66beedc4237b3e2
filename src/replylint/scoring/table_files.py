"""One row a reply, as CSV, JSON Lines or Parquet, for spreadsheets and one's own programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from types import MappingProxyType

from replylint.finding import Criterion
from replylint.scoring.anonymous import Names
from replylint.scoring.whole_file import whole_file
from replylint.store.slices import of_part, slices
from replylint.store.store import Store

FORMULA = "=+-@\t\r"
"""A cell that begins like this is run as a formula by spreadsheets, so it gets a ' before it."""

_FORMATS: Mapping[str, str] = MappingProxyType(
    {".csv": "FORMAT csv", ".jsonl": "FORMAT json", ".parquet": "FORMAT parquet"}
)
TABLE_ENDINGS = tuple(_FORMATS)
"""The endings of the files that `write_table` can write."""

_CRITERIA = ", ".join(f"r.{criterion.value}" for criterion in Criterion)


def write_table(store: Store, run: int, path: Path, names: Names) -> None:
    """Write the replies of a run, in the order of the input; the ending says the format.

    JSON Lines and Parquet have the findings as a list, CSV has their rules in one cell. With
    hidden names there are no texts, since those could tell them. Raises ``UsageError`` when the
    file cannot be written.
    """
    ending = path.suffix.lower()
    _prepare_agents(store, run, names)
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
        store.change("DROP TABLE IF EXISTS agent_names")


def _options(ending: str, first: bool) -> str:
    if ending == ".csv":
        return f"FORMAT csv, HEADER {str(first).lower()}"
    return _FORMATS[ending]


def _join(store: Store, parts: Sequence[Path], whole: Path, ending: str) -> None:
    """Put the parts one after the other."""
    if ending == ".parquet":
        listed = ", ".join(map(_quoted, parts))
        query = f"SELECT * FROM read_parquet([{listed}])"
        store.change(f"COPY ({query}) TO {_quoted(whole)} ({_FORMATS[ending]})")
        return
    with whole.open("wb") as file:
        for part in parts:
            with part.open("rb") as read:
                copyfileobj(read, file)


def _quoted(path: Path) -> str:
    escaped = str(path).replace("'", "''")
    return f"'{escaped}'"


def harmless(cell: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in FORMULA and cell else cell


def _prepare_agents(store: Store, run: int, names: Names) -> None:
    agents = [
        agent
        for (agent,) in store.rows(
            "SELECT DISTINCT agent FROM replies WHERE run = ? AND agent IS NOT NULL", [run]
        )
    ]
    store.change("CREATE OR REPLACE TEMP TABLE agent_names (agent VARCHAR, shown VARCHAR)")
    store.change(
        "INSERT INTO agent_names SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
        [agents, [names.agent(agent) for agent in agents]],
    )


def _query(run: int, first: int, last: int, *, hidden: bool, flat: bool) -> str:
    def of(table: str) -> str:
        return of_part(table, run, first, last)

    def text(column: str) -> str:
        return _harmless(column) if flat else column

    private = {
        "source": "c.source",
        "line": "c.line",
        "chat": "c.id",
        "id": "r.id",
        "reply": "m.text",
        "customer": "q.text",
    }
    shown = {name: "NULL" if hidden else column for name, column in private.items()}
    found = "array_to_string(f.rules, '; ')" if flat else "coalesce(f.found, [])"
    return f"""
        SELECT r.chat + 1 AS number, r.turn + 1 AS turn, {text(shown["source"])} AS source,
               {shown["line"]} AS line, {text(shown["chat"])} AS chat,
               {text(shown["id"])} AS id, {text("r.channel")} AS channel,
               {text("r.team")} AS team, {text("a.shown")} AS agent,
               {text("array_to_string(c.tags, '; ')") if flat else "c.tags"} AS tags,
               strftime(r.sent_at, '%Y-%m-%dT%H:%M:%S') AS sent_at, r.state, r.language,
               r.words, r.score, r.plain_score, r.critical, {_CRITERIA}, r.findings,
               r.notes, r.suppressed, r.failures, {found} AS {"rules" if flat else "found"},
               {text(shown["customer"])} AS customer, {text(shown["reply"])} AS reply
        FROM {of("replies")} r
        JOIN {of("chats")} c ON c.chat = r.chat
        JOIN {of("messages")} m ON m.chat = r.chat AND m.turn = r.turn
        LEFT JOIN agent_names a ON a.agent = r.agent
        LEFT JOIN ({_found(of("findings"), hidden)}) f ON f.chat = r.chat AND f.turn = r.turn
        LEFT JOIN ({_said(of("messages"))}) q ON q.chat = r.chat AND q.turn = r.turn
        ORDER BY r.chat, r.turn
    """


def _found(findings: str, hidden: bool) -> str:
    quoted = "" if hidden else ', "text" := text, message := message'
    return f"""
        SELECT chat, turn, list(struct_pack(pack := pack, rule := rule, category := category,
               severity := severity, "start" := start_offset, "end" := end_offset{quoted})
               ORDER BY number) AS found, list(rule ORDER BY number) AS rules
        FROM {findings} WHERE let_be IS NULL GROUP BY chat, turn
    """


def _said(messages: str) -> str:
    """For each message the customer's last one before it."""
    return f"""
        SELECT chat, turn, last_value(
                   CASE WHEN role = 'customer' AND NOT private THEN text END IGNORE NULLS
               ) OVER (PARTITION BY chat ORDER BY turn) AS text
        FROM {messages}
    """


def _harmless(column: str) -> str:
    found = rf"regexp_matches({column}, '^[=+\-@\t\r]')"
    return f"CASE WHEN {found} THEN '''' || {column} ELSE {column} END"
