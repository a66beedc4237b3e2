"""Arrays come back as they were, or not at all."""

import numpy
import pytest

from replylint.text.array_file import Kept, read_arrays, write_arrays

ARRAYS = {
    "табл": numpy.arange(200, dtype=numpy.uint8).reshape(50, 4),
    "none": numpy.zeros((0, 3), dtype=numpy.float32),
    "turned": numpy.arange(12, dtype=numpy.float32).reshape(3, 4).T,
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "folder" / "file"
    write_arrays(path, Kept(ARRAYS, {"эпс": 0.1}))
    return path


def test_what_is_written_is_read(path):
    arrays, told = read_arrays(path)
    assert told == {"эпс": 0.1}
    assert arrays.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        assert (arrays[name] == array).all()
        assert arrays[name].ctypes.data % 64 == 0 or not array.size


def test_arrays_cannot_be_changed(path):
    with pytest.raises(ValueError, match="read-only"):
        read_arrays(path).arrays["табл"][0, 0] = 1


def test_no_other_file_is_left(path):
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("place", [0, 20, 30, 40, 100, -1])
def test_a_damaged_file_counts_as_none(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert read_arrays(path) is None


def test_half_a_file_counts_as_none(path):
    content = path.read_bytes()
    for length in (0, 10, 30, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        assert read_arrays(path) is None


def test_what_others_could_have_written_is_not_read(path):
    path.chmod(0o666)
    assert read_arrays(path) is None


def test_no_file_is_none(tmp_path):
    assert read_arrays(tmp_path / "none") is None
