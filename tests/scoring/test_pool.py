import os
import signal
import time
from dataclasses import dataclass

import pytest

from replylint.scoring.pool import Alone, Pool, WorkerError


class StrangeError(Exception):
    """One that cannot be made again from what pickle keeps of it."""

    def __init__(self, first, second):
        super().__init__(f"{first} and {second}")


@dataclass
class Maker:
    """Makes an answerer that doubles numbers and does as told by negative ones."""

    def __call__(self):
        return answer


def answer(number):
    if number == -1:
        raise ValueError("minus one")
    if number == -2:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == -3:
        raise StrangeError("a", "b")
    if number % 7 == 0:
        time.sleep(0.01)
    return 2 * number, "x" * 100_000


def test_answers_come_in_the_order_of_the_questions():
    with Pool(3, Maker()) as pool:
        assert [number for number, _text in pool.answers(range(100))] == list(range(0, 200, 2))


def test_one_process_alone_says_the_same():
    with Alone(Maker()) as alone:
        assert [number for number, _text in alone.answers(range(5))] == [0, 2, 4, 6, 8]


def test_few_questions_are_read_ahead():
    asked = []

    def questions():
        for number in range(1000):
            asked.append(number)
            yield number

    with Pool(2, Maker()) as pool:
        answers = pool.answers(questions())
        next(answers)
        assert len(asked) < 50


def test_an_error_in_a_worker_is_raised_here_in_its_place():
    with Pool(2, Maker()) as pool:
        answers = pool.answers([1, -1, 2])
        assert next(answers)[0] == 2
        with pytest.raises(ValueError, match="minus one"):
            next(answers)


def test_an_error_that_cannot_travel_says_what_it_is():
    with Pool(2, Maker()) as pool, pytest.raises(WorkerError, match="StrangeError: a and b"):
        list(pool.answers([1, -3, 2]))


def test_a_worker_that_dies_is_told():
    with Pool(2, Maker()) as pool, pytest.raises(WorkerError, match="fewer --workers"):
        list(pool.answers([1, -2, 3, 4]))
