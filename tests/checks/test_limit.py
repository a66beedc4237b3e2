import pytest

from support import found, linter_of, problems_of, rule, told

SIGNALS = """
signals:
  sorry: {match: ["увы", "жаль"]}
  boilerplate: {match: ["ваше обращение важно"]}
rules:
"""


def limit(**keys):
    written = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return SIGNALS + rule(
        f"limit: {{{written}}}", message='"«{match}»: {value}, а можно от {min} до {max}"'
    )


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ({"measure": "words_per_sentence", "max": 2}, "Вот так. Вот и всё.", ["Вот и всё"]),
        ({"measure": "words_per_sentence", "max": 3}, "Вот так. Вот и всё.", []),
        ({"measure": "sentences_per_paragraph", "max": 1}, "Вот. Так.\n\nДа.", ["Вот. Так"]),
        ({"measure": "words", "min": 2, "max": 3}, "Да.", ["Да."]),
        ({"measure": "words", "min": 2, "max": 3}, "Да, вот.", []),
        ({"measure": "words", "min": 2, "max": 3}, "Да, вот и всё.", ["Да, вот и всё."]),
        ({"measure": "exclamation_marks", "max": 1}, "Да! Нет! Вот.", ["! Нет!"]),
        ({"measure": "capitals_share", "max": 0.3}, "СРОЧНО пришлите", ["СРОЧНО"]),
        ({"measure": "capitals_share", "max": 0.3}, "СРОЧНО пришлите файл сюда", []),
        ({"measure": "emoji", "max": 0}, "Да 🙂", ["🙂"]),
        ({"measure": "count", "of": "sorry", "max": 1}, "Увы, жаль. Вот.", ["жаль"]),
        ({"measure": "count", "of": "sorry", "min": 1}, "Вот.", ["Вот."]),
        (
            {"measure": "count", "of": "sorry", "per": "sentence", "max": 1},
            "Увы, жаль. Увы.",
            ["Увы, жаль"],
        ),
        ({"measure": "count", "of": "sorry", "per": "100 words", "max": 30}, "Увы. Вот и всё.", []),
        ({"measure": "count", "of": "sorry", "per": "100 words", "max": 30}, "Увы. Вот.", ["Увы"]),
        ({"measure": "share", "of": "sorry", "max": 0.5}, "Увы нам. Вот.", ["Увы нам"]),
        (
            {"measure": "boilerplate_share", "max": 0.5},
            "Ваше обращение важно. Да.",
            ["Ваше обращение важно"],
        ),
        ({"measure": "boilerplate_share", "of": "sorry", "max": 0.5}, "Ваше обращение важно.", []),
    ],
    ids=str,
)
def test_a_measure_out_of_bounds_is_found(lint, keys, text, expected):
    assert found(lint(limit(**keys)), text) == expected


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    body = limit(measure="capitals_share", min=0, max=0.25)
    return linter_of(tmp_path_factory.mktemp("limit"), body)


def test_the_message_tells_the_value_and_the_bounds(linter):
    [finding] = linter.check("СРОЧНО НУЖНЫ ваши бумаги").findings
    assert finding.message == "«СРОЧНО НУЖНЫ»: 0.5, а можно от 0 до 0.25"


def test_a_value_is_rounded_as_a_person_writes_it(linter):
    [finding] = linter.check("СРОЧНО пришлите бумаги").findings
    assert ": 0.33, " in finding.message


def test_the_bound_that_is_not_there_is_empty(lint):
    [finding] = lint(limit(measure="words", max=1)).check("Да, вот").findings
    assert finding.message == "«Да, вот»: 2, а можно от  до 1"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"measure": "words"}, "“min”, “max” or both are needed"),
        ({"measure": "words", "min": 9, "max": 3}, "“min” (9) is above “max” (3)"),
        ({"measure": "wods", "max": 1}, "“wods” is not one of: "),
        ({"measure": "count", "max": 1}, "“count” needs “of”: a signal"),
        ({"measure": "share", "max": 1}, "“share” needs “of”: a signal"),
        ({"measure": "words", "of": "sorry", "max": 1}, "“of” belongs to “count” and “share”"),
        ({"measure": "words", "per": "sentence", "max": 1}, "“per” belongs to “count”"),
        ({"measure": "count", "of": "sory", "max": 1}, "there is no signal “sory”; did you mean"),
        ({"measure": "words", "max": "много"}, "a number is expected"),
    ],
    ids=str,
)
def test_a_limit_is_refused_for(pack, keys, expected):
    [problem] = problems_of(pack(limit(**keys)))
    assert problem.place.line == 14
    assert expected in told(problem)


def test_without_a_signal_for_canned_words_there_is_nothing_to_measure(pack):
    body = limit(measure="boilerplate_share", max=0.5).replace("  boilerplate:", "  canned:")
    [problem] = problems_of(pack(body))
    assert "there is no signal “boilerplate”" in problem.message
