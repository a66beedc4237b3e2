"""Making a tree of the heads that a parser prefers for each word by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

Scores = NDArray[Any]

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


def best_tree(scores: Scores) -> list[int]:
    """The heads that make the tree with the highest sum of scores and exactly one root.

    ``scores[word, head]`` is for each word what the parser thinks of each head, from 1; 0 is the
    root. The heads are numbered so as well. This is the algorithm of Chu, Liu and Edmonds.
    """
    size = len(scores)
    square = numpy.full((size + 1, size + 1), -numpy.inf)
    square[1:] = scores
    numpy.fill_diagonal(square, -numpy.inf)
    heads: NDArray[Any] = square.argmax(1)
    if _circle(heads) is not None or (heads[1:] == 0).sum() != 1:
        square[1:, 0] -= (size + 1) * float(numpy.ptp(scores)) + 1
        heads = _best(square)
    return [int(head) for head in heads[1:]]


def _best(scores: Scores) -> NDArray[Any]:
    """The best heads of the nodes; node 0 is the root, ``scores[0]`` does not matter."""
    heads: NDArray[Any] = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return heads
    inside = numpy.array(circle)
    outside = numpy.setdiff1d(numpy.arange(len(scores)), inside)
    count = len(outside)
    joined = numpy.full((count + 1, count + 1), -numpy.inf)
    joined[:count, :count] = scores[numpy.ix_(outside, outside)]
    leaving = scores[numpy.ix_(outside, inside)]
    joined[:count, count] = leaving.max(1)
    entering = scores[numpy.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    joined[count, :count] = entering.max(0)
    solved = _best(joined)
    for node in range(1, count):
        head = solved[node]
        from_circle = head == count
        heads[outside[node]] = inside[leaving[node].argmax()] if from_circle else outside[head]
    entrance = solved[count]
    heads[inside[entering[:, entrance].argmax()]] = outside[entrance]
    return heads


def _circle(heads: NDArray[Any]) -> list[int] | None:
    """The nodes of some circle that does not lead to node 0."""
    safe = {0}
    for node in range(1, len(heads)):
        path: dict[int, None] = {}
        at = node
        while at not in safe:
            if at in path:
                nodes = list(path)
                return nodes[nodes.index(at) :]
            path[at] = None
            at = int(heads[at])
        safe.update(path)
    return None
