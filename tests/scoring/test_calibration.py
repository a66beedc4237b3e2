from replylint.scoring.calibration import Advice, Verdict, calibrate


def verdicts(rule, right, wrong, reviewer="a"):
    return [Verdict(f"{rule}.{n}", rule, n < right, reviewer) for n in range(right + wrong)]


def test_rules_that_are_surely_wrong_should_be_off():
    found = calibrate(
        [
            *verdicts("good", 19, 1),
            *verdicts("weak", 7, 3),
            *verdicts("bad", 2, 8),
            *verdicts("new", 0, 2),
        ]
    )
    advice = {rule.rule: rule.advice for rule in found.rules}
    assert advice == {
        "good": Advice.KEEP,
        "weak": Advice.WATCH,
        "bad": Advice.OFF,
        "new": Advice.WATCH,
    }
    assert [rule.rule for rule in found.rules] == ["new", "bad", "weak", "good"]
    assert found.findings == 42


def test_two_reviewers_of_one_finding_are_one_finding():
    found = calibrate([*verdicts("r", 4, 0, "a"), *verdicts("r", 2, 2, "b")])
    (rule,) = found.rules
    assert rule.findings == 4
    assert rule.precision.value == 0.75


def test_agreement_is_counted_on_what_both_have_judged():
    one = [Verdict(str(n), "r", n % 2 == 0, "a") for n in range(10)]
    two = [Verdict(str(n), "r", n % 2 == 0, "b") for n in range(5, 20)]
    (agreement,) = calibrate([*one, *two]).agreements
    assert (agreement.first, agreement.second, agreement.common) == ("a", "b", 5)
    assert agreement.kappa == 1


def test_what_was_missed_is_counted_apart():
    found = calibrate([Verdict("1", None, True, "a"), Verdict("2", None, False, "a")])
    assert found.missed.value == 0.5
    assert found.rules == []
    assert found.all_rules is None
