import sys

import numpy
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from replylint.text import one_thread as module
from replylint.text.one_thread import one_thread


def threads():
    numpy.ones((2, 2)) @ numpy.ones((2, 2))
    return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def three_threads():
    with threadpool_limits(limits=3, user_api="blas"):
        if threads() != {3}:
            pytest.skip("the matrix library of this machine keeps to its own number")
        yield


def test_inside_there_is_one_and_afterwards_as_many_as_before():
    with one_thread():
        assert threads() == {1}
    assert threads() == {3}


def test_leaving_an_inner_one_restores_nothing():
    with one_thread():
        with one_thread():
            pass
        assert threads() == {1}
    assert threads() == {3}


def test_an_error_restores_as_well():
    with pytest.raises(ValueError, match="inside"), one_thread():
        raise ValueError("inside")
    assert threads() == {3}


def test_without_the_package_nothing_is_lowered(monkeypatch):
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    module._limit.cache_clear()
    with one_thread():
        assert threads() == {3}
    module._limit.cache_clear()
