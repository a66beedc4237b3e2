"""Which column of a table holds what, guessed from its name in Russian or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from replylint.errors import InputError, Place
from replylint.exports.contents import Contents, Kind
from replylint.translation import _

FIELDS = (
    "reply",
    "customer",
    "text",
    "role",
    "chat",
    "date",
    "time",
    "agent",
    "channel",
    "team",
    "tags",
    "private",
    "customer_name",
)
"""What a column can hold; the first two make a table of replies, the next two one of messages."""

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
# Named after a person; it may hold who that is, or what they wrote.
_PERSON = {
    "reply": re.compile(r"оператор|агент|сотрудник|специалист|менеджер|поддержка|agent|operator"),
    "customer": re.compile(r"клиент|покупатель|посетитель|заказчик|customer|client|visitor"),
}
_TEXTS = ("reply", "customer", "text")
_EXACTLY = {
    field: {name: rank for rank, name in enumerate(names.split(";"))}
    for field, names in _EXACT.items()
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each field that has one; ``by_field`` maps field to column."""

    by_field: Mapping[str, str]

    def get(self, field: str) -> str | None:
        """The column of a field."""
        return self.by_field.get(field)

    @property
    def of_messages(self) -> bool:
        """Whether the table has a message in each row, and not a reply."""
        return "reply" not in self.by_field

    def __str__(self) -> str:
        named = [(field, self.by_field[field]) for field in FIELDS if field in self.by_field]
        text = _("{field} = “{column}”")
        return ", ".join(text.format(field=field, column=column) for field, column in named)


def name_list(names: Sequence[str]) -> str:
    """Names in quotes for a message, at most forty."""
    return ", ".join(_("“{name}”").format(name=name) for name in names[:40])


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
    if field in _TEXTS and _ABOUT.search(plain):
        return 0
    for number, (likely, pattern) in enumerate(_LIKELY):
        if likely == field and pattern.search(plain):
            return 100 - number
    return 0


def known_names(names: Sequence[str]) -> int:
    """How many of these cells look like the names of columns."""
    return sum(any(likelihood(field, name) for field in FIELDS) for name in names if name)


def likelihood_seen(field: str, name: str, kind: Kind | None) -> int:
    """How likely a column of this name with cells of this kind holds the field."""
    usual = likelihood(field, name)
    match kind:
        case Kind.ROLES:
            return 2000 if field == "role" else 0
        case Kind.TEXTS:
            person = _PERSON.get(field)
            if person is not None and person.fullmatch(plain_name(name)):
                return 500
            return 0 if field in ("agent", "chat", "private", "customer_name") else usual
        case Kind.VISIBILITY:
            return 2000 if field == "private" else 0
        case Kind.CODES:
            if field == "chat" and not usual and likelihood("customer", name):
                return 400  # “Обращение” with nothing but numbers
            return 0 if field in _TEXTS else usual
        case _:
            return usual


def choose_columns(
    names: Sequence[str],
    wanted: Mapping[str, str],
    place: Place,
    *,
    roles_by_name: bool = False,
    contents: Contents | None = None,
    said: Mapping[str, str] | None = None,
) -> Columns:
    """The column for each field, those that are wanted first.

    ``wanted`` gives for a field the name of a column or its number from 1. ``roles_by_name`` says
    that the agents are known by name, so that messages need no column with the role. ``contents``
    are what the columns hold; ``said`` tells for a field where it was wanted, when that is not the
    command line. Raises ``InputError`` when a wanted column is not there, or when
    nothing looks like the replies.
    """
    chosen = {
        field: _named((said or {}).get(field) or f"--column {field}", column, names, place)
        for field, column in wanted.items()
    }
    contents = contents or Contents({})
    weights = {
        (field, name): likelihood_seen(field, name, contents.kind(name))
        for field in FIELDS
        if field not in chosen
        for name in names
    }
    if "reply" in chosen:
        weights = {key: weight for key, weight in weights.items() if key[0] not in ("text", "role")}
    elif "text" in chosen:
        weights = {key: w for key, w in weights.items() if key[0] not in ("reply", "customer")}
    order = {name: number for number, name in enumerate(names)}
    for field, name in sorted(
        weights, key=lambda k: (-weights[k], FIELDS.index(k[0]), order[k[1]])
    ):
        if weights[field, name] and field not in chosen and name not in chosen.values():
            chosen[field] = name
    # Where nothing says who wrote, what says who sees it may at least tell notes of agents.
    nobody = "text" in chosen and "reply" not in chosen and "role" not in chosen
    if nobody and likelihood("role", chosen.get("private", "")):
        chosen["role"] = chosen.pop("private")
    if "date" not in chosen and "time" in chosen:
        chosen["date"] = chosen.pop("time")
    return Columns(_settled(chosen, names, place, roles_by_name))


def _settled(
    chosen: dict[str, str], names: Sequence[str], place: Place, roles_by_name: bool
) -> Mapping[str, str]:
    """The choice with one way of reading left: a table of replies or one of messages."""
    by_role = "text" in chosen and ("role" in chosen or (roles_by_name and "agent" in chosen))
    if by_role and "chat" in chosen and "reply" not in chosen:
        return {field: name for field, name in chosen.items() if field not in ("customer",)}
    if "reply" not in chosen and "text" in chosen:
        chosen["reply"] = chosen["text"]
    if "reply" not in chosen:
        text = _(
            "none of the columns looks like the replies: {names}; name it with --column reply=NAME"
        )
        raise InputError(text.format(names=name_list(names)), place)
    return {field: name for field, name in chosen.items() if field not in ("text", "role")}


def _named(said: str, column: str, names: Sequence[str], place: Place) -> str:
    if column in names:
        return column
    for name in names:
        if plain_name(name) == plain_name(column):
            return name
    if column.isdigit() and 1 <= int(column) <= len(names):
        return names[int(column) - 1]
    close = get_close_matches(column, names, n=1)
    text = _("{said}: there is no column “{column}”; there are {names}")
    if close:
        text = _("{said}: there is no column “{column}”; did you mean “{close}”?")
    raise InputError(
        text.format(
            said=said,
            column=column,
            close=close[0] if close else "",
            names=name_list(names),
        ),
        place,
    )
