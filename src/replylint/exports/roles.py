"""Who is meant by the words with which exports say who wrote a message."""

from __future__ import annotations

import re
from collections.abc import Mapping

from replylint.conversation import Role

_WORDS = {
    Role.AGENT: (
        "agent operator support admin staff employee manager assignee representative specialist "
        "consultant out outgoing outbound sent user_agent teammate supporter assistant оператор "
        "агент сотрудник менеджер специалист поддержка консультант администратор исполнитель "
        "исходящее исходящий исходящая исх компания магазин продавец"
    ),
    Role.CUSTOMER: (
        "customer client visitor user enduser contact lead guest buyer requester in incoming "
        "inbound received клиент посетитель пользователь покупатель заказчик гость заявитель "
        "контакт абонент автор входящее входящий входящая вх"
    ),
    Role.BOT: "bot chatbot robot ai automation autoreply бот чатбот робот автоответ автоответчик",
    Role.SYSTEM: (
        "system service info event activity trigger notification система системное системный "
        "служебное служебный событие уведомление триггер"
    ),
}
# What helpdesks call a message that only colleagues see, where the role stands. “Private message”
# is not here: on social networks a customer reads it.
_NOTE = re.compile(
    r"внутренн\w+ (комментари\w+|замет\w+|сообщени\w+|запис\w+|примечани\w+|переписк\w+)|"
    r"(приватн\w+|служебн\w+|скрыт\w+|непубличн\w+) (комментари\w+|замет\w+|примечани\w+)|"
    r"внутренн(яя|ее|ий)|заметк[аи]|"
    r"(заметк[аи]|примечание) (оператора|сотрудника|агента|менеджера)|"
    r"internal( (comment|note|message|remark|reply))?s?|(private|hidden) (comment|note|remark)s?|"
    r"((agent|staff) )?notes?"
)
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}


def role_of(word: str, own: Mapping[str, Role] | None = None) -> Role | None:
    """The role that a word such as “Оператор” or “outgoing” stands for; None when none is known.

    ``own`` is what the user said that words mean; case does not matter in either. A note is
    written by an agent.
    """
    wanted = " ".join(word.lower().split())
    for given, role in (own or {}).items():
        if given.lower() == wanted:
            return role
    if is_note(word):
        return Role.AGENT
    plain = wanted.replace("ё", "е").replace("-", "").replace("_", "").replace(" ", "")
    known = _ROLES.get(wanted.replace("ё", "е")) or _ROLES.get(plain)
    if known is not None:
        return known
    first = wanted.replace("ё", "е").split(" ")[0].strip(":;,.()")
    return _ROLES.get(first)


def is_note(word: str, own: Mapping[str, Role] | None = None) -> bool:
    """Whether a word such as “Внутренний комментарий” says that only colleagues see the message.

    Not when the user said in ``own`` what the word means.
    """
    if any(given.lower() == " ".join(word.lower().split()) for given in own or {}):
        return False
    return _NOTE.fullmatch(" ".join(re.split(r"[\s_-]+", word.lower().strip()))) is not None
