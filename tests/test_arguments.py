from pathlib import Path

import pytest

from replylint.arguments import (
    check_text,
    check_text_or_none,
    described,
    items,
    one_or_several,
    several,
    texts,
)
from replylint.translation import speaking


def test_an_error_names_the_argument_what_is_wanted_and_what_came():
    with pytest.raises(TypeError) as error:
        check_text("author", 7)
    assert str(error.value) == "“author” takes a string, not int (7)"


def test_an_error_is_in_the_language_of_the_program():
    with speaking("ru"), pytest.raises(TypeError) as error:
        check_text_or_none("author", 7)
    assert str(error.value) == "в «author» ожидается строка или None, а пришло int (7)"


def test_a_long_value_is_cut():
    assert len(described("слово " * 1000)) < 60
    assert described(None) == "None"


def test_none_is_taken_where_it_may_be_left_out():
    check_text_or_none("author", None)
    with pytest.raises(TypeError, match="not None"):
        check_text("author", None)


@pytest.mark.parametrize("given", ["один", b"x", None, 5, {"a": 1}])
def test_several_values_are_not_one(given):
    with pytest.raises(TypeError, match="“names” takes a list of strings"):
        texts("names", given)


def test_any_iterable_is_several_values():
    assert texts("names", (name for name in ["а", "б"])) == ("а", "б")
    given = ("а",)
    assert several("names", given, str, "names") is given


def test_a_value_among_several_is_named_by_its_number():
    with pytest.raises(TypeError, match=r"“names\[1\]” takes str, not int \(2\)"):
        texts("names", ["а", 2])


def test_one_value_may_stand_alone():
    assert one_or_several("packs", "ru", (str, Path)) == ("ru",)
    assert one_or_several("packs", ["ru", Path("a")], (str, Path)) == ("ru", Path("a"))
    with pytest.raises(TypeError, match=r"one value or a list of them \(str \| Path\), not int"):
        one_or_several("packs", 5, (str, Path))


def test_a_map_is_wanted_where_there_are_names_for_values():
    assert list(items("options", {"yo": "on"})) == [("yo", "on")]
    with pytest.raises(TypeError, match="“options” takes a dict, not list"):
        items("options", ["yo"])
