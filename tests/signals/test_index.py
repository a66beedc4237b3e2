import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs, shipped_packs
from replylint.packs.ready import ready_packs
from replylint.signals.reading import Reading
from replylint.signals.row import Row
from replylint.text.document import Document
from strategies import replies, texts
from support import forbidding, write_pack

PATTERNS = [
    "не можем",
    "{помочь|помогать} .. вам",
    "успока* вас?",
    "(успокойтесь|возьмите себя) пожалуйста?",
    "#date",
    "{:VERB,impr}",
    "^ мы",
    "мы ... (не|вам) помочь",
    "@who .. помочь",
    "почему \\?",
    "поч* | #emoji",
]
DEFINE = 'define:\n  who: [мы, "к сожалению", "{вы}"]\n'


def everything(book, document):
    """What every program finds in every sentence, without an index."""
    reading = Reading(document, book.signals)
    return {
        (name, match)
        for name, programs in book.signals.programs.items()
        for program in programs
        for sentence in range(len(document.sentences))
        for match in program.matches(reading, sentence)
    }


def triggered(book, document):
    """What the programs find where the index says that they are worth running."""
    reading = Reading(document, book.signals)
    tried = [
        (name, program, sentence)
        for sentence, row in enumerate(reading.rows)
        for name, programs in row.triggered.items()
        for program in programs
    ]
    tried += [
        (name, program, sentence)
        for name, programs in reading.always.items()
        for program in programs
        for sentence in range(len(document.sentences))
    ]
    return {
        (name, match)
        for name, program, sentence in tried
        for match in program.matches_here(reading, sentence)
    }


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    [book] = compile_packs(load_packs([write_pack(folder, DEFINE + forbidding(*PATTERNS))]))
    return book


@pytest.fixture(scope="module")
def shipped_book():
    russian = [name for name in shipped_packs() if name.startswith("ru/")]
    [book] = ready_packs(russian)
    return book


@given(st.one_of(replies, texts))
def test_the_index_loses_no_match(book, text):
    document = Document(text)
    assert triggered(book, document) == everything(book, document)


@settings(max_examples=15)
@given(replies)
def test_the_index_loses_no_match_of_the_shipped_packs(shipped_book, text):
    document = Document(text)
    assert triggered(shipped_book, document) == everything(shipped_book, document)


def test_the_index_loses_no_match_in_the_examples_of_the_shipped_packs(shipped_book):
    examples = [e.reply for rule in shipped_book.rules for e in rule.examples][::40]
    for text in examples:
        document = Document(text)
        assert triggered(shipped_book, document) == everything(shipped_book, document)


def test_a_text_without_the_words_tries_no_pattern_that_needs_them(tmp_path):
    path = write_pack(tmp_path, forbidding("не можем", "успока*", "{помочь} вам"))
    [book] = compile_packs(load_packs([path]))
    [row] = Reading(Document("Заказ уже едет, ждите курьера."), book.signals).rows
    assert not row.triggered


def test_only_the_sentences_with_the_words_are_tried(tmp_path):
    path = write_pack(tmp_path, forbidding("невозможно вернуть"))
    [book] = compile_packs(load_packs([path]))
    text = "Да. Невозможно. Нет. Это невозможно вернуть. Так."
    rows = Reading(Document(text), book.signals).rows
    assert [bool(row.triggered) for row in rows] == [False, False, False, True, False]


def test_a_sentence_is_looked_up_once_and_triggers_the_same_again(tmp_path):
    path = write_pack(tmp_path, forbidding("невозможно вернуть"))
    [book] = compile_packs(load_packs([path]))
    document = Document("Вернуть невозможно. Да. Вернуть невозможно!")
    first, _second, third = Reading(document, book.signals).rows
    assert first is third
    assert Reading(document, book.signals).rows[0] is first


def test_a_row_that_is_asked_while_it_is_being_asked():
    """As by another thread: rows are shared between all replies with the same words."""

    class Interrupted(list):
        asked = None

        def __iter__(self):
            for word in [*super().__iter__()]:
                yield word
                if self.asked:
                    ask, self.asked = self.asked, None
                    ask()

    words = Interrupted(["не", "можем", "не"])
    row = Row(words)
    seen = []
    words.asked = lambda: seen.append(row.having(frozenset({"не"})))
    assert row.having(frozenset({"можем"})) == 0b010
    assert seen == [0b101] and row.having(frozenset({"не"})) == 0b101
