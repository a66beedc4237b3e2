import pytest

from replylint.text.spelling.dictionary import COMMON, commonness, is_known, is_lexeme, is_verb


@pytest.mark.parametrize(
    "word",
    [
        "доставка",
        "еще",
        "счет",
        "кешбэка",
        "видеоинструкция",
        "неоплаченный",
        "перепривязать",
        "договорчик",
        "заявочкой",
    ],
)
def test_words_of_all_origins_are_known(word):
    assert is_known(word)


@pytest.mark.parametrize("word", ["закза", "зделать", "незнаю", "ненашли", "количесво", "ъ" * 300])
def test_others_are_not(word):
    assert not is_known(word)


def test_what_replies_use_is_common_and_names_are_not():
    assert commonness("посылку") == COMMON
    assert commonness("лендинге") == COMMON - 1
    assert commonness("закуток") < COMMON
    assert commonness("сидоровне") == 0
    assert commonness("щлкц") == 0


def test_dictionary_forms_and_verbs_are_told_apart():
    assert is_lexeme("заказ") and not is_lexeme("заказа")
    assert is_verb("нашли") and not is_verb("заказ")
