"""The counts over all results of one run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from replylint.finding import Result, Severity


@dataclass(slots=True)
class Summary:
    """Counts that grow with every result.

    ``replies`` were checked, ``clean`` of them have no finding, ``with_findings`` have one,
    ``noted`` have notes only, ``critical`` have a critical finding. On ``with_failures`` a rule
    broke; those of them without a finding are not clean, for nobody knows. ``suppressed`` counts
    findings that were let be, ``errors`` what could not be read.
    """

    replies: int = 0
    clean: int = 0
    with_findings: int = 0
    with_failures: int = 0
    noted: int = 0
    critical: int = 0
    suppressed: int = 0
    errors: int = 0
    by_severity: Counter[Severity] = field(default_factory=Counter)
    by_category: Counter[str] = field(default_factory=Counter)
    _scores: float = 0.0

    def add(self, result: Result) -> None:
        """Count one result."""
        self.replies += 1
        self.clean += not result.findings and not result.failures
        self.with_findings += bool(result.findings)
        self.with_failures += bool(result.failures)
        self.noted += result.worst is Severity.INFO
        self.critical += result.critical
        self.suppressed += len(result.suppressed)
        self._scores += result.score
        self.by_severity.update(finding.severity for finding in result.findings)
        self.by_category.update(finding.category for finding in result.findings)

    @property
    def findings(self) -> int:
        """How many findings there are in all replies."""
        return self.by_severity.total()

    @property
    def mean_score(self) -> float | None:
        """The mean of the scores, 0 to 100; None when no reply was checked."""
        return round(self._scores / self.replies, 2) if self.replies else None
