"""Writing a rule into a pack: a new commented file, or one more rule in a file of a person."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from replylint.errors import FileError, PackError
from replylint.packs.suggesting import id_for
from replylint.translation import _
from replylint.yamlfile.source import YamlSource, parse_yaml

_UNPRINTABLE = re.compile("[\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule to be written: it forbids some patterns."""

    id: str
    category: str
    severity: str
    patterns: tuple[str, ...]
    message: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    title: str = ""
    why: str = ""
    suggestions: tuple[str, ...] = field(default=())

    def data(self) -> dict[str, object]:
        """The rule as it is read from the file."""
        optional = {
            "title": self.title,
            "why": self.why,
            "suggest": list(self.suggestions),
        }
        return {
            "category": self.category,
            "severity": self.severity,
            "forbid": list(self.patterns),
            "message": self.message,
            "examples": {"bad": list(self.bad), "good": list(self.good)},
            **{key: value for key, value in optional.items() if value},
        }


def new_pack(path: Path, language: str, draft: Draft, schema: str | None) -> str:
    """The text of a new pack file with one rule; ``schema`` is what its first line names."""
    name, title = id_for(path.stem) or "own-rules", _("Rules of our own")
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [
        "# " + _("A pack of rules for replylint. Test it with: replylint rules test FILE"),
        f"pack: {name}",
        f"title: {_quoted(title)}",
        f"language: {language}",
        'version: "1.0.0"',
        "",
        "rules:",
        *_rule_lines(draft, "  ", "  "),
    ]
    return "\n".join(lines) + "\n"


def with_rule(text: str, name: str, draft: Draft) -> str:
    """The text of a pack file with one more rule; everything else stays as it is.

    Raises ``FileError`` when the text is no YAML, and ``PackError`` when the rule cannot be put in.
    """
    source = parse_yaml(text.removeprefix("\ufeff"), name)
    if not isinstance(source.data, dict):
        raise PackError([source.problem(_("a pack is a map that begins with “pack: name”"), ())])
    rules = source.data.get("rules")
    if isinstance(rules, dict) and draft.id in rules:
        message = _("there is a rule “{name}” already").format(name=draft.id)
        raise PackError([source.problem(message, ("rules", draft.id), key=True)])
    changed = _inserted(text, source, draft)
    try:
        after = parse_yaml(changed.removeprefix("\ufeff"), name).data
    except FileError:
        after = None
    before = {**source.data, "rules": {**(rules or {}), draft.id: draft.data()}}
    if after != before:
        message = _("a rule cannot be added here by machine; write “rules:” as an indented block")
        raise PackError([source.problem(message, ("rules",), key=True)])
    return changed


def _inserted(text: str, source: YamlSource, draft: Draft) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    rules = source.data.get("rules")
    key = source.key_marks.get(("rules",))
    if key is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", "rules:", *_rule_lines(draft, "  ", "  ")]
        return end.join(lines) + end
    first = next(iter(rules), None) if isinstance(rules, dict) else None
    column = source.key_marks[("rules", first)].column if first else 3
    inner = _inner_column(source, first) - column if first else 2
    at = _end_of_block(lines, source, key.line)
    new = _rule_lines(draft, " " * (column - 1), " " * max(inner, 1))
    lines[at:at] = ["", *new] if first else new
    return end.join(lines) + end


def _inner_column(source: YamlSource, rule: str) -> int:
    """The column of the first key of a rule."""
    key = next(iter(source.data["rules"][rule]), None)
    mark = source.key_marks.get(("rules", rule, str(key)))
    return mark.column if mark else source.key_marks[("rules", rule)].column + 2


def _end_of_block(lines: list[str], source: YamlSource, start: int) -> int:
    """The number of lines up to the end of the block that begins at line ``start``."""
    following = [
        mark.line for path, mark in source.key_marks.items() if len(path) == 1 and mark.line > start
    ]
    end = min(following) - 1 if following else len(lines)
    while end > start and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _rule_lines(draft: Draft, indent: str, step: str) -> list[str]:
    """The rule as lines of YAML, with comments for its next reader."""
    lines = [f"{indent}{draft.id}:"]

    def add(depth: int, text: str, comment: str = "") -> None:
        lines.append(f"{indent}{step * depth}{text}" + (f"  # {comment}" if comment else ""))

    def add_list(depth: int, key: str, items: tuple[str, ...], comment: str = "") -> None:
        add(depth, f"{key}:", comment)
        for item in items:
            add(depth + 1, f"- {_quoted(item)}")

    if draft.title:
        add(1, f"title: {_quoted(draft.title)}")
    add(1, f"category: {draft.category}")
    add(1, f"severity: {draft.severity}", "info | suggestion | warning | error | critical")
    patterns = _("{word} is the word in any form, .. up to 3 words between").replace(
        "{word}", "{…}"
    )
    add_list(1, "forbid", draft.patterns, patterns)
    add(1, f"message: {_quoted(draft.message)}", _("{match} is what was found"))
    if draft.why:
        add(1, f"why: {_quoted(draft.why)}")
    if draft.suggestions:
        add_list(1, "suggest", draft.suggestions, _("better wordings to copy"))
    add(1, "examples:")
    add_list(2, "bad", draft.bad, _("[[…]] marks what must be found"))
    add_list(2, "good", draft.good, _("the same words where they are right"))
    return lines


def _quoted(text: str) -> str:
    """A text in double quotes as YAML reads it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
