"""replylint: a linter for replies to customers.

>>> from replylint import Linter
>>> Linter().check("Успокойтесь, пожалуйста.").findings[0].rule
'calm-down'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.conversation import Conversation, Message, Role
from replylint.errors import InputError, PackError, ReplylintError, SettingsError, UsageError
from replylint.finding import Edit, Finding, Result, RuleFailure, Severity
from replylint.settings import Choices, RuleChoice, Settings

if TYPE_CHECKING:
    from replylint.linter import Linter

__version__ = "0.1.0"

__all__ = [
    "Choices",
    "Conversation",
    "Edit",
    "Finding",
    "InputError",
    "Linter",
    "Message",
    "PackError",
    "ReplylintError",
    "Result",
    "Role",
    "RuleChoice",
    "RuleFailure",
    "Settings",
    "SettingsError",
    "Severity",
    "UsageError",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Import the linter, and with it the morphology, only when it is first asked for."""
    if name == "Linter":
        from replylint.linter import Linter

        return Linter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
