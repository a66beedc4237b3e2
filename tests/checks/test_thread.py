from datetime import datetime, timedelta

import pytest

from replylint.conversation import Conversation, Message, Role
from replylint.finding import Quote
from support import rule

NOON = datetime(2026, 3, 2, 12)


def comparing(lint, aspect, message="«{match}»"):
    return lint("rules:\n" + rule(f"compare: {aspect}", message=f'"{message}"'))


def said(*texts, role=Role.AGENT, at=None):
    return tuple(Message(role, text, at) for text in texts)


def findings(linter, reply, before, sent_at=None):
    result = linter.check(Conversation(reply, before, sent_at=sent_at))
    assert result.failures == ()
    return result.findings


@pytest.mark.parametrize(
    ("earlier", "reply", "marked"),
    [
        ("Сборка стола стоит 700 рублей.", "Сборка стола стоит 950 рублей.", ["950 рублей"]),
        ("Сборка стола стоит 700 рублей.", "Сборка стола стоит 700 ₽.", []),
        ("Сборка стола стоит 700 рублей.", "Вывоз мусора стоит 950 рублей.", []),
        ("Урок начнётся в 18:30.", "Урок начнётся в 19:30.", ["19:30"]),
        ("Посылка прибудет в Тверь 3 июня.", "Посылка прибудет в Тверь 5 июня.", ["5 июня"]),
        ("Посылка прибудет в Тверь завтра.", "Посылка прибудет в Тверь сегодня.", []),
        ("Ремонт крана займёт 2 часа.", "Ремонт крана займёт 4 часа.", ["4 часа"]),
        ("Ремонт крана займёт от 2 до 5 часов.", "Ремонт крана займёт 4 часа.", []),
        ("Стол стоит 700 или 900 рублей.", "Стол стоит 950 рублей.", []),
        ("Сборка стола стоит 700 рублей?", "Сборка стола стоит 950 рублей.", []),
        (
            "Сборка стола стоит 700 рублей.",
            "Извините, ошиблась: сборка стола стоит 950 рублей.",
            [],
        ),
    ],
)
def test_another_value_for_the_same_thing(lint, earlier, reply, marked):
    linter = comparing(lint, "facts", "«{earlier}» и «{match}»")
    assert [f.text for f in findings(linter, reply, said(earlier))] == marked


def test_both_places_are_quoted(lint):
    before = said("Добрый день! Сборка стола стоит 700 рублей.")
    [finding] = findings(
        comparing(lint, "facts", "«{earlier}» и «{match}»"),
        "Сборка стола стоит 950 рублей.",
        before,
    )
    assert finding.message == "«700 рублей» и «950 рублей»"
    assert finding.context == Quote("agent", "Сборка стола стоит 700 рублей.")


@pytest.mark.parametrize("role", [Role.BOT, Role.SYSTEM, Role.CUSTOMER])
def test_others_do_not_speak_for_the_agent(lint, role):
    before = said("Сборка стола стоит 700 рублей.", role=role)
    assert not findings(comparing(lint, "facts"), "Сборка стола стоит 950 рублей.", before)


def test_a_private_note_was_not_said(lint):
    note = Message(Role.AGENT, "Сборка стола стоит 700 рублей.", private=True)
    assert not findings(comparing(lint, "facts"), "Сборка стола стоит 950 рублей.", (note,))


@pytest.mark.parametrize(
    ("promise", "hours", "late"),
    [
        ("Ответим до 15:00.", 2, ""),
        ("Ответим до 15:00.", 5, "2 ч"),
        ("Вернусь к вам через час.", 1, ""),
        ("Вернусь к вам через час.", 3, "2 ч"),
        ("Напишем завтра до 10:00.", 23, "1 ч"),
        ("Напишем завтра.", 30, ""),
        ("Напишем завтра.", 72, "1 дн. 12 ч"),
        ("Ответим до 15:00, если мастер дозвонится.", 5, ""),
        ("Магазин закроется через час.", 5, ""),
        ("Не ответим до 15:00.", 5, ""),
        ("Ответим, как только узнаем.", 200, ""),
    ],
)
def test_a_reply_after_the_promised_time(lint, promise, hours, late):
    linter = comparing(lint, "promises", "{late}")
    sent_at = NOON + timedelta(hours=hours)
    found = findings(linter, "Готово.", said(promise, at=NOON), sent_at)
    assert [f.message for f in found] == ([late] if late else [])


def test_only_the_next_answer_can_break_a_promise(lint):
    before = said("Ответим до 15:00.", at=NOON) + said("Нашли.", at=NOON + timedelta(hours=1))
    sent_at = NOON + timedelta(hours=9)
    assert not findings(comparing(lint, "promises"), "Готово.", before, sent_at)


@pytest.mark.parametrize(("promised_at", "sent_at"), [(None, NOON), (NOON, None)])
def test_without_time_stamps_nothing_is_late(lint, promised_at, sent_at):
    before = said("Ответим через час.", at=promised_at)
    assert not findings(comparing(lint, "promises"), "Готово.", before, sent_at)
