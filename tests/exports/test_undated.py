from replylint.exports.undated import Undated


def note(rows):
    undated = Undated()
    for line, written in rows:
        undated.add(line, written)
    return list(undated.note("chats.csv"))


def test_all_are_counted_and_the_first_are_named():
    (told,) = note([(2, "soon"), (2, "soon"), (5, "32.13.2026"), (7, "later"), (9, "?")])
    assert told.message == (
        "the dates of 4 rows cannot be read, and their replies have no date: "
        "line 2 “soon”, line 5 “32.13.2026”, line 7 “later”, …"
    )
    assert str(told.place) == "chats.csv:2"


def test_without_any_there_is_nothing_to_tell():
    assert note([]) == []
