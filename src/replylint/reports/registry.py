"""The formats that can be written: a new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from replylint.reports.json import JsonReport
from replylint.reports.jsonl import JsonlReport
from replylint.reports.report import Output, Report, Tool
from replylint.reports.text import TextReport

REPORTS: Mapping[str, Callable[[Output, Tool], Report]] = MappingProxyType(
    {"text": TextReport, "json": JsonReport, "jsonl": JsonlReport}
)
"""Every format by its name."""
