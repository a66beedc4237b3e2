"""What a person may wish about reading exports, and where a wish that cannot be met was written."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from replylint.errors import SettingsError, UsageError
from replylint.exports.chat import Wanted
from replylint.exports.column_names import FIELDS
from replylint.exports.decoding import check_encoding
from replylint.exports.registry import READERS
from replylint.exports.zones import zone_of
from replylint.translation import _


def check_wishes(wanted: Wanted) -> None:
    """Raise for a format, a field, an encoding or a time zone that is not there.

    ``SettingsError``, with every place, for what settings say; ``UsageError`` for the rest.
    """
    wrong = list(_wrong(wanted))
    problems = [wanted.written[key].problem(why) for key, why in wrong if key in wanted.written]
    for key, why in wrong:
        if key not in wanted.written:
            raise UsageError(why)
    if problems:
        raise SettingsError(problems)


def _wrong(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The key of each wish that cannot be met, as settings have it, and why."""
    if wanted.format is not None and wanted.format not in READERS:
        yield "from", _no_format(wanted.format)
    for field in wanted.columns:
        if field not in FIELDS:
            key = f"columns.{field}"
            yield key, _no_field(field, by_option=key not in wanted.written)
    for key, value, check in (
        ("encoding", wanted.encoding, check_encoding),
        ("timezone", wanted.timezone, zone_of),
    ):
        try:
            if value is not None:
                check(value)
        except UsageError as error:
            yield key, error.message


def _no_format(name: str) -> str:
    close = get_close_matches(name, READERS, n=1)
    text = _("there is no format “{name}”; there are {names}")
    if close:
        text = _("there is no format “{name}”; did you mean “{close}”?")
    return text.format(name=name, names=", ".join(READERS), close="".join(close))


def _no_field(field: str, *, by_option: bool) -> str:
    close = get_close_matches(field, FIELDS, n=1)
    text = _("there is no field “{field}”; there are {fields}")
    if close:
        text = _("there is no field “{field}”; did you mean “{close}”?")
    why = text.format(field=field, fields=", ".join(FIELDS), close="".join(close))
    return f"--column: {why}" if by_option else why
