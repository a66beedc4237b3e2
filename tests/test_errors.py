import pickle

import pytest

from replylint.errors import (
    FileError,
    InputError,
    PackError,
    Place,
    Problem,
    ReplylintError,
    SettingsError,
    UsageError,
)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.yml"), "a.yml"),
        (Place("a.yml", 3), "a.yml:3"),
        (Place("a.yml", 3, 7), "a.yml:3:7"),
    ],
)
def test_a_place_is_shown_as_editors_read_it(place, shown):
    assert str(place) == shown


@pytest.mark.parametrize("kind", [ReplylintError, UsageError, InputError])
def test_an_error_says_where_and_what(kind):
    assert str(kind("нет файла", Place("a.txt", 2))) == "a.txt:2: нет файла"
    assert str(kind("нет файла")) == "нет файла"


def test_every_error_is_caught_as_the_base():
    assert issubclass(PackError, ReplylintError)
    assert issubclass(UsageError, ReplylintError)
    assert issubclass(InputError, ReplylintError)


def test_a_pack_error_tells_all_problems_and_stands_at_the_first():
    first = Problem(Place("a.yml", 1, 2), "one", "  1 | x\n      ^")
    second = Problem(Place("a.yml", 5), "two")
    error = PackError([first, second])
    assert error.place == Place("a.yml", 1, 2)
    assert error.message == "one"
    assert str(error) == "a.yml:1:2: one\n  1 | x\n      ^\na.yml:5: two"


@pytest.mark.parametrize("kind", [FileError, PackError, SettingsError])
def test_errors_of_files_travel_between_processes(kind):
    error = kind([Problem(Place("a.yml", 3, 1), "wrong", "3 | x"), Problem(Place("b.yml"), "too")])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert again.problems == error.problems and str(again) == str(error)
