import pytest

from replylint.packs.pattern import parse_pattern
from replylint.packs.pattern_tree import Sequence_, Word
from replylint.text.contractions import contracted, full_words
from replylint.text.document import Document

EQUAL = [
    ("I can't help", "i can not help"),
    ("I can’t help", "i can not help"),
    ("I cant help", "i can not help"),
    ("I cannot help", "i can not help"),
    ("I can not help", "i can not help"),
    ("It won't work", "it will not work"),
    ("it wont work", "it will not work"),
    ("DON'T WORRY", "do not worry"),
    ("she doesnt know", "she does not know"),
    ("You shouldn't've come", "you should not have come"),
    ("we shan't ask", "we shall not ask"),
    ("I'm sorry, you're right", "i am sorry you are right"),
    ("im sorry youre right", "i am sorry you are right"),
    ("We've sent it, it'll come", "we have sent it it will come"),
    ("It's been late, it's late", "it has been late it is late"),
    ("that's what's not been sent", "that is what has not been sent"),
    ("I'd be glad", "i would be glad"),
    ("you'd better wait", "you had better wait"),
    ("I'd never seen it", "i had never seen it"),
    ("Let's see", "let us see"),
    ("we're gonna check", "we are going to check"),
    ("you could've called", "you could have called"),
]
LEFT_ALONE = [
    "the customer's order",
    "its well were ill id",
    "as is his wont",
    "it lets you choose",
    "rock'n'roll o'clock",
]


@pytest.mark.parametrize(("text", "expected"), EQUAL)
def test_contractions_are_equal_to_their_full_forms(text, expected):
    assert Document(text).words == expected.split()


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_contraction_stays_one_word(text):
    assert Document(text).words == text.split()


def test_the_abbreviation_im_is_no_contraction():
    assert Document("Write on IM please").words == ["write", "on", "im", "please"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("can't", [("can", "can"), ("'t", "not")]),
        ("cannot", [("can", "can"), ("not", "not")]),
        ("cant", [("can", "can"), ("t", "not")]),
        ("won't", [("wo", "will"), ("n't", "not")]),
        ("wont", [("wo", "will"), ("nt", "not")]),
        ("Don’t", [("Do", "do"), ("n’t", "not")]),
        ("I'm", [("I", "i"), ("'m", "am")]),
        ("They've", [("They", "they"), ("'ve", "have")]),
        ("couldn't've", [("could", "could"), ("n't", "not"), ("'ve", "have")]),
        ("let's", [("let", "let"), ("'s", "us")]),
        ("gonna", [("gon", "going"), ("na", "to")]),
    ],
)
def test_the_letters_are_divided_among_the_words(text, parts):
    document = Document(text)
    places = zip(document.starts, document.ends, document.words, strict=True)
    assert [(text[start:end], word) for start, end, word in places] == parts


@pytest.mark.parametrize("text", [text for text, _full in EQUAL] + ["Well, I can't.\n\nHe's gone!"])
def test_the_parallel_lists_agree(text):
    document = Document(text)
    count = len(document.words)
    for parallel in (document.starts, document.ends, document.kinds, document.zones):
        assert len(parallel) == count
    assert len(document.sentence_of) == len(document.token_of) == count
    assert document.token_of == sorted(document.token_of)
    assert all(s < e for s, e in zip(document.starts, document.ends, strict=True))
    assert all(e <= s for e, s in zip(document.ends, document.starts[1:], strict=False))
    for index, number in enumerate(document.token_of):
        token = document.tokens[number]
        assert token.start <= document.starts[index] < document.ends[index] <= token.end
    assert [i for s in document.sentences for i in range(s.first, s.end)] == list(range(count))


def test_nothing_stands_between_the_parts():
    document = Document("I can't.")
    assert [document.marks_before(word) for word in range(4)] == ["", " ", "", "."]


def test_stretched_letters_belong_to_the_last_part():
    document = Document("we don'ttttt")
    assert document.words[-2:] == ["do", "not"]
    assert document.ends[-1] == len(document.text)


def test_russian_replies_stay_as_they_are():
    document = Document("На экране написано can't connect, перезагрузите роутер")
    assert "can't" in document.words
    assert len(document.words) == len(document.token_of) == len(set(document.token_of))


def test_the_view_of_spacy_knows_all_words():
    document = Document("Sorry, I can't help. It's late.")
    view = document.spacy
    assert len(view.token_of_word) == len(document.words)
    assert view.words_before[-1] == len(document.words)
    assert [view.doc[token].text for token in view.token_of_word[2:4]] == ["can't", "can't"]


@pytest.mark.parametrize("pattern", ["can't help", "cannot help", "cant help", "can not help"])
def test_patterns_are_expanded_alike(pattern):
    assert parse_pattern(pattern) == Sequence_((Word("can"), Word("not"), Word("help")))


def test_a_pattern_looks_at_the_next_word_as_a_text_does():
    assert parse_pattern("it's been") == Sequence_((Word("it"), Word("has"), Word("been")))


def test_full_words_and_the_quick_look():
    assert full_words(["i'd"], following="been") == ["i", "had"]
    assert full_words(["hello"]) == ["hello"]
    assert contracted(["hello", "can't"])
    assert not contracted(["hello", "customer's"])
