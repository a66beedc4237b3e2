"""The last net: whatever goes wrong ends in one clear line and an exit code."""

from __future__ import annotations

import os
import traceback

import click

from replylint.commands import streams
from replylint.errors import ReplylintError
from replylint.reasons import reason_of
from replylint.translation import _, plural

FAILED = 2
"""Wrong use, or something that could not be read or written."""
INTERRUPTED = 130
"""Ctrl-C, as shells count it: 128 + SIGINT."""
UNREAD = 141
"""The reader of the output went away (``| head``): 128 + SIGPIPE."""

_FORMATS = frozenset("html report xlsx excel csv json jsonl parquet sarif out file".split())


def bug(error: Exception) -> ReplylintError:
    """An error that nobody foresaw, told as what it is: a bug of this program."""
    kind = type(error).__name__
    text = _(
        "this is a bug of replylint ({kind}: {reason}); please report it to its authors with the "
        "input and with what REPLYLINT_DEBUG=1 shows"
    )
    return ReplylintError(text.format(kind=kind, reason=" ".join(str(error).split())))


def told(error: BaseException) -> int:
    """Say on standard error what happened; the exit code for it.

    Anything that should not be caught is raised again.
    """
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        streams.point_output_nowhere()
        return UNREAD
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return INTERRUPTED
    if not isinstance(error, Exception):
        raise error
    _tell(error)
    return FAILED


def _tell(error: Exception) -> None:
    if os.environ.get("REPLYLINT_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
    elif isinstance(error, click.ClickException):
        streams.tell(_usage_line(error))
    elif isinstance(error, ReplylintError):
        streams.tell_error(error)
    elif isinstance(error, OSError) and error.strerror:
        streams.tell(_("replylint: cannot go on: {reason}").format(reason=reason_of(error)))
    else:
        streams.tell_error(bug(error))


def _usage_line(error: click.ClickException) -> str:
    """What is wrong with the arguments, and where the help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "replylint"
    message = " ".join(error.format_message().split())
    if isinstance(error, click.NoSuchOption) and context is not None:
        message = _leading_to_results(error, context.command) or message
    message += "" if message.endswith((".", "?", "?)")) else "."
    return _("{command}: {message} Help: {command} --help").format(command=command, message=message)


def _leading_to_results(error: click.NoSuchOption, command: click.Command) -> str:
    """What to say where an unknown option is called like a format of results: ``--html``."""
    if error.option_name.lstrip("-") not in _FORMATS:
        return ""
    known = [option for parameter in command.params for option in parameter.opts]
    meant = [option for option in ("-o", "--format") if option in known]
    if not meant:
        return ""
    question = plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1)
    return f"{error.message} {question.format(possibility=repr(meant[0]))}"
