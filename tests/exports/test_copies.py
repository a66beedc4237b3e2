from replylint.exports.copies import Copies


def test_a_copy_is_told_from_a_file_that_is_only_as_long(tmp_path):
    first, copy, other, empty, none = (tmp_path / name for name in "abcde")
    first.write_text("да")
    copy.write_text("да")
    other.write_text("но")
    empty.write_text("")
    copies = Copies()
    assert copies.original(first) is None
    assert copies.original(other) is None
    assert copies.original(copy) == first
    assert copies.original(other) == other
    assert [copies.original(path) for path in (empty, empty, none)] == [None] * 3
