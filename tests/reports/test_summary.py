from replylint.errors import Place
from replylint.finding import RuleFailure, Severity, Suppressed
from replylint.reports.summary import Summary
from replylint.reports.words import summary_line
from reports.samples import finding, result


def test_counts_grow_with_every_result():
    summary = Summary()
    assert summary.mean_score is None
    reply = "Успокойтесь."
    summary.add(result(reply, finding(reply, "Успокойтесь")))
    summary.add(result("Едет."))
    assert (summary.replies, summary.clean, summary.with_findings, summary.findings) == (2, 1, 1, 1)
    assert summary.mean_score == 82.5


def test_replies_with_notes_only_are_counted_apart():
    summary = Summary()
    reply = "Едет."
    summary.add(result(reply, finding(reply, "Едет", severity=Severity.INFO)))
    summary.add(result(reply, finding(reply, "Едет")))
    assert (summary.noted, summary.with_findings) == (1, 2)


def test_suppressed_findings_are_counted_apart():
    summary = Summary()
    let_be = [Suppressed(finding("Едет.", "Едет"), "так надо", Place("i.yaml"))] * 2
    summary.add(result("Едет.", suppressed=let_be))
    assert (summary.clean, summary.findings, summary.suppressed) == (1, 0, 2)


def test_a_reply_on_which_a_rule_broke_is_not_clean():
    summary = Summary()
    broken = [RuleFailure("ru/probe:probe", "ZeroDivisionError: сломано")]
    summary.add(result("Едет."))
    summary.add(result("Ждём.", failures=broken))
    assert (summary.clean, summary.with_findings, summary.with_failures) == (1, 0, 1)
    assert "nothing to improve" not in summary_line(summary)
    summary.add(result("Едет.", finding("Едет.", "Едет"), failures=broken))
    assert (summary.clean, summary.with_findings, summary.with_failures) == (1, 1, 2)
    assert "On 2 replies a rule broke" in summary_line(summary)
