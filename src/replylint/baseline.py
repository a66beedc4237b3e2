"""Old debt: findings that were there before are let be, whichever line they have moved to."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from replylint.errors import Place, UsageError
from replylint.finding import Finding, Result, Severity, Suppressed
from replylint.fingerprints import fingerprint
from replylint.reasons import why_unread
from replylint.score import score
from replylint.translation import _

VERSION = 1
FILE_NAME = ".replylint-baseline.json"
"""Where a baseline is kept unless somebody says otherwise."""


@dataclass(frozen=True, slots=True, order=True)
class KnownFinding:
    """A finding of a baseline: where it was, the rule, the words, and the mark it is known by."""

    source: str
    rule: str
    text: str
    mark: str


class Baseline:
    """The findings that are let be; each lets one finding be, wherever that stands now."""

    def __init__(self, known: Iterable[KnownFinding], name: str) -> None:
        self._name = name
        self._left: Counter[KnownFinding] = Counter(known)
        self._marks: dict[str, list[KnownFinding]] = {}
        for entry in self._left:
            self._marks.setdefault(entry.mark, []).append(entry)
        self._sources: set[str] = set()
        self._new: Counter[tuple[str, str, str]] = Counter()

    def take(self, result: Result, penalties: Mapping[Severity, float]) -> Result:
        """The result without the findings that are known, which count as suppressed."""
        known, new = self.split(result)
        if not known:
            return result
        reason = _("known before, in the baseline")
        let_be = [Suppressed(finding, reason, Place(self._name)) for finding in known]
        scored = score(new, penalties)
        return replace(
            result,
            findings=tuple(new),
            suppressed=(*result.suppressed, *let_be),
            score=scored.value,
            plain_score=scored.plain,
            critical=scored.critical,
            criteria=scored.criteria,
        )

    def split(self, result: Result) -> tuple[list[Finding], list[Finding]]:
        """The findings of a result that are known, and those that are new."""
        source = _normal(result.source)
        self._sources.add(source)
        known: list[Finding] = []
        new: list[Finding] = []
        for finding in result.findings:
            (known if self._is_known(finding, result) else new).append(finding)
        for suppressed in result.suppressed:
            self._is_known(suppressed.finding, result)  # still there, let be by a decision
        self._new.update((source, finding.full_rule, finding.text) for finding in new)
        return known, new

    def _is_known(self, finding: Finding, result: Result) -> bool:
        mark = fingerprint(result.reply, finding)
        same = [entry for entry in self._marks.get(mark, ()) if self._left[entry]]
        if not same:
            return False
        here = [entry for entry in same if entry.source == _normal(result.source)]
        self._left[(here or same)[0]] -= 1
        return True

    def gone(self, paths: Iterable[str] = ()) -> list[KnownFinding]:
        """The entries that no finding of the files that were checked is known by any more.

        Those of files that are no more count where they lay below one of the ``paths``. A file that
        gave no reply may be broken, so its entries stay.
        """
        roots = [Path(_normal(path)) for path in paths if not path.startswith("<") and path != "-"]
        return sorted(e for e in self._left.elements() if self._was_read(e.source, roots))

    def fixed(self, paths: Iterable[str] = ()) -> list[KnownFinding]:
        """As `gone`, without those whose words are still there beside other neighbours."""
        back = self._new.copy()
        fixed = []
        for entry in self.gone(paths):
            told = (entry.source, entry.rule, entry.text)
            if back[told]:
                back[told] -= 1
            else:
                fixed.append(entry)
        return fixed

    def left(self, gone: Iterable[KnownFinding]) -> list[KnownFinding]:
        """The entries that no finding was known by, without those that are ``gone``."""
        return sorted((self._left - Counter(gone)).elements())

    def _was_read(self, source: str, roots: Sequence[Path]) -> bool:
        if source in self._sources:
            return True
        if source.startswith("<") or os.path.lexists(source):
            return False
        return any(root == Path(source) or root in Path(source).parents for root in roots)


def _normal(source: str) -> str:
    """A path in the one way in which a baseline writes it; other names as they are."""
    if source.startswith("<"):
        return source
    path = Path(os.path.normpath(source))
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def known_of(result: Result, findings: Iterable[Finding] | None = None) -> Iterable[KnownFinding]:
    """What a baseline keeps of the findings of a result, of all unless told."""
    for finding in result.findings if findings is None else findings:
        mark = fingerprint(result.reply, finding)
        yield KnownFinding(_normal(result.source), finding.full_rule, finding.text, mark)


def written(known: Iterable[KnownFinding]) -> str:
    """The text of a baseline file: a line for each finding, sorted, so that changes read well."""
    lines = [
        json.dumps(
            {"source": e.source, "rule": e.rule, "text": e.text, "mark": e.mark},
            ensure_ascii=False,
        )
        for e in sorted(known)
    ]
    inside = ",\n".join(f"  {line}" for line in lines)
    inside = f"\n{inside}\n " if lines else ""
    return f'{{"version": {VERSION},\n "findings": [{inside}]}}\n'


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; raises ``UsageError`` when it cannot be used."""
    place = Place(str(path))
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = [
            KnownFinding(e["source"], e["rule"], e["text"], e["mark"]) for e in data["findings"]
        ]
        if data["version"] != VERSION:
            raise ValueError(data["version"])
    except FileNotFoundError as error:
        message = _(
            "there is no baseline here; make one: replylint baseline update --baseline {file}"
        )
        raise UsageError(message.format(file=path), place) from error
    except OSError as error:
        raise UsageError(why_unread(error), place) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = _(
            "this is no baseline of this version; delete the file and make it anew: "
            "replylint baseline update"
        )
        raise UsageError(message, place) from error
    return Baseline(known, str(path))
