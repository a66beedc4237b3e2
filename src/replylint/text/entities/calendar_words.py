"""The words of the calendar in all their forms: months, days of the week, stretches of time."""

from __future__ import annotations

_MONTHS = (
    "январь января январю январем январе",
    "февраль февраля февралю февралем феврале",
    "март марта марту мартом марте",
    "апрель апреля апрелю апрелем апреле",
    "май мая маю маем мае",
    "июнь июня июню июнем июне",
    "июль июля июлю июлем июле",
    "август августа августу августом августе",
    "сентябрь сентября сентябрю сентябрем сентябре",
    "октябрь октября октябрю октябрем октябре",
    "ноябрь ноября ноябрю ноябрем ноябре",
    "декабрь декабря декабрю декабрем декабре",
)
_SHORT_MONTHS = (
    "янв", "фев февр", "мар", "апр", "мая", "июн", "июл", "авг", "сен сент", "окт", "ноя нояб",
    "дек",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip

MONTHS = " ".join(_MONTHS)
SHORT_MONTHS = " ".join(_SHORT_MONTHS)
ENGLISH_MONTHS = " ".join(_ENGLISH_MONTHS)
MONTH_OF = {
    form: number
    for table in (_MONTHS, _SHORT_MONTHS, _ENGLISH_MONTHS)
    for number, forms in enumerate(table, start=1)
    for form in forms.split()
}
"""The number of a month, from 1."""

_WEEKDAYS = {
    "monday": "понедельник понедельника понедельнику понедельником понедельнике пн monday",
    "tuesday": "вторник вторника вторнику вторником вторнике вт tuesday",
    "wednesday": "среда среды среде среду средой ср wednesday",
    "thursday": "четверг четверга четвергу четвергом четверге чт thursday",
    "friday": "пятница пятницы пятнице пятницу пятницей пт friday",
    "saturday": "суббота субботы субботе субботу субботой сб saturday",
    "sunday": "воскресенье воскресенья воскресенью воскресеньем воскресение воскресения "
    "воскресению вс вск sunday",
}
WEEKDAY_OF = {form: day for day, forms in _WEEKDAYS.items() for form in forms.split()}
"""The English name of a day of the week."""
AMBIGUOUS_WEEKDAYS = "среда среды среде среду средой"
SHORT_WEEKDAYS = "пн вт ср чт пт сб вс вск"
WEEKDAYS = " ".join(
    form
    for form in WEEKDAY_OF
    if form not in AMBIGUOUS_WEEKDAYS.split() and form not in SHORT_WEEKDAYS.split()
)
NO_WEEKDAY_BEFORE = (
    "обитания разработки выполнения исполнения программирования пребывания передачи существования "
    "общения жизни проживания моделирования тестирования размещения запуска хранения"
)
"""After «среда» these words say that it is an environment."""

STRETCHES = {
    "week": "неделя недели неделе неделю неделей week",
    "month": "месяц месяца месяцу месяце месяцем month",
    "year": "год года году годе годом year",
    "quarter": "квартал квартала кварталу квартале quarter",
    "day": "день дня дню днем дне суток day",
    "weekend": "выходные выходных выходным выходными weekend",
    "shift": "смены",
}
STRETCH_OF = {form: name for name, forms in STRETCHES.items() for form in forms.split()}

WHICH = {
    "this": "этот этого этому этим этом эта этой эту текущий текущего текущему текущем текущей "
    "текущую нынешнего эти этих this current",
    "next": "следующий следующего следующему следующем следующим следующая следующей следующую "
    "будущий будущего будущем будущей будущую новой новую следующие следующих next",
    "last": "прошлый прошлого прошлому прошлом прошлым прошлая прошлой прошлую предыдущий "
    "предыдущего предыдущей прошлые прошлых last",
    "nearest": "ближайший ближайшего ближайшему ближайшим ближайшей ближайшую ближайшие ближайших "
    "первый первого nearest",
}
WHICH_OF = {form: which for which, forms in WHICH.items() for form in forms.split()}

EDGES = {
    "end": "конец конца концу конце end",
    "start": "начала начале началу beginning start",
    "middle": "середина середины середине середину middle",
}
EDGE_OF = {form: edge for edge, forms in EDGES.items() for form in forms.split()}

RELATIVE = {
    "today": "сегодня сегодняшний сегодняшнего сегодняшнему сегодняшним сегодняшнем today tonight "
    "eod",
    "tomorrow": "завтра завтрашний завтрашнего завтрашнему завтрашним завтрашнем tomorrow",
    "day-after-tomorrow": "послезавтра послезавтрашнего overmorrow",
    "yesterday": "вчера вчерашний вчерашнего вчерашнему вчерашним вчерашнем yesterday",
    "day-before-yesterday": "позавчера позавчерашнего",
}
RELATIVE_OF = {form: name for name, forms in RELATIVE.items() for form in forms.split()}

_ORDINALS = (
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого "
    "одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого "
    "семнадцатого восемнадцатого девятнадцатого двадцатого"
)
ORDINAL_OF = {
    form: number
    for number, genitive in enumerate(_ORDINALS.split(), start=1)
    for form in (
        genitive,
        genitive[:-3] + ("ему" if number == 3 else "ому"),
        genitive[:-3] + ("е" if number == 3 else "ое"),
    )
} | {"тридцатого": 30, "тридцатому": 30, "тридцатое": 30, "двадцать": 20, "тридцать": 30}
"""The day that «двенадцатого», «двенадцатому», «двенадцатое» mean, and the tens before them."""
ORDINALS = " ".join(form for form in ORDINAL_OF if form not in ("двадцать", "тридцать"))
