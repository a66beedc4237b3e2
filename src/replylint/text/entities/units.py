"""The words for units of time, and the words of other units, in all their forms."""

from __future__ import annotations

UNITS = {
    "second": "секунда секунды секунде секунду секундой секунд секундам сек second seconds sec",
    "minute": "минута минуты минуте минуту минутой минут минутам минуток минутки минутку минуточку "
    "мин minute minutes min mins",
    "hour": "час часа часу часом часе часов часам часик часика часиков ч hour hours hr hrs",
    "day": "день дня дню днем дне дней дни дням дн сутки суток суткам day days",
    "week": "неделя недели неделе неделю неделей недель неделям неделька недельку недельки нед "
    "week weeks",
    "month": "месяц месяца месяцу месяцем месяце месяцев месяцы месяцам мес month months",
    "quarter": "квартал квартала кварталу квартале кварталов quarter quarters",
    "year": "год года году годом годе годов лет годам year years",
}
UNIT_OF = {form: unit for unit, forms in UNITS.items() for form in forms.split()}
"""The unit that a form belongs to."""

MEASURES = frozenset(
    [
        *UNIT_OF,
        *"""
        рубль рубля рублю рублей рублям рублями руб р коп копеек копейки копейка доллар доллара
        долларов евро тенге сум сумов балл балла баллов бонус бонуса бонусов бонусных
        процент процента процентов процентам штука штуки штук шт раз раза кг г гр грамм граммов
        килограмм килограммов т тонн тонны м метр метра метров см сантиметр сантиметров мм
        миллиметров км километр километра километров л литр литра литров мл гб мб кб тб гц ггц
        вт квт в вольт градус градуса градусов тыс тысяч тысяча тысячи млн миллион миллионов
        человек дюймов дюйма этаж этажа этаже
        percent dollar dollars euro euros rub rubles roubles usd eur points times kg km cm mm gb mb
        """.split(),
    ]
)
"""After a figure these words say that it is neither a date nor a time of the day."""
