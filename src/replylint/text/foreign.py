"""Telling replies in languages that share the letters of Russian or English, but are neither.

Nearly every reply is done with after one search for a letter and one look at its words; only what
has a foreign letter or word is counted through.
"""

from __future__ import annotations

import re

from replylint.finding import OTHER_LANGUAGE
from replylint.text.document import Document
from replylint.text.normal import normal
from replylint.text.tokens import Kind
from replylint.text.zones import PROSE

_FEWEST_WORDS = 4
"""Shorter texts are greetings, names and thanks, which people write in any language."""
_FEWEST_FOREIGN = 2
_SHARE = 6
"""At least one word of so many is foreign: where only names and quoted words are, fewer are."""
_OWN_WEIGHT = 3
"""So many foreign words stand against one that only Russian or English has: a reply that says
everything in two languages is still judged."""

_LETTER = re.compile("[ß-öø-ɏəЀЂ-Џђ-ԯ]")
"""A letter that Russian and English do not have; capital ones of Latin are for names."""

_CYRILLIC = """
    ви ми що щоб як але вже ще дуже дякуємо дякую вибачте перепрошуємо вітаю замовлення вашого
    вашої цей цього повідомте немає буде протягом найближчим якщо також тільки кошти щодо
    дзякуй дзякуем што каб гэта гэты гэтага будзе вельмі толькі таксама вашага ёсць няма можам
    вярнуць грошы
    сіз сізге сіздің біз немесе және үшін рахмет болады болса керек емес қалай тапсырысыңыз
    сиз сизге сиздин биз үчүн менен болот эмес рахмат урматтуу сизнинг бизнинг билан учун бўлади
    килинг керак буюртма буюртмангиз йўқ илтимос хурматли мижоз ушбу оламиз
    һәм сез безнең белән өчен рәхмәт
    сме сте вашата вашия поръчка здравейте
"""
_LATIN = """
    und der das ist nicht wir sie ihr ihre ihren ihnen haben bitte mit auf ein eine einen zu sich
    wird werden können für über danke vielen sehr geehrte bestellung leider
    ve bir bu için ile siz sizin değil lütfen olarak merhaba çok ancak sayın teşekkür ederiz
    siparişiniz yok
    va bilan uchun sizning sizga biz bizning emas rahmat bor iltimos hurmatli mijoz salom assalomu
    alaykum buyurtma buyurtmangiz ushbu qiling kerak boladi bo'ladi yo'q
    və üçün ilə sizə
    nie jest się dla proszę dziękujemy państwa zamówienie oraz
    los las por para gracias su sus pedido que una del hola estimado nuestro
    les vous votre nous merci pas est une des pour avec bonjour dans sur commande
    che grazie ordine suo sono della gentile cliente buongiorno
    não você obrigado seu sua olá
    het een niet uw wij bedankt bestelling voor
    hvala molimo vas vaš narudžba
"""
_FOREIGN = frozenset(map(normal, (_CYRILLIC + _LATIN).split()))
"""Frequent words of such languages that are words of neither Russian nor English."""

_OWN = frozenset(
    """что это как или если чтобы только уже ещё здравствуйте пожалуйста мы он она они вы с во ко
    от есть был была было были будет можно нужно очень спасибо нет при его её
    the you your yours are have has will would our with this that not please can could should been
    from of and for is was thank thanks we do did""".replace("ё", "е").split()
)
"""Frequent words of Russian and English that such languages do not have."""


def language_judged(document: Document) -> str:
    """The code of the language whose rules judge a reply; `OTHER_LANGUAGE` where none can."""
    return OTHER_LANGUAGE if is_foreign(document) else document.language


def is_foreign(document: Document) -> bool:
    """Whether a reply is in another language than Russian or English.

    Foreign names, addresses and a quoted sentence do not make it so; neither does a text of few
    words. Languages whose frequent words or letters are not known here are not told.
    """
    if _FOREIGN.isdisjoint(document.words) and _LETTER.search(document.text) is None:
        return False
    return len(document.words) >= _FEWEST_WORDS and _is_counted_foreign(document)


def _is_counted_foreign(document: Document) -> bool:
    words = foreign = own = 0
    for index, word in enumerate(document.words):
        if document.kinds[index] is not Kind.WORD or document.zones[index] not in PROSE:
            continue
        words += 1
        if word in _OWN:
            own += 1
        elif word in _FOREIGN:
            foreign += 1
        elif not word.isascii() or not document.text.isascii():
            written = document.written(index)
            # A capital letter may begin a name, which says nothing about the language.
            foreign += written[:1].islower() and _LETTER.search(written) is not None
    if words < _FEWEST_WORDS or foreign < _FEWEST_FOREIGN:
        return False
    return foreign * _SHARE >= words and foreign >= own * _OWN_WEIGHT
