import pytest

from replylint.text import english
from replylint.text.english import can_be, forms, inflect_like, is_common, lemmas, tags
from replylint.text.language import language_of, morphology_of
from replylint.text.lexeme_errors import UnknownGrammemeError, UnknownLexemeError

VERBS = [
    ("help", "help helps helped helping help's"),
    ("arrive", "arrive arrives arrived arriving"),
    ("try", "try tries tried trying try's"),
    ("stop", "stop stops stopped stopping stop's"),
    ("agree", "agree agrees agreed agreeing"),
    ("panic", "panic panics panicked panicking panic's"),
    ("be", "be am are is was were been being"),
    ("have", "have has had having"),
    ("do", "do does did done doing"),
    ("go", "go goes went gone going"),
    ("can", "can could"),
    ("will", "will would"),
    ("understand", "understand understands understood understanding"),
    ("resend", "resend resends resent resending"),
    ("pay", "pay pays paid paying pay's"),
    ("queue", "queue queues queued queuing queueing queue's"),
    (
        "apologize",
        "apologize apologizes apologized apologizing apologise apologises apologised apologising",
    ),
    ("cancel", "cancel cancels cancelled canceled cancelling canceling"),
    ("occur", "occur occurs occurred occured occurring occuring"),
    ("offer", "offer offers offered offering offer's"),
]
NOUNS = [
    ("customer", "customers"),
    ("address", "addresses"),
    ("reply", "replies"),
    ("delay", "delays"),
    ("child", "children"),
    ("woman", "women"),
    ("knife", "knives"),
    ("person", "people persons"),
    ("crisis", "crises"),
    ("potato", "potatoes"),
    ("photo", "photos"),
]
NOT_DICTIONARY_FORMS = [
    ("helping", "help"),
    ("apologies", "apology"),
    ("cancelled", "cancel"),
    ("children", "child"),
    ("was", "be"),
    ("disappointed", "disappoint"),
    ("created", "create"),
    ("hoping", "hope"),
    ("stopped", "stop"),
    ("sent", "send"),
    ("us", "we"),
    ("kindest", "kind"),
    ("customer's", "customer"),
    ("can't", "can"),
]


@pytest.mark.parametrize(("lexeme", "expected"), VERBS)
def test_all_forms(lexeme, expected):
    assert forms(lexeme) == set(expected.split())


@pytest.mark.parametrize(("noun", "plurals"), NOUNS)
def test_plurals(noun, plurals):
    assert set(forms(noun, ["NOUN", "plur", "-gent"])) == set(plurals.split())


@pytest.mark.parametrize(
    ("lexeme", "grammemes", "expected"),
    [
        ("send", ["past"], "sent"),
        ("write", ["part"], "written"),
        ("write", ["past"], "wrote"),
        ("write", ["ger"], "writing"),
        ("write", ["impr"], "write"),
        ("write", ["pres", "3per"], "writes"),
        ("be", ["past"], "was were"),
        ("be", ["pres", "1per"], "am"),
        ("order", ["VERB", "inf"], "order"),
        ("order", ["VERB", "-inf", "-pres"], "ordered ordering"),
        ("happy", ["comp"], "happier"),
        ("good", ["supr"], "best"),
        ("we", ["accs"], "us"),
        ("colleague", ["gent"], "colleague's"),
        ("help", ["comp"], ""),
    ],
)
def test_forms_with_grammemes(lexeme, grammemes, expected):
    assert forms(lexeme, grammemes) == set(expected.split())


def test_both_spellings_of_english_are_one_lexeme():
    assert forms("apologise") == forms("apologize")
    assert "favour" in forms("favor")
    assert "enrolled" in forms("enrol")
    assert "advize" not in forms("advise")


def test_a_word_that_the_lexicon_lacks_is_inflected_by_rule():
    assert forms("chargeback", ["plur"]) == {"chargebacks"}
    assert "geotagged" in forms("geotag") or "geotaged" in forms("geotag")


@pytest.mark.parametrize(("written", "dictionary_form"), NOT_DICTIONARY_FORMS)
def test_what_is_no_dictionary_form_is_refused_with_the_right_one(written, dictionary_form):
    with pytest.raises(UnknownLexemeError) as caught:
        forms(written)
    assert caught.value.dictionary_form == dictionary_form


def test_an_unknown_grammeme_is_refused_with_the_known_ones():
    for ask in (
        lambda: forms("help", ["nomen"]),
        lambda: can_be("help", ["-nomen"]),
        lambda: english.check_grammemes(["nomen"]),
    ):
        with pytest.raises(UnknownGrammemeError) as caught:
            ask()
        assert caught.value.grammeme == "nomen"
        assert "NOUN" in caught.value.known


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("helping", ("help",)),
        ("went", ("go",)),
        ("left", ("leave", "left")),
        ("us", ("we",)),
        ("replies", ("reply",)),
        ("organised", ("organise",)),
        ("jonathan", ("jonathan",)),
        ("chargebacks", ("chargeback",)),
    ],
)
def test_lemmas(word, expected):
    assert lemmas(word) == expected


@pytest.mark.parametrize(
    ("word", "grammemes", "expected"),
    [
        ("order", ["NOUN", "sing"], True),
        ("order", ["VERB", "inf"], True),
        ("ordered", ["VERB", "inf"], False),
        ("refunded", ["part"], True),
        ("quickly", ["ADVB"], True),
        ("customer", ["VERB"], False),
        ("jonathan", ["VERB"], False),
        ("we", ["1per", "plur"], True),
        ("better", ["comp"], True),
        ("the", ["NOUN"], False),
    ],
)
def test_can_be(word, grammemes, expected):
    assert can_be(word, grammemes) is expected


def test_tags_are_written_in_a_fixed_order():
    assert [str(tag) for tag in tags("went")] == ["VERB,past"]
    assert str(tags("sends")[0]) == "VERB,sing,pres,3per"


@pytest.mark.parametrize("word", ["helping", "customers", "written", "best", "are"])
def test_every_form_goes_back_to_a_lexeme_that_has_it(word):
    assert all(word in forms(lemma) for lemma in lemmas(word))


@pytest.mark.parametrize(
    ("lexeme", "found", "expected"),
    [
        ("use", "utilized", "used"),
        ("use", "utilizing", "using"),
        ("helper", "assistants", "helpers"),
        ("table", "quickly", None),
    ],
)
def test_inflect_like(lexeme, found, expected):
    assert inflect_like(lexeme, found) == expected


def test_common_words():
    assert all(is_common(word) for word in ("the", "we", "is", "not", "have"))
    assert not any(is_common(word) for word in ("refund", "apologize", "policy"))


def test_the_registry_knows_english():
    assert morphology_of("en").code == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("перезагрузите роутер tp-link archer и откройте app store", "ru"),
        ("ваш заказ apple watch series уже в пути", "ru"),
        ("hello анна your order is on its way", "en"),
        ("i've changed the name to ольга петрова", "en"),
        ("да ok", "ru"),
        ("", "ru"),
    ],
)
def test_a_mixed_reply_is_in_the_language_of_most_words(text, language):
    assert language_of(text.split()) == language
