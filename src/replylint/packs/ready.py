"""Packs ready for use: from the cache those that are as they were, the others compiled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from replylint.arguments import several_in, wrong_kind
from replylint.collecting import no_collecting
from replylint.packs.cache import PackShelf, cached_packs
from replylint.packs.pack import RuleBook
from replylint.translation import _


def ready_packs(
    wanted: str | Path | Sequence[str | Path] | None = None,
    *,
    preparing: Callable[[], None] | None = None,
) -> list[RuleBook]:
    """The compiled packs, one book for each language; ``wanted`` is as for ``load_packs``, or one.

    ``preparing`` is called before packs are compiled, which takes seconds for all that are shipped.
    Raises ``PackError`` with all problems of all files, ``ValueError`` where none are wanted and
    ``TypeError`` for what is neither a name nor a path.
    """
    if wanted is not None:
        wanted = _chosen(wanted)
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


def _chosen(packs: str | Path | Sequence[str | Path]) -> Sequence[str | Path]:
    """The packs that a caller chose, by name or path."""
    several = (packs,) if isinstance(packs, str | Path) else several_in("packs", packs)
    if not several:
        raise ValueError(_("“packs” is empty; None stands for all that come with replylint"))
    for number, pack in enumerate(several):
        if not isinstance(pack, str | Path):
            raise wrong_kind(f"packs[{number}]", _("a name or a path"), pack)
    return several
