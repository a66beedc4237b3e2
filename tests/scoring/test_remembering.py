from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.conversation import Conversation, Message, Role
from replylint.linter import Linter
from replylint.scoring import remembering
from replylint.scoring.remembering import Lately, RememberingLinter
from replylint.settings.settings import Settings

NOW = datetime(2026, 9, 1, 10)
OURS = (
    "Здравствуйте! Мы не можем вернуть деньги.",
    "Успокойтесь, пожалуйста. Ответим до 18:00.",
    "Подскажите номер заказа?",
    "Здравствуйте! Заказ приедет завтра в 15:00.",
    "Ответим в течение 2 часов.",
    "Сам дурак 😀",
    "ок",
    "...",
    "Please calm down.",
    "Your order ships tomorrow. Успокойтесь, пожалуйста.",
)
THEIRS = (
    "Где мой заказ 12345? Верните деньги!",
    "привет, ты где пропал",
    "Спасибо, всё отлично",
    "Where is my parcel?",
    "",
)


@st.composite
def talks(draw):
    """The replies of a talk, as an export gives them."""
    messages = []
    for number in range(draw(st.integers(1, 6))):
        ours = draw(st.booleans())
        text = draw(st.sampled_from(OURS if ours else THEIRS))
        sent = draw(st.none() | st.integers(0, 40).map(lambda n: NOW + timedelta(hours=n)))
        role = Role.AGENT if ours else draw(st.sampled_from((Role.CUSTOMER, Role.BOT)))
        files = ("чек.pdf",) if draw(st.booleans()) else ()
        messages.append(Message(role, text, sent, str(number), draw(st.booleans()), files))
    channel = draw(st.sampled_from((None, "chat", "email", "review")))
    return list(Conversation.each_reply(messages, channel=channel, id=str(len(messages))))


@pytest.fixture(scope="module")
def linters():
    settings = Settings(learned=False)
    return Linter(settings=settings), RememberingLinter(settings=settings)


@given(talk=talks())
def test_it_finds_what_every_linter_finds_however_often_a_text_comes(linters, talk):
    plain, remembering_one = linters
    for reply in (*talk, *talk):
        assert remembering_one.check(reply) == plain.check(reply)


def test_it_does_with_what_was_learned():
    plain, remembering_one = Linter(), RememberingLinter()
    before = (Message(Role.CUSTOMER, THEIRS[0]),)
    for reply in (Conversation(text) for text in (*OURS[:3], *OURS[:2])):
        asked = replace(reply, before=before)
        assert remembering_one.check(reply) == plain.check(reply)
        assert remembering_one.check(asked) == plain.check(asked)


def test_a_text_that_comes_again_is_not_judged_again(linters, monkeypatch):
    linter = linters[1]
    reply = Conversation("Мы не можем помочь, успокойтесь.", sent_at=NOW)
    first = linter.check(reply)
    monkeypatch.setattr(remembering, "Document", None)
    monkeypatch.setattr(remembering, "Reading", None)
    assert linter.check(replace(reply, sent_at=NOW + timedelta(days=1), id="2")).findings == (
        first.findings
    )


def test_only_the_last_ones_are_kept():
    lately = Lately(2)
    for key in "abab":
        lately.keep(key, key.upper())
    assert lately.get("a") == "A"
    lately.keep("c", "C")
    assert (lately.get("a"), lately.get("b"), lately.get("c"), len(lately)) == ("A", None, "C", 2)


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(remembering, "TEXTS", 3)
    monkeypatch.setattr(remembering, "DOCUMENTS", 2)
    linter = RememberingLinter(["ru/tone"], settings=Settings(learned=False))
    for number in range(10):
        linter.check(f"Ответ номер {number}")
    linter.check("Длинный ответ. " * 1000)
    assert len(linter._texts) == 3
    assert len(linter._documents) == 2
