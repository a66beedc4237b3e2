"""Collects the program's messages and keeps the catalogues in step with them.

    python tests/translations.py            # writes .pot, .po and .mo
    python tests/translations.py --check    # says what is out of step

After a run of the first, translate what is new or marked “fuzzy” in the .po and run it again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parent.parent / "src" / "replylint"
LOCALE = SOURCE / "locale"
POT = LOCALE / "replylint.pot"
PO = LOCALE / "ru" / "LC_MESSAGES" / "replylint.po"
MO = PO.with_suffix(".mo")
HEADER = "# The words of the program itself; the words about replies are in the rule packs."
NEVER = datetime(2025, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "plural": (1, 2), "plural_forms": (1, 2)}


def template() -> Catalog:
    """Every message that the source asks for."""
    catalog = Catalog(fuzzy=False, charset="utf-8")
    _head(catalog)
    found = extract_from_dir(SOURCE, keywords=KEYWORDS, comment_tags=("Translators:",))
    for _file, _line, message, comments, _context in found:
        catalog.add(message, auto_comments=comments)
    return catalog


def _head(catalog: Catalog) -> None:
    """Give a catalogue the same few words at its head, whoever writes it and when."""
    catalog.project, catalog.version = "replylint", "1"
    catalog.header_comment = HEADER
    catalog.creation_date = catalog.revision_date = NEVER
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""


def russian() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ru", domain="replylint")


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def identities(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {_identity(message) for message in messages(catalog)}


def _identity(message: Message) -> str | tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id


def texts(catalog: Catalog) -> dict[str | tuple[str, ...], tuple[str, ...]]:
    """What each message is translated to."""
    return {_identity(m): _forms(m) for m in messages(catalog)}


def compiled() -> Catalog:
    with MO.open("rb") as file:
        return read_mo(file)


def write() -> None:
    """Bring all three files in step with the source."""
    source = template()
    _write_po(POT, source)
    catalog = russian()
    catalog.update(source, no_fuzzy_matching=False, update_creation_date=False)
    _head(catalog)
    _write_po(PO, catalog)
    with MO.open("wb") as file:
        write_mo(file, russian())


def _write_po(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalog, width=100, no_location=True, sort_output=True, ignore_obsolete=True)


def problems() -> list[str]:
    """What is out of step, in words; empty when all is well."""
    catalog = russian()
    with POT.open("rb") as file:
        pot = read_po(file)
    source = template()
    return [
        *(f"not in the .pot: {i!r}" for i in identities(source) - identities(pot)),
        *(f"not in the source: {i!r}" for i in identities(pot) - identities(source)),
        *(f"not in the .po: {i!r}" for i in identities(pot) - identities(catalog)),
        *(f"not in the .pot: {i!r}" for i in identities(catalog) - identities(pot)),
        *(f"not translated: {m.id!r}" for m in messages(catalog) if not _is_complete(m)),
        *(f"fuzzy: {m.id!r}" for m in messages(catalog) if m.fuzzy),
        *([".mo is older than .po"] if texts(catalog) != texts(compiled()) else []),
    ]


def _forms(message: Message) -> tuple[str, ...]:
    """The translations: one, or one for each plural form."""
    return tuple(message.string) if isinstance(message.string, (list, tuple)) else (message.string,)


def _is_complete(message: Message) -> bool:
    forms = _forms(message)
    return all(forms) and (len(forms) == 3 or isinstance(message.id, str))


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write()
    for line in problems():
        print(line)
    sys.exit(bool(problems()))
