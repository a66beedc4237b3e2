"""What the name of a column says about what it holds, in Russian and English."""

from __future__ import annotations

import re
from collections.abc import Sequence

FIELDS = (
    "reply",
    "customer",
    "text",
    "role",
    "chat",
    "date",
    "time",
    "author",
    "agent",
    "channel",
    "team",
    "tags",
    "private",
    "customer_name",
)
"""What a column can hold; the first two make a table of replies, the next two one of messages.

``agent`` is who is responsible, ``author`` who wrote the message of the row, be it the customer.
"""

_EXACT = {
    "reply": (
        "reply;replies;agent reply;agent response;agent message;agent text;agent answer;"
        "operator reply;operator message;operator text;support reply;reply text;reply body;"
        "response;response text;answer;answer text;public reply;"
        "ответ;ответы;текст ответа;ответ оператора;ответ агента;ответ сотрудника;"
        "ответ специалиста;ответ менеджера;ответ поддержки;ответ компании;ответ магазина;"
        "ответ продавца;ответ представителя;текст ответа оператора;текст ответа сотрудника;"
        "сообщение оператора;сообщение агента;сообщение сотрудника;реплика оператора;решение"
    ),
    "customer": (
        "customer message;customer text;customer question;client message;client text;"
        "user message;user text;visitor message;question;question text;inquiry;enquiry;request;"
        "request text;review;review text;complaint;initial message;"
        "requester message;ticket description;"
        "вопрос;вопросы;текст вопроса;вопрос клиента;обращение;текст обращения;"
        "обращение клиента;текст обращения клиента;сообщение клиента;сообщение покупателя;"
        "сообщение пользователя;реплика клиента;запрос;запрос клиента;текст запроса;отзыв;"
        "текст отзыва;отзыв клиента;жалоба;текст жалобы;сообщение посетителя"
    ),
    "text": (
        "text;message;message text;message body;body;content;comment;comment body;plain body;"
        "utterance;msg;текст;сообщение;текст сообщения;комментарий;текст комментария;реплика;"
        "содержание;тело сообщения;тело"
    ),
    "role": (
        "role;author role;author type;sender type;sender role;user type;message type;direction;"
        "from type;side;participant type;роль;роль автора;тип автора;тип отправителя;"
        "тип сообщения;направление;сторона;кто;кто написал;отправитель тип;тип участника"
    ),
    "chat": (
        "chat id;chat;conversation id;conversation;dialog id;dialogue id;dialog;ticket id;ticket;"
        "ticket number;case id;case;case number;session id;session;thread id;thread;"
        "request id;issue id;id;number;"
        "id чата;чат;номер чата;id диалога;диалог;номер диалога;id обращения;номер обращения;"
        "id тикета;тикет;номер тикета;id заявки;заявка;номер заявки;id запроса;номер запроса;"
        "id беседы;беседа;id разговора;id сессии;сессия;номер;№;id сделки;номер отзыва;id отзыва;"
        "id записи;кейс;id кейса;номер кейса"
    ),
    "date": (
        "date;time;datetime;date time;timestamp;created;created at;created on;sent at;sent;"
        "reply date;replied at;reply time;answered at;message time;message date;when;"
        "дата;время;дата и время;дата время;дата ответа;время ответа;дата сообщения;"
        "время сообщения;дата и время ответа;дата и время сообщения;дата создания;создано;"
        "отправлено;когда;дата обращения;время создания"
    ),
    "time": "time;время;час;время сообщения;время отправки;message time;clock",
    "author": (
        "author;author name;sender;sender name;message author;written by;from;"
        "автор;имя автора;автор сообщения;отправитель;имя отправителя"
    ),
    "agent": (
        "agent;agent name;operator;operator name;assignee;assignee name;author;author name;"
        "sender;sender name;from;employee;manager;staff;responder;support agent;answered by;"
        "replied by;user name;name;"
        "оператор;имя оператора;фио оператора;агент;имя агента;сотрудник;фио сотрудника;"
        "имя сотрудника;специалист;менеджер;ответственный;исполнитель;автор;автор ответа;"
        "имя автора;отправитель;имя отправителя;автор сообщения;кто ответил;ответил;фио;имя"
    ),
    "channel": (
        "channel;channel name;source;via;platform;medium;"
        "канал;канал связи;канал обращения;название канала;источник;платформа;площадка"
    ),
    "team": (
        "team;team name;group;group name;department;queue;skill;line;brand;"
        "команда;группа;отдел;подразделение;департамент;очередь;линия;линия поддержки;проект;"
        "группа операторов;бренд"
    ),
    "tags": (
        "tag;tags;label;labels;topic;topics;category;categories;theme;"
        "тег;теги;тэг;тэги;метка;метки;тема;тематика;темы;категория;категория обращения;"
        "тема обращения;рубрика"
    ),
    "private": (
        "private;is private;internal;is internal;note;is note;internal note;public;is public;"
        "visibility;visible;visible to customer;visible to requester;comment visibility;"
        "public comment;"
        "приватное;внутреннее;внутренний;внутренний комментарий;заметка;скрытое;приватный;"
        "публичный;публичное;публичность;публичный комментарий;публично;видимость;"
        "видимость комментария;видимость сообщения;видит клиент;клиент видит;видно клиенту;"
        "виден клиенту;видимый клиенту;доступно клиенту;непубличный;непубличное;служебное"
    ),
    "customer_name": (
        "customer name;client name;requester name;requester;visitor name;contact name;user "
        "full name;"
        "guest name;buyer name;customer;client;visitor;contact;recipient;recipient name;full name;"
        "имя клиента;фио клиента;клиент;имя покупателя;фио покупателя;покупатель;имя посетителя;"
        "посетитель;имя заказчика;фио заказчика;заказчик;имя пользователя;получатель;"
        "имя получателя;фио получателя;имя гостя;контакт;контактное лицо"
    ),
}
_LIKELY: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("reply", r"\b(ответ\w*|repl(y|ies)|response|answer)\b"),
        (
            "reply",
            r"\b(сообщени\w+|текст\w*|комментари\w+|реплик\w+|message|text|comment)\b.*"
            r"\b(оператор|агент|сотрудник|менеджер|специалист|поддержк|agent|operator|support)",
        ),
        (
            "customer",
            r"\b(вопрос\w*|спросил\w*|обращени\w+|отзыв\w*|жалоб\w+|question|review|inquiry)\b",
        ),
        (
            "customer",
            r"\b(сообщени\w+|текст\w*|комментари\w+|реплик\w+|message|text|comment)\b.*"
            r"\b(клиент|покупател|заказчик|пользовател|customer|client|user|requester|"
            r"visitor|guest)",
        ),
        (
            "customer",
            r"\b(customer|client|user|requester|visitor|guest|buyer|patient|member|tenant|"
            r"contact)s?\b"
            r".*\b(messages?|text|comments?|words|wrote|said|letter|feedback|query)\b",
        ),
        (
            "reply",
            r"\b(agent|operator|support|staff|employee|assignee|advis[oe]r|team|our)s?\b"
            r".*\b(messages?|text|comments?|words|wrote|said|letter)\b",
        ),
        ("customer", r"^(?:ticket |issue |case |problem )?(description|issue|problem)$"),
        ("text", r"\b(текст\w*|сообщени\w+|text|message|content|body)\b"),
        (
            "chat",
            r"(?:\b(?:id|ид|номер|number)\b|№).*\b(чат|диалог|обращени|тикет|заявк|запрос|бесед)",
        ),
        (
            "chat",
            r"\b(чат|диалог|обращени|тикет|заявк|запрос|бесед)\w*\b.*(?:\b(?:id|ид|номер)\b|№)",
        ),
        ("chat", r"\b(chat|conversation|dialog|ticket|case|thread)\b.*\b(id|number|no|key)\b"),
        ("date", r"\b(дата|время|date|time|timestamp)\b"),
        ("agent", r"\b(оператор|агент|сотрудник|специалист|менеджер|agent|operator|assignee)"),
        ("channel", r"\b(канал\w*|channel)\b"),
        ("team", r"\b(отдел\w*|групп\w+|команд\w+|team|group|department)\b"),
        ("private", r"\b(видимост\w+|видит клиент|клиент видит|вид\w+ клиент|visib\w+)\b"),
        ("tags", r"\b(тег\w*|тэг\w*|метк\w+|tags?|labels?)\b"),
    )
)
# A column with one of these words tells about a text and holds none.
_ABOUT = re.compile(
    r"\b(кол\w*|количеств\w+|числ\w+|врем\w+|дат\w+|статус\w*|id|ид|номер\w*|№|автор\w*|оценк\w+|"
    r"рейтинг\w*|тип\w*|канал\w*|ссылк\w+|длин\w+|тем\w+|средн\w+|имя|фио|кто|first|count|time|"
    r"date|status|number|author|rating|score|type|channel|url|link|length|avg|average|at|by|name|"
    r"subject|sla|язык|language|есть|has|is|до|скорост\w+|speed|секунд\w*|мин|минут\w*)\b"
)
_OF_ANYBODY = frozenset(("name", "user name", "имя", "фио"))
TEXTS = ("reply", "customer", "text")
"""The fields that people wrote."""

_EXACTLY = {
    field: {name: rank for rank, name in enumerate(names.split(";"))}
    for field, names in _EXACT.items()
}


def plain_name(name: str) -> str:
    """The name of a column as it is compared: lower case, ё as е, no marks."""
    spaced = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", name).lower().replace("ё", "е")
    return " ".join(re.sub(r"[^\w№]+|_", " ", spaced).split())


def likelihood(field: str, name: str) -> int:
    """How likely a column of this name holds the field; 0 when it does not look so."""
    plain = plain_name(name)
    rank = _EXACTLY[field].get(plain)
    if rank is not None:
        return 1000 - rank
    if field in TEXTS and _ABOUT.search(plain):
        return 0
    for number, (likely, pattern) in enumerate(_LIKELY):
        if likely == field and pattern.search(plain):
            return 100 - number
    return 0


def names_the_writer(name: str) -> bool:
    """Whether a column with the names of agents has those of customers beside their messages."""
    return likelihood("author", name) > 0 or plain_name(name) in _OF_ANYBODY


def known_names(names: Sequence[str]) -> int:
    """How many of these cells look like the names of columns."""
    return sum(any(likelihood(field, name) for field in FIELDS) for name in names if name)
