"""Placeholders of a template that will not come out well when it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any

from replylint.conversation import Conversation
from replylint.macros.sorts import is_customers
from replylint.signals.plugin import Found
from replylint.template import Filled, Placeholder, Sort
from replylint.text.document import Document

_INFLECTED = frozenset((Sort.NAME, Sort.PERSON, Sort.COMPANY, Sort.CITY, Sort.PRODUCT))
_NOMINATIVE = {
    Sort.NAME: "Пётр",
    Sort.PERSON: "Пётр",
    Sort.COMPANY: "Берёзка",
    Sort.CITY: "Москва",
    Sort.PRODUCT: "лампа",
}
"""Words that show what comes out, in the case in which they are filled in.

None is a sample of `replylint.macros.sorts`: what is told of samples names their placeholders.
"""

_PEOPLE = frozenset((Sort.NAME, Sort.PERSON))
_WITH_FALLBACKS = frozenset(("liquid", "freescout"))
_CASE_IN_NAME = re.compile(
    r"(?:^|[^a-zа-яё])(?:gent?|genitive|datv?|dative|accs?|accusative|ablt|instrumental|loct|prep|"
    r"родительн\w*|род|дательн\w*|дат|винительн\w*|вин|творительн\w*|твор|предложн\w*|предл)"
    r"(?:$|[^a-zа-яё])",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?<![\w-])(?P<word>для|от|ото|у|к|ко|с|со|о|об|обо|про|через|без|до|из|за|на|по|при|над|под|"
    r"перед|в|во|между)[ \u00a0]+$",
    re.IGNORECASE,
)
_OF_ACCUSATIVE = frozenset("в во на за про через".split())
_VERB = re.compile(
    r"(?<![\w-])(?:благодарим|благодарю|поздравляем|приглашаем|ждём|ждем|уведомим|сообщим|"
    r"напишем|позвоним|ответим|попросим|попросите|сообщите|напишите|позвоните)[ \u00a0]+$",
    re.IGNORECASE,
)
_ROLES = (
    "мастер|врач|доктор|менеджер|специалист|курьер|водител|тренер|консультант|администратор|"
    "преподавател|сотрудник|оператор|стилист|технолог|инженер|психолог|репетитор"
)
_WITH_ROLE = re.compile(
    rf"(?<![\w-])(?:для|от|у|к|ко|с|со|о|об|про|без|до|за|перед)[ \u00a0]+"
    rf"(?:(?:ваш|наш|нов|друг)\w+[ \u00a0]+)?(?:{_ROLES})(?:а|у|ом|ем|е|я|ю)[ \u00a0]+$",
    re.IGNORECASE,
)
"""«к мастеру {имя}»: the name agrees with the word before it."""
_DEAR = re.compile(r"(?<!\w)(?:много)?(?:уважаем|дорог)(?:ый|ой|ая)[ \u00a0]+$", re.IGNORECASE)
_BEFORE = 40
_ALIKE = 0.86
_COMMON = tuple(
    "ticket tickets requester requesters assignee customer customers customer_id contact contacts "
    "conversation conversations current_user organization organisation agent agents account "
    "recipient mailbox "
    "first_name last_name firstname lastname firstName lastName fullName full_name name".split()
)
"""Parts of names that exist: another one that is nearly the same is a slip."""


def find(
    document: Document, conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The placeholders with the fault that the pack names.

    ``fault`` is ``unknown``, ``unbalanced``, ``without-fallback``, ``wrong-case`` or ``gender``;
    with ``wrong-case``, ``of`` may keep it to ``customers`` (their names) or to ``others``. Replies
    that are no templates have none.
    """
    filled = conversation.filled
    if filled is None:
        return
    fault = parameters.get("fault")
    if fault == "unbalanced":
        for start, end in filled.unbalanced:
            span = filled.forth(start, end)
            if span is not None:
                yield Found(*span)
        return
    for start, end, holder in filled.places():
        before = document.text[max(0, start - _BEFORE) : start]
        if fault == "unknown" and _is_unknown(holder, filled):
            yield _unknown(start, end, holder, filled)
        elif fault == "without-fallback" and _may_be_empty(holder, filled):
            yield Found(start, end)
        elif fault == "wrong-case":
            governing = _governing(holder, before)
            whose = "customers" if holder.sort is Sort.NAME else "others"
            if governing is not None and parameters.get("of", whose) == whose:
                sent = {"sent": governing + _NOMINATIVE[holder.sort]}
                yield Found(start - len(governing), end, details=sent)
        elif fault == "gender" and holder.sort in _PEOPLE:
            dear = _DEAR.search(before)
            if dear is not None:
                yield Found(start - len(dear.group()), end)


def _is_unknown(holder: Placeholder, filled: Filled) -> bool:
    if holder.sample is not None or holder.is_local or holder.name[:1] in "'\"":
        return False
    if filled.known is None:
        return _mended(holder.name) != holder.name
    return not any(fnmatchcase(holder.name, known) for known in filled.known)


def _unknown(start: int, end: int, holder: Placeholder, filled: Filled) -> Found:
    near = (
        [_mended(holder.name)]
        if filled.known is None
        else get_close_matches(holder.name, sorted(filled.known), 1)
    )
    written = filled.template[holder.start : holder.end]
    return Found(start, end, tuple(written.replace(holder.name, name) for name in near))


def _mended(name: str) -> str:
    """A name with dots, its parts without slips in words that every help desk has."""
    if "." not in name:
        return name
    return ".".join(
        part if part in _COMMON else (get_close_matches(part, _COMMON, 1, _ALIKE) or [part])[0]
        for part in name.split(".")
    )


def _may_be_empty(holder: Placeholder, filled: Filled) -> bool:
    """Whether a customer's name may be missing, and neither a fallback nor a condition helps."""
    if holder.sort is not Sort.NAME or not is_customers(holder.name):
        return False
    if holder.has_fallback or holder.style not in _WITH_FALLBACKS:
        return False
    name = rf"(?<![\w.]){re.escape(holder.name.partition('|')[0].strip())}(?![\w.])"
    asked = (
        rf"\{{%-?\s*(?:if|unless|elsif|case)\s[^%]*{name}"
        rf"|\{{\{{#(?:if|unless)\s[^{{}}]*{name}"
        rf"|\{{%-?\s*assign\s+{name}\s*=[^%]*\|\s*default\b"
        rf"|\{{%-?\s*capture\s+{name}\b"
    )
    return re.search(asked, filled.template) is None


def _governing(holder: Placeholder, before: str) -> str | None:
    """The words right before a name that ask for a case other than the one it will have."""
    if holder.sort not in _INFLECTED or _CASE_IN_NAME.search(holder.name.replace("_", " ")):
        return None
    found = _PREPOSITION.search(before)
    if found is not None:
        as_nominative = found["word"].lower() in _OF_ACCUSATIVE and holder.sort is Sort.PRODUCT
        return None if as_nominative else found.group()
    governed = holder.sort in _PEOPLE and (_VERB.search(before) or _WITH_ROLE.search(before))
    return governed.group() if governed else None
