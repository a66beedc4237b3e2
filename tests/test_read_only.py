import copy
import json
import pickle

import pytest

from replylint.read_only import ReadOnlyDict


def put(one):
    one["help"] = 0


def take(one):
    del one["help"]


def add(one):
    one |= {"help": 0}


@pytest.mark.parametrize(
    "change",
    [
        put,
        take,
        add,
        lambda one: one.clear(),
        lambda one: one.pop("help"),
        lambda one: one.popitem(),
        lambda one: one.setdefault("new", 1),
        lambda one: one.update(help=0),
    ],
)
def test_nothing_changes_it(change):
    one = ReadOnlyDict(help=100.0)
    with pytest.raises(TypeError, match="read-only"):
        change(one)
    assert one == {"help": 100.0}


def test_it_is_a_dict_for_whatever_reads_dicts():
    one = ReadOnlyDict(help=100.0)
    assert json.dumps(one) == '{"help": 100.0}'
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert type(other) is ReadOnlyDict


def test_equal_ones_have_the_same_hash_whatever_their_order():
    assert hash(ReadOnlyDict(a=1, b=2)) == hash(ReadOnlyDict(b=2, a=1))
    assert hash(ReadOnlyDict(a=1)) != hash(ReadOnlyDict(a=2))
