from replylint.errors import Place
from replylint.finding import Severity, Suppressed
from replylint.reports.summary import Summary
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
