"""What each sign of a pattern does; and the matcher against a slow one that is plainly right."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.text.document import Document
from support import forbidding, found, linter_of

VOCABULARY = ["да", "нет", "мы", "вы"]
LISTS = {"we": ["мы", "мы да", "вы мы"], "both": ["@we", "нет нет"]}
DEFINE = "define:\n" + "".join(f"  {name}: {phrases}\n" for name, phrases in LISTS.items()).replace(
    "'@we'", '"@we"'
)


def matches(folder, pattern, text):
    return found(linter_of(folder, DEFINE + forbidding(pattern)), text)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("не можем", "Мы НЕ МОЖЕМ помочь", ["НЕ МОЖЕМ"]),
        ("не можем", "не, можем — не  можем", ["не, можем", "не  можем"]),
        ("не можем", "не. Можем", []),
        ("елка", "Ёлка и е\u0308лка", ["Ёлка", "е\u0308лка"]),
        ("очень", "оооочень", ["оооочень"]),
        ("успока*", "успокаивать и успокоить", ["успокаивать"]),
        ("{помочь}", "помогите, поможем, помощь", ["помогите", "поможем"]),
        ("{мочь:1per}", "можем, можете, могу", ["можем", "могу"]),
        ("{мочь:VERB,-1per}", "можем, можете", ["можете"]),
        ("{помочь|помогать}", "помогаем, поможем", ["помогаем", "поможем"]),
        ("{:VERB,impr}", "посмотрите, смотрим", ["посмотрите"]),
        ("да нет?", "да, да нет", ["да", "да нет"]),
        ("(да|нет вы) мы", "да мы; нет вы мы; нет мы", ["да мы", "нет вы мы"]),
        ("(да (мы|вы))? нет", "да мы нет", ["да мы нет"]),
        ("да .. нет", "да а б в нет; да а б в г нет", ["да а б в нет"]),
        ("да ..1 нет", "да а нет; да а б нет", ["да а нет"]),
        ("да ..0 нет", "да нет; да а нет", ["да нет"]),
        ("да ... нет", "да а б в г д е ж з нет", ["да а б в г д е ж з нет"]),
        ("да ... нет", "да. нет", []),
        ("да нет", "да; нет", []),
        ("да ... нет", "да а; б нет", []),
        ("да? нет", "да; нет", ["нет"]),
        ("да \\; нет", "да; нет", ["да; нет"]),
        ("да .. нет", "да нет нет", ["да нет"]),
        ("^ да", "да, да. Да", ["да", "Да"]),
        ("да $", "да, да. Да", ["да", "Да"]),
        ("^^ да", "да. Да", ["да"]),
        ("да $$", "да. Да.", ["Да"]),
        ("да \\?", "да! да?", ["да"]),
        ("да \\, нет", "да нет, да, нет", ["да, нет"]),
        ("вы #date", "вы завтра, вы когда-нибудь", ["вы завтра"]),
        ("через #duration", "через 3 дня", ["через 3 дня"]),
        ("#emoji", "да 🙂", ["🙂"]),
        ("@we нет", "вы мы нет, мы нет", ["вы мы нет", "мы нет"]),
        ("не <можем> вам", "мы не можем вам", ["можем"]),
        ("не (<можем>|<хотим>) вам", "не хотим вам, не можем вам", ["хотим", "можем"]),
        ("да <мы?> нет", "да нет; да мы нет", ["да нет", "мы"]),
        ("и\\|или", "и|или, и или", ["и|или"]),
        ("как-то", "как-то и как то", ["как-то"]),
        ("из-за", "из\u2011за", ["из\u2011за"]),
        ("да да", "да да да да да", ["да да", "да да"]),
    ],
)
def test_a_pattern_finds(tmp_path, pattern, text, expected):
    assert matches(tmp_path, pattern, text) == expected


def test_of_several_patterns_the_leftmost_and_longest_counts(lint):
    linter = lint(forbidding("да нет", "нет мы вы", "да нет мы"))
    assert found(linter, "да нет мы вы") == ["да нет мы"]


# --- a reference: which ends can a pattern reach from a word, by the definition of each sign


words = st.sampled_from(VOCABULARY).map(lambda word: ("word", word))
trees = st.recursive(
    words,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda items: ("sequence", items)),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: ("one of", items)),
        inner.map(lambda item: ("maybe", item)),
        st.sampled_from([0, 1, 2, 3, None]).map(lambda most: ("gap", most)),
        st.sampled_from(["^", "$", "^^", "$$"]).map(lambda sign: ("anchor", sign)),
        st.sampled_from(list(LISTS)).map(lambda name: ("list", name)),
    ),
    max_leaves=10,
)


patterns = st.one_of(
    st.tuples(words, trees, words).map(lambda items: ("sequence", items)),
    st.tuples(trees, words).map(lambda items: ("sequence", items)),
    st.tuples(words, trees).map(lambda items: ("sequence", items)),
    trees,
)


def written(tree):
    match tree:
        case "word", word:
            return word
        case "sequence", items:
            return f"({' '.join(map(written, items))})"
        case "one of", items:
            return f"({'|'.join(map(written, items))})"
        case "maybe", item:
            return f"({written(item)})?"
        case "gap", most:
            return "..." if most is None else f"..{most}"
        case "anchor", sign:
            return sign
        case "list", name:
            return f"@{name}"


def phrase(text):
    return (
        "sequence",
        [("list", w[1:]) if w.startswith("@") else ("word", w) for w in text.split()],
    )


def ends(tree, at, document, sentence):
    """The words before which a match can end that begins before the word ``at``."""
    match tree:
        case "word", word:
            return {at + 1} if at < sentence.end and document.words[at] == word else set()
        case "sequence", items:
            here = {at}
            for item in items:
                here = {end for begin in here for end in ends(item, begin, document, sentence)}
            return here
        case "one of", items:
            return {end for item in items for end in ends(item, at, document, sentence)}
        case "maybe", item:
            return {at} | ends(item, at, document, sentence)
        case "gap", most:
            furthest = sentence.end if most is None else min(sentence.end, at + most)
            return set(range(at, furthest + 1))
        case "anchor", sign:
            place = {
                "^": sentence.first,
                "$": sentence.end,
                "^^": 0,
                "$$": len(document.words),
            }[sign]
            return {at} if at == place else set()
        case "list", name:
            return ends(("one of", [phrase(p) for p in LISTS[name]]), at, document, sentence)


def possible(tree, document):
    """For each match in turn where it begins, and where it may end."""
    for sentence in document.sentences:
        at = sentence.first
        while at < sentence.end:
            reached = ends(tree, at, document, sentence) - {at}
            if reached:
                at = yield at, reached
            else:
                at += 1


sentences = st.lists(
    st.tuples(
        st.sampled_from(VOCABULARY), st.sampled_from([" ", " ", " ", ", ", ". ", "! ", "\n"])
    ).map("".join),
    min_size=1,
    max_size=14,
).map("".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("generated")


@settings(max_examples=250, suppress_health_check=[HealthCheck.filter_too_much])
@given(patterns, st.lists(sentences, min_size=1, max_size=4))
def test_the_matcher_agrees_with_the_definition(folder, tree, texts):
    try:
        linter = linter_of(folder, DEFINE + forbidding(written(tree)))
    except PackError:
        assume(False)
    for text in texts:
        document = Document(text)
        begins = {start: word for word, start in enumerate(document.starts)}
        stops = {stop: word + 1 for word, stop in enumerate(document.ends)}
        expected = possible(tree, document)
        step = next(expected, None)
        for finding in linter.check(text).findings:
            begin, end = begins[finding.start], stops[finding.end]
            assert step is not None
            assert begin == step[0]
            assert end in step[1]
            try:
                step = expected.send(end)
            except StopIteration:
                step = None
        assert step is None


@settings(max_examples=100, suppress_health_check=[HealthCheck.filter_too_much])
@given(patterns, sentences)
def test_words_before_shift_a_match_and_change_nothing_else(folder, tree, text):
    try:
        linter = linter_of(folder, DEFINE + forbidding(written(tree)))
    except PackError:
        assume(False)
    assume("^^" not in written(tree))
    # whether a line is broken off or ends a sentence is told by how long the other lines are
    assume("\n" not in text.strip())
    before = "Заказ собран.\n\n"
    alone = [(f.start, f.end) for f in linter.check(text).findings]
    shifted = [
        (f.start - len(before), f.end - len(before)) for f in linter.check(before + text).findings
    ]
    assert shifted == alone


@pytest.mark.parametrize("word", ["не" * 30_000, "www.\ud800\udfff", "а-" * 30_000 + "а", "\0"])
def test_any_word_can_be_asked_for_its_grammemes(lint, word):
    linter = lint(forbidding("{:VERB,impr}", "{:PREP}"))
    assert found(linter, f"Смотрите {word} сюда.") == ["Смотрите"]


def test_a_pattern_that_could_branch_without_end_takes_no_time(lint):
    linter = lint(forbidding("да " + "... да? " * 30 + "... нет"))
    assert found(linter, "да " * 400) == []
