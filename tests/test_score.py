import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.finding import CATEGORIES, Criterion, Finding, Severity
from replylint.score import score
from replylint.settings.settings import PENALTIES


def finding(severity, category="blame"):
    criterion = CATEGORIES[category].value
    return Finding("r", "ru/x", category, criterion, severity, "m", "", "д", 0, 1, 1, 1, 1, 2)


def test_no_findings_score_100_everywhere():
    scored = score([], PENALTIES)
    assert (scored.value, scored.plain, scored.critical) == (100.0, 100.0, False)
    assert scored.criteria == {criterion.value: 100.0 for criterion in Criterion}


@pytest.mark.parametrize(
    ("severities", "value"),
    [
        (["info"], 100.0),
        (["suggestion"], 97.0),
        (["warning"], 85.0),
        (["error"], 65.0),
        (["error", "error"], 42.25),
        (["error", "warning", "suggestion", "info"], 53.59),
    ],
)
def test_penalties_multiply(severities, value):
    scored = score([finding(Severity.of(name)) for name in severities], PENALTIES)
    assert scored.value == scored.plain == value
    assert not scored.critical


def test_a_critical_finding_makes_0_and_leaves_the_plain_value():
    scored = score([finding(Severity.CRITICAL), finding(Severity.WARNING)], PENALTIES)
    assert (scored.value, scored.plain, scored.critical) == (0.0, 85.0, True)


def test_a_finding_counts_for_its_own_criterion_only():
    scored = score(
        [finding(Severity.ERROR, "refusal"), finding(Severity.CRITICAL, "sensitive-data")],
        PENALTIES,
    )
    assert scored.criteria["help"] == 65.0
    assert scored.criteria["safety"] == 0.0
    assert scored.criteria["respect"] == 100.0


severities = st.lists(st.sampled_from(Severity), max_size=12)


@given(severities, st.sampled_from(Severity))
def test_one_finding_more_never_raises_a_score(given_, more):
    before = score([finding(s) for s in given_], PENALTIES)
    after = score([finding(s) for s in [*given_, more]], PENALTIES)
    assert 0 <= after.value <= before.value <= 100
    assert after.plain <= before.plain
    assert after.value in (after.plain, 0.0)


@given(severities)
def test_the_order_of_findings_does_not_matter(given_):
    forwards = score([finding(s) for s in given_], PENALTIES)
    backwards = score([finding(s) for s in reversed(given_)], PENALTIES)
    assert forwards.value == pytest.approx(backwards.value, abs=0.011)
