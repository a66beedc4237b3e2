from checks.finding import found
from replylint.checks.doubled import find


def test_a_word_that_stands_twice_is_found():
    assert found(find, "Спасибо за за отзыв.") == [("за за", "за")]
    assert found(find, "Мы мы проверили.") == [("Мы мы", "Мы")]
    assert found(find, "It is at the the desk.") == [("the the", "the")]


def test_marks_stress_and_names_are_let_be():
    for text in (
        "Да да, верно.",
        "То, что что-то",
        "Нам, нам пишут",
        "Рива Рива",
        "на\nна",
        "5 5",
        "24 В в коробке",
        "Log in in the app.",
        "Very very good",
    ):
        assert found(find, text) == []
