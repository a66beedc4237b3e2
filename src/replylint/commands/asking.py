"""Asking a person at a terminal for what no option says; a script is told what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from replylint.errors import UsageError
from replylint.translation import _


class Asker:
    """Asks on standard error when ``is_person``; else it notes which options are missing."""

    def __init__(self, is_person: bool) -> None:
        self.is_person = is_person
        self._missing: list[str] = []

    def text(self, question: str, option: str, *, default: str | None = None) -> str:
        """One line that is not empty."""
        if not self.is_person:
            if default is None:
                self._missing.append(option)
            return default or ""
        while True:
            answer = str(
                click.prompt(question, default=default or "", show_default=bool(default), err=True)
            ).strip()
            if answer:
                return answer

    def optional(self, question: str) -> str:
        """One line that may be empty; nothing from a script."""
        if not self.is_person:
            return ""
        return str(click.prompt(question, default="", show_default=False, err=True)).strip()

    def lines(
        self, question: str, option: str, accept: Callable[[str], str] = str.strip
    ) -> tuple[str, ...]:
        """One line or more, until an empty one; ``accept`` may change a line or refuse it.

        It refuses by raising ``UsageError``.
        """
        if not self.is_person:
            self._missing.append(option)
            return ()
        found: list[str] = []
        while True:
            more = _("one more, or nothing to go on") if found else question
            answer = str(click.prompt(more, default="", show_default=False, err=True)).strip()
            if not answer and found:
                return tuple(found)
            if answer:
                try:
                    found.append(accept(answer))
                except UsageError as error:
                    self.say(error.message)

    def choice(self, question: str, option: str, known: Sequence[str]) -> str:
        """One of some known words."""
        if not self.is_person:
            self._missing.append(option)
            return ""
        kind = click.Choice(list(known))
        return str(click.prompt(question, type=kind, show_choices=False, err=True))

    def number(self, question: str, most: int, default: int) -> int:
        """A number from 1 to ``most``; the default from a script."""
        if not self.is_person:
            return default
        kind = click.IntRange(1, most)
        return int(click.prompt(question, type=kind, default=default, err=True))

    def say(self, text: str) -> None:
        """Tell the person something; a script is told nothing."""
        if self.is_person:
            click.echo(text, err=True)

    def check(self) -> None:
        """Raise ``UsageError`` when something is missing."""
        if self._missing:
            text = _("missing: {options}; give them, or run this in a terminal to be asked")
            raise UsageError(text.format(options=", ".join(self._missing)))
