import copy
import pickle
from dataclasses import asdict

import pytest

from replylint.finding import CATEGORIES, SEVERITY_NAMES, Criterion, Finding, Result, Severity


def finding(severity):
    return Finding("calm", "ru/x", "blame", "respect", severity, "m", "w", "да", 0, 2, 1, 1, 1, 3)


def result(*severities):
    return Result("да", "ru", 100.0, 100.0, False, {}, tuple(finding(s) for s in severities))


def test_severities_go_from_info_to_critical():
    assert SEVERITY_NAMES == ("info", "suggestion", "warning", "error", "critical")
    assert sorted(Severity) == [Severity.of(name) for name in SEVERITY_NAMES]


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_read_by_the_name_that_it_shows(severity):
    assert Severity.of(severity.label) is severity


def test_an_unknown_severity_is_a_key_error():
    with pytest.raises(KeyError):
        Severity.of("fatal")


def test_every_criterion_has_a_category():
    assert set(CATEGORIES.values()) == set(Criterion)


def test_categories_cannot_be_changed():
    with pytest.raises(TypeError):
        CATEGORIES["new"] = Criterion.HELP


@pytest.mark.parametrize(
    ("severities", "worst"),
    [
        ((), None),
        ((Severity.INFO,), Severity.INFO),
        ((Severity.WARNING, Severity.CRITICAL, Severity.INFO), Severity.CRITICAL),
    ],
)
def test_the_worst_of_a_result_is_its_highest_severity(severities, worst):
    assert result(*severities).worst is worst


def test_a_result_cannot_be_changed_and_can_be_hashed(shipped):
    text = "Успокойтесь, пожалуйста."
    one, other = (shipped.check(text, customer="Где мой заказ?", explain=True) for _ in range(2))
    assert {one, other} == {one}
    with pytest.raises(TypeError, match="read-only"):
        one.criteria["respect"] = 100
    assert one.criteria["respect"] < 100


def test_a_result_is_taken_apart_copied_and_pickled(shipped):
    one = shipped.check("Успокойтесь, пожалуйста.")
    assert asdict(one)["criteria"] == one.criteria
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one
