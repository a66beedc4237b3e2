import pytest

from replylint.text.entities.sketch import Lexicon, pattern, sketch, span
from text.entities.reading import words_of

LEXICON = Lexicon({"A": "один два", "B": "два три"}, lambda word: "d" if word.isdigit() else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("один", "_A!"),
        ("Два ТРИ четыре 5", "_A_B0_0_d!".replace("B0", "B")),
        ("один – два", "_A-A!"),
        ("один\u00a0два", "_A_A!"),
        ("один\nдва", "_A~A!"),
        ("один\n\nдва", "_A!A!"),
        ("один,два, три", "_A,A;B!"),
        ("один. два (три) 5", "_A·A<B>d!"),
        ("5 ₽, $5", "_d!d!".replace("d!d", "d¤d")),
        ("$5 и 5%", "¢d_0_d%"),
        ("№ 5 и +7", "№d_0&d!"),
    ],
)
def test_words_and_gaps_have_signs(text, expected):
    assert sketch(words_of(text), LEXICON) == expected


def test_a_match_knows_its_words():
    match = pattern("A_(?P<last>B)").search(sketch(words_of("нет два три да"), LEXICON))
    assert (span(match), span(match, "last")) == ((1, 3), (2, 3))


def test_words_are_remembered_only_up_to_a_limit():
    lexicon = Lexicon({"A": "один"}, lambda word: "")
    for number in range(30_000):
        lexicon[f"w{number}"]
    assert len(lexicon) < 25_000
    assert lexicon["один"] == "A"
