from replylint.text.spelling.lexicon import (
    all_forms,
    common_lexemes,
    mistakes,
    modern,
    read_words,
    team_words,
)


def test_words_that_the_dictionary_lacks_are_inflected_by_their_last_letter():
    assert {"лендинга", "лендинги", "лендингах"} <= all_forms(["лендинг"])
    assert {"смски", "смсок"} <= all_forms(["смска"])
    assert {"сторис"} == all_forms(["сторис"]) & {"сторис", "сториса-"}
    assert all_forms(["латте"]) == {"латте"}


def test_verbs_and_adjectives_are_inflected_like_known_ones():
    assert {"пофиксим", "пофиксили"} <= all_forms(["пофиксить"])
    assert "скорингового" in all_forms(["скоринговый"])


def test_a_file_of_words_has_remarks(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# товары\nфлисик  зимник\n\nшерпа\n", encoding="utf-8")
    assert read_words(path) == ["флисик", "зимник", "шерпа"]


def test_the_lists_that_are_shipped_are_in_comparable_form():
    assert "кешбэком" in modern()
    assert {"доставка", "верифицировать"} <= common_lexemes()
    assert mistakes()["вообщем"] == "в общем"


def test_no_mistake_is_a_word_of_the_other_lists():
    assert not mistakes().keys() & (modern() | common_lexemes())


def test_a_teams_words_may_stand_several_in_a_line():
    assert {"флисика", "шерпой"} <= team_words(("Флисик шерпа",))
