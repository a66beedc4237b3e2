"""What the operating system refuses is told in our words, in both languages."""

import errno
import os

import pytest

from replylint.reasons import reason_of
from replylint.translation import speaking

REFUSALS = [
    (errno.ENOENT, "there is no such file or folder"),
    (errno.EACCES, "no permission"),
    (errno.EISDIR, "this is a folder, and a file is needed"),
    (errno.ENOTDIR, "a file stands where a folder is needed"),
    (errno.ENOSPC, "no space is left"),
]


@pytest.mark.parametrize(("number", "expected"), REFUSALS)
def test_a_refusal_is_told_in_our_words(number, expected):
    error = OSError(number, os.strerror(number))
    assert reason_of(error).startswith(expected)
    with speaking("ru"):
        assert not any(sign.isascii() and sign.isalpha() for sign in reason_of(error))


def test_an_unknown_refusal_keeps_the_words_of_the_system():
    assert reason_of(OSError(errno.EDOM, "odd")) == "odd"
    assert reason_of(ValueError("embedded\nnull byte")) == "embedded null byte"
