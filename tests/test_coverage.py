"""Which patterns of a pack no example touches, each with its place."""

import pytest

from replylint.coverage import count_patterns, touched_patterns, untouched_patterns
from replylint.linter import Linter
from support import forbidding, linter_of, rule, write_pack

BODY = """
define:
  soon: [скоро, "вот-вот"]
signals:
  calm:
    match:
      - "тише"
      - "спокойно"
    except: ["тише едешь"]
rules:
"""


def seen(folder, body, bad, good='["хорошо"]'):
    body = body.replace('["[[плохо]]"]', bad).replace('["хорошо"]', good)
    linter = linter_of(folder, body)
    [pack] = linter.packs
    return linter, pack, [program.source for program in untouched_patterns(linter, pack)]


def test_patterns_that_no_example_shows_are_named_in_the_order_of_the_file(tmp_path):
    body = BODY + rule('forbid: ["&calm @soon", "плохо", "ужас"]')
    _linter, _pack, sources = seen(tmp_path, body, '["[[Тише скоро]]."]')
    assert sources == ["спокойно", "тише едешь", "плохо", "ужас"]


def test_a_pattern_that_nothing_touches_knows_its_place(tmp_path):
    body = BODY + rule('forbid: ["плохо", "ужас"]')
    linter, pack, _sources = seen(tmp_path, body, '["[[Плохо]]."]')
    places = [program.place for program in untouched_patterns(linter, pack)]
    assert [(place.line, place.column) for place in places] == [
        (11, 9),
        (12, 9),
        (13, 14),
        (19, 23),
    ]
    assert {place.source for place in places} == {pack.path}


def test_examples_touch_what_is_in_good_ones_too(tmp_path):
    body = BODY + rule('forbid: ["плохо"]')
    bad, good = '["[[Плохо]]."]', '["Тише едешь, спокойно."]'
    assert seen(tmp_path, body, bad, good)[2] == []


def test_what_the_customer_says_touches_patterns(tmp_path):
    body = BODY + rule('forbid: ["плохо"]', **{"if-customer": '["ау", "эй"]'})
    bad = '[{customer: "Ау, тише едешь, спокойно", reply: "[[Плохо]]."}]'
    assert seen(tmp_path, body, bad)[2] == ["эй"]


def test_the_patterns_of_a_swap_are_looked_at(tmp_path):
    body = "rules:\n" + rule('swap: {"{кушать}": "{есть}", "дабы": "чтобы"}')
    assert seen(tmp_path, body, '["[[Кушаем]]."]')[2] == ["дабы"]


def test_examples_of_another_pack_touch_patterns_of_the_pack_that_it_uses(tmp_path):
    base = BODY + rule('forbid: ["жуть"]').replace("плохо", "жуть")
    write_pack(tmp_path, base, "ru/base")
    body = forbidding("плохо", "&calm").replace('"[[плохо]]"', '"[[плохо]], [[спокойно]]"')
    linter = Linter([write_pack(tmp_path, body, uses=["ru/base"])])
    packs = {pack.name: pack for pack in linter.packs}
    touched = touched_patterns(linter.books[0])
    for name, expected in {"ru/base": ["тише", "тише едешь"], "ru/probe": []}.items():
        sources = [p.source for p in untouched_patterns(linter, packs[name], touched)]
        assert sources == expected
        assert sources == [p.source for p in untouched_patterns(linter, packs[name])]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (BODY + rule('forbid: ["плохо", "ужас"]'), 5),
        ("rules:\n" + rule('swap: {"плохо": "худо"}'), 1),
        ("rules:\n" + rule("limit: {measure: words, max: 9}"), 0),
    ],
)
def test_the_patterns_of_a_pack_are_counted(tmp_path, body, count):
    linter = linter_of(tmp_path, body)
    assert count_patterns(linter, linter.packs[0]) == count
