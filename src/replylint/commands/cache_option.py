"""The option ``--no-cache``, and what was judged before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from replylint.translation import _

if TYPE_CHECKING:
    from replylint.batch import Known
    from replylint.linter import Linter


def cache_option() -> click.Parameter:
    """The option ``--no-cache``."""
    return click.Option(
        ["--no-cache"],
        is_flag=True,
        help=_("Judge anew what was judged before; only canned replies are ever kept."),
    )


@contextmanager
def judged_before(linter: Linter, no_cache: bool) -> Iterator[Known | None]:
    """What was judged before; what is judged now is kept at the end. None with ``no_cache``."""
    if no_cache:
        yield None
        return
    from replylint.judgements import Judgements

    known = Judgements(linter)
    try:
        yield known
    finally:
        known.keep()
