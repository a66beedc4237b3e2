from itertools import pairwise

import pytest

from replylint.packs.cycles import find_cycle


@pytest.mark.parametrize(
    "graph",
    [
        {},
        {"a": []},
        {"a": ["b"], "b": ["c"]},
        {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []},
        {"a": ["nowhere"]},
    ],
)
def test_there_is_no_circle(graph):
    assert find_cycle(graph) is None


@pytest.mark.parametrize(
    ("graph", "names"),
    [
        ({"a": ["a"]}, {"a"}),
        ({"a": ["b"], "b": ["a"]}, {"a", "b"}),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, {"a", "b", "c"}),
        ({"x": ["y", "b"], "y": [], "b": ["c", "y"], "c": ["b"]}, {"b", "c"}),
    ],
)
def test_a_circle_is_found_and_closed(graph, names):
    circle = find_cycle(graph)
    assert circle[0] == circle[-1]
    assert set(circle) == names
    assert all(after in graph[before] for before, after in pairwise(circle))


def test_a_long_chain_is_no_problem():
    chain = {str(i): [str(i + 1)] for i in range(20_000)}
    assert find_cycle(chain) is None
    assert len(find_cycle({**chain, "20000": ["0"]})) == 20_002
