"""Packs ready for use: from the cache those that are as they were, the others compiled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from replylint.collecting import no_collecting
from replylint.packs.cache import PackShelf, cached_packs
from replylint.packs.pack import RuleBook


def ready_packs(
    wanted: Sequence[str | Path] | None = None, *, preparing: Callable[[], None] | None = None
) -> list[RuleBook]:
    """The compiled packs, one book for each language; ``wanted`` is as for ``load_packs``.

    ``preparing`` is called before packs are compiled, which takes seconds for all that are shipped.
    Raises ``PackError`` with all problems of all files.
    """
    known = cached_packs(wanted)
    if known is not None:
        return known
    if preparing is not None:
        preparing()
    from replylint.packs.compiler import compile_packs
    from replylint.packs.loader import load_packs

    shelf = PackShelf()
    with no_collecting():
        loaded = load_packs(wanted)
        books = compile_packs(loaded, shelf)
    shelf.keep_list(wanted, books, {pack.source.name: pack.source.text for pack in loaded})
    return books
