import pytest

from replylint.numerals import decimal, shortest, tenth, whole
from replylint.translation import speaking


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ["1,234,568", "1,234.6", "0.0", "0.71", "80", "72.25"]),
        ("ru", ["1\xa0234\xa0568", "1\xa0234,6", "0,0", "0,71", "80", "72,25"]),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, numbers):
    with speaking(language):
        assert [
            whole(1_234_567.8),
            tenth(1234.56),
            tenth(0),
            decimal(0.712, 2),
            shortest(80.0),
            shortest(72.25),
        ] == numbers
