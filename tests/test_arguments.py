from datetime import datetime
from pathlib import Path

import pytest

from replylint.arguments import several_in, text_in, text_or_none_in, texts_in


def test_texts_are_taken_as_they_are():
    assert text_in("reply", "Едем.") is None
    assert text_or_none_in("customer", None) is None
    assert texts_in("words", ["Яндекс", "Озон"]) == ("Яндекс", "Озон")


@pytest.mark.parametrize("given", [None, 5, b"reply", ["reply"], Path("reply")])
def test_what_is_no_text_is_told_by_the_name_of_the_argument(given):
    with pytest.raises(TypeError, match=rf"“reply” takes a text, not {type(given).__name__}"):
        text_in("reply", given)


def test_none_is_a_text_only_where_it_may_be():
    with pytest.raises(TypeError, match="“author” takes a text or None, not datetime"):
        text_or_none_in("author", datetime(2026, 5, 1))


@pytest.mark.parametrize("given", ["chat", 5, None])
def test_one_value_is_not_several(given):
    with pytest.raises(TypeError, match="“channels” takes several values"):
        several_in("channels", given)


def test_the_wrong_one_of_several_is_named():
    with pytest.raises(TypeError, match=r"“words\[1\]” takes a text, not int"):
        texts_in("words", ["Озон", 7])
