import pytest

from replylint.text import english, russian
from replylint.text.grammemes import (
    explained,
    in_plain_words,
    is_for_people,
    no_such_grammeme,
    plain_name,
    plain_names,
)
from replylint.translation import speaking


def test_every_named_grammeme_exists():
    known = {*russian.analyzer().TagClass.KNOWN_GRAMMEMES, *english.GRAMMEMES}
    assert set(plain_names()) <= known


def test_every_english_grammeme_and_every_usual_russian_one_has_a_name():
    usual = "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ "
    usual += "nomn gent datv accs ablt loct sing plur masc femn neut 1per 2per 3per past pres futr "
    usual += "impr perf impf"
    assert set(english.GRAMMEMES) | set(usual.split()) <= set(plain_names())


def test_the_names_differ_in_both_languages():
    for language in ("en", "ru"):
        with speaking(language):
            names = plain_names()
            shared = {"comp", "COMP", "supr", "Supr", "NUMB"}
            own = [name for key, name in names.items() if key not in shared]
            assert len(set(own)) == len(own)
            assert all(names.values())


def test_names_are_translated():
    with speaking("ru"):
        assert plain_name("impr") == "повелительное (приказ тебе или вам)"
        assert plain_name("-plur") == "не множественное число"


def test_what_nobody_needs_stays_as_it_is():
    assert plain_name("V-oy") == "V-oy"
    assert plain_name("-V-oy") == "not V-oy"


@pytest.mark.parametrize(
    ("grammemes", "words"),
    [
        (["VERB", "perf", "intr", "plur", "impr", "excl"], "verb, plural, imperative (an order"),
        (["VERB", "sing", "impr", "incl"], "verb, singular, imperative (let us together)"),
        ([], ""),
        (["V-oy"], ""),
    ],
)
def test_readings_in_plain_words(grammemes, words):
    assert in_plain_words(grammemes).startswith(words)


def test_transitivity_is_not_told_unasked():
    assert not is_for_people("tran")
    assert "transitive" not in in_plain_words(["VERB", "tran"])


RUSSIAN = ("impr", "1per", "plur", "past", "gent", "PErs", "NOUN")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1pers", "“1per”? It means 1st person (I, we)."),
        ("IMPR", "“impr”? It means imperative (an order to you)."),
        ("-Plur", "“plur”? It means plural."),
        ("imperative", "“impr”?"),
        ("повелительное", "“impr”?"),
        ("мн", "“plur”?"),
        ("прош", "“past”?"),
        ("родительный", "“gent”?"),
    ],
)
def test_the_grammeme_that_was_meant_is_told_in_plain_words(written, meant):
    message = no_such_grammeme(written, RUSSIAN)
    assert message.startswith(f"there is no grammeme “{written}”; did you mean {meant}")


def test_where_none_was_meant_the_usual_ones_are_told():
    message = no_such_grammeme("qwerty", RUSSIAN)
    assert "; the usual ones are impr: imperative (an order to you); 1per: " in message


def test_a_grammeme_is_explained_unless_it_says_so_itself():
    assert explained("past") == "past"
    with speaking("ru"):
        assert explained("past") == "past: прошедшее время"
