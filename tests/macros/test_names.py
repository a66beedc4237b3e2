import pytest

from replylint.macros.names import KEY, LANGUAGE, TEXT, TITLE, find_name


@pytest.mark.parametrize("usual", [TEXT, TITLE, KEY, LANGUAGE])
def test_every_usual_name_is_known_however_it_is_written(usual):
    assert len(set(usual)) == len(usual)
    for name in usual:
        written = f" {name.replace(' ', '_ ').title()} "
        assert find_name(["other", written], None, usual) == written
        assert find_name([name.replace(" ", "-").upper()], None, usual) is not None


def test_the_first_usual_name_goes_before_the_others():
    assert find_name(["Ответ", "body_html", "Body"], None, TEXT) == "Body"


def test_a_chosen_name_is_the_only_one():
    assert find_name(["Body", "answer "], "Answer", TEXT) == "answer "
    assert find_name(["Body"], "Answer", TEXT) is None
