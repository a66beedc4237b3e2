import pytest

from replylint.scoring.anonymous import HIDDEN, Names


@pytest.fixture
def names(scored):
    return Names(scored, 1, hidden=True)


def test_agents_are_numbers_that_stay(scored, names):
    shown = names.agent("Анна Котова")
    assert "Анна" not in shown
    assert shown == Names(scored, 1, hidden=True).agent("Анна Котова")
    assert shown != names.agent("Борис Ли")
    assert names.agent(None) is None


@pytest.mark.parametrize(
    ("text", "hidden", "kept"),
    [
        ("Анна, здравствуйте!", "Анна", "здравствуйте"),
        ("Передала Котовой.", "Котовой", "Передала"),
        ("Позвоните +7 999 123-45-67 завтра", "999", "завтра"),
        ("Пишите на anna@example.com", "example", "Пишите"),
        ("Заказ № AB-12045 едет", "12045", "едет"),
        ("Карта 4276 1234 5678 9010", "4276", "Карта"),
        ("Уважаемый Пётр Сергеевич!", "Сергеевич", "Уважаемый"),
    ],
)
def test_texts_lose_who_it_is_and_keep_their_length(names, text, hidden, kept):
    found = names.text(text)
    assert hidden not in found
    assert kept in found
    assert len(found) == len(text)
    assert HIDDEN in found


def test_names_of_the_chat_are_hidden_as_well(names):
    assert "Зульфия" not in names.text("Зульфия, добрый день", ["Зульфия Абдурахманова"])


def test_nothing_changes_unless_asked(scored):
    names = Names(scored, 1, hidden=False)
    assert names.agent("Анна Котова") == "Анна Котова"
    assert names.text("Анна +7 999 123-45-67") == "Анна +7 999 123-45-67"
