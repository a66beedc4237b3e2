"""A linter with two rules of its own."""

from datetime import date

import pytest

from replylint.conversation import Conversation
from replylint.linter import Linter
from support import rule, write_pack

RULES = "rules:\n" + rule('forbid: ["плохо"]', "bad-word")
RULES += rule('forbid: ["ужас"]', "horror", category="lecturing")


@pytest.fixture
def today():
    return date(2025, 5, 5)


@pytest.fixture
def checked(tmp_path, today):
    """Checks a reply with two rules and these decisions; gives the result and the linter."""
    path = write_pack(tmp_path, RULES)

    def checked(reply, *suppressions, **more):
        linter = Linter([path], suppressions=suppressions, today=lambda: today)
        return linter.check(Conversation(reply, **more)), linter

    return checked
