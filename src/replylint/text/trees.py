"""Making a tree of heads that a parser has chosen for each word by itself."""

from __future__ import annotations

from collections.abc import Sequence

_ROOTS = ("root", "ROOT")


def tree(heads: Sequence[int], relations: Sequence[str]) -> tuple[list[int], list[str]]:
    """Heads and relations of one sentence as a tree with exactly one root.

    ``heads[i]`` is the index of the head of word ``i``, its own for a root. The first word with the
    relation ``root`` that is its own head stays the root (or the first that is its own head, or the
    first word); other roots and the first word of each circle are attached to it. The relation of
    the root is ``ROOT``, as in spaCy's models.
    """
    mended = list(heads)
    names = list(relations)
    if not mended:
        return mended, names
    root = _root(mended, names)
    mended[root] = root
    names[root] = "ROOT"
    reaches_root = {root}
    for word in range(len(mended)):
        path: set[int] = set()
        at = word
        while at not in reaches_root:
            path.add(at)
            head = mended[at]
            if head in path:
                mended[head] = root
                head = root
            at = head
        reaches_root |= path
    for word, name in enumerate(names):
        if word != root and (name in _ROOTS or not name):
            names[word] = "parataxis"
    return mended, names


def _root(heads: Sequence[int], relations: Sequence[str]) -> int:
    own = [word for word, head in enumerate(heads) if head == word]
    called = [word for word in own if relations[word] in _ROOTS]
    return (called or own or [0])[0]
