import pytest

from replylint.signals.near import MOST_NAMES
from support import found, linters_forbidding, problems_of, told

SIGNALS = """
signals:
  you: {match: ["вы"]}
  wrong: {match: ["ошиблись", "ошибочно"]}
  self: {match: ["сами"]}
  two: {near: {of: [you, wrong], words: 1}}
  usual: {near: {of: [you, wrong]}}
  three: {near: {of: [you, wrong, self], words: 0}}
"""


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return linters_forbidding(("two", "usual", "three"), SIGNALS, tmp_path_factory)


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("two", "Тут вы ошиблись.", ["вы ошиблись"]),
        ("two", "Ошибочно вы выбрали март.", ["Ошибочно вы"]),
        ("two", "Вы где-то ошиблись.", ["Вы где-то ошиблись"]),
        ("two", "Вы где-то там ошиблись.", []),
        ("two", "Вы. Ошиблись.", []),
        ("two", "Вы ошиблись, ошибочно вы выбрали.", ["Вы ошиблись", "ошибочно вы"]),
        ("usual", "Вы раз два три четыре пять ошиблись.", ["Вы раз два три четыре пять ошиблись"]),
        ("usual", "Вы раз два три четыре пять шесть ошиблись.", []),
        ("three", "Ошиблись вы сами.", ["Ошиблись вы сами"]),
        ("three", "Сами вы ошиблись.", ["Сами вы ошиблись"]),
        ("three", "Вы сами тут ошиблись.", []),
        ("three", "Вы ошиблись.", []),
    ],
)
def test_signals_are_found_close_to_each_other_in_any_order(linters, signal, text, expected):
    assert found(linters[signal], text) == expected


def test_more_signals_than_have_few_orders_are_refused(pack):
    names = [f"s{number}" for number in range(MOST_NAMES + 1)]
    body = "signals:\n" + "".join(f'  {name}: {{match: ["да"]}}\n' for name in names)
    [problem] = problems_of(pack(f"{body}  many: {{near: {{of: [{', '.join(names)}]}}}}\n"))
    assert told(problem).startswith("11:21 ")
    assert str(MOST_NAMES) in problem.message
