import pytest

from checks.finding import found
from replylint.checks.russian.government import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Обменяем при наличие чека.", [("наличие", "наличии")]),
        ("Нажмите на кнопка.", [("кнопка", "кнопке")]),
        ("Скопируйте из договор.", [("договор", "договора")]),
        ("Подойдите к окна справа.", [("окна", "окну")]),
        ("Без новая карта не войти.", [("новая", "новой")]),
        ("Оплата через картой.", [("картой", "карту")]),
    ],
)
def test_words_in_a_case_that_the_preposition_does_not_take_are_found(text, expected):
    assert found(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "При наличии чека из договора, к окну и на кнопку, через карту.",
        "Что за карта у вас?",
        "Для бизнес клиентов, через интернет магазин.",
        "Пошли в гости, зашли через андроид.",
        "Из дому, с голоду, со страху, в лесу.",
        "Скорость 5 Мбит/с камера не тянет.",
        "Спросите у «Карта», без Анна не начнём.",
        "Пройдите до полсантиметра.",
        "Из кафе в метро на такси.",
        "По смс, по кнопке, с неделю.",
    ],
)
def test_right_cases_and_doubtful_ones_are_let_be(text):
    assert found(find, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ждём вас с документы.", "документы"),
        ("У вас нет доступ к разделу.", "доступ"),
        ("Уточним пару моментом.", "моментом"),
        ("Есть несколько вариантах.", "вариантах"),
    ],
)
def test_words_of_quantity_take_the_genitive(text, expected):
    assert [word for word, _better in found(find, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Болт с палец, подождите с неделю, рулон с метр.",
        "Нет, доступ открыт. Нет доступа.",
        "Несколько другой вопрос, пару новых вариантов.",
    ],
)
def test_measures_and_answers_are_let_be(text):
    assert found(find, text) == []
