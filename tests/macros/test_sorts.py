import pytest

from replylint.macros.sorts import is_customers, sort_of
from replylint.template import Sort


@pytest.mark.parametrize(
    "name",
    [
        "name",
        "ticket.requester.first_name",
        "customer.firstName",
        "recipient.name.first",
        "имя",
        "Имя клиента",
        "contact.name | upcase",
        "guest.name",
    ],
)
def test_the_name_of_the_customer(name):
    assert is_customers(name)


@pytest.mark.parametrize(
    "name", ["pet.name", "service.name", "course_name", "имя питомца", "master.name"]
)
def test_the_name_of_somebody_or_something_else(name):
    assert not is_customers(name)


@pytest.mark.parametrize("name", ["shop_address", "address", "адрес магазина", "store.street"])
def test_an_address_is_no_name_of_what_stands_there(name):
    assert sort_of(name) is Sort.TEXT


def test_the_address_of_a_mailbox_is_one():
    assert sort_of("email_address") is Sort.EMAIL
