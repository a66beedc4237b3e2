import pytest

from replylint.reports.registry import REPORTS
from reports.samples import result, written


@pytest.mark.parametrize("name", REPORTS)
def test_every_format_writes_a_clean_reply(name):
    out = written(REPORTS[name], result("Едет."))
    assert out.endswith("\n") or (name == "rdjsonl" and not out)
