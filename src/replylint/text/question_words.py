"""The words that make a sentence a question, by language, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def _phrases(table: Mapping[str, str]) -> Phrases:
    """From kinds with their phrases to the phrases by their first words, long ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for asked, phrases in table.items():
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, asked))
    return {
        first: tuple(sorted(all_, key=lambda one: -len(one[0]))) for first, all_ in found.items()
    }


def _plain(phrases: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split(";"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(all_) for first, all_ in found.items()}


def _words(table: Mapping[str, str]) -> Mapping[str, str]:
    return {word: asked for asked, words in table.items() for word in words.split()}


CONJUNCTIONS = frozenset("и а или либо and or but но плюс также еще".split())
"""Words that join one question to another."""

OPENERS = frozenset(
    "здравствуйте здравствуй привет добрый доброе доброго доброй день дня вечер утро суток времени "
    "скажите подскажите пожалуйста плиз пж а и но ну так вот то есть ой девочки ребята народ "
    "уважаемые извините простите слушайте всем кстати еще вопрос девушка "
    "hello hi hey good morning afternoon evening please so well and but also".split()
)
"""Words that may stand before a question without being part of it."""

YES_NO = frozenset("можно есть будет нужно надо могу".split())
"""Russian words that open a question to be answered by yes or no."""

WHETHER_FIRST: Mapping[str, frozenset[str]] = {
    "ru": frozenset("можно возможно разве неужели можете".split()),
    "en": frozenset(
        "can could do does did is are am was were will would should may has have isn't aren't "
        "don't".split()
    ),
}
"""Words that, at the beginning of a clause, ask for yes or no."""

PHRASES: Mapping[str, Phrases] = {
    "ru": _phrases(
        {
            "when": "во сколько;до скольки;со скольки;как долго;как скоро;через сколько;"
            "какого числа;с какого числа;до какого числа;к какому числу;на какое число;"
            "в какой день;на какой день;в какое время;какой день;какие сроки;какой срок;"
            "каков срок;каковы сроки;какого срока;до каких пор ждать;сколько ждать;"
            "сколько времени;сколько еще ждать;сколько можно ждать;сколько дней;сколько суток;"
            "сколько идет;сколько длится;сколько занимает;сколько держится;сколько по времени;"
            "какой график;какой режим;какое время работы",
            "price": "какая цена;какова цена;какие цены;какую цену;какая стоимость;"
            "какова стоимость;какой ценник;сколько денег;сколько рублей;почем",
            "where": "по какому адресу;на какой адрес;какой адрес;какой у вас адрес;"
            "в каком разделе;в каком месте;в каком отделении;на какую почту",
            "why": "по какой причине;из-за чего;из за чего;по какому праву;что не так;"
            "за что;с какой стати;с чего;ради чего;"
            "на каком основании;для чего;в чем причина;какова причина;какая причина;"
            "в чем дело;что случилось;что произошло;что происходит",
            "how": "что делать;что мне делать;что нам делать;как быть;что нужно;что надо;"
            "каким образом;что нужно сделать;что требуется;с чего начать;что теперь делать",
            "status": "где мой;где моя;где мое;где мои;где наш;где наша;где наши;где он;"
            "где она;где они;где деньги;где заказ;где посылка;где курьер;где мастер;где груз;"
            "где возврат;куда делись;куда делся;куда делась;куда исчез;куда исчезли;куда пропал;"
            "куда пропали;что с;как там;какой статус;каков статус;на каком этапе;на какой стадии",
            "which": "что такое;что значит;что означает",
            "who": "к кому;с кем;у кого;чей;чья;чье;чьи",
            "whether": "есть ли;можно ли;нет ли;не могли бы;или нет",
        }
    ),
    "en": _phrases(
        {
            "when": "how long;how soon;what time;what date;which day;by when;until when",
            "price": "how much;what price;what is the price;what does it cost;what's the price",
            "how-many": "how many",
            "where": "what address;which address",
            "why": "how come;what for;what happened;for what reason",
            "how": "what to do;what should i do;what do i do;what can i do",
            "status": "where is my;where's my;where are my;what is the status;what about my",
        }
    ),
}
"""Phrases that ask for something, by their first words, long ones first."""

HEADS: Mapping[str, Mapping[str, str]] = {
    "ru": _words(
        {
            "when": "когда",
            "how-many": "сколько скока скок скольких насколько",
            "where": "где куда откуда",
            "why": "почему зачем отчего пачему",
            "how": "как",
            "which": "какой какая какое какие какого какую какому каким какими каких каком какова "
            "каков каковы который которая чем что чего чему",
            "who": "кто кого кому кем",
        }
    ),
    "en": _words(
        {
            "when": "when",
            "where": "where",
            "why": "why",
            "how": "how",
            "which": "which what",
            "who": "who whom whose",
            "whether": "whether",
        }
    ),
}
"""Question words and what they ask for."""

NAMED: Mapping[str, Mapping[str, tuple[tuple[frozenset[str], str], ...]]] = {
    "ru": {
        word: (
            (
                frozenset(
                    "стоит стоят стоить стоила стоили стоило будет-стоить обойдется обойдутся "
                    "выйдет платить заплатить доплатить доплачивать берете берут возьмете цена "
                    "рублей денег "
                    "вернется вернут вернете спишут списали начислили должен должна".split()
                ),
                "price",
            ),
            (
                frozenset(
                    "ждать ожидать идет едет длится делается занимает займет времени "
                    "хранится действует дней суток недель часов месяцев".split()
                ),
                "when",
            ),
        )
        for word in ("сколько", "скока", "скок")
    },
    "en": {},
}
"""Words that, soon after a question word, make it ask for something else."""

ASKING: Mapping[str, frozenset[str]] = {
    "ru": frozenset(
        "подсказать сообщить сказать объяснить разъяснить пояснить уточнить ответить рассказать "
        "узнать понять выяснить спросить подтвердить знать написать посоветовать намекнуть".split()
    ),
    "en": frozenset("tell know explain clarify wondering ask understand advise confirm".split()),
}
"""Words with which a question is asked that has no question mark: as orders or infinitives."""

RHETORICAL: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "ru": _plain(
        "сколько можно;доколе;как так;как же так;как так можно;разве так можно;как вам не стыдно;"
        "как не стыдно;"
        "вы издеваетесь;вы серьезно;вы там издеваетесь;вы нормальные;вы вообще нормальные;"
        "совесть есть;где совесть;есть совесть;какого черта;какого хрена;какого фига;"
        "за что вам платят;за кого вы;"
        "понимаете;вы понимаете;"
        "вы шутите;это шутка;вы с ума сошли;вы в своем уме;что за бред;что за ерунда;"
        "что за безобразие;что за сервис;что за отношение"
    ),
    "en": _plain("are you kidding;are you serious;is this a joke;how dare;what the hell;seriously"),
}
"""Questions to which nobody expects an answer."""

ASKED_BY_NOUN: Mapping[str, str] = _words(
    {
        "when": "срок дата время график расписание date time schedule",
        "price": "цена стоимость тариф прайс расценка price cost rates",
        "where": "адрес местонахождение address location",
        "why": "причина основание reason",
        "status": "статус результат решение судьба status result",
    }
)
"""What a noun asks for after a word of asking: «прошу сообщить срок»."""

ASKING_FORMS = frozenset(
    "интересует интересно непонятно неясно вопрос понимаю пойму подскажите скажите подскажи "
    "интересуют".split()
)
"""Russian forms with which a question is asked, whatever they are forms of."""

BARELY_ASKING: Mapping[str, frozenset[str]] = {
    "ru": frozenset("что чего чем чему".split()),
    "en": frozenset(("what", "which")),
}
"""Question words that without a question mark mostly join sentences: «сказали, что»."""

PLAIN = frozenset((("до", "скольки"), ("во", "сколько"), ("что", "делать"), ("что", "с")))
"""Beginnings that make a short sentence a question wherever they stand in it."""

YOU: Mapping[str, frozenset[str]] = {"ru": frozenset(("вы", "у")), "en": frozenset(("you",))}
"""Words that, soon after a word of asking, make the rest a question."""
