"""The words by which a sentence answers: yes and no, causes, places, states; by language."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, frozenset[str]]


def _words(**of_languages: str) -> Words:
    return {language: frozenset(words.split()) for language, words in of_languages.items()}


YES_OR_NO = _words(
    ru="да нет ага угу неа конечно разумеется безусловно можно нельзя возможно невозможно есть "
    "нету верно именно точно обязательно норма нормально пока увы получится сможете можете нужно "
    "надо успеете успеем успею дадут будет будут бесплатно платно",
    en="yes no yeah nope sure certainly cannot can't possible impossible correct unfortunately can "
    "not don't doesn't isn't",
)
"""Words with which a question of yes or no is answered."""

PLAIN_YES_OR_NO = _words(
    ru="да нет ага угу неа конечно разумеется безусловно можно нельзя возможно невозможно есть "
    "нету верно обязательно увы получится сможете успеете успеем успею легко",
    en="yes no yeah nope sure certainly cannot impossible possible unfortunately",
)
"""Those of them that mean little else."""

FIRST_WORDS = _words(
    ru="да нет ага конечно можно нельзя есть будет верно увы сожалению пока только работает "
    "работаем принимаем делаем",
    en="yes no yeah nope sure certainly unfortunately",
)
"""Words with which a sentence begins that answers yes or no."""

SHRUGS = _words(
    ru="знаю хз понятия незнаю подскажу скажу ориентирую",
    en="idea dunno unsure",
)
"""Words of those who do not know."""

NEGATIONS = _words(ru="не ни без", en="not no without never")
"""Words that deny something."""

CAUSES = _words(
    ru="потому поскольку из-за поэтому причина причине причиной связи ввиду вследствие "
    "благодаря оказалось сбой сбоя ошибка ошибке ошибки ошибкой сломался сломалась "
    "значит чтобы дело вина вине авария аварии задержал задержала задержали задержка",
    en="because since due reason cause caused so therefore",
)
"""Words that name a cause."""

CAUSE_PAIRS = frozenset(
    (("так", "как"), ("из", "за"), ("дело", "в"), ("в", "связи"), ("по", "вине"))
)
"""Russian pairs of words that name a cause."""

PLACES = _words(
    ru="улица улице ул проспект проспекте пр дом корпус этаж этаже кабинет кабинете подъезд "
    "раздел разделе вкладка вкладке меню настройки настройках кнопка кнопку кнопка профиль профиле "
    "сайт сайте приложение приложении почта почте отделение отделении склад складе пункт пункте "
    "офис офисе касса кассе регистратура регистратуре терминал терминале адрес адресу "
    "магазин магазине филиал филиале салон салоне вход входе двор дворе двери ресепшен ресепшене "
    "стойка стойке зал зале парковка парковке станция станции метро остановка остановке "
    "ссылка ссылке ссылку письмо письме истории корзина корзине каталог каталоге фильтр фильтре "
    "строка строке страница странице экран экране полка полке бот боте "
    "здесь тут там внизу вверху снизу сверху справа слева рядом напротив",
    en="street st avenue building floor office section tab menu settings page site app profile "
    "here there desk warehouse branch",
)
"""Words that belong to a place, in a town or on a screen."""

FREE = _words(
    ru="бесплатно бесплатный бесплатная бесплатное даром входит включено включена включен ноль "
    "платить доплат доплаты",
    en="free included charge",
)
"""Words that say a price without a sum."""

NUMERALS = _words(
    ru="один одна одно два две три четыре пять шесть семь восемь девять десять двадцать тридцать "
    "сорок пятьдесят сто двести триста пятьсот тысяча полтора половина все ноль пара столько "
    "неограниченно много мало несколько двое трое четверо пятеро оба обе полно хватит достаточно "
    "максимум минимум последний последняя последнее последние осталось осталась остался остались "
    "закончилось закончилась закончился закончились кончились кончился разобрали раскупили "
    "распродано распродан распроданы",
    en="one two three four five six seven eight nine ten twenty thirty forty fifty hundred "
    "thousand half all none zero",
)
"""Numbers in words, and words that say how much there is or that there is none left."""

SOON = _words(
    ru="сейчас уже сразу сегодня завтра послезавтра вчера утром вечером днем ночью мгновенно "
    "круглосуточно ежедневно всегда год полгода месяц неделю сутки квартал бессрочно пожизненно "
    "навсегда",
    en="now already immediately today tomorrow daily",
)
"""Words that answer «when» without a date."""

HEDGES = _words(
    ru="ожидайте ждите рассмотрения рассмотрении рассмотрен рассмотрено зарегистрировано принято "
    "принята принят передано передана передали переданы свяжется свяжутся уведомлены уведомим "
    "обработке обработан следите ознакомьтесь ознакомиться уточняйте обратитесь обращайтесь "
    "читайте смотрите посмотрите зависит зависят регламентом законодательством законодательству "
    "соответствии порядке очереди планово плановом скоро вскоре благодарим неудобства "
    "интерес специалист специалисты менеджер хз незнаю понятия возможны "
    "предусмотренных установленном положением правилами правила",
    en="forwarded registered wait contact soon depends according accordance policy specialist "
    "patience inconvenience",
)
"""Words of sentences that often put off an answer."""

DOUBTS = _words(
    ru="вроде кажется наверное наверно может видимо вероятно скорее идее якобы возможно похоже "
    "затрудняюсь затрудняемся точно неведомо неизвестно",
    en="maybe perhaps probably apparently guess suppose",
)
"""Words of those who are not sure."""

ELSEWHERE = _words(
    ru="погуглите гуглите загуглите спросите спрашивайте уточняйте уточните звоните позвоните "
    "обратитесь обращайтесь задайте читайте почитайте ищите поищите смотрите ознакомьтесь изучите "
    "интернете гугле",
    en="google ask search read check elsewhere",
)
"""Words with which the customer is sent to look for the answer."""

SALES = _words(
    ru="успейте скидка скидки скидкой акция акции предложение предложения выгодно выгоднее "
    "оформите подключите промокод подарок премиум тариф ждем рады приходите заходите",
    en="discount offer hurry upgrade premium sale",
)
"""Words of those who sell instead of answering."""

REQUESTS = _words(
    ru="прислать уточнить сообщить назвать указать написать подсказать приложить продиктовать "
    "напомнить скинуть сказать",
    en="send provide specify share tell confirm",
)
"""Verbs with which the reply asks the customer for something."""
