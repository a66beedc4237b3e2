"""Circles in a graph of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def find_cycle(graph: Mapping[str, Iterable[str]]) -> list[str] | None:
    """A circle of names, its first name repeated at the end; None when there is none."""
    finished: set[str] = set()
    for start in graph:
        path: dict[str, None] = {}
        todo: list[tuple[str, bool]] = [(start, False)]
        while todo:
            name, leaving = todo.pop()
            if leaving:
                path.pop(name)
                finished.add(name)
            elif name in path:
                names = list(path)
                return [*names[names.index(name) :], name]
            elif name not in finished:
                path[name] = None
                todo.append((name, True))
                todo.extend((after, False) for after in graph.get(name, ()))
    return None
