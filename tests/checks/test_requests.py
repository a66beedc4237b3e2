"""Requests for what the customer has given."""

import pytest

from support import linter_of, rule


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    return linter_of(tmp_path_factory.mktemp("requests"), "rules:\n" + rule("compare: requests"))


@pytest.mark.parametrize(
    ("customer", "reply", "found"),
    [
        ("Справку приложила вчера.", "Просим представить справку.", "справку"),
        ("Справка из вуза. Я её отправляла дважды.", "Пришлите справку.", "справку"),
        ("Акт № 118, течёт крыша.", "Назовите номер акта.", "номер акта"),
        ("Квитанция 2291, где ноутбук?", "Номер квитанции скажите", "Номер квитанции"),
        ("Я скинул полис.", "Нужен полис, скиньте.", "полис"),
        ("Паспорт отправила вчера.", "Чтобы открыть счёт, пришлите паспорт.", "паспорт"),
        ("Фото отправила.", "Пришлите фоточку", "фоточку"),
        ("Диплом уже приносила, ваша коллега видела.", "Принесите диплом.", "диплом"),
        ("Отправила выписки в папку.", "Жду от вас выписки.", "выписки"),
        ("Реквизиты в прошлом письме.", "Направьте реквизиты.", "реквизиты"),
    ],
)
def test_found(linter, customer, reply, found):
    [finding] = linter.check(reply, customer=customer).findings
    assert finding.text == found
    assert finding.context.role == "customer"
    assert finding.context.text in customer


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("Справку приложила.", "Пришлите ещё раз справку: файл не открылся."),
        ("Справку приложила.", "Справку получили, спасибо."),
        ("Справку приложила.", "Пришлите, пожалуйста, и другую справку, о доходах."),
        ("Куда приложить справку?", "Приложите справку в кабинете."),
        ("Вы прислали счёт.", "Пришлите оплаченный счёт."),
        ("Справку приложила.", "Пришлите справку, чтобы закрыть год, за май."),
        ("Подала заявление 3 мая.", "Заявление писать не нужно."),
        ("Покупатель отправил скрин.", "Пришлите скрин."),
        ("Акт составили 3 мая.", "Назовите номер акта."),
        ("Where is it? I sent the receipt.", "Please send the receipt."),
    ],
)
def test_let_be(linter, customer, reply):
    assert linter.check(reply, customer=customer).findings == ()
