"""Runs the examples that every rule carries: they are the tests of the packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from replylint.channels import channel_key
from replylint.checks.plugged import PluggedCheck
from replylint.checks.rule import Example, Rule
from replylint.finding import Finding, Result, Severity, edited
from replylint.holding import Held, held_back
from replylint.linter import Linter
from replylint.macros.own import OwnMacros
from replylint.packs.pack import Pack
from replylint.text.document import Document
from replylint.text.language import morphology_of
from replylint.translation import _
from replylint.weighing import Weighing, weighing

_WORDLESS = re.compile(r"^\W+|\W+$")
SPOILS_FROM = Severity.WARNING
"""From this severity on, another rule of the pack must not fire on a good example."""

Span = tuple[int, int]
"""Code points of a reply, the end excluded."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not judge as it says, and how the text was seen.

    ``places`` are the code points that should be reported, and those that were. ``weighing`` is
    what the learned signals made of the text: those of the rule, or of the other rules that find
    something in a good example. ``held`` are the conditions that keep the rule
    from reporting what it finds. With ``by_marks`` only marks at the ends part the two.
    """

    pack: Pack
    rule: Rule
    example: Example
    message: str
    tokens: str
    places: tuple[Span, ...] = ()
    weighing: Weighing = field(default_factory=Weighing)
    held: tuple[Held, ...] = ()
    by_marks: bool = False

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
                    yield _failure(judge, result, pack, rule, example, message)


def _failure(
    linter: Linter, result: Result, pack: Pack, rule: Rule, example: Example, message: str
) -> Failure:
    """The failure, with everything that helps to find its cause."""
    places, tokens = _places(result, pack, example), seen(example.reply)
    failure = Failure(pack, rule, example, message, tokens, places)
    found, expected = _judged_places(result, pack, rule, example)
    for book in linter.books:
        if book.language == rule.language:
            reply = example.conversation()
            reply = replace(reply, channel=channel_key(reply.channel))
            broke = any(f.rule == rule.full_id for f in result.failures)
            missing = [] if broke else [place for place in expected if place not in found]
            to_blame = [rule] if found != expected else _spoilers(result, pack)
            weighed = [weighing(book, one, reply) for one in to_blame] or [Weighing()]
            return replace(
                failure,
                weighing=Weighing(
                    tuple(one for each in weighed for one in each.learned),
                    any(each.by_words for each in weighed),
                ),
                held=tuple(held_back(book, rule, reply, missing)) if missing else (),
                by_marks=_same_words(example.reply, found, expected),
            )
    return failure


def _spoilers(result: Result, pack: Pack) -> list[Rule]:
    """The rules of a pack that find something they should not in a good example."""
    names = {f.rule for f in result.findings if f.pack == pack.name and f.severity >= SPOILS_FROM}
    return [rule for rule in pack.rules if rule.id in names]


def _same_words(text: str, found: Sequence[Span], expected: Sequence[Span]) -> bool:
    """Whether two lists of places part only by marks and blanks at their ends."""
    return found != expected and [_WORDLESS.sub("", text[start:end]) for start, end in found] == [
        _WORDLESS.sub("", text[start:end]) for start, end in expected
    ]


def _places(result: Result, pack: Pack, example: Example) -> tuple[Span, ...]:
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
    tags = morphology_of(document.language).tags
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
    found, expected = _judged_places(result, pack, rule, example)
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


def _judged_places(
    result: Result, pack: Pack, rule: Rule, example: Example
) -> tuple[list[Span], list[Span]]:
    """The places that a rule reports in an example, and those that it should report."""
    own = [f for f in result.findings if (f.pack, f.rule) == (pack.name, rule.id)]
    found = sorted((finding.start, finding.end) for finding in own)
    return found, sorted(example.spans) or ([(0, 0)] if example.is_bad else [])


def _still_wrong(linter: Linter, finding: Finding, example: Example) -> bool:
    """Whether the rule still fires at the same place after the edits of its finding."""
    again = linter.check(example.conversation(edited(example.reply, finding.edits)))
    return any(
        (f.pack, f.rule, f.start) == (finding.pack, finding.rule, finding.start)
        for f in again.findings
    )


def _quoted(text: str, spans: Sequence[Span]) -> str:
    quoted = [
        _("“{text}”").format(text=text[start:end])
        if end > start
        else _("the very start of the reply")
        for start, end in spans
    ]
    return ", ".join(quoted) or _("nothing")


def _named(findings: Sequence[Finding]) -> str:
    quoted = ((f.rule, _("“{text}”").format(text=f.text)) for f in findings)
    return ", ".join(f"{rule} {quote}" for rule, quote in quoted)
