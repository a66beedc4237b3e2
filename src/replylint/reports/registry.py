"""The formats that can be written: a new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from replylint.reports.checkstyle import CheckstyleReport
from replylint.reports.github import GithubReport
from replylint.reports.gitlab import GitlabReport
from replylint.reports.json import JsonReport
from replylint.reports.jsonl import JsonlReport
from replylint.reports.junit import JunitReport
from replylint.reports.markdown import MarkdownReport
from replylint.reports.rdjsonl import RdjsonlReport
from replylint.reports.report import Output, Report, Tool
from replylint.reports.sarif import SarifReport
from replylint.reports.text import TextReport

REPORTS: Mapping[str, Callable[[Output, Tool], Report]] = MappingProxyType(
    {
        "text": TextReport,
        "json": JsonReport,
        "jsonl": JsonlReport,
        "sarif": SarifReport,
        "github": GithubReport,
        "gitlab": GitlabReport,
        "junit": JunitReport,
        "checkstyle": CheckstyleReport,
        "rdjsonl": RdjsonlReport,
        "markdown": MarkdownReport,
    }
)
"""Every format by its name."""
