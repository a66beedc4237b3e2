"""What WhatsApp itself writes where people write: files, places, calls, what was deleted or edited.

WhatsApp does not document its exports. These words are those of public exports from Android and
iPhone, in English and Russian.
"""

from __future__ import annotations

import re

_ATTACHED = re.compile(
    r"<(?:attached|прикреплено|вложение): ?(?P<ios>[^>]+)>|"
    r"^(?P<android>\S[^\n]*?\.\w{0,5}) \((?:file attached|файл добавлен|файл прикреплён)\)",
    re.MULTILINE,
)
MARK = "\u200e"
"""The invisible sign that iPhones put before their own words, which could be a person's as well."""
_OMITTED = re.compile(
    r"<(?:media|multimedia) omitted>|<(?:без медиафайлов|(?:медиафайл|медиа) \w+)>|null|"
    r"<?(?:image|video|video note|audio|sticker|gif|document|contact card) omitted>?",
    re.IGNORECASE,
)
_OMITTED_IN_RUSSIAN = re.compile(
    r"(?:изображение|фото|видео|видеозаметка|аудио|аудиофайл|голосовое сообщение|стикер|gif|"
    r"документ|карточка контакта) (?:отсутствует|пропущен[ао]?|опущен[ао]?|не добавлен[ао]?)",
    re.IGNORECASE,
)
_PAGES = r"(?: • \d+ \w+)?"
_DOCUMENT = re.compile(
    rf"(?P<name>[^\n]+?){_PAGES} "
    r"(?:document omitted|документ (?:отсутствует|пропущено?|опущен|не добавлен))",
    re.IGNORECASE,
)
_BEFORE_FILE = re.compile(rf"(?P<name>[^\n]+?){_PAGES}(?:\n|$)")
_FILE = re.compile(
    r"\S[^\n]*\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|rtf|od[tsp]|zip|rar|7z|jpe?g|png|mp[34]|apk|html?)",
    re.IGNORECASE,
)
"""What Android writes below a document: its name, where a caption would stand."""
_PLACE = re.compile(
    r"(?:location|местоположение): https?://\S+|live location shared", re.IGNORECASE
)
_POLL = re.compile(r"[A-ZА-ЯЁ]{3,}:\n.*?(?:\n[A-ZА-ЯЁ]{3,}: [^\n]*\(\d+ \w+\))+", re.DOTALL)
"""A word, the question, and the options with their votes: so in any language."""
_EDITED = re.compile(
    r"\s*<(?:(?:this )?message (?:was )?edited|(?:это )?(?:сообщение )?изменено)>", re.IGNORECASE
)
_NOTHING = re.compile(
    r"(?:this message was deleted|you deleted this message|(?:данное |это )?сообщение удалено|"
    r"вы удалили (?:данное |это )?сообщение)(?: by admin [^\n]+| администратором [^\n]+)?\.?|"
    r"waiting for this message(?:\. this may take a while)?\.?|"
    r"(?:missed )?(?:group )?(?:voice|video) call(?:, (?:\d+ \w+|no answer))?|"
    r"(?:пропущенный )?(?:групповой )?(?:аудио|видео)звонок(?:, (?:\d+ \w+|нет ответа))?",
    re.IGNORECASE,
)


def without_own_words(text: str) -> tuple[str, tuple[str, ...]] | None:
    """What the person wrote, and the names of what is attached, or “media”, “location”, “poll”.

    The text may have a `MARK` here and there and no other invisible signs. None where no message is
    left: it was deleted, has not arrived or was a call.
    """
    marked = MARK in text
    text = _EDITED.sub("", text.replace(MARK, "").strip())
    if _NOTHING.fullmatch(text):
        return None
    omitted, _line, caption = text.partition("\n")
    if _OMITTED.fullmatch(omitted) or (marked and _OMITTED_IN_RUSSIAN.fullmatch(omitted)):
        named = _FILE.fullmatch(caption.strip())
        return ("", (named[0],)) if named else (caption.strip(), ("media",))
    for pattern, name in ((_PLACE, "location"), (_POLL, "poll")):
        if pattern.fullmatch(text):
            return "", (name,)
    document = _DOCUMENT.fullmatch(text) if marked else None
    if document is not None:
        return "", (document["name"],)
    files = tuple(match["ios"] or match["android"] for match in _ATTACHED.finditer(text))
    text = _ATTACHED.sub("", text).strip()
    # An iPhone writes the name of a document before the document.
    named = _BEFORE_FILE.match(text) if files else None
    if named is not None and files[0].endswith(named["name"].strip()):
        text = text[named.end() :].strip()
    return "" if files and _FILE.fullmatch(text) else text, files
