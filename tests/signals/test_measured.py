import pytest

from replylint.signals.index import ProgramIndex
from replylint.signals.measured import MEASURES
from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document

NO_SIGNALS = SignalBook({}, ProgramIndex({}, bool), {})


@pytest.fixture
def measure():
    """The values of a measure in a text, each with the part of the text that it is about."""

    def measure(measured, text):
        reading = Reading(Document(text), NO_SIGNALS)
        return [
            (round(value, 3), text[match.start : match.stop]) for value, match in measured(reading)
        ]

    return measure


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("words_per_sentence", "Раз два. Три!", [(2, "Раз два"), (1, "Три")]),
        ("words_per_sentence", "Раз 🙂 два 5 🙂", [(3, "Раз 🙂 два 5")]),
        ("words_per_sentence", "> раз два\nТри «а б в» да", [(2, "Три «а б в» да")]),
        ("words_per_sentence", "", []),
        (
            "sentences_per_paragraph",
            "Вот. Так.\n\nЕщё. И ещё. Всё.",
            [(2, "Вот. Так"), (3, "Ещё. И ещё. Всё")],
        ),
        ("sentences_per_paragraph", "> Вот. Так.\n\nЕщё.", [(1, "Ещё")]),
        ("words", "Вот так. Да 🙂", [(3, "Вот так. Да 🙂")]),
        ("words", "> вот так\nДа\n-- \nАнна Ким", [(1, "> вот так\nДа\n-- \nАнна Ким")]),
        ("words", "", [(0, "")]),
        ("sentences", "Вот. Так!\n> Нет.", [(2, "Вот. Так!\n> Нет.")]),
        ("characters", " Вот 🙂\n", [(5, " Вот 🙂\n")]),
        ("capitals_share", "ОЧЕНЬ жаль, ПРАВДА", [(0.667, "ОЧЕНЬ жаль, ПРАВДА")]),
        ("capitals_share", "это ОЧЕНЬ жаль", [(0.5, "ОЧЕНЬ")]),
        ("capitals_share", "НДС и СМС нам", [(0, "НДС и СМС нам")]),
        (
            "capitals_share",
            "> ПОЧЕМУ МОЛЧИТЕ\nОтветим скоро",
            [(0, "> ПОЧЕМУ МОЛЧИТЕ\nОтветим скоро")],
        ),
        ("capitals_share", "`ERROR_CODE ERROR` Проверим", [(0, "`ERROR_CODE ERROR` Проверим")]),
        ("exclamation_marks", "Да! Нет!! И", [(3, "! Нет!!")]),
        ("exclamation_marks", "> Да!\n«Это очень плохо!» Нет!", [(1, "!")]),
        ("exclamation_marks", "`a!` Нет", [(0, "`a!` Нет")]),
        ("question_marks", "Да? Нет", [(1, "?")]),
        ("brackets", "Да)) (вот) так :)", [(2, "))")]),
        ("brackets", "(вот) так", [(0, "(вот) так")]),
        ("emoji", "Да 🙂 нет 👍🏽 так", [(2, "🙂 нет 👍🏽")]),
        ("emoji", "> да 🙂\nНет", [(0, "> да 🙂\nНет")]),
        ("emoji", "Нет", [(0, "Нет")]),
    ],
)
def test_a_measure_gives_values_and_the_parts_that_have_them(measure, name, text, expected):
    assert measure(MEASURES[name], text) == expected


def test_every_measure_can_take_any_reply(measure):
    for name, measured in MEASURES.items():
        for text in ("", "!", "🙂", "> да", "-- \n", "да", "\ud800"):
            assert all(value >= 0 for value, _part in measure(measured, text)), name


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("words_per_part", "раз два, три. раз", [(3, "раз два, три"), (1, "раз")]),
        ("words_per_part", "нужны: раз; два три 5", [(2, "нужны: раз; два три 5")]),
        ("words_per_part", "раз (два три четыре) пять", [(2, "раз (два три четыре) пять")]),
        ("words_per_part", "> раз два\n", []),
        ("words_per_block", "раз. два\nтри", [(2, "раз. два"), (1, "три")]),
        ("words_per_block", "", []),
        ("steps_per_sentence", "Снимите, промойте. Ждём.", [(2, "Снимите, промойте")]),
        ("steps_per_sentence", "Извините, вы смотрите, делаете?", []),
    ],
)
def test_measures_of_reading_comfort(measure, name, text, expected):
    assert measure(MEASURES[name], text) == expected
