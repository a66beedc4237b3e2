import pytest

from replylint.macros.sorts import is_customers


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
