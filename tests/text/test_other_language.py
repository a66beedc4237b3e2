"""Which sentences of a reply are in another language than most of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.document import Document
from replylint.text.other_language import places_in
from strategies import texts

RUSSIAN = "Ваш заказ едет завтра, курьер позвонит за час до приезда."
ENGLISH = "Your order ships tomorrow, the courier will call an hour before he comes."
PIECES = (
    *("Успокойтесь, пожалуйста.", "Мы ничего не можем сделать!", "Ждите\n", "😀", "АННА!"),
    *("Please calm down.", "We can't help you!", "Wait\n", "\r\n\r\n", "e\u0308лка. ", "(ok)"),
    *(
        RUSSIAN,
        ENGLISH,
        " ",
        " — ",
        "4417",
        "https://a.ru/calm down",
        "«тише, вы там»",
        "> да нет\n",
    ),
)


def said(text, language):
    return [text[start:stop].strip() for start, stop in places_in(Document(text), language)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Please calm down.", ["Please calm down."]),
        ("CALM DOWN!", ["CALM DOWN!"]),
        ("We can't.", ["We can't."]),
        ("Please wait. We will call.", ["Please wait. We will call."]),
        (f"Please wait. {RUSSIAN} We will call.", ["Please wait.", "We will call."]),
        ("Calm!", []),
        ("Наушники Galaxy Buds Pro.", []),
        ("Samsung Galaxy Buds Pro.", []),
        ("Нажмите Settings, Privacy, Delete account.", []),
        ("Кнопка «Please calm down» справа.", []),
        ("Вот ссылка: https://example.com/please calm.", []),
        ("Vielen Dank für die Geduld.", []),
        ("> Please calm down.", []),
        ("Ответ: please calm down и ждите звонка завтра утром.", []),
    ],
)
def test_english_sentences_of_a_russian_reply(other, expected):
    assert said(f"{RUSSIAN} {RUSSIAN}\n{other}", "en") == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Успокойтесь, пожалуйста.", ["Успокойтесь, пожалуйста."]),
        ("Заказ № 4417 отменён.", ["Заказ № 4417 отменён."]),
        ("Иван Петров.", []),
        ("Ivan (Иван Петров) calls.", []),
        ("Дякуємо за звернення, очікуйте відповіді.", []),
        ("Write “успокойтесь, пожалуйста, не надо” there.", []),
        ("Ждите!", []),
    ],
)
def test_russian_sentences_of_an_english_reply(other, expected):
    assert said(f"{ENGLISH} {ENGLISH}\n{other}", "ru") == expected


@given(text=texts | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_places_are_sentences_of_the_text_in_order(text):
    document = Document(text)
    for language in {"ru", "en"} - {document.language}:
        places = places_in(document, language)
        assert all(0 <= start < stop <= len(text) for start, stop in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))


@given(text=texts | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_reply_read_in_another_language_has_the_same_sentences(text):
    own = Document(text)
    for language in ("ru", "en"):
        other = Document(text, language)
        assert other.language == language
        assert len(other.sentences) == len(own.sentences)
        for one, two in zip(own.sentences, other.sentences, strict=True):
            assert own.starts[one.first] == other.starts[two.first]
            assert one.paragraph == two.paragraph
