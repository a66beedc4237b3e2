"""One row a reply, as CSV, JSON Lines or Parquet, for spreadsheets and one's own programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from replylint.finding import Criterion
from replylint.scoring.anonymous import Names
from replylint.scoring.whole_file import whole_file
from replylint.store.store import Store

FORMULA = "=+-@\t\r"
"""A cell that begins like this is run as a formula by spreadsheets, so it gets a ' before it."""

_FORMATS: Mapping[str, str] = MappingProxyType(
    {".csv": "FORMAT csv, HEADER", ".jsonl": "FORMAT json", ".parquet": "FORMAT parquet"}
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
    query = _query(run, hidden=names.hidden, flat=ending == ".csv")
    try:
        with whole_file(path) as part:
            written = str(part).replace("'", "''")
            store.change(f"COPY ({query}) TO '{written}' ({_FORMATS[ending]})")
    finally:
        store.change("DROP TABLE IF EXISTS agent_names")


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


def _query(run: int, *, hidden: bool, flat: bool) -> str:
    def text(column: str) -> str:
        return _harmless(column) if flat else column

    private = {
        "source": "c.source",
        "line": "c.line",
        "chat": "c.id",
        "id": "r.id",
        "reply": "m.text",
        "customer": _customer(run),
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
        FROM replies r
        JOIN chats c ON c.run = r.run AND c.chat = r.chat
        JOIN messages m ON m.run = r.run AND m.chat = r.chat AND m.turn = r.turn
        LEFT JOIN agent_names a ON a.agent = r.agent
        LEFT JOIN ({_found(run, hidden)}) f ON f.chat = r.chat AND f.turn = r.turn
        WHERE r.run = {int(run)} ORDER BY r.chat, r.turn
    """


def _found(run: int, hidden: bool) -> str:
    quoted = "" if hidden else ', "text" := text, message := message'
    return f"""
        SELECT chat, turn, list(struct_pack(pack := pack, rule := rule, category := category,
               severity := severity, "start" := start_offset, "end" := end_offset{quoted})
               ORDER BY number) AS found, list(rule ORDER BY number) AS rules
        FROM findings WHERE run = {int(run)} AND let_be IS NULL GROUP BY chat, turn
    """


def _customer(run: int) -> str:
    """The customer's last message before the reply."""
    return (
        f"(SELECT arg_max(b.text, b.turn) FROM messages b WHERE b.run = {int(run)} "
        "AND b.chat = r.chat AND b.turn < r.turn AND b.role = 'customer' AND NOT b.private)"
    )


def _harmless(column: str) -> str:
    found = rf"regexp_matches({column}, '^[=+\-@\t\r]')"
    return f"CASE WHEN {found} THEN '''' || {column} ELSE {column} END"
