from itertools import product

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.trees import best_tree, tree


@pytest.mark.parametrize(
    ("heads", "relations", "mended", "names"),
    [
        ([], [], [], []),
        ([0], ["root"], [0], ["ROOT"]),
        ([1, 1], ["nsubj", "root"], [1, 1], ["nsubj", "ROOT"]),
        ([0, 0, 2], ["root", "obj", "root"], [0, 0, 0], ["ROOT", "obj", "parataxis"]),
        ([0, 1], ["appos", "root"], [1, 1], ["appos", "ROOT"]),
        ([1, 0, 2], ["obj", "obl", "root"], [2, 0, 2], ["obj", "obl", "ROOT"]),
        ([1, 0], ["obj", "obl"], [0, 0], ["ROOT", "obl"]),
        ([1, 1], ["root", "root"], [1, 1], ["parataxis", "ROOT"]),
    ],
)
def test_roots_and_circles_are_attached_to_one_root(heads, relations, mended, names):
    assert tree(heads, relations) == (mended, names)


@given(
    st.integers(1, 30).flatmap(
        lambda size: st.lists(
            st.tuples(st.integers(0, size - 1), st.sampled_from(["root", "obj", "obl", ""])),
            min_size=size,
            max_size=size,
        )
    )
)
def test_whatever_the_heads_the_result_is_a_tree(words):
    heads, names = tree([head for head, _ in words], [name for _, name in words])
    roots = [word for word, head in enumerate(heads) if head == word]
    assert len(roots) == 1
    assert [word for word, name in enumerate(names) if name == "ROOT"] == roots
    assert all(names)
    for word in range(len(heads)):
        at = word
        for _step in heads:
            at = heads[at]
        assert at == roots[0]


def is_tree(heads):
    reaches = {0}
    for _step in heads:
        reaches |= {word for word, head in enumerate(heads, 1) if head in reaches}
    return heads.count(0) == 1 and len(reaches) == len(heads) + 1


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_the_best_tree_is_the_best_of_all_trees(size, seed):
    scores = numpy.random.default_rng(seed).normal(size=(size, size + 1)).astype(numpy.float32)
    found = best_tree(scores)
    assert is_tree(found)

    def total(heads):
        return sum(float(scores[word, head]) for word, head in enumerate(heads))

    trees = (list(heads) for heads in product(range(size + 1), repeat=size) if is_tree(list(heads)))
    assert total(found) == pytest.approx(max(total(heads) for heads in trees))


@pytest.mark.parametrize("seed", range(5))
def test_a_long_sentence_has_a_tree(seed):
    assert is_tree(best_tree(numpy.random.default_rng(seed).normal(size=(250, 251))))
