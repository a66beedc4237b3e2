"""What a placeholder stands for, told by its name, and a sample value of that sort."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from replylint.template import Sort

_PARTS = re.compile(r"[A-ZА-ЯЁ]?[a-zа-яё]+|[A-ZА-ЯЁ]+(?![a-zа-яё])")
_WORDS: tuple[tuple[Sort, frozenset[str]], ...] = tuple(
    (sort, frozenset(words.split()))
    for sort, words in (
        (Sort.LINK, "url link href ссылка ссылку ссылки сайт site website"),
        (Sort.EMAIL, "email mail почта почты"),
        (Sort.PHONE, "phone tel телефон телефона mobile"),
        (Sort.DATE, "date дата даты дату day день дня числа число deadline till until birthday"),
        (Sort.TIME, "time время времени"),
        (Sort.DURATION, "duration срок сроки срока days hours minutes дней часов минут eta"),
        (
            Sort.MONEY,
            "sum amount price total cost fee сумма сумму суммы цена стоимость баланс бонус",
        ),
        (Sort.CITY, "city town город города"),
        (
            Sort.COMPANY,
            "company organization brand shop store компания компании магазин бренд банк",
        ),
        (
            Sort.PERSON,
            "agent assignee operator manager user signature master specialist doctor courier "
            "driver teacher trainer coach consultant stylist employee staff author оператор "
            "оператора агент менеджер сотрудник подпись мастер врач доктор специалист курьер "
            "водитель тренер преподаватель консультант администратор",
        ),
        (Sort.PRODUCT, "product item model plan tariff товар товара модель тариф услуга услуги"),
        (
            Sort.NAME,
            "name firstname lastname surname fullname имя имени фио фамилия отчество client "
            "customer requester recipient contact клиент клиента получатель",
        ),
        (Sort.NUMBER, "number no id num номер номера код code order заказ заказа track трек count"),
    )
)
_ADDRESS = frozenset("address street адрес адреса улица".split())
"""«ул. Ленина, 5» stands in the nominative case behind any word."""
_CUSTOMERS = frozenset(
    "ticket request requester end user customer client contact recipient conversation message chat "
    "lead deal order person guest patient student member subscriber buyer sender reporter visitor "
    "passenger parent caller account profile shipping billing address data current first last full "
    "middle given family sur name firstname lastname surname fullname short display nick nickname "
    "клиент клиента получатель заказчик гость пациент покупатель имя имени фио фамилия отчество "
    "полное".split()
)
"""What may stand beside a name that is the customer's: ``ticket.requester.first_name``."""
_NAMED_TOO = frozenset((Sort.COMPANY, Sort.PERSON, Sort.PRODUCT, Sort.CITY))
"""What also has a name: ``organization.name`` is no customer."""
_RUSSIAN: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.NAME: "Анна",
        Sort.PERSON: "Мария",
        Sort.COMPANY: "Ромашка",
        Sort.CITY: "Казань",
        Sort.PRODUCT: "чайник",
        Sort.NUMBER: "48210",
        Sort.DATE: "15 марта",
        Sort.TIME: "18:00",
        Sort.DURATION: "5 дней",
        Sort.MONEY: "1500 ₽",
        Sort.LINK: "https://example.com/page",
        Sort.EMAIL: "help@example.com",
        Sort.PHONE: "+7 900 000-00-00",
        Sort.TEXT: "Альфа",
    }
)
_ENGLISH: Mapping[Sort, str] = MappingProxyType(
    {
        **_RUSSIAN,
        Sort.NAME: "Anna",
        Sort.PERSON: "Maria",
        Sort.COMPANY: "Acme",
        Sort.CITY: "London",
        Sort.PRODUCT: "kettle",
        Sort.DATE: "March 15",
        Sort.TIME: "6 pm",
        Sort.DURATION: "5 days",
        Sort.MONEY: "$15",
        Sort.PHONE: "+1 202 555 0100",
        Sort.TEXT: "Alpha",
    }
)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_MASCULINE_BEFORE = re.compile(r"(?:уважаемый|дорогой|многоуважаемый)\s+$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s*(?:руб|₽|р\b|тенге|бел|тыс|коп|дн|день|дня|час|минут|мин\b|сут|недел|месяц|рабоч|"
    r"календ|балл|бонус|шт|%|days?\b|hours?\b|min|weeks?\b|\$|€|usd|eur|rub)",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"[$€£₽]\s*$")


def sort_of(name: str) -> Sort:
    """What a placeholder of this name stands for; text when its name tells nothing.

    The last word of the name counts most: ``customer.email`` is an address, no name.
    """
    words = [part.lower() for part in _PARTS.findall(name)]
    for word in reversed(words):
        if word in _ADDRESS and sort_of(" ".join(words[: words.index(word)])) is not Sort.EMAIL:
            return Sort.TEXT
        for sort, meant in _WORDS:
            if word in meant:
                return _narrowed(sort, words)
    return Sort.TEXT


def is_customers(name: str) -> bool:
    """Whether a placeholder for a name is for the customer's, as far as its words tell.

    ``pet.name`` and ``service.name`` are names too, and nobody is greeted by them.
    """
    return all(part.lower() in _CUSTOMERS for part in _PARTS.findall(name.partition("|")[0]))


def _narrowed(sort: Sort, words: list[str]) -> Sort:
    if sort is Sort.NAME:
        for other, meant in _WORDS:
            if other in _NAMED_TOO and meant.intersection(words):
                return other
    return sort


def sample_of(sort: Sort, template: str, start: int, end: int) -> str:
    """A value for the placeholder at these code points of a template, fit for what is around."""
    before, after = template[max(0, start - 40) : start], template[end : end + 20]
    if sort is Sort.NAME and _MASCULINE_BEFORE.search(before):
        return "Сергей"
    unit = _UNIT_AFTER.match(after) is not None
    if sort in (Sort.MONEY, Sort.NUMBER) and (unit or _CURRENCY_BEFORE.search(before)):
        return "1500" if sort is Sort.MONEY else "5"
    if sort in (Sort.DURATION, Sort.TEXT) and unit:
        return "5"
    return (_RUSSIAN if _is_russian(template) else _ENGLISH)[sort]


@lru_cache(maxsize=1)
def _is_russian(template: str) -> bool:
    return _CYRILLIC.search(template) is not None
