import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.pattern_tree import (
    Alternatives,
    Anchor,
    AnyWord,
    Beginning,
    Entity,
    Gap,
    Lexeme,
    ListOf,
    Mark,
    Optional_,
    Reported,
    Sequence_,
    SignalHere,
    Word,
    can_be_empty,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("слово", Word("слово")),
        ("ЁЛКА", Word("елка")),
        ("не можем", Sequence_((Word("не"), Word("можем")))),
        ("  не ,  можем ", Sequence_((Word("не"), Word("можем")))),
        ("как-то", Word("как-то")),
        ("и/или", Sequence_((Word("и"), Word("или")))),
        ("успока*", Beginning("успока")),
        ("да нет?", Sequence_((Word("да"), Optional_(Word("нет"))))),
        ("да (мы вы)?", Sequence_((Word("да"), Optional_(Sequence_((Word("мы"), Word("вы"))))))),
        ("да|нет вы", Alternatives((Word("да"), Sequence_((Word("нет"), Word("вы")))))),
        ("(да|(нет|мы))", Alternatives((Word("да"), Alternatives((Word("нет"), Word("мы")))))),
        ("{мочь}", Lexeme(("мочь",), (), 0, 6)),
        ("{:VERB,-impr}", Lexeme((), ("VERB", "-impr"), 0, 13)),
        ("а .. б", Sequence_((Word("а"), Gap(3), Word("б")))),
        ("а ..6 б", Sequence_((Word("а"), Gap(6), Word("б")))),
        ("а ... б", Sequence_((Word("а"), Gap(None), Word("б")))),
        ("^ да $", Sequence_((Anchor("^"), Word("да"), Anchor("$")))),
        ("^^да$$", Sequence_((Anchor("^^"), Word("да"), Anchor("$$")))),
        ("@we да", Sequence_((ListOf("we", 0, 3), Word("да")))),
        ("#date", Entity("date")),
        ("да &refusal", Sequence_((Word("да"), SignalHere("refusal", 3, 11)))),
        ("&ru/signals.refusal", SignalHere("ru/signals.refusal", 0, 19)),
        ("да \\?", Sequence_((Word("да"), Mark("?")))),
        ("\\!", Sequence_((AnyWord(), Mark("!")))),
        ("<да> нет", Sequence_((Reported(Word("да")), Word("нет")))),
    ],
)
def test_a_pattern_is_read_as_this_tree(text, tree):
    assert parse_pattern(text) == tree


def test_lexemes_and_grammemes_keep_their_place():
    tree = parse_pattern("да {мочь|смочь:1per, plur}")
    assert tree.items[1] == Lexeme(("мочь", "смочь"), ("1per", "plur"), 3, 26)


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ("не {мочь", "{", "“{” is never closed"),
        ("не (да", "(", "“(” is never closed"),
        ("не <да", "<", "“<” is never closed"),
        ("не (<да)", ")", "this “)” closes nothing"),
        ("да) нет", ")", "this “)” closes nothing"),
        ("да}", "}", "this “}” closes nothing"),
        ("да>", ">", "this “>” closes nothing"),
        ("#dat", "#dat", "there is no entity #dat; there are: #date"),
        ("да # нет", "#", "the name of an entity must follow “#”"),
        ("@ да", "@", "the name of a list from “define” must follow “@”"),
        ("да &", "&", "the name of a signal must follow “&”"),
        ("{}", "{}", "“{}” needs a word or grammemes"),
        ("{мочь:}", "{мочь:}", "grammemes are missing after “:”"),
        ("{не мочь}", "{не мочь}", "“не мочь” is not one word"),
        ("* да", "*", "“*” stands only directly after the beginning of a word"),
        ("да ? нет", "?", "nothing stands before “?”"),
        ("да \\", "\\", "nothing follows “\\”"),
        ("да ..1000 нет", "1000", "a gap of that many words is not useful"),
    ],
)
def test_a_mistake_is_marked_and_explained(text, marked, message):
    with pytest.raises(PatternError) as caught:
        parse_pattern(text)
    assert text[caught.value.start : caught.value.end] == marked
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize("text", ["да?", "(да нет?)?", "^ $", "да|нет?", "<да?>", "да? нет?"])
def test_a_pattern_that_can_be_empty_is_refused(text):
    with pytest.raises(PatternError, match="at least one word that may not be absent"):
        parse_pattern(text)


@pytest.mark.parametrize("text", ["", " ", ",", "()", "да||нет", "(да|)", "|", "<>"])
def test_missing_words_are_refused(text):
    with pytest.raises(PatternError, match=r"empty"):
        parse_pattern(text)


@pytest.mark.parametrize(
    "text",
    [
        ".. да",
        "да ..",
        "... да",
        "да ..5",
        "да|.. нет",
        "да|нет ..",
        "да (нет ..)",
        "(.. да) нет",
        "да (..)?",
        "<.. да> нет",
    ],
)
def test_a_gap_at_an_end_is_refused(text):
    with pytest.raises(PatternError, match="has no effect"):
        parse_pattern(text)


@pytest.mark.parametrize(
    "text", ["^ .. да", "да .. $", "да (.. нет)?", "(да ..)? нет", "да (..2|мы) нет"]
)
def test_a_gap_inside_is_allowed(text):
    parse_pattern(text)


@pytest.mark.parametrize("depth", [25, 5000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), ["()", "<>"])
def test_deep_nesting_is_refused_and_does_no_harm(depth, opening, closing):
    with pytest.raises(PatternError, match="nested too deeply"):
        parse_pattern(opening * depth + "да" + closing * depth)


def test_groups_side_by_side_are_not_deep():
    parse_pattern("(да) " * 200)


@given(st.text(alphabet="да нет{}()|?<>@#&*^$\\.:,-1w", max_size=25))
def test_any_text_is_read_or_refused_at_a_place_inside_it(text):
    try:
        tree = parse_pattern(text)
    except PatternError as error:
        assert 0 <= error.start < error.end <= max(len(text), 1)
        assert error.message
    else:
        assert not can_be_empty(tree)
