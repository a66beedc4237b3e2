"""Names of rules that settings misspell, when the settings cannot be used for another reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from replylint.errors import FileError, Problem
from replylint.packs.choosing import KnownNames
from replylint.packs.shipped import shipped_folder
from replylint.settings.file import TABLE
from replylint.yamlfile.source import Path_, YamlSource, read_yaml
from replylint.yamlfile.toml import read_toml


def misnamed_beside(problems: Sequence[Problem], files: Sequence[Path]) -> list[Problem]:
    """The problems, and after them the misspelt names of rules in the same files.

    So that a person need not mend one mistake to hear of the next. Where a team has packs of its
    own, named in one of the ``files`` of its settings and not read here, nothing is added.
    """
    wrong_files = dict.fromkeys(p.place.source for p in problems)
    read = [_again(path) for path in (*map(Path, wrong_files), *files)]
    sources = [s for s in read if s is not None and isinstance(s.data, dict)]
    if any(_has_own_packs(source.data) for source in sources):
        return list(problems)
    known = KnownNames((), None)
    told = {(p.place.source, p.place.line) for p in problems}
    more: list[Problem] = []
    for source in {s.name: s for s in sources if s.name in wrong_files}.values():
        for path in _rules(source.data):
            wrong = known.why_no_rule(str(path[-1]))
            problem = None if wrong is None else source.problem(wrong, path, key=True)
            if problem is not None and (problem.place.source, problem.place.line) not in told:
                more.append(problem)
    return [*problems, *more]


def _again(path: Path) -> YamlSource | None:
    """A settings file as data, whatever it says; None for one that cannot be read at all."""
    try:
        if path.suffix.lower() == ".toml":
            return read_toml(path, TABLE)
        return read_yaml(path, may_be_empty=True)
    except FileError:
        return None


def _has_own_packs(data: dict[Any, Any]) -> bool:
    profiles = data.get("profiles")
    choices = [data, *(profiles.values() if isinstance(profiles, dict) else ())]
    shipped = shipped_folder()
    for named in (one.get("packs") for one in choices if isinstance(one, dict)):
        packs = [named] if isinstance(named, str) else named if isinstance(named, list) else []
        for name in map(str, packs):
            if not (shipped / f"{name}.yml").is_file() and not (shipped / name).is_dir():
                return True
    return False


def _rules(data: dict[Any, Any]) -> Iterator[Path_]:
    """Where the file names rules: at the top, in overrides, in profiles of its own."""
    overrides, profiles = data.get("overrides"), data.get("profiles")
    places: list[tuple[Path_, Any]] = [((), data)]
    if isinstance(overrides, list):
        places += [(("overrides", n), one) for n, one in enumerate(overrides)]
    if isinstance(profiles, dict):
        places += [(("profiles", str(name)), one) for name, one in profiles.items()]
    for path, choices in places:
        rules = choices.get("rules") if isinstance(choices, dict) else None
        if isinstance(rules, dict):
            yield from ((*path, "rules", name) for name in rules if isinstance(name, str))
