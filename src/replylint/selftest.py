"""Runs the examples that every rule carries: they are the tests of the packs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from replylint.checks.plugged import PluggedCheck
from replylint.checks.rule import Example, Rule
from replylint.finding import Finding, Result, Severity
from replylint.linter import Linter
from replylint.macros.own import OwnMacros
from replylint.packs.pack import Pack
from replylint.text import english, russian
from replylint.text.document import Document
from replylint.translation import _
from replylint.weighing import Weighing, weighing

_TAGS: Mapping[str, Callable[[str], Sequence[object]]] = {"ru": russian.tags, "en": english.tags}
SPOILS_FROM = Severity.WARNING
"""From this severity on, another rule of the pack must not fire on a good example."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not judge as it says, and how the text was seen.

    ``places`` are the code points that should be reported, and those that were. ``weighing`` is
    what the learned signals of the rule made of the text.
    """

    pack: Pack
    rule: Rule
    example: Example
    message: str
    tokens: str
    places: tuple[tuple[int, int], ...] = ()
    weighing: Weighing = field(default_factory=Weighing)

    def __str__(self) -> str:
        place = f"{self.example.source or self.pack.path}:{self.example.line}"
        return f"{place}: {self.rule.id}: {self.message}\n    {self.example.reply}\n{self.tokens}"


def run_examples(linter: Linter, packs: Sequence[Pack] | None = None) -> Iterator[Failure]:
    """Check every example of ``packs``, by default all of ``linter``; yields those that fail.

    A bad example must give exactly its marked findings of its rule; a good one none of its rule,
    and none of another rule of the same pack from ``SPOILS_FROM`` on.
    """
    linter = linter.with_settings(replace(linter.settings, repetitions=True))
    for pack in linter.packs if packs is None else packs:
        for rule in pack.rules:
            judge = _with_rule_on(linter, rule)
            for example in rule.examples:
                result = judge.check(example.conversation())
                message = _verdict(judge, result, pack, rule, example)
                if message:
                    places = _places(result, pack, example)
                    tokens, weighed = seen(example.reply), _weighing(judge, rule, example)
                    yield Failure(pack, rule, example, message, tokens, places, weighed)


def _weighing(linter: Linter, rule: Rule, example: Example) -> Weighing:
    for book in linter.books:
        if book.language == rule.language:
            return weighing(book, rule, example.conversation())
    return Weighing()


def _places(result: Result, pack: Pack, example: Example) -> tuple[tuple[int, int], ...]:
    found = [(f.start, f.end) for f in result.findings if f.pack == pack.name]
    return tuple(sorted({*example.spans, *found}))


def _with_rule_on(linter: Linter, rule: Rule) -> Linter:
    """The linter with what the rule needs to judge: sides of disputed norms, a macro library.

    The library is the parameter ``sample`` of the rule's check in Python.
    """
    sample = _sample(rule)
    if not rule.options and not sample:
        return linter
    choices = linter.settings.choices
    sides = {name: values[0] for name, values in rule.options.items()}
    library = OwnMacros(texts=tuple(sample)) if sample else choices.library
    chosen = replace(choices, options={**choices.options, **sides}, library=library)
    return linter.with_settings(replace(linter.settings, choices=chosen))


def _sample(rule: Rule) -> Sequence[Any]:
    if not isinstance(rule.check, PluggedCheck):
        return ()
    sample: Sequence[Any] = rule.check.plugged.parameters.get("sample", ())
    return sample


def count_examples(packs: Sequence[Pack]) -> int:
    """How many examples the packs carry."""
    return sum(len(rule.examples) for pack in packs for rule in pack.rules)


def seen(text: str) -> str:
    """The words of a text, one a line, with their readings, for finding out why nothing matched."""
    document = Document(text)
    tags = _TAGS[document.language]
    return "\n".join(
        f"    {word:<20} {zone.value:<10} {'; '.join(str(tag) for tag in tags(word)[:3])}"
        for word, zone in zip(document.words, document.zones, strict=True)
    )


def _verdict(
    linter: Linter, result: Result, pack: Pack, rule: Rule, example: Example
) -> str | None:
    broken = [f.message for f in result.failures if f.rule == rule.full_id]
    if broken:
        return _("the rule broke: {why}").format(why=broken[0])
    own = [f for f in result.findings if (f.pack, f.rule) == (pack.name, rule.id)]
    found = sorted((finding.start, finding.end) for finding in own)
    expected = sorted(example.spans) or ([(0, 0)] if example.is_bad else [])
    if found != expected:
        return _("expected {expected}, found {found}").format(
            expected=_quoted(example.reply, expected), found=_quoted(example.reply, found)
        )
    spoilt = next((f for f in own if f.edits and _still_wrong(linter, f, example)), None)
    if spoilt is not None:
        return _("the edit “{edit}” does not mend it").format(edit=spoilt.edits[0].text)
    if not example.is_bad:
        others = [f for f in result.findings if f.pack == pack.name and f.severity >= SPOILS_FROM]
        if others:
            return _("other rules of the pack find: {found}").format(found=_named(others))
    return None


def _still_wrong(linter: Linter, finding: Finding, example: Example) -> bool:
    """Whether the rule still fires at the same place after the edits of its finding."""
    text = example.reply
    for edit in sorted(finding.edits, key=lambda e: -e.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    again = linter.check(example.conversation(text))
    return any(
        (f.pack, f.rule, f.start) == (finding.pack, finding.rule, finding.start)
        for f in again.findings
    )


def _quoted(text: str, spans: Sequence[tuple[int, int]]) -> str:
    quoted = [
        f"«{text[start:end]}»" if end > start else _("the very start of the reply")
        for start, end in spans
    ]
    return ", ".join(quoted) or _("nothing")


def _named(findings: Sequence[Finding]) -> str:
    return ", ".join(f"{finding.rule} «{finding.text}»" for finding in findings)
