"""Parts of queries that several tables of results share."""

from __future__ import annotations


def said_before(messages: str) -> str:
    """A query for each message of a table: the customer's last one before it, as ``text``."""
    return f"""
        SELECT chat, turn, last_value(
                   CASE WHEN role = 'customer' AND NOT private THEN text END IGNORE NULLS
               ) OVER (PARTITION BY chat ORDER BY turn) AS text
        FROM {messages}
    """


def found_in_replies(findings: str, *, hidden: bool) -> str:
    """A query for each reply with findings that stand, in the order of the text.

    ``found`` lists them as structures, without quotations where these are to be ``hidden``;
    ``rules`` lists the rules that count among the findings of a reply, so not notes.
    """
    quoted = "" if hidden else ', "text" := text, message := message'
    return f"""
        SELECT chat, turn, list(struct_pack(pack := pack, rule := rule, category := category,
               severity := severity, "start" := start_offset, "end" := end_offset{quoted})
               ORDER BY number) AS found, list(rule ORDER BY number)
               FILTER (severity <> 'info') AS rules
        FROM {findings} WHERE let_be IS NULL GROUP BY chat, turn
    """
