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
