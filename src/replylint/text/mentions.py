"""Whether quotation marks name a word or a button, or hold the author's own word with a wink.

«Напишите «стоп»» and «кнопка «Отмена»» mention what stands between the marks; «наши «эксперты»»
says it. What is mentioned is not the author's own words, however short it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_THINGS = (
    r"слов(?:о|а|у|ом|е|ами|ах)?|словосочетани\w+|фраз\w*|выражени\w+|надпис\w+|пометк\w+|отметк\w+|"
    r"кноп\w+|раздел\w*|подраздел\w*|вклад(?:к\w+|ок)|пункт\w*|меню|пол(?:е|я|ю|ем)|галочк\w+|"
    r"статус\w*|тем(?:а|е|у|ой|ы)|строк\w*|ссылк\w+|страни[цч]\w+|опци\w+|настрой?к\w+|окн(?:о|а|е)|"
    r"переключател\w+|вариант\w*|ответ(?:а|у|ом|ы)?|режим\w*|блок\w*|столб(?:ец|ц\w+)|цифр\w+|"
    r"фильтр\w*|"
    r"words?|phrases?|buttons?|tabs?|sections?|menus?|fields?|options?|links?|pages?|status|"
    r"subject|titled|labell?ed"
)
_DEEDS = (
    r"напиш\w+|написа\w+|пиш(?:и|ите|ете|ет)|впиш\w+|наж(?:ми|мите|мете|ать|ав|имайте|имаете)|"
    r"нажима(?:ем|я|ть)|жмите?|кликни(?:те)?|тапни(?:те)?|выбер\w+|выбрать|выбрав|выбира(?:йте|ем|ете|я)|откро(?:й|йте|ете)|"
    r"открыть|открыв|введ(?:и|ите|ете)|ввести|отправ(?:ь|ьте|ить)|ответ(?:ь|ьте|ить|ив)|"
    r"перейд(?:и|ите|ете)|перейти|зайд(?:и|ите|ете)|зайти|укаж(?:и|ите|ете)|указать|"
    r"постав(?:ь|ьте|ить)|отмет(?:ь|ьте|ить)|найд(?:и|ите|ете)|"
    r"press|click|tap|hit|select|choose|type|write|enter|open|reply|text|send|says?|said|saying|"
    r"told|tell|telling|called|calls|calling|heard|shouted|wrote|written|quote|quoting"
)
_NAMING = re.compile(rf"(?:{_THINGS}|{_DEEDS})")
_BETWEEN = frozenset(
    "на в во с со по из под от нам мне ему сюда просто одно чат чате ответ the a on us back with "
    "in to just one you him her them that".split()
)
_NEAR = re.compile(r"[\s,:*_(–—-]*")
_LINK = re.compile(
    r"[\s*_)]*(?:[,;/>→›–—-]|->|или|либо|и|а затем|затем|потом|or|and|then)?[\s*_(]*", re.IGNORECASE
)
_MOST_BETWEEN = 2


def names_it(before: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether the words before a quotation say that it is a mention.

    ``before`` are a few comparable words, the nearest last; ``gaps[i]`` is what stands in the text
    after ``before[i]``, marks and white space.
    """
    steps = zip(reversed(before), reversed(gaps), strict=True)
    for number, (word, gap) in enumerate(steps):
        if number > _MOST_BETWEEN or not _NEAR.fullmatch(gap):
            return False
        if _NAMING.fullmatch(word):
            return True
        if word not in _BETWEEN:
            return False
    return False


def goes_on(gap: str) -> bool:
    """Whether a quotation goes on a mention: «да» или «нет», «Профиль» → «Заказы»."""
    return _LINK.fullmatch(gap) is not None
