from checks.finding import found
from replylint.checks.russian.hyphens import find


def test_indefinite_pronouns_need_a_hyphen():
    assert found(find, "Если что нибудь и кое что неясно") == [
        ("что нибудь", "что-нибудь"),
        ("кое что", "кое-что"),
    ]
    assert found(find, "Если кто либо звонил") == [("кто либо", "кто-либо")]
    assert found(find, "Выпал какой то код") == [("какой то", "какой-то")]


def test_conjunctions_are_let_be():
    for text in ("Либо сегодня, либо завтра", "Кто, либо вы", "какой то же", "что либо"):
        assert found(find, text) == []


def test_compounds_need_a_hyphen():
    assert found(find, "Код в смс сообщении из интернет магазина") == [
        ("смс сообщении", "смс-сообщении"),
        ("интернет магазина", "интернет-магазина"),
    ]


def test_first_parts_may_stand_alone():
    for text in ("Пришлём смс с кодом", "оплатить онлайн заказ", "интернет и трафик", "чат, бот"):
        assert found(find, text) == []
