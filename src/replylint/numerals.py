"""Numbers as the reader's language writes them: for people, never in files that programs read.

English has 1,234.5 and Russian 1 234,5 with spaces that no line breaks at, as browsers write them
in the report.
"""

from __future__ import annotations

from replylint.translation import current_language

_MARKS = {"ru": ("\u00a0", ",")}
"""For a language: what stands between thousands, and before the fraction."""
_USUAL = (",", ".")


def whole(number: float) -> str:
    """A number without a fraction, rounded."""
    return decimal(number, 0)


def tenth(number: float) -> str:
    """A number with one digit of its fraction."""
    return decimal(number, 1)


def decimal(number: float, digits: int) -> str:
    """A number with so many digits of its fraction."""
    thousands, point = _MARKS.get(current_language(), _USUAL)
    signs = {",": thousands, ".": point}
    return "".join(signs.get(sign, sign) for sign in f"{number:,.{digits}f}")


def shortest(number: float) -> str:
    """A number with as many digits of its fraction as it has, six at most."""
    digits = len(f"{number:.6f}".rstrip("0").partition(".")[2])
    return decimal(number, digits)
