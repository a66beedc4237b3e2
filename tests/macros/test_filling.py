import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import UsageError
from replylint.macros import styles
from replylint.macros.branches import MOST_READINGS
from replylint.macros.filling import fill
from replylint.macros.styles import STYLES, scan
from replylint.template import OwnStyle, Placeholders, Sort
from strategies import short_texts

ALL = Placeholders()
PARTS = st.sampled_from(
    [
        "{{ticket.requester.first_name}}",
        "#{ticket.number}",
        "%{recipient.name.first}",
        "{%customer.firstName%}",
        "{имя}",
        "[Имя]",
        "%name%",
        "{% if a %}",
        "{% elsif b %}",
        "{% else %}",
        "{% endif %}",
        "{% unless c %}",
        "{% endunless %}",
        "{% comment %}",
        "{% endcomment %}",
        "{{",
        "}}",
        "Заказ 😀 собран.\n",
        " до ",
    ]
)
templates = st.one_of(short_texts, st.lists(PARTS, max_size=14).map("".join))


@given(templates)
def test_every_code_point_goes_back_to_where_it_came_from(template):
    for filled in fill(template, ALL):
        samples = {offset for start, end, _h in filled.places() for offset in range(start, end)}
        for offset, sign in enumerate(filled.text):
            start, end = filled.back(offset, offset + 1)
            if offset in samples:
                holder = next(h for s, e, h in filled.places() if s <= offset < e)
                assert (start, end) == (holder.start, holder.end)
                assert filled.touches(offset, offset + 1)
            else:
                assert template[start:end] == sign
                assert filled.forth(start, end) == (offset, offset + 1)
                assert not filled.touches(offset, offset + 1)


@given(templates)
def test_what_is_no_placeholder_stays(template):
    scanned = scan(template, ALL)
    if not scanned.placeholders and not scanned.tags:
        assert [filled.text for filled in fill(template, ALL)] == [template]


@pytest.mark.parametrize(
    ("template", "style", "name", "sort"),
    [
        ("{{ticket.requester.first_name}}", "liquid", "ticket.requester.first_name", Sort.NAME),
        (
            "{{ ticket.requester.first_name | upcase }}",
            "liquid",
            "ticket.requester.first_name",
            Sort.NAME,
        ),
        ("#{ticket.customer.firstname}", "zammad", "ticket.customer.firstname", Sort.NAME),
        ("%{recipient.name.first}", "osticket", "recipient.name.first", Sort.NAME),
        ("{%customer.firstName%}", "freescout", "customer.firstName", Sort.NAME),
        ("{имя}", "braces", "имя", Sort.NAME),
        ("[Имя]", "brackets", "Имя", Sort.NAME),
        ("[номер заказа]", "brackets", "номер заказа", Sort.NUMBER),
        ("%name%", "percent", "name", Sort.NAME),
        ("${order_id}", "dollar", "order_id", Sort.NUMBER),
        ("[[customer_email]]", "double-brackets", "customer_email", Sort.EMAIL),
        ("<имя>", "angles", "имя", Sort.NAME),
        ("{{organization.name}}", "liquid", "organization.name", Sort.COMPANY),
        ("{{current_user.name}}", "liquid", "current_user.name", Sort.PERSON),
        ("{{visit.doctor.name}}", "liquid", "visit.doctor.name", Sort.PERSON),
        ("{мастер}", "braces", "мастер", Sort.PERSON),
        ("{дата_доставки}", "braces", "дата_доставки", Sort.DATE),
        ("{ticket_field_36}", "braces", "ticket_field_36", Sort.TEXT),
    ],
)
def test_every_style_is_named(template, style, name, sort):
    (holder,) = scan(f"Да, {template}!", ALL).placeholders
    assert (holder.style, holder.name, holder.sort) == (style, name, sort)
    assert set(STYLES) >= {style}


@pytest.mark.parametrize(
    "text",
    [
        "Скидка 20% и 30% сегодня",
        "[ссылка](https://a.ru)",
        "f(x) { return 1 }",
        "[да]",
        "a < b > c",
    ],
)
def test_what_only_looks_like_a_placeholder(text):
    assert scan(text, ALL).placeholders == ()


def test_only_the_styles_that_a_team_uses():
    chosen = Placeholders(styles=("liquid",), own=(OwnStyle("<<.+?>>", "Ромашка"),))
    (filled,) = fill("{{name}} {name} <<фирма>>", chosen)
    assert filled.text == "Anna {name} Ромашка" or filled.text == "Анна {name} Ромашка"


@pytest.mark.parametrize("sample", ["dollar", "angles", "own", ""])
def test_any_word_may_be_the_sample_of_a_team_s_own_style(sample):
    chosen = Placeholders(own=(OwnStyle("<<.+?>>", sample),))
    (filled,) = fill("Пишет <<имя>>.", chosen)
    assert filled.text == f"Пишет {sample}."


def test_braces_of_a_style_that_nobody_uses_are_no_marks():
    (filled,) = fill("{{name} {name} {name, да}", Placeholders(styles=("liquid",)))
    assert [filled.template[a:b] for a, b in filled.unbalanced] == ["{{name}"]


def test_a_slow_pattern_is_told(monkeypatch):
    monkeypatch.setattr(styles, "SECONDS", 0.001)
    chosen = Placeholders(own=(OwnStyle("(?:x|x)+(?:x|x)+(?:x|x)+z", ""),))
    with pytest.raises(UsageError, match="takes too long"):
        fill("x" * 60, chosen)


def test_samples_fit_what_is_around():
    def text(template):
        return fill(template, ALL)[0].text

    assert text("Уважаемый {имя}!") == "Уважаемый Сергей!"
    assert text("Вернём {сумма} руб.") == "Вернём 1500 руб."
    assert text("Вернём {сумма}.") == "Вернём 1500 ₽."
    assert text("Через {срок} рабочих дней") == "Через 5 рабочих дней"


def readings(template):
    return {filled.text for filled in fill(template, ALL)}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% if a %}Раз{% else %}Два{% endif %}!", {"Раз!", "Два!"}),
        ("{% if a %}Раз{% endif %}!", {"Раз!", "!"}),
        ("{% if a %}1{% elsif b %}2{% else %}3{% endif %}", {"1", "2", "3"}),
        ("{% unless a %}Раз{% endunless %}!", {"Раз!", "!"}),
        ("{% case a %}\n{% when 1 %}Раз{% when 2 %}Два{% endcase %}!", {"Раз!", "Два!", "!"}),
        (
            "{% if a %}1{% if b %}2{% else %}3{% endif %}{% else %}4{% endif %}",
            {"12", "13", "4"},
        ),
        ("{% assign x = 1 %}Раз{% comment %}нет{% endcomment %}", {"Раз"}),
        ("{% for a in b %}Раз{% endfor %}", {"Раз"}),
        ("{% for a in b %}Раз{% else %}Два{% endfor %}!", {"Раз!", "Два!"}),
        ("{{#if a}}Раз{{else}}Два{{/if}}!", {"Раз!", "Два!"}),
        ("{{#unless a}}Раз{{/unless}}!{{#each b}}Два{{/each}}", {"Раз!Два", "!Два"}),
        ("Раз\n{% if a %}\nДва\n{% endif %}\nТри", {"Раз\nДва\nТри", "Раз\nТри"}),
        ("", {""}),
    ],
)
def test_every_branch_is_read(template, expected):
    assert readings(template) == expected


@pytest.mark.parametrize(
    "part",
    [
        "{% if x %}",
        "{% if x %}{% endif %}",
        "{% comment %}{% if x %}a{% endif %}{% endcomment %}",
        "{% capture x %}",
        "{% endif %}",
        "{% if x %}{{ first_name }}, hello! {% endif %}",
        "{% for a in b %}{{ a }}{% endfor %}",
        "  {% assign x = 1 %}",
    ],
)
def test_thousands_of_tags_cost_no_more_than_their_number(part):
    for template in (part * 2000, "{% capture x %}" * 2000 + part * 2000):
        filled = fill(template, ALL)
        assert 1 <= len(filled) <= MOST_READINGS


def test_tags_that_change_nothing_do_not_hide_the_branches_behind_them():
    template = "{% for a in b %}1{% endfor %}{% if x %}{% endif %}" * 100
    assert readings(template + "{% if c %}2{% else %}3{% endif %}") == {
        "1" * 100 + end for end in "23"
    }


@pytest.mark.parametrize(
    ("template", "loose"),
    [
        ("{{name} да", ["{{name}"]),
        ("{name}} да", ["{name}}"]),
        ("да {имя, нет", ["{имя"]),
        ("#{ticket.id да", ["#{ticket.id"]),
        ("{% if a %}да", ["{% if a %}"]),
        ("да{% endif %}", ["{% endif %}"]),
        ("{{name}} {имя} 20% }", []),
    ],
)
def test_marks_without_a_partner(template, loose):
    (filled, *_rest) = fill(template, ALL)
    assert [template[start:end] for start, end in filled.unbalanced] == loose
    for start, end in filled.unbalanced:
        span = filled.forth(start, end)
        assert span is not None
        assert filled.text[slice(*span)] == template[start:end]
