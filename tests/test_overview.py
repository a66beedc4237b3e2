import pytest

from replylint.macros.names import Fields
from replylint.macros.registry import read_macros
from replylint.overview import overview
from replylint.sources.item import Defaults
from replylint.sources.macros import conversation_of

LIBRARY = """\
- {key: back, title: Возврат, language: ru, text: "Деньги вернём на карту за 3 дня после приёмки."}
- {key: back, title: Refund, language: en, text: We send the money back to your card.}
- key: again
  title: Снова
  language: ru
  text: |
    Добрый день!
    Деньги вернём на карту за 10 дней после приёмки.
- {key: one, title: a, language: ru, text: "Заказ {номер} собран, курьер приедет к вам завтра."}
- {key: one, title: b, language: en, text: Your order is packed.}
- {key: two, title: c, language: ru, text: "Заказ {код} собран, курьер приедет к вам сегодня."}
- {key: two, title: d, language: en, text: "Look: https://example.com/a."}
- {key: link, title: e, language: ru, text: '<p>Вот <a href="https://example.com/a">тут</a></p>'}
"""


@pytest.fixture(scope="module")
def found():
    macros = read_macros(LIBRARY, "a.yml", "yaml", Fields())
    return overview(conversation_of(macro, "a.yml", Defaults()) for macro in macros)


def test_replies_that_are_nearly_the_same(found):
    assert [(t.first.name, t.second.name) for t in found.twins] == [("a", "c")]


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        ("Заказ собран и ждёт вас.", "Заказ собран и ждёт вас.", ()),
        (
            "Стрижка стоит 1 500 ₽ без укладки.",
            "Стрижка стоит 1 700 ₽ без укладки.",
            ("1 500", "1 700"),
        ),
        ("Мы ждём вас с 9:00 каждый день.", "Мы ждём вас с 10:00 каждый день!", ("9:00", "10:00")),
        (
            "Заказ {номер} едет к вам сегодня.",
            "Заказ {код} едет к вам завтра.",
            ("сегодня", "завтра"),
        ),
        ("Заказ уже собран и ждёт.", "Заказ уже собран и ждёт вас.", ("", "вас")),
    ],
)
def test_what_the_nearly_same_say_differently(one, other, differences):
    tail = "Чек придёт на почту, а карту гостя можно забрать у администратора на втором этаже."
    library = f"- {{title: a, text: '{one} {tail}'}}\n- {{title: b, text: '{other} {tail}'}}\n"
    macros = read_macros(library, "a.yml", "yaml", Fields())
    (twins,) = overview(conversation_of(m, "a.yml", Defaults()) for m in macros).twins
    assert twins.differences == ((differences,) if differences else ())


def test_differing_numbers_come_first():
    tail = "Подъём на этаж стоит {} рублей, оплата картой курьеру или по ссылке из письма."
    texts = [
        f"Добрый день! {tail.format(300)}",
        f"Добрый вечер! {tail.format(450)}",
    ]
    library = "".join(f"- {{title: a, text: '{text}'}}\n" for text in texts)
    macros = read_macros(library, "a.yml", "yaml", Fields())
    (twins,) = overview(conversation_of(m, "a.yml", Defaults()) for m in macros).twins
    assert twins.differences == (("300", "450"), ("день", "вечер"))


def test_different_numbers_about_the_same_thing(found):
    (pair,) = found.contradictions
    assert (pair.first.name, pair.second.name) == ("Возврат", "Снова")
    assert "3 дня" in pair.one
    assert "10 дней" in pair.other


def test_languages_that_are_missing(found):
    assert {(gap.spot.name, gap.missing) for gap in found.gaps} == {
        ("Снова", ("en",)),
        ("e", ("en",)),
    }
    assert found.has_faults


def test_a_library_without_translations_lacks_none():
    texts = ["Заказ собран, приходите.", "Столик у окна ваш.", "Your table is ready."]
    library = "".join(
        f"- {{title: t{n}, language: {'ru' if n < 2 else 'en'}, text: '{text}'}}\n"
        for n, text in enumerate(texts)
    )
    macros = read_macros(library, "a.yml", "yaml", Fields())
    assert overview(conversation_of(m, "a.yml", Defaults()) for m in macros).gaps == []


def test_how_long_is_compared_within_its_clause():
    texts = [
        "Заказ хранится в магазине 7 дней.",
        "Заказ хранится в магазине 5 дней, потом уезжает обратно на центральный склад.",
    ]
    library = "".join(f"- {{title: t, text: '{text}'}}\n" for text in texts)
    macros = read_macros(library, "a.yml", "yaml", Fields())
    (pair,) = overview(conversation_of(m, "a.yml", Defaults()) for m in macros).contradictions
    assert (pair.one, pair.other) == tuple(texts)


def test_links_with_their_places(found):
    (link,) = found.links
    assert link.address == "https://example.com/a"
    assert [spot.name for spot in link.spots] == ["d", "e"]
    for spot in link.spots:
        line = LIBRARY.split("\n")[spot.place.line - 1]
        assert line[spot.place.column - 1 :].startswith("https://example.com/a")


def test_a_library_of_nothing():
    assert not overview([]).has_faults


def contradictions(*texts):
    library = "".join(f"- {{title: t{n}, text: '{text}'}}\n" for n, text in enumerate(texts))
    macros = read_macros(library, "a.yml", "yaml", Fields())
    found = overview(conversation_of(macro, "a.yml", Defaults()) for macro in macros)
    return [(pair.one, pair.other) for pair in found.contradictions]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Курьер по городу берёт 1 500 ₽.", "Курьер по городу берёт 2 500 ₽."),
        ("Курьер по городу берёт 1 500,50 ₽.", "Курьер по городу берёт 1 501,50 ₽."),
        (
            "Бесплатная доставка при заказе от 2000 ₽.",
            "Бесплатная доставка при заказе от 3000 рублей.",
        ),
        ("Комиссия за перевод на карту 1,5%.", "Комиссия за перевод на карту 2 %."),
        (
            "Звоните на горячую линию: 8 800 555-35-35.",
            "Звоните на горячую линию: 8 800 555-35-36.",
        ),
        ("Стрижка — 1 500 ₽, окраска — от 4 000 ₽.", "Стрижка — 1 700 ₽, окраска — от 4 000 ₽."),
        ("Чистка дивана — 3 000 ₽.", "Чистка дивана: 3 500 рублей."),
        ("Акция магазина продлится до 1 мая.", "Акция магазина продлится до 2 мая."),
        ("Обращение принято, отвечу до 18:00.", "Обращение принято, отвечу до 12:00."),
        ("Обращение принял, отвечу завтра до 15.", "Обращение принял, отвечу сегодня до 18:00."),
    ],
)
def test_sums_shares_phones_and_dates(one, other):
    assert contradictions(one, other) == [(one, other)]
    assert contradictions(one, one.replace("Зв", "Поз").replace("Бесп", "У нас бесп")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Пункт выдачи на Ленина, 5 работает ежедневно с 9 до 21.",
            "Пункт выдачи на улице Ленина, 5 открыт каждый день с 10:00 до 20:00.",
        ),
        ("Склад самовывоза открыт 10:00–20:00.", "Склад самовывоза работает с 9 до 21."),
        ("Our phone support: 9 am to 5 pm.", "The phone support is there from 10 am to 6 pm."),
        (
            "All our lamps come with a 12 months warranty.",
            "Our lamps have a 24-month warranty from the day of purchase.",
        ),
        ("Free returns within 30 days of delivery.", "Returns within two weeks of delivery."),
        (
            "Деньги вернутся на карту в течение 3-х рабочих дней.",
            "Деньги вернём на карту в срок до 10 рабочих дней.",
        ),
        ("Гарантия на лампы — 12 месяцев.", "Гарантия на лампы: два года."),
        ("Ответим на обращение за 24 часа.", "Ответим на обращение за 3 дня."),
    ],
)
def test_hours_and_lengths_of_time_in_other_words(one, other):
    assert contradictions(one, other) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Склад самовывоза работает с 9 до 21.", "Склад самовывоза открыт ежедневно 9:00-21:00."),
        ("Our support team is here 9 am to 5 pm.", "Our support team is here 9:00-17:00."),
        ("Гарантия на лампы — 12 месяцев.", "Гарантия на лампы: 1 год."),
        ("Ответим на обращение за 24 часа.", "Ответим на обращение за 1 день."),
        ("Деньги вернутся на карту за 3-5 дней.", "Деньги вернутся на карту за 5 дней."),
    ],
)
def test_the_same_time_in_other_words_is_no_contradiction(one, other):
    assert contradictions(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Чистка дивана — 3 000 ₽.", "Чистка кресла — 2 500 ₽."),
        ("Стрижка с укладкой — 2 000 ₽.", "Стрижка — 1 500 ₽."),
        ("Итого 1 500 ₽.", "Итого 1 700 ₽."),
        ("Курьер приезжает за платьем 3 раза.", "Курьер приезжает за платьем, 500 рублей."),
        ("Пункт выдачи на Ленина, 5 открыт с 9 до 21.", "Пункт выдачи на Мира, 7 с 10 до 20."),
        ("Пункт выдачи на Ленина, 5 открыт с 9 до 21.", "Пункт выдачи на Ленина, 9: 10-20 ч."),
        (
            "Пункт выдачи заказов на Ленина открыт с 9 до 21.",
            "Пункт выдачи заказов на Мира открыт с 10 до 20.",
        ),
        ("Склад самовывоза по будням с 9 до 21.", "Склад самовывоза по выходным с 10 до 18."),
        ("Склад самовывоза с 9 до 21.", "Склад самовывоза в субботу с 10 до 18."),
        (
            "Support answers chats on weekdays from 9:00 to 17:00.",
            "Support answers chats on Saturdays from 10:00 to 14:00.",
        ),
        ("Доставим заказ в Москву за 2 дня.", "Доставим заказ в Казань за 5 дней."),
        ("Гарантия на лампы — 12 месяцев.", "Гарантия на чайники — 24 месяца."),
        ("Деньги вернутся на карту за 3 дня.", "Деньги вернутся на счёт за 10 дней."),
        ("Standard shipping takes 5 days.", "Express shipping takes 2 days."),
        ("Курьер привезёт заказ за 3 дня.", "Курьер подождёт вас 15 минут."),
        (
            "Соберём заказ за 2 дня, привезём заказ за 5 дней.",
            "Заказ соберём за 2 дня, а привезём заказ за 5 дней.",
        ),
    ],
)
def test_times_of_different_things_are_no_contradiction(one, other):
    assert contradictions(one, other) == []


def test_what_is_filled_in_or_said_to_some_only_is_no_contradiction():
    filled = "Ваш заказ приедет на склад за {{number}} дней."
    assert contradictions(filled, filled.replace("{{number}}", "30")) == []
    some = "{% if vip %}Деньги вернутся на карту за 3 дня.{% endif %} Ждём вас."
    assert contradictions(some, "Деньги вернутся на карту за 5 дней.") == []


def test_a_contradiction_is_told_where_its_sentence_stands():
    library = (
        "- title: a\n  text: |\n    Добрый день!\n    Деньги вернём на карту за 3 дня.\n"
        "- {title: b, text: Деньги вернём на карту за 5 дней.}\n"
    )
    macros = read_macros(library, "a.yml", "yaml", Fields())
    (pair,) = overview(conversation_of(m, "a.yml", Defaults()) for m in macros).contradictions
    assert (pair.first.place.line, pair.first.place.column) == (4, 5)


def test_a_contradiction_is_quoted_with_its_placeholders():
    one = "Обращение №{{conversation.id}} принято, ответим до {}."
    (pair,) = contradictions(one.replace("{}", "18:00"), one.replace("{}", "12:00"))
    assert pair[0] == "Обращение №{{conversation.id}} принято, ответим до 18:00."
