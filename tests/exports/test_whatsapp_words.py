import time

import pytest

from replylint.exports.whatsapp_words import MARK, without_own_words


@pytest.mark.parametrize(
    "text",
    [
        "Missed voice call",
        "Missed group video call",
        "Voice call, 5 min",
        "Пропущенный видеозвонок",
        "Аудиозвонок, нет ответа",
        "Данное сообщение удалено.",
        "You deleted this message",
        "Waiting for this message. This may take a while.",
    ],
)
def test_where_no_message_is_left(text):
    assert without_own_words(text) is None


@pytest.mark.parametrize(
    ("text", "left", "attached"),
    [
        ("<Media omitted>", "", ("media",)),
        ("<image omitted>", "", ("media",)),
        ("\u200eвидеозаметка опущена", "", ("media",)),
        ("\u200eстикер не добавлен", "", ("media",)),
        ("<Медиа отсутствует>", "", ("media",)),
        ("Смета на март.xlsx \u200eдокумент отсутствует", "", ("Смета на март.xlsx",)),
        ("Untitled • \u200e9 pages \u200edocument omitted", "", ("Untitled",)),
        ("<Без медиафайлов>\nВот чек,\nпосмотрите", "Вот чек,\nпосмотрите", ("media",)),
        ("<Media omitted>\nСмета (2).pdf", "", ("Смета (2).pdf",)),
        ("DOC-1-WA0. (file attached)\nСмета.pdf", "", ("DOC-1-WA0.",)),
        ("live location shared", "", ("location",)),
        ("IMG-1.jpg (file attached)\nЭто чек", "Это чек", ("IMG-1.jpg",)),
        ("Чек.pdf • 1 page <attached: 00000002-Чек.pdf>", "", ("00000002-Чек.pdf",)),
        ("Вот чек <attached: 00000002-Чек.pdf>", "Вот чек", ("00000002-Чек.pdf",)),
        ("Готово <This message was edited>", "Готово", ()),
        ("Готово <Это сообщение изменено>", "Готово", ()),
    ],
)
def test_what_is_attached_or_left_out(text, left, attached):
    assert without_own_words(text) == (left, attached)


@pytest.mark.parametrize(
    "text",
    [
        "Ваш документ отсутствует",
        "Фото отсутствует",
        "Видеозвонок, пожалуйста",
        "Сообщение удалено по ошибке",
        "Опрос: как вам сервис?",
        "ВАЖНО:\nЦены (2) изменились",
        "Location: Moscow",
    ],
)
def test_what_people_say_stays(text):
    assert without_own_words(text) == (text, ())


@pytest.mark.parametrize(
    "piece", ["Да. ", "ABC:\n", "ABC: (1 a)\n", "a.b (", "<", "x • 1 y ", "POLL:\nA: "]
)
def test_long_texts_take_little_time(piece):
    text = MARK + piece * 8_000
    began = time.process_time()
    without_own_words(text)
    assert time.process_time() - began < 2
