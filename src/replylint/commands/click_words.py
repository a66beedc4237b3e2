"""Click's own sentences that a person can meet here, so that the catalogue translates them.

Nothing is run from this file: the tool that collects messages reads it (see
``tests/translations.py``). Sentences that changed between click's releases stand here in each form.
"""

from __future__ import annotations


def _(message: str) -> str:
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that depends on a number."""
    return one, many


SENTENCES = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Positional arguments"),
    _("Show this message and exit."),
    _("Show the version and exit."),
    _("default: {default}"),
    _("required"),
    _("Aborted!"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing parameter"),
    _("Missing {param_type}"),
    _("Choose from:\n\t{choices}"),
    _("No such command {name!r}."),
    _("No such option {name!r}."),
    _("No such option: {name}"),
    _("Option {name!r} does not take a value."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("{value!r} is not a valid {number_type}."),
    _("{value} is not in the range {range}."),
)
"""Sentences without a number."""

COUNTED = (
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""Sentences that depend on a number."""
