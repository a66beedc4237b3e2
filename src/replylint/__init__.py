"""replylint: a linter for replies to customers.

>>> from replylint import Linter
>>> Linter().check("Успокойтесь, пожалуйста.").findings[0].rule
'calm-down'
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing it from typing would take longer than all the rest
if TYPE_CHECKING:
    from replylint.conversation import Conversation, Message, Role
    from replylint.errors import InputError, PackError, ReplylintError, SettingsError, UsageError
    from replylint.finding import Edit, Finding, Result, RuleFailure, Severity
    from replylint.linter import Linter
    from replylint.reports.machine import result_record
    from replylint.settings.choices import Choices, RuleChoice
    from replylint.settings.settings import Settings

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
    "result_record",
]


_HOMES = {
    "conversation": ("Conversation", "Message", "Role"),
    "errors": ("InputError", "PackError", "ReplylintError", "SettingsError", "UsageError"),
    "finding": ("Edit", "Finding", "Result", "RuleFailure", "Severity"),
    "linter": ("Linter",),
    "reports.machine": ("result_record",),
    "settings.choices": ("Choices", "RuleChoice"),
    "settings.settings": ("Settings",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a part only when it is first asked for: a start is felt with every draft."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
