from exports.reading import FIXTURES, detected, fixture, told


def test_the_kinds_of_messages():
    [chat] = fixture("webim.json").chats
    assert told(chat) == [
        "system -: Посетитель пришёл со страницы «Тарифы»",
        "customer -: Сколько стоит тариф «Дом»?",
        "system* -: Скидка клиенту 10%",
        "agent Мария: Здравствуйте! 490 рублей в месяц.",
        "agent Мария: ",
        "bot -: Оцените ответ",
    ]
    assert (chat.id, chat.team) == ("90210", "Продажи")
    assert chat.messages[4].attachments == ("тарифы.pdf",)


def test_broken_messages_and_chats_are_told():
    assert [message for _line, message in fixture("webim.json").errors] == [
        "“messages[6].message” must be text in quotes, not an object",
        "“chats[1]” must be an object, not text in quotes",
    ]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "webim.json") == "webim"
