import pytest

from replylint.errors import ReplylintError
from replylint.linter import Linter
from replylint.signals.dependency import Dependency
from replylint.signals.index import ProgramIndex
from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document
from support import found as found_by
from support import write_pack

NEGATED = [
    {"RIGHT_ID": "what", "RIGHT_ATTRS": {"LEMMA": {"IN": ["важный", "интересный"]}}},
    {"LEFT_ID": "what", "REL_OP": ">", "RIGHT_ID": "not", "RIGHT_ATTRS": {"LOWER": "не"}},
    {
        "LEFT_ID": "what",
        "REL_OP": ">",
        "RIGHT_ID": "whom",
        "RIGHT_ATTRS": {"LEMMA": {"IN": ["мы", "я"]}, "MORPH": {"INTERSECTS": ["Case=Dat"]}},
    },
]
WE_RETURN = [
    {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "вернуть"}},
    {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "what", "RIGHT_ATTRS": {"DEP": "obj"}},
]
PASSIVE = [
    {
        "RIGHT_ID": "done",
        "RIGHT_ATTRS": {"POS": "VERB", "MORPH": {"IS_SUPERSET": ["Voice=Pass", "Variant=Short"]}},
    }
]
BY_SOMEBODY = [
    *PASSIVE,
    {
        "LEFT_ID": "done",
        "REL_OP": ">",
        "RIGHT_ID": "who",
        "RIGHT_ATTRS": {"MORPH": {"IS_SUPERSET": ["Case=Ins"]}},
    },
]


def reading(text):
    return Reading(Document(text), SignalBook({}, ProgramIndex({}, lambda word: False), {}))


def matches(patterns, text, **more):
    return sorted(Dependency(patterns, **more).find(reading(text)))


def found(patterns, text, **more):
    return [text[m.start : m.stop] for m in matches(patterns, text, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Нам не важно, что вы думаете.", ["Нам не важно"]),
        ("Это нам совершенно не интересно.", ["нам совершенно не интересно"]),
        ("Нам важно, что вы думаете.", []),
        ("Вам это не важно, а нам важно.", []),
        ("Не ждите: нам важно ответить сегодня.", []),
    ],
)
def test_a_negation_that_belongs_to_the_word(text, expected):
    assert found(NEGATED, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мы вернём деньги завтра.", ["вернём деньги"]),
        ("Деньги за заказ мы вернём завтра.", ["Деньги за заказ мы вернём"]),
        ("Деньги вернутся завтра.", []),
    ],
)
def test_the_object_of_a_verb_in_any_order(text, expected):
    assert found(WE_RETURN, text) == expected


def test_only_a_named_node_is_reported():
    text = "Деньги за заказ мы вернём завтра."
    (match,) = matches(WE_RETURN, text, report="what")
    assert text[match.start : match.stop] == "Деньги"
    assert (match.first, match.end) == (0, 5)


def test_several_patterns():
    assert found([WE_RETURN, PASSIVE], "Мы вернём деньги, заявка закрыта.") == [
        "вернём деньги",
        "закрыта",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "😀👩‍👩‍👧 Ой! \r\nМы  вернём  деньги\r\n",
        "Ждите\ud83d .\n\nМы  вернём  деньги!!!",
        "Мы  вернём  деньги",
    ],
)
def test_positions_are_code_points_of_the_text(text):
    (match,) = matches(WE_RETURN, text)
    assert text[match.start : match.stop] == "вернём  деньги"
    assert Document(text).words[match.first : match.end] == ["вернем", "деньги"]


def test_only_sentences_with_the_demanded_words_are_parsed():
    read = reading("Мы рады помочь. Мы вернём деньги. Ждите письма.")
    assert len(Dependency(WE_RETURN).find(read)) == 1
    assert [bool(t.pos_) for t in read.document.doc] == [False] * 4 + [True] * 4 + [False] * 3


def test_without_demanded_words_every_sentence_is_tried():
    text = "Вам будет отказано. Заявка закрыта."
    assert found(PASSIVE, text) == ["отказано", "закрыта"]


def test_a_sentence_of_a_thousand_words():
    text = "мы проверим заказ и после этого всё уточним у склада а " * 110
    assert found(WE_RETURN, text) == []
    assert found(WE_RETURN, text + "потом вернём деньги")[-1:] == ["вернём деньги"]


def test_a_regular_expression_without_end_is_given_up():
    noun = {"RIGHT_ID": "what", "RIGHT_ATTRS": {"TEXT": {"REGEX": "^(а|а)+$"}}}
    document = Document("Вернём " + "а" * 200 + "б")
    with pytest.raises(TimeoutError):
        Dependency([noun]).find(Reading(document, SignalBook({}, ProgramIndex({}, bool), {})))


def test_a_search_that_would_not_end_is_refused():
    anything = [{"RIGHT_ID": "a", "RIGHT_ATTRS": {}}] + [
        {"LEFT_ID": "a", "REL_OP": ">>", "RIGHT_ID": name, "RIGHT_ATTRS": {}} for name in "bcdef"
    ]
    with pytest.raises(ReplylintError, match="narrower"):
        found(anything, "мы проверим заказ и вернём деньги а " * 30)


def node(**more):
    return {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "what", "RIGHT_ATTRS": {}, **more}


VERB = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "вернуть"}}


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ([], "list"),
        ("verb", "list"),
        ([["verb"]], "each a mapping"),
        ([{"RIGHT_ID": "verb"}], "lacks RIGHT_ATTRS"),
        ([{"RIGHT_ATTRS": {}}], "lacks RIGHT_ID"),
        ([node()], "the first node has no LEFT_ID"),
        ([VERB, {"RIGHT_ID": "a", "RIGHT_ATTRS": {}, "LEFT_ID": "verb"}], "lacks REL_OP"),
        ([VERB, node(LEFT_ID="noun")], "no such node before"),
        ([VERB, node(RIGHT_ID="verb")], "used twice"),
        ([VERB, node(REL_OP="=>")], "REL_OP is one of"),
        ([VERB, node(RIGHT_ATTR={})], "Did you mean RIGHT_ATTRS"),
        ([VERB, node(RIGHT_ATTRS={"LEMMA": "деньгами"})], "no dictionary form"),
        ([VERB, node(RIGHT_ATTRS={"POS": "NOUN", "OP": "?"})], "OP is not for it"),
        ([VERB, node(RIGHT_ATTRS=["NOUN"])], "the node “what”"),
        ([VERB, node(RIGHT_ATTRS={"DEP": "object"})], "the node “what”: no token has the DEP"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern, problem):
    with pytest.raises(ValueError, match=r"\w") as caught:
        Dependency(pattern)
    assert problem in str(caught.value)


def test_a_node_to_report_must_exist():
    with pytest.raises(ValueError, match="verb, what"):
        Dependency(WE_RETURN, report="whom")


def test_english_has_no_parser():
    with pytest.raises(ValueError, match="parser"):
        Dependency(WE_RETURN, language="en")


@pytest.mark.parametrize("pattern", [NEGATED, WE_RETURN, PASSIVE, BY_SOMEBODY])
def test_what_is_accepted_is_valid_for_spacy_as_well(pattern):
    Dependency(pattern).validate()


def test_a_passive_without_an_agent_in_a_pack(lint):
    linter = lint("""
signals:
  by-somebody:
    dependency:
      - RIGHT_ID: done
        RIGHT_ATTRS: {MORPH: {IS_SUPERSET: [Voice=Pass, Variant=Short]}}
      - {LEFT_ID: done, REL_OP: ">", RIGHT_ID: who, RIGHT_ATTRS: {MORPH: {IS_SUPERSET: [Case=Ins]}}}
  passive:
    dependency:
      - RIGHT_ID: done
        RIGHT_ATTRS: {MORPH: {IS_SUPERSET: [Voice=Pass, Variant=Short]}}
      - {LEFT_ID: done, REL_OP: ">", RIGHT_ID: be, RIGHT_ATTRS: {LEMMA: быть}}
    except: by-somebody
rules:
  probe:
    category: officialese
    severity: warning
    message: "«{match}»"
    forbid: passive
    examples:
      bad: ["Вам [[будет отказано]]."]
      good: ["Заявка будет рассмотрена специалистом."]
""")
    assert found_by(linter, "Вам будет отказано в возврате.") == ["будет отказано"]
    assert found_by(linter, "Заявка будет рассмотрена нашим специалистом.") == []
    assert found_by(linter, "Мы вам откажем.") == []


def test_a_reported_node_in_a_pack(tmp_path):
    path = write_pack(
        tmp_path,
        """
signals:
  money:
    dependency:
      report: what
      pattern:
        - {RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: вернуть}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: what, RIGHT_ATTRS: {DEP: obj}}
rules:
  probe:
    category: blame
    severity: error
    message: "«{match}»"
    forbid: money
    examples: {bad: ["Мы вернём [[деньги]]."], good: ["Мы вернёмся."]}
""",
    )
    assert found_by(Linter([path]), "Завтра мы вернём вам деньги.") == ["деньги"]
