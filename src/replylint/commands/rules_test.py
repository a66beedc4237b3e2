"""`replylint rules test`: run the examples of packs, and find patterns that nothing shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from replylint.commands import streams
from replylint.commands.choosing import AS_IT_STANDS, color_option, settings_here, tell_hidden
from replylint.commands.language import lang_option
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.linter import Linter
    from replylint.packs.library import Library
    from replylint.packs.never import Dead
    from replylint.packs.pack import Pack
    from replylint.selftest import Failure
    from replylint.signals.program import Program
    from replylint.text.document import Document
    from replylint.weighing import Weighed

FAILED_EXAMPLES = 1
"""The exit code when an example fails or a pattern can never match."""


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    codes = _(
        "Exit codes:\n"
        "  0  every example is judged as it says\n"
        "  1  an example fails, or a pattern can never match\n"
        "  2  a pack is broken"
    )
    return click.Command(
        "test",
        callback=_callback,
        params=[
            click.Argument(["packs"], nargs=-1, metavar=_("[PACK]..."), callback=tell_hidden),
            click.Option(
                ["--coverage"],
                is_flag=True,
                help=_("Also list the patterns that no example touches."),
            ),
            color_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Run the examples of rules."),
        help=_(
            "Run the examples that rules carry and find patterns that can never match. PACK is a "
            "name, a file or a folder; by default the packs of the settings, else all."
        ),
        epilog=f"{AS_IT_STANDS}{codes}",
    )


def _callback(packs: tuple[str, ...], coverage: bool, color: str) -> None:
    from replylint.commands.page import Page

    code = report(Page(streams.output(color)), tested(packs), coverage=coverage)
    click.get_current_context().exit(code)


def report(page: Page, run: Run, *, coverage: bool = False) -> int:
    """Write what a run found; the exit code for it."""
    for failure in run.failures:
        _failure(page, failure)
    _dead(page, run.dead)
    if coverage:
        _untouched(page, run.untouched)
    for line in _summary(run, coverage):
        page.text(line)
    return FAILED_EXAMPLES if run.is_failed else 0


@dataclass(slots=True)
class Run:
    """What a run of the examples found."""

    packs: list[Pack] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    examples: int = 0
    patterns: int = 0
    untouched: list[Program] = field(default_factory=list)
    dead: list[Dead] = field(default_factory=list)

    @property
    def is_failed(self) -> bool:
        """Whether something is wrong, and not only unshown."""
        return bool(self.failures) or any(not dead.excepted for dead in self.dead)


def tested(wanted: Sequence[str | Path]) -> Run:
    """Test the packs of these names or paths, by default those of the settings.

    Packs that they only use are loaded but not tested; of those that they change, the rules with
    examples of their own are. Choices of the settings do not matter.
    """
    from replylint.coverage import count_patterns, touched_patterns, untouched_patterns
    from replylint.linter import Linter
    from replylint.packs.library import Library
    from replylint.packs.never import dead_patterns
    from replylint.selftest import count_examples, run_examples

    chosen = list(wanted) or settings_here().packs
    linter = Linter(packs=chosen)
    library = Library(chosen)
    names = _names(chosen, library)
    run = Run([pack for pack in linter.packs if pack.name in names])
    under_test = [*run.packs, *_with_examples_of_others(linter, library, names)]
    run.failures = list(run_examples(linter, under_test))
    run.examples = count_examples(under_test)
    for book in linter.books:
        touched = touched_patterns(book)
        for pack in book.packs:
            if pack.name in names:
                run.patterns += count_patterns(linter, pack)
                run.untouched += untouched_patterns(linter, pack, touched)
                run.dead += dead_patterns(library, book, pack)
    dead = {dead.program for dead in run.dead}
    run.untouched = [program for program in run.untouched if program not in dead]
    return run


def _names(chosen: Sequence[str | Path] | None, library: Library) -> set[str]:
    """The names of the packs that are asked for themselves, and not only by another pack."""
    if chosen is None:
        return set(library.loaded)
    wanted = {str(item).rstrip("/") for item in chosen}
    paths = {Path(item).resolve() for item in wanted}
    return {
        name
        for name, pack in library.loaded.items()
        if name in wanted
        or name.rpartition("/")[0] in wanted
        or not paths.isdisjoint(
            (Path(pack.source.name).resolve(), *Path(pack.source.name).resolve().parents)
        )
    }


def _with_examples_of_others(linter: Linter, library: Library, names: set[str]) -> list[Pack]:
    """The other packs, with only the examples that a tested pack adds to their rules."""
    sources = {library.loaded[name].source.name for name in names}
    found = []
    for pack in linter.packs:
        rules = [
            replace(rule, examples=tuple(e for e in rule.examples if e.source in sources))
            for rule in pack.rules
        ]
        if pack.name not in names and any(rule.examples for rule in rules):
            found.append(replace(pack, rules=tuple(rules)))
    return found


def _failure(page: Page, failure: Failure) -> None:
    """A failed example: where it stands, what is wrong, the text and how it is seen."""
    from replylint.commands.held_words import held_words
    from replylint.commands.token_table import write_words
    from replylint.text.document import Document

    example = failure.example
    page.text(f"{example.source}:{example.line}: {failure.rule.full_id}", style="bold")
    page.text(failure.message, indent=2, style="red")
    if example.customer:
        page.text(_("Customer: {text}").format(text=example.customer), indent=2)
    page.text(example.reply, indent=2)
    for held in failure.held:
        page.text(held_words(held, failure.rule), indent=4)
    if failure.by_marks:
        page.text(_("only marks at the ends differ: mark exactly what is found"), indent=4)
    for one in failure.weighing.learned:
        _weighed(page, one)
    if _customer_is_to_blame(failure):
        page.text(_("How the customer's words are seen:"), indent=4)
        write_words(page, Document(example.customer or ""), indent=4, most=2)
    elif failure.weighing.by_words and not (failure.held or failure.by_marks):
        document = Document(example.reply)
        write_words(page, document, indent=4, most=2, only=_words_at(document, failure.places))
    page.text()


def _customer_is_to_blame(failure: Failure) -> bool:
    """Whether the rule waits for something that it does not find in the customer's words."""
    return any(held.condition == "if-customer" for held in failure.held)


def _weighed(page: Page, one: Weighed) -> None:
    """How sure a learned signal is of a sentence, how sure it must be, and what it recalls."""
    text = _("{signal}: {percent}% sure, and from {least}% on it is found: “{text}”")
    if one.most < 1:
        text = _("{signal}: {percent}% sure, and from {least}% to {most}% it is found: “{text}”")
    shares = {"percent": one.probability, "least": one.least, "most": one.most}
    percents = {name: f"{100 * share:.0f}" for name, share in shares.items()}
    page.text(text.format(signal=one.signal, text=one.text, **percents), indent=4)
    if one.examples:
        examples = "; ".join(_("“{text}”").format(text=example) for example in one.examples)
        page.text(_("the nearest examples: {examples}").format(examples=examples), indent=6)


def _words_at(document: Document, places: Sequence[tuple[int, int]]) -> Collection[int]:
    """The words at the places that a failure is about; all when it is about none of them."""
    inside = [
        index
        for index, (start, end) in enumerate(zip(document.starts, document.ends, strict=True))
        if any(start < last and end > first for first, last in places)
    ]
    return inside or range(len(document.words))


def _dead(page: Page, dead: Sequence[Dead]) -> None:
    for one in dead:
        page.text(f"{one.program.place}: {one.why}", style="yellow" if one.excepted else "red")
        page.text(one.program.source, indent=2)
        if one.mixed is None:
            page.text(_("tried, for example: {sample}").format(sample=one.sample), indent=2)
        page.text()


def _untouched(page: Page, programs: Sequence[Program]) -> None:
    if programs:
        page.text(_("No example touches:"), style="bold")
    for program in programs:
        page.text(program.source, indent=2, head=f"{program.place}: ", hang=4)
    if programs:
        page.text()


def _summary(run: Run, coverage: bool) -> list[str]:
    """The counts: what was tested, what failed, what is not shown."""
    rules = sum(len(pack.rules) for pack in run.packs)
    tested = [
        plural("{count} pack", "{count} packs", len(run.packs)).format(count=len(run.packs)),
        plural("{count} rule", "{count} rules", rules).format(count=rules),
        plural("{count} example", "{count} examples", run.examples).format(count=run.examples),
    ]
    count = len(run.failures)
    failed = _("all judged as they say")
    if count:
        failed = plural("{count} failure", "{count} failures", count).format(count=count)
    lines = [f"{', '.join(tested)}: {failed}."]
    if run.patterns:
        lines.append(_patterns(run, coverage))
    return lines


def _patterns(run: Run, coverage: bool) -> str:
    total = plural("{count} pattern", "{count} patterns", run.patterns).format(count=run.patterns)
    parts = []
    mixed = sum(dead.mixed is not None for dead in run.dead)
    if mixed:
        text = plural("{count} with mixed alphabets", "{count} with mixed alphabets", mixed)
        parts.append(text.format(count=mixed))
    never = sum(not dead.excepted and dead.mixed is None for dead in run.dead)
    if never:
        text = plural("{count} can never match", "{count} can never match", never)
        parts.append(text.format(count=never))
    excepted = len(run.dead) - never - mixed
    if excepted:
        text = plural("{count} always excepted", "{count} always excepted", excepted)
        parts.append(text.format(count=excepted))
    count = len(run.untouched)
    if count:
        text = plural("{count} touched by no example", "{count} touched by no example", count)
        parts.append(text.format(count=count))
    if not parts:
        return _("{patterns}: all are touched by examples.").format(patterns=total)
    hint = "" if coverage or not count else " " + _("(--coverage lists them)")
    return f"{total}: {', '.join(parts)}{hint}."
