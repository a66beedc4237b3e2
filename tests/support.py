"""Small packs written by a test, and loaded as every other pack is."""

import importlib
import json
import sys

import pytest

from replylint.errors import PackError
from replylint.linter import Linter
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs

EXAMPLES = """
    examples:
      bad: ["[[плохо]]"]
      good: ["хорошо"]
"""


def head(name="ru/probe", language="ru", uses=()):
    used = f"uses: [{', '.join(uses)}]\n" if uses else ""
    return f"pack: {name}\ntitle: Проба\nlanguage: {language}\nversion: 1.0.0\n{used}"


def listed(patterns):
    """Patterns as a YAML list in double quotes."""
    return json.dumps(list(patterns), ensure_ascii=False)


def rule(judgement, name="probe", **keys):
    """One rule with this judgement; ``keys`` are further keys of the rule, values as in YAML."""
    given = {"category": "blame", "severity": "error", "message": "«{match}» режет слух.", **keys}
    lines = [f"  {name}:", *(f"    {key}: {value}" for key, value in given.items())]
    return "\n".join(lines) + f"\n    {judgement}{EXAMPLES}"


def forbidding(*patterns, **keys):
    """The rules of a pack that forbids the patterns."""
    return "rules:\n" + rule(f"forbid: {listed(patterns)}", **keys)


def write_pack(folder, body, name="ru/probe", **more):
    path = folder / f"{name.rpartition('/')[2]}.yml"
    path.write_text(head(name, **more) + body, encoding="utf-8")
    return path


def write_huge(path):
    """A file of 50 MB of bytes that are no text: whoever reads it complains of them."""
    with path.open("wb") as file:
        file.write(b"\xff\0")
        file.truncate(50_000_000)
    return path


def book_of(*paths):
    """The book of packs of one language, compiled."""
    [book] = compile_packs(load_packs(paths))
    return book


def expressions_of(*books):
    """All regular expressions of compiled packs, in a fixed order."""
    signals = [signal for book in books for signal in book.signals.signals.values()]
    return sorted({one for signal in signals for one in getattr(signal, "expressions", ())})


def linter_of(folder, body, **more):
    return Linter([write_pack(folder, body, **more)])


def linters_forbidding(names, signals, folders):
    """A linter for each of these signals, with the one rule that it is forbidden."""
    return {
        name: linter_of(folders.mktemp(name), f"{signals}rules:\n" + rule(f"forbid: {name}"))
        for name in names
    }


def found(linter, reply, **more):
    """The texts of the findings in a reply, in their order."""
    result = linter.check(reply, **more)
    assert result.failures == ()
    return [finding.text for finding in result.findings]


def problems_of(path):
    """What is wrong with a pack: lines of ``line:column message`` and the whole problems."""
    with pytest.raises(PackError) as caught:
        Linter([path])
    return caught.value.problems


def told(problem):
    """A problem as ``line:column message``, without its file."""
    return f"{problem.place.line}:{problem.place.column} {problem.message}"


def marked(problem):
    """The part of the line that the picture of a problem marks from below."""
    line, marks = problem.excerpt.split("\n")
    start = marks.index("^")
    assert set(marks[start:]) == {"^"}
    return line[start : len(marks)]


def install_plugin(folder, monkeypatch, module, code, **points):
    """Lay out an installed distribution whose module offers functions as entry points.

    ``points`` are lines by the last word of their group: ``signals="twice = plug:twice"``.
    """
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    groups = [f"[replylint.{group}]\n{lines}\n" for group, lines in points.items()]
    (info / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    importlib.invalidate_caches()


def steps_of(work, *given):
    """How many lines of Python some work runs: a measure of it that no busy machine changes.

    What runs outside Python, such as the search for a regular expression, counts for nothing.
    """
    steps = 0

    def step(_frame, event, _value):
        nonlocal steps
        steps += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work(*given)
    finally:
        sys.settrace(before)
    return steps
