"""Which sentence of a reply is taken for the answer, and why."""

import pytest

from replylint.text.answers import by_meaning, candidates, parts_of, shared_stems
from replylint.text.document import Document
from replylint.text.questions import questions_of
from replylint.text.vectors import can_encode


def best(customer, reply):
    message = Document(customer)
    [question] = questions_of(message)
    return candidates(message, question, parts_of(Document(reply)))[0]


@pytest.mark.parametrize(
    ("customer", "reply", "answer", "gives"),
    [
        ("Когда привезут?", "Спасибо за заказ. Привезём 14 мая.", "Привезём 14 мая.", {"time"}),
        ("Сколько стоит чистка?", "Ждём вас! Чистка 900 рублей.", "Чистка 900 рублей.", {"money"}),
        ("Где касса?", "Рады помочь! На втором этаже.", "На втором этаже.", {"place"}),
        ("Почему вырос счёт?", "Понимаем вас. Вырос из-за воды.", "Вырос из-за воды.", {"cause"}),
        ("Как войти?", "Это просто. Нажмите «Войти».", "Нажмите «Войти».", {"step"}),
        ("Можно ли с собакой?", "Зал большой. Да, пускаем.", "Да, пускаем.", {"yes-no"}),
        ("How much is it?", "Thank you. It is $20.", "It is $20.", {"money"}),
    ],
)
def test_the_sentence_that_gives_what_is_asked_for(customer, reply, answer, gives):
    found = best(customer, reply)
    assert found.part.text == answer
    assert {str(name) for name in found.gives} == gives


def test_shared_words_count():
    found = best("Работает ли парковка?", "Мы в центре города. Парковка круглосуточная.")
    assert found.part.text == "Парковка круглосуточная."
    assert found.shared == {"парковка"}


def test_words_that_begin_alike_are_shared():
    assert shared_stems(frozenset({"доставка"}), frozenset({"доставить"})) == {"доставка"}
    assert shared_stems(frozenset({"счёт"}), frozenset({"счастье"})) == frozenset()


def test_greeting_and_quotes_are_no_answers():
    assert parts_of(Document("Здравствуйте!\n> Завтра?\n")) == []


@pytest.mark.skipif(not can_encode(), reason="needs the sentence encoder")
def test_meaning_finds_a_paraphrase():
    message = Document("Можно прийти с собакой?")
    [question] = questions_of(message)
    parts = parts_of(Document("Кофе варим сами. Питомцев пускаем в зал."))
    found = by_meaning(message, question, candidates(message, question, parts))
    assert found[0].part.text == "Питомцев пускаем в зал."
    assert all(-1 <= one.cosine <= 1 for one in found)
