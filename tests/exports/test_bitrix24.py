import pytest

from exports.reading import FIXTURES, detected, fixture, told
from replylint.exports.bitrix24 import plain


def test_a_session_with_bot_system_and_files():
    [chat] = fixture("bitrix24.json").chats
    assert told(chat) == [
        "customer Антон: Пришёл не тот размер",
        "system 0: Обращение направлено на Лиза",
        "bot Помощник: Я бот, ищу ответ",
        "agent Лиза: Антон, обмен оформлен\nПодробности в заявке",
    ]
    assert (chat.id, chat.channel) == ("321", "telegrambot")
    assert chat.messages[3].attachments == ("обмен.pdf",)


def test_broken_messages_and_sessions_are_told():
    assert fixture("bitrix24.json").errors == [
        (2, "“message[4].date” is no time: послезавтра"),
        (17, "“result.message” must be a list, not text in quotes"),
    ]


def test_marks_of_bbcode_are_taken_out():
    assert plain("[b]Да[/b], [url=x]сюда[/url][br][size=7]!") == "Да, сюда\n!"
    assert plain("[не код] и [1]") == "[не код] и [1]"
    assert plain("[url=/a?b[0]=1]сюда[/url] [url=x][b]и[/b] туда[/url]") == "сюда и туда"
    assert plain("[url=x]начало [b]без") == "начало без"


@pytest.mark.parametrize("part", ["[url=x]", "[url=", "[url=[", "[url=[x]", "[b=[url]"])
def test_marks_that_are_never_closed_cost_no_more_than_their_length(part):
    assert len(plain(part * 50_000)) <= len(part) * 50_000


def test_a_line_answers_by_itself_and_hides_what_is_written_in_silence():
    [chat] = fixture("bitrix24_line.json").chats
    assert told(chat) == [
        "customer Гость: Где мастер?",
        "system 0: Начат диалог №9",
        "bot 0: Спасибо за обращение, мы скоро ответим",
        "agent* Лиза Орлова: Мастер опять застрял",
        "agent Лиза Орлова: Мастер приедет к 14:00, схема проезда во вложении.",
        "bot Лиза Орлова: Сейчас никого нет, ответим утром",
        "bot Робот: Я помощник, чем помочь?",
    ]
    assert (chat.id, chat.channel) == ("9", "chat")
    assert chat.messages[4].attachments == ("схема.png",)
    assert len(fixture("bitrix24_line.json").replies) == 1


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "bitrix24.json") == "bitrix24"
