import pytest

from replylint.packs.examples import read_example


@pytest.mark.parametrize(
    ("text", "reply", "spans"),
    [
        ("Хорошо.", "Хорошо.", ()),
        ("[[Плохо]].", "Плохо.", ((0, 5),)),
        ("Ну [[плохо]] и [[худо]]!", "Ну плохо и худо!", ((3, 8), (11, 15))),
        ("[[а]][[б]]", "аб", ((0, 1), (1, 2))),
        ("🙂 [[да\nнет]]", "🙂 да\nнет", ((2, 8),)),
        ("[имя], [[да]", "[имя], [[да]", ()),
    ],
)
def test_marks_are_taken_out_and_remembered(text, reply, spans):
    example = read_example(text, bool(spans))
    assert (example.reply, example.spans) == (reply, spans)
    assert [example.reply[start:end] for start, end in spans] == [
        text.split("[[")[i + 1].split("]]")[0] for i in range(len(spans))
    ]
