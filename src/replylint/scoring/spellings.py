"""One spelling for each name of an agent or a team, so that nobody is counted as two.

«анна Иванова» and «Анна  Иванова» are one person. The commonest spelling in the store is shown;
the messages keep theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from unicodedata import normalize

from replylint.store.store import Store
from replylint.translation import _

_COLUMNS = (("replies", "agent"), ("replies", "team"), ("chats", "team"))
_MOST = 5
"""So many names are told."""


def one_spelling(store: Store) -> list[str]:
    """Give names that differ only in letter case or spaces one spelling, in all runs of a store.

    A run of today and one of last week may have the same person under both. What was made one, in
    words for a person.
    """
    told: dict[str, set[str]] = {}
    with store.transaction():
        for column in ("agent", "team"):
            alike = _alike(store, column)
            chosen = {
                written: shown
                for shown, every in alike.items()
                for written in every
                if written != shown
            }
            for table, other in _COLUMNS:
                if other == column and chosen:
                    _change(store, table, column, chosen)
            several = {shown: set(every) for shown, every in alike.items() if len(every) > 1}
            for shown, every in several.items():
                told.setdefault(shown, set()).update(every - {shown})
    return list(_in_words(told))


def _alike(store: Store, column: str) -> dict[str, list[str]]:
    """For each spelling to show, the names in the store that stand for it as they are written."""
    query = f"SELECT {column}, count(*) FROM replies WHERE {column} IS NOT NULL GROUP BY ALL"
    written: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in store.rows(f"{query} ORDER BY 1"):
        written[_key(name)].append(name)
        forms[_key(name)][_spaced(name)] += count
    return {
        max(forms[key], key=lambda form: _rank(form, forms[key])): names
        for key, names in written.items()
    }


def _rank(form: str, forms: Counter[str]) -> tuple[int, int, str]:
    """The commonest first; of equally common ones that with capital letters at words."""
    capitals = sum(word[:1].isupper() and not word.isupper() for word in form.split())
    return forms[form], capitals, form


def _key(name: str) -> str:
    return normalize("NFC", _spaced(name)).casefold()


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _change(store: Store, table: str, column: str, chosen: dict[str, str]) -> None:
    store.change(
        f"UPDATE {table} SET {column} = nullif(other.shown, '') "
        "FROM (SELECT unnest(?::VARCHAR[]) AS written, unnest(?::VARCHAR[]) AS shown) other "
        f"WHERE {column} = other.written",
        [list(chosen), list(chosen.values())],
    )


def _in_words(told: dict[str, set[str]]) -> Iterator[str]:
    if told:
        each = [
            f"{', '.join(map(_quoted, sorted(written)))} → {_quoted(shown)}"
            for shown, written in sorted(told.items())
        ]
        rest = ["…"] if len(each) > _MOST else []
        text = _("names that differ only in letter case or spaces are counted as one: {names}")
        yield text.format(names="; ".join([*each[:_MOST], *rest]))


def _quoted(name: str) -> str:
    return _("“{text}”").format(text=name)
