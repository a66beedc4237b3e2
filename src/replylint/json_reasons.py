"""Why a text is no JSON, in our words and not in the decoder's English."""

from __future__ import annotations

from json import JSONDecodeError

from replylint.translation import _


def why_no_json(error: ValueError | RecursionError) -> str:
    """The message about an error of the decoder; its place is for the caller to tell."""
    if isinstance(error, JSONDecodeError):
        return syntax_reason(error.msg)
    return _("the JSON is nested too deeply or holds a number that is too long")


def syntax_reason(reason: str) -> str:
    """The reason in the language of the program; the decoder's own words are English."""
    known = {
        "Expecting value": _("a value is expected here"),
        "Expecting ',' delimiter": _("“,” or the closing bracket is expected here"),
        "Expecting ':' delimiter": _("“:” is expected here"),
        "Expecting property name enclosed in double quotes": _(
            "a key in double quotes is expected here"
        ),
        "Illegal trailing comma before end of object": _("the last comma must go"),
        "Illegal trailing comma before end of array": _("the last comma must go"),
        "Unterminated string starting at": _("the quotes opened here are never closed"),
        "Invalid control character at": _("a line break or control character stands in quotes"),
        "Invalid \\escape": _("this escape after “\\” does not exist"),
        "Invalid \\uXXXX escape": _("four hexadecimal digits must follow “\\u”"),
    }
    return _("broken JSON: {reason}").format(reason=known.get(reason, reason))
