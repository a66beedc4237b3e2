import pytest

from replylint.text.lemmas import lemma, lemma_in_place


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Деньгами", "ru", "деньга"),
        ("НАМИ", "ru", "мы"),
        ("Ещё", "ru", "еще"),
        ("неееет", "ru", "нет"),
        ("😀", "ru", "😀"),
        ("sms", "ru", "sms"),
        ("refunds", "en", "refund"),
    ],
)
def test_the_likeliest_lemma(word, language, expected):
    if word == "Деньгами":
        assert lemma(word, language) in ("деньга", "деньги")
    else:
        assert lemma(word, language) == expected


@pytest.mark.parametrize(
    ("word", "part", "features", "expected"),
    [
        ("стекло", "NOUN", "Case=Nom|Gender=Neut|Number=Sing", "стекло"),
        ("стекло", "VERB", "Gender=Neut|Number=Sing|Tense=Past|VerbForm=Fin", "стечь"),
        ("Три", "NUM", "Case=Nom", "три"),
        ("три", "VERB", "Mood=Imp|Number=Sing|Person=2", "тереть"),
        ("важно", "ADJ", "Degree=Pos|Gender=Neut|Number=Sing|Variant=Short", "важный"),
        ("важно", "ADV", "Degree=Pos", "важно"),
        ("отказано", "VERB", "Variant=Short|VerbForm=Part|Voice=Pass", "отказать"),
        ("банки", "NOUN", "Case=Nom|Gender=Masc|Number=Plur", "банк"),
        ("банки", "NOUN", "Case=Gen|Gender=Fem|Number=Sing", "банка"),
        ("Всё", "PRON", "Case=Nom|Number=Sing", "весь"),
        ("«", "PUNCT", "", "«"),
        ("qwerty", "X", "Foreign=Yes", "qwerty"),
    ],
)
def test_the_lemma_agrees_with_the_tagger(word, part, features, expected):
    assert lemma_in_place(word, part, features) == expected
