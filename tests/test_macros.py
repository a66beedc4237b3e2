"""Templates through the linter: findings at the template's own words."""

import pytest

from replylint import Choices, Conversation, Linter, Settings
from replylint.passage import FileText, Passage
from replylint.template import Macro, Placeholders


@pytest.fixture(scope="module")
def linter():
    return Linter()


def found(linter, template, **more):
    result = linter.check(template, channel="macro", **more)
    assert result.failures == ()
    assert result.reply == template
    for finding in result.findings:
        assert template[finding.start : finding.end] == finding.text
    return {(finding.rule, finding.text) for finding in result.findings}


TEMPLATES = [
    "Здравствуйте, {{ticket.requester.first_name | default: 'друг'}}! Заказ {{ticket.id}} собран.",
    "#{ticket.customer.firstname}, добрый день! Сумму %{sum} вернули {дата}, чек: [ссылка].",
    "Добрый день, %name%! Курьер приедет {date} в {time}, его телефон {phone}.",
    "{имя}, спасибо! Ответим до {{deadline}}, ваш менеджер {менеджер}.",
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_placeholders_cause_no_findings(linter, template):
    assert found(linter, template) == set()


def test_words_around_placeholders_are_found_in_their_place(linter):
    template = "{% if vip %}Всё хорошо.{% else %}{{name | default: 'A'}}, успокойтесь.{% endif %}"
    assert ("calm-down", "успокойтесь") in found(linter, template)
    (finding,) = linter.check(template, channel="macro").findings
    assert finding.in_file is None
    macro = Macro(Passage.whole(FileText("x: " + template), 3))
    reply = Conversation(template, channel="macro", macro=macro)
    (finding,) = linter.check(reply).findings
    assert finding.in_file is not None
    assert finding.in_file.start.column == finding.column + 3


def test_a_finding_of_both_branches_is_told_once(linter):
    template = "Успокойтесь.{% if a %} Заказ собран.{% else %} Заказ едет к вам.{% endif %}"
    assert [f.rule for f in linter.check(template, channel="macro").findings] == ["calm-down"]


def test_known_names_come_from_the_settings():
    choices = Choices(placeholders=Placeholders(known=("ticket.id", "ticket.field_*")))
    linter = Linter(["ru/macros"], settings=Settings(choices=choices))
    template = "Заказ {{ticket.id}}, {{ticket.field_7}}, {{ticket.di}} собран."
    (finding,) = linter.check(template, channel="macro").findings
    assert (finding.rule, finding.text) == ("placeholder-unknown", "{{ticket.di}}")
    assert finding.suggestions[0] == "{{ticket.id}}"


@pytest.mark.parametrize(
    ("template", "unknown"),
    [
        ("{% for item in ticket.items %}{{item.name}} {{ forloop.index }}{% endfor %}", []),
        ("{% for item in ticket.items %}{{item.name}}{% endfor %}{{item.name}}", ["{{item.name}}"]),
        ("{%- assign sum = ticket.total | round -%}{{ sum }}", []),
        ("{{ sum }} {% assign sum = 1 %}", ["{{ sum }}"]),
        ("{% capture who %}Пётр{% endcapture %}{{who | upcase}} {{whom}}", ["{{whom}}"]),
        ("{{#each items}}{{this.name}} {{price}}{{/each}} {{price}}", ["{{price}}"]),
        (
            "{% for a in x %}{% for b in a.all %}{{a}}{{b.id}}{{c}}{% endfor %}{{b}}{% endfor %}",
            ["{{c}}", "{{b}}"],
        ),
    ],
)
def test_names_that_a_template_makes_itself_are_known(template, unknown):
    choices = Choices(placeholders=Placeholders(known=("ticket.*",)))
    linter = Linter(["ru/macros"], settings=Settings(choices=choices))
    found = linter.check(f"Ваш заказ: {template}.", channel="macro").findings
    assert [f.text for f in found if f.rule == "placeholder-unknown"] == unknown


def test_other_channels_keep_their_placeholders(linter):
    rules = {f.rule for f in linter.check("Добрый день, {имя}! Заказ собран.").findings}
    assert "unfilled-field" in rules
