"""The catalogue of rules as Markdown: every rule in the same shape, by criterion and category."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from replylint.explain.describe import RuleWords, capitalised
from replylint.explain.points import Point
from replylint.finding import CATEGORIES, Criterion
from replylint.packs.examples import MARKED
from replylint.packs.library import Entry, Library
from replylint.packs.schema import ConversationExample
from replylint.reports.categories import category_title, criterion_title
from replylint.reports.words import severity_word
from replylint.translation import _, plural

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BAD, _GOOD, _WORDINGS, _PATTERNS = 3, 3, 4, 6


def catalogue(library: Library) -> str:
    """The catalogue of all rules of a library, in the language of the program."""
    lines = [
        "# " + _("The rules"),
        "",
        _(
            "This page is made from the packs by `{command}`: what a rule finds, why it hurts, an "
            "example, what to write instead, and the traps that it lets be. Everything about a "
            "rule, with every pattern, is told by `{show}`."
        ).format(command="replylint rules docs", show="replylint rules show ID"),
        "",
    ]
    ordered = sorted(library.entries, key=_place_of)
    lines += _contents(ordered)
    for criterion, of_criterion in groupby(ordered, _criterion):
        lines += ["", "## " + capitalised(criterion_title(criterion))]
        for category, entries in groupby(of_criterion, lambda entry: entry.rule.category):
            lines += ["", f"### `{category}`: {category_title(category)}"]
            for entry in entries:
                lines += ["", *_rule(library, entry)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _place_of(entry: Entry) -> tuple[int, int, str, str, int]:
    rule = entry.rule
    return (
        list(Criterion).index(_criterion(entry)),
        list(CATEGORIES).index(rule.category),
        "" if rule.language == "ru" else rule.language,
        rule.pack,
        rule.line or 0,
    )


def _criterion(entry: Entry) -> Criterion:
    return CATEGORIES[entry.rule.category]


def _contents(entries: Sequence[Entry]) -> Iterator[str]:
    head = (_("criterion"), _("category"), _("rules"))
    yield f"| {' | '.join(head)} |"
    yield "|---|---|---|"
    for category, group in groupby(entries, lambda entry: entry.rule.category):
        links = ", ".join(f"[{_short(entry)}](#{_anchor(entry)})" for entry in group)
        yield f"| {criterion_title(CATEGORIES[category])} | {category_title(category)} | {links} |"


def _short(entry: Entry) -> str:
    """The id of a rule, with its language where it is not Russian."""
    rule = entry.rule
    return rule.id if rule.language == "ru" else f"{rule.id} ({rule.language})"


def _anchor(entry: Entry) -> str:
    return re.sub(r"[^a-z0-9]+", "-", entry.rule.full_id)


def _rule(library: Library, entry: Entry) -> Iterator[str]:
    rule = entry.rule
    yield f'<a id="{_anchor(entry)}"></a>'
    yield ""
    yield f"#### `{rule.id}`: {_escaped(rule.title or rule.message)}"
    yield ""
    yield _("{severity}, {criterion}, pack `{pack}`").format(
        severity=capitalised(severity_word(rule.severity)),
        criterion=criterion_title(_criterion(entry)),
        pack=rule.pack,
    )
    yield from _headed(_("What it finds"))
    words = RuleWords(library, entry)
    wordings = _wordings(entry)
    if wordings:
        yield "- " + _("For example: {wordings}.").format(wordings=", ".join(wordings))
    for point in words.finds():
        yield from _points(point, 0)
    for point in words.conditions():
        yield from _points(point, 0)
    if rule.why:
        yield from _headed(_("Why it hurts"))
        yield _escaped(rule.why)
    yield from _headed(_("Example"))
    for example in entry.file.examples.bad[:_BAD]:
        yield from _example(example)
    yield _("The finding says: {message}").format(message=_escaped(rule.message))
    if rule.suggestions:
        yield from _headed(_("Write instead"))
        yield from (f"- {_escaped(suggestion)}" for suggestion in rule.suggestions)
    yield from _headed(_("Traps: it lets be"))
    for example in entry.file.examples.good[:_GOOD]:
        yield from _example(example)


def _headed(title: str) -> Iterator[str]:
    yield from ("", f"**{title}**", "")


def _wordings(entry: Entry) -> list[str]:
    """A few of the words that the bad examples mark."""
    found: dict[str, None] = {}
    for example in entry.file.examples.bad:
        reply = example if isinstance(example, str) else example.reply
        for match in MARKED.finditer(reply):
            found[_("“{text}”").format(text=_escaped(" ".join(match[1].split())))] = None
    return list(found)[:_WORDINGS]


def _points(point: Point, depth: int) -> Iterator[str]:
    """A point and those below it as a list; of many patterns only the first, and their number."""
    indent = "  " * depth
    yield f"{indent}- {_code(point.pattern) if point.pattern else _escaped(point.text)}"
    patterns = [below for below in point.points if below.pattern]
    others = [below for below in point.points if not below.pattern]
    for below in (*patterns[:_PATTERNS], *others):
        yield from _points(below, depth + 1)
    left = len(patterns) - _PATTERNS
    if left > 0:
        text = plural("and {count} more pattern", "and {count} more patterns", left)
        yield f"{indent}  - " + text.format(count=left)


def _example(example: str | ConversationExample) -> Iterator[str]:
    """An example as a quotation, with what is found in bold."""
    if isinstance(example, str):
        example = ConversationExample(reply=example)
    if example.customer:
        customer = _("Customer: {text}").format(text=_escaped(example.customer))
        yield f"> *{customer}*<br>"
    pieces = MARKED.split(example.reply.strip())
    shown = [f"**{_escaped(p)}**" if n % 2 else _escaped(p) for n, p in enumerate(pieces)]
    yield f"> {''.join(shown)}"
    yield ""


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is; line breaks are kept."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence}{' '.join(text.split())}{fence}"
