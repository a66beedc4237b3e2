import math

import pytest

from replylint.finding import Severity
from replylint.settings import PENALTIES, Settings


def test_the_defaults_are_those_of_the_contract():
    assert dict(Settings().penalties) == {
        Severity.INFO: 0.0,
        Severity.SUGGESTION: 0.03,
        Severity.WARNING: 0.15,
        Severity.ERROR: 0.35,
        Severity.CRITICAL: 1.0,
    }


def test_one_penalty_can_be_chosen_and_the_others_stay():
    penalties = Settings(penalties={Severity.WARNING: 0.5}).penalties
    assert penalties[Severity.WARNING] == 0.5
    assert penalties[Severity.ERROR] == PENALTIES[Severity.ERROR]


@pytest.mark.parametrize("penalty", [-0.01, 1.01, math.nan, math.inf])
def test_a_penalty_outside_0_to_1_is_refused_by_name(penalty):
    with pytest.raises(ValueError, match=r"penalties\.error"):
        Settings(penalties={Severity.ERROR: penalty})


def test_penalties_cannot_be_changed_later():
    mine = {Severity.ERROR: 0.1}
    settings = Settings(penalties=mine)
    mine[Severity.ERROR] = 0.9
    assert settings.penalties[Severity.ERROR] == 0.1
    with pytest.raises(TypeError):
        settings.penalties[Severity.ERROR] = 0.9
