from replylint.exports.seen import Seen, key_of


def test_texts_are_told_apart_by_where_they_end():
    assert key_of("a", "b") == key_of("a", "b")
    assert key_of("a", "b") != key_of("ab", "") != key_of("", "ab")


def test_a_key_is_known_from_the_file_that_had_it_first():
    seen = Seen()
    assert [seen.take(key) for key in (3, 1, 3)] == [None, None, None]
    seen.end_file(0)
    assert [seen.take(key) for key in (2, 1)] == [None, 0]
    seen.end_file(1)
    assert [seen.take(key) for key in (1, 2, 3, 4, 2**64 - 1)] == [0, 1, 0, None, None]


def test_what_came_twice_may_be_taken_twice_and_no_more():
    seen = Seen()
    seen.take(7)
    seen.take(7)
    seen.end_file(0)
    assert [seen.take(7) for _again in range(3)] == [0, 0, None]
    seen.end_file(1)
    assert [seen.take(7) for _again in range(4)] == [0, 0, 0, None]


def test_files_without_anything_change_nothing():
    seen = Seen()
    seen.end_file(0)
    seen.take(5)
    seen.end_file(1)
    seen.end_file(2)
    assert seen.take(5) == 1
