"""What counts as a question in a customer's message, and what it asks for."""

import pytest
from hypothesis import given

from replylint.text.document import Document
from replylint.text.questions import questions_of
from strategies import texts


def asked(text):
    document = Document(text)
    return [(str(q.asked), text[q.start : q.stop]) for q in questions_of(document)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Когда привезут диван?", "when"),
        ("Сколько ждать мастера?", "when"),
        ("До скольки работает касса?", "when"),
        ("Сколько стоит чистка ковра?", "price"),
        ("Какая цена абонемента?", "price"),
        ("Сколько мест в зале?", "how-many"),
        ("Куда принести квитанцию?", "where"),
        ("Почему выключили лифт?", "why"),
        ("За что списали 300 рублей?", "why"),
        ("Как сменить тариф?", "how"),
        ("Что делать с протечкой?", "how"),
        ("Какой картридж подойдёт?", "which"),
        ("Кто заплатит за ремонт?", "who"),
        ("Можно ли с собакой?", "whether"),
        ("Парковка есть?", "whether"),
        ("Вы вообще проверяете, что возите?", "whether"),
        ("Где мой заказ?", "status"),
        ("What is the status of my order?", "status"),
        ("How long does delivery take?", "when"),
        ("How much is the repair?", "price"),
        ("Can I come with a dog?", "whether"),
        ("Why was I charged twice?", "why"),
    ],
)
def test_the_kind(text, kind):
    assert asked(text) == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Подскажите, где ваш офис", "where"),
        ("Хотела узнать, есть ли скидка", "whether"),
        ("Не понимаю, почему вырос счёт", "why"),
        ("Прошу сообщить срок подключения", "when"),
        ("сколько стоит стерилизация кошки", "price"),
        ("карту украли, что делать", "how"),
        ("как поменять загран если сменила фамилию", "how"),
    ],
)
def test_without_a_question_mark(text, kind):
    assert [found for found, _text in asked(text)] == [kind]


def test_two_questions_of_one_sentence():
    text = "Сколько стоит вызов и входит ли замена прокладки?"
    assert asked(text) == [
        ("price", "Сколько стоит вызов"),
        ("whether", "входит ли замена прокладки?"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Сколько можно?!",
        "Вы издеваетесь?",
        "Сказали, что приедут завтра.",
        "Когда я звоню, никто не отвечает.",
        "Водитель узнал мой адрес. Мне страшно.",
        "> Когда ждать?",
        "Спасибо, всё пришло!",
        "",
    ],
)
def test_nothing_is_asked(text):
    assert asked(text) == []


@given(texts)
def test_any_text_can_be_read(text):
    document = Document(text)
    for question in questions_of(document):
        assert 0 <= question.first < question.end <= len(document.words)
        assert 0 <= question.start < question.stop <= len(text)
