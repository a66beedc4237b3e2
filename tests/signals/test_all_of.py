import pytest

from support import found, linters_forbidding

SIGNALS = """
signals:
  bad-news: {match: ["увы"]}
  joke: {match: ["ха", "#emoji"]}
  sorry: {match: ["извините"]}
  short: {all: [bad-news, joke]}
  three: {all: [bad-news, joke, sorry]}
  wide: {all: {of: [bad-news, joke], within: paragraph}}
  after: {all: {of: [bad-news, joke], within: next 1 sentence}}
  long: {measure: {measure: words, min: 3}}
  news-in-brief: {all: [bad-news, long]}
"""
NAMES = ("short", "three", "wide", "after", "news-in-brief")


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return linters_forbidding(NAMES, SIGNALS, tmp_path_factory)


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("short", "Увы, ха.", ["Увы"]),
        ("short", "Ха, увы, и снова увы.", ["увы", "увы"]),
        ("short", "Увы. Ха.", []),
        ("short", "Увы.", []),
        ("short", "Ха.", []),
        ("three", "Увы, ха, извините.", ["Увы"]),
        ("three", "Увы, ха. Извините.", []),
        ("wide", "Ха. Вот так. Увы.", ["Увы"]),
        ("wide", "Ха.\n\nУвы.", []),
        ("after", "Увы. Ха.", ["Увы"]),
        ("after", "Ха. Увы.", []),
        ("after", "Увы. Так. Ха.", []),
    ],
)
def test_the_first_signal_is_found_where_the_others_stand_too(linters, signal, text, expected):
    assert found(linters[signal], text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Вот. Увы.", ["Увы"]), ("Вот так. Увы нам.", [])])
def test_a_signal_over_the_whole_reply_stands_in_each_of_its_sentences(linters, text, expected):
    assert found(linters["news-in-brief"], text) == expected
