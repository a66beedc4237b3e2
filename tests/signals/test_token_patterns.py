import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.signals.index import ProgramIndex
from replylint.signals.reading import Reading, SignalBook
from replylint.signals.token_patterns import TokenPatterns
from replylint.text.document import Document
from support import found as found_by


def reading(text):
    return Reading(Document(text), SignalBook({}, ProgramIndex({}, lambda word: False), {}))


def matches(patterns, text, **more):
    return sorted(TokenPatterns(patterns, **more).find(reading(text)))


def found(patterns, text, **more):
    return [text[m.start : m.stop] for m in matches(patterns, text, **more)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ([{"LOWER": "нет"}], "Нет и нет, НЕТ!", ["Нет", "нет", "НЕТ"]),
        ([{"ORTH": "НЕТ"}], "Нет и нет, НЕТ!", ["НЕТ"]),
        ([{"lower": "не"}, {"lemma": "мочь"}], "Мы не могли", ["не могли"]),
        ([{"LEMMA": "ещё"}], "еще и Ещё", ["еще", "Ещё"]),
        ([{"NORM": "счёт"}], "Счет, счёёёт", ["Счет", "счёёёт"]),
        ([{"LEMMA": {"IN": ["заказ", "посылка"]}}], "Заказы и посылку", ["Заказы", "посылку"]),
        ([{"LOWER": {"REGEX": "^возвра"}}], "Возврат и возвращение", ["Возврат", "возвращение"]),
        ([{"LOWER": {"REGEX": {"IN": ["^воз", "ие$"]}}}], "Воз и Питание", ["Воз", "Питание"]),
        ([{"LOWER": "да"}, {"OP": "*"}, {"LOWER": "нет"}], "да, ну нет", ["да, ну нет"]),
        ([{"IS_UPPER": True, "LENGTH": {">=": 4}}], "СРОЧНО, ИНН", ["СРОЧНО"]),
        ([{"LIKE_NUM": True}, {"LEMMA": "день"}], "через 5 дней", ["5 дней"]),
        ([{"ORTH": "!"}], "Ждите! Да!", ["!", "!"]),
        ([{"LOWER": "да", "OP": "+"}], "да да да нет да", ["да да да", "да"]),
        ([[{"LOWER": "да"}], [{"LOWER": "нет"}]], "да. нет", ["да", "нет"]),
        ([{"ORTH": {"IN": ["да", "!"]}}], "да !", ["да", "!"]),
    ],
)  # fmt: skip
def test_patterns_without_a_parser(pattern, text, expected):
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ([{"MORPH": {"IS_SUPERSET": ["Mood=Imp"]}}], "Подождите ответа.", ["Подождите"]),
        ([{"LEMMA": "стекло", "POS": "NOUN"}], "Разбитое стекло вернули.", ["стекло"]),
        ([{"TAG": "ADJ"}, {"TAG": "NOUN"}], "Вернём полную сумму.", ["полную сумму"]),
        ([{"LOWER": "не"}, {"POS": "ADJ"}], "Нам не важно. Не поможем.", ["не важно"]),
        ([{"DEP": "obj", "LEMMA": "деньга"}], "Деньги вернём завтра.", ["Деньги"]),
    ],
)  # fmt: skip
def test_patterns_with_a_parser(pattern, text, expected):
    assert found(pattern, text) == expected


def test_only_sentences_with_the_demanded_words_are_parsed():
    read = reading("Мы рады. Вы ждите ответа. Они придут.")
    TokenPatterns([{"LOWER": "ждите", "POS": "VERB"}]).find(read)
    assert [bool(t.pos_) for t in read.document.doc] == [False] * 3 + [True] * 4 + [False] * 3


def test_a_match_is_inside_one_sentence():
    assert found([{"LOWER": "нет"}, {}, {"LOWER": "да"}], "Нет. Да") == []


@pytest.mark.parametrize("space", ["  ", "\t", " \u00a0 ", "   "])
def test_white_space_does_not_matter(space):
    text = f"Мы не{space}можем"
    assert found([{"LOWER": "не"}, {"LOWER": "можем"}], text) == [f"не{space}можем"]


def test_a_wrapped_line_does_not_matter():
    text = "Мы внимательно перечитали всю переписку по вашему заказу и не\r\nможем помочь"
    assert found([{"LOWER": "не"}, {"LEMMA": "мочь"}], text) == ["не\r\nможем"]


def test_positions_are_code_points_of_the_text():
    text = "😀👩‍👩‍👧  Ой\ud83d, \r\nмы  не можем\n"
    (match,) = matches([{"LOWER": "не"}, {"LEMMA": "мочь"}], text)
    assert text[match.start : match.stop] == "не можем"
    document = Document(text)
    assert document.words[match.first : match.end] == ["не", "можем"]
    assert (document.starts[match.first], document.ends[match.end - 1]) == match[2:4]


def test_a_match_of_marks_has_no_words():
    text = "Ждите!!! Да"
    (match,) = matches([{"ORTH": "!!!"}], text)
    assert match == (1, 1, 5, 8, None)
    (match,) = matches([{"IS_PUNCT": True}], "Ну, да")
    assert match == (1, 1, 2, 3, None)
    assert matches([{"ORTH": "!!!"}], "!!!") == [(0, 0, 0, 3, None)]


def test_a_match_of_a_word_and_a_mark():
    assert matches([{"LOWER": "да"}, {"ORTH": "!"}], "Ну да!") == [(1, 2, 3, 6, None)]


def test_english_lemmas():
    pattern = [{"LEMMA": "refund"}, {"LOWER": "was"}]
    assert found(pattern, "The refunds was sent to you", language="en") == ["refunds was"]


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ([], "list of mappings"),
        ({"LOWER": "да"}, "list of mappings"),
        ([[]], "list of mappings"),
        (["да"], "token 1"),
        ([{"LOWER": "да"}, {"LEMA": "мочь"}], 'token 2 of the pattern, {"LEMA": "мочь"}'),
        ([{"LEMA": "мочь"}], "Did you mean LEMMA"),
        ([{"LEMMA": "могу"}], "write “мочь”"),
        ([{"LEMMA": {"IN": ["мочь", "хочу"]}}], "write “хотеть”"),
        ([{"LEMMA": "могу", "OP": "?"}], "write “мочь”"),
        ([{"LOWER": "Нет"}], "capital letters"),
        ([{"LOWER": "не могу"}], "not one token"),
        ([{"LOWER": 5}], "LOWER"),
        ([{"POS": "VRB"}], "VERB"),
        ([{"DEP": "subj"}], "nsubj"),
        ([{"IS_UPPER": "yes"}], "true or false"),
        ([{"OP": "3"}], "OP is one of"),
        ([{"LENGTH": "5"}], "LENGTH"),
        ([{"LOWER": {"ON": ["да"]}}], "cannot be compared by “ON”"),
        ([{"LOWER": {"IN": "да"}}], "needs a list"),
        ([{"LOWER": {"REGEX": "("}}], "regular expression"),
        ([{"LOWER": {"REGEX": {"IN": ["ok", "("]}}}], "regular expression"),
        ([{"ENT_TYPE": "PER"}], "no token has the attribute"),
        ([{"IS_SPACE": True}], "no token has the attribute"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern, problem):
    with pytest.raises(ValueError, match=r"\w") as caught:
        TokenPatterns(pattern)
    assert problem in str(caught.value)


def test_english_sentences_have_no_parser():
    with pytest.raises(ValueError, match="POS needs a parser"):
        TokenPatterns([{"POS": "VERB"}], language="en")


@pytest.mark.parametrize("value", [r"^(а|а)+$", {"IN": [r"^(а|а)+$"]}])
def test_a_search_without_end_is_given_up(value):
    signal = TokenPatterns([{"TEXT": {"REGEX": value}}])
    with pytest.raises(TimeoutError):
        signal.find(reading("Да " + "а" * 200 + "б"))
    assert [m[2:4] for m in signal.find(reading("Да а"))] == [(3, 4)]


def test_many_searches_share_their_time():
    tokens = " ".join("а" * 16 + f"{number}" for number in range(300))
    with pytest.raises(TimeoutError):
        TokenPatterns([{"TEXT": {"REGEX": r"^(а|а)+$"}}]).find(reading(tokens))


def test_what_is_accepted_is_valid_for_spacy_as_well():
    TokenPatterns([{"LOWER": {"IN": ["да"]}, "OP": "{1,2}"}, {"SHAPE": "dd"}, {}]).validate()
    with pytest.raises(ValueError, match="E011"):
        TokenPatterns([{"LOWER": "да", "OP": "{2,1}"}]).validate()


def test_spacy_is_imported_only_when_the_words_are_there():
    code = """
import sys
from replylint.signals.index import ProgramIndex
from replylint.signals.reading import Reading, SignalBook
from replylint.signals.token_patterns import TokenPatterns
from replylint.text.document import Document
signal = TokenPatterns([{"LOWER": "не"}, {"LEMMA": "мочь", "POS": "VERB"}])
book = SignalBook({}, ProgramIndex({}, bool), {})
assert signal.find(Reading(Document("Мы не знаем. Кто может?"), book)) == []
assert "spacy" not in sys.modules
assert signal.find(Reading(Document("Мы не можем."), book))
assert "spacy" in sys.modules and "slovnet" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@settings(max_examples=60)
@given(st.text(alphabet="абвЁне .,!?\n\r«»😀1\ud800", max_size=60))
def test_any_text_can_be_searched(text):
    for match in matches([{"LOWER": {"NOT_IN": ["не"]}}, {"IS_PUNCT": True}], text):
        assert 0 <= match.start < match.stop <= len(text)
        assert 0 <= match.first <= match.end <= len(Document(text).words)


def test_in_a_pack(lint):
    linter = lint("""
signals:
  cannot:
    tokens: [{LOWER: не}, {LEMMA: мочь}]
    except: ["не могли бы"]
rules:
  probe:
    category: blame
    severity: error
    message: "«{match}»"
    forbid: cannot
    examples: {bad: ["Мы [[не можем]]."], good: ["Не могли бы вы?"]}
""")
    assert found_by(linter, "Вы не могли бы ждать? > Мы  не  можем!") == ["не  можем"]
