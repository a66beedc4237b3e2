"""The report for people: the reply with its words marked, and for each mark what to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat, zip_longest

from replylint.errors import Place, ReplylintError
from replylint.finding import OTHER_LANGUAGE, Finding, Result, Severity
from replylint.reports.cells import cells_of, plain, width_of, wrap_text
from replylint.reports.excerpt import excerpt
from replylint.reports.explained import explained_lines
from replylint.reports.groups import Group, groups_of
from replylint.reports.notes import Notes, only_notes
from replylint.reports.paint import COLOURS, Paint
from replylint.reports.report import Output, Tool
from replylint.reports.summary import Summary
from replylint.reports.words import counted, found, let_be, score_of, severity_word, summary_line
from replylint.translation import _

_INDENT = 6
_SUGGESTIONS = 3
_LONGEST_QUOTE = 160


class TextReport:
    """Replies with findings as they come; one line for a clean one; a last line for several.

    When there are several replies the clean ones are only counted. Canned replies with nothing but
    notes are told together at the end. ``shown_from`` gives for a result the severity from which
    on its findings are shown; others are only counted.
    """

    shown_from: Callable[[Result], Severity] | None = None

    def __init__(self, output: Output, tool: Tool) -> None:
        self._stream = output.stream
        self._paint = Paint(output.coloured)
        self._width = output.width
        self._summary = Summary()
        self._shown = 0
        self._doubtful = self._foreign = False
        self._notes = Notes()
        self._hidden: Counter[Severity] = Counter()

    def result(self, result: Result, place: Place) -> None:
        """Write a reply with findings; a clean one waits for the end."""
        self._summary.add(result)
        if result.failures:
            self._doubtful = True
        self._foreign = result.language == OTHER_LANGUAGE
        result = self._shown_part(result)
        if not result.findings and result.explanation is None:
            return
        if only_notes(result) and result.explanation is None:
            self._notes.add(result, place)
            return
        if self._shown:
            self._line()
        self._shown += 1
        for line in reply_lines(result, place, self._paint, self._width):
            self._line(line)
        self._stream.flush()

    def _shown_part(self, result: Result) -> Result:
        """The result with the findings that are to be shown."""
        if self.shown_from is None:
            return result
        least = self.shown_from(result)
        self._hidden.update(f.severity for f in result.findings if f.severity < least)
        return replace(result, findings=tuple(f for f in result.findings if f.severity >= least))

    def error(self, error: ReplylintError) -> None:
        """Count what could not be read; standard error tells it."""
        self._summary.errors += 1

    def finish(self) -> None:
        """Write the one line for a clean reply, or the counts when there were several."""
        summary = self._summary
        for line in self._notes.lines(self._paint, self._width):
            if self._shown or line:
                self._line(line)
            self._shown += 1
        single = summary.replies + summary.errors == 1
        if single and self._foreign:
            self._line(_("Not checked."))
        elif single and self._is_well():
            self._tell_well()
        elif self._hidden:
            self._tell_hidden()
        if summary.replies and not single:
            if self._shown:
                self._line()
            for line in wrap_text(summary_line(summary), self._width):
                self._line(line)

    def _is_well(self) -> bool:
        """Whether a single reply has nothing to improve: no finding, or only notes not shown."""
        only_notes_hidden = bool(self._summary.noted and not self._shown)
        return not self._doubtful and (self._summary.clean == 1 or only_notes_hidden)

    def _tell_well(self) -> None:
        well = _("All is well: nothing to improve. 100/100")
        beside = [let_be(self._summary.suppressed)] if self._summary.suppressed else []
        if self._hidden:
            beside.append(_("{notes} with --show all").format(notes=counted(self._hidden)))
        more = f" ({', '.join(beside)})" if beside else ""
        self._line(self._paint(well, "green") + self._paint(more, "dim"))

    def _tell_hidden(self) -> None:
        if set(self._hidden) <= {Severity.INFO}:
            text = _("Not shown: {findings}. See all with --show all.")
        else:
            text = _("Not shown, since they do not fail: {findings}. See all with --show all.")
        if self._shown:
            self._line()
        for line in wrap_text(text.format(findings=counted(self._hidden)), self._width):
            self._line(line)
        self._shown += 1

    def _line(self, text: str = "") -> None:
        self._stream.write(text.rstrip() + "\n")


def reply_lines(result: Result, place: Place, paint: Paint, width: int) -> Iterator[str]:
    """All lines about one reply with findings."""
    groups = groups_of(result)
    yield _header(result, place, paint)
    yield ""
    yield from excerpt(result.reply, groups, paint, width, result.lines)
    told = _Told()
    for group in groups:
        yield ""
        yield from _group(group, told, paint, width)
    if result.explanation is not None:
        yield ""
        numbers = {id(finding): group.number for group in groups for finding in group.findings}
        told_as = [numbers[id(finding)] for finding in result.findings]
        yield from explained_lines(result.explanation, told_as, paint, width)


def _header(result: Result, place: Place, paint: Paint) -> str:
    named = [] if place.source.startswith("<") and place.line is None else [plain(str(place))]
    if result.id:
        named.append(plain(result.id))
    colour = "green" if result.score >= 90 else "yellow" if result.score >= 60 else "red"
    parts = [paint(part, "bold") for part in named]
    parts.append(paint(_("score {score}").format(score=score_of(result.score)), f"bold {colour}"))
    parts.append(found(len(result.findings)))
    if result.suppressed:
        parts.append(let_be(len(result.suppressed)))
    return " · ".join(parts)


class _Told:
    """What the person has already read about this reply, so that it is not said twice."""

    def __init__(self) -> None:
        self.reasons: dict[str, int] = {}
        self.suggestions: set[str] = set()

    def fresh(self, findings: Sequence[Finding]) -> list[str]:
        """A few suggestions that were not shown yet, of each finding in turn; now they were."""
        turns = zip_longest(*(finding.suggestions for finding in findings))
        offered = dict.fromkeys(text for turn in turns for text in turn if text)
        fresh = [text for text in offered if text not in self.suggestions][:_SUGGESTIONS]
        self.suggestions.update(fresh)
        return fresh


def _group(group: Group, told: _Told, paint: Paint, width: int) -> Iterator[str]:
    """The number, what is wrong and why, what else is wrong there, and what to write instead."""
    heads = chain([str(group.number)], repeat("" if group.has_words else "+"))
    for head, finding in zip(heads, group.findings, strict=False):
        brief = not head
        first, *rest = _finding(finding, group, told, paint, width, brief=brief)
        yield paint(f"{head:>{_INDENT - 2}}", f"bold {COLOURS[finding.severity]}") + "  " + first
        yield from (" " * _INDENT + line for line in rest)
    suggestions = told.fresh(group.findings)
    if suggestions:
        yield " " * _INDENT + paint(_("Better to write:"), "bold green")
    for suggestion in suggestions:
        first, *rest = wrap_text(suggestion, width - _INDENT - 2)
        yield " " * _INDENT + paint("→ ", "green") + first
        yield from (" " * (_INDENT + 2) + line for line in rest)


def _finding(
    finding: Finding, group: Group, told: _Told, paint: Paint, width: int, *, brief: bool
) -> Iterator[str]:
    """One finding: the severity and the message, then the reason, and the rule at the right.

    A ``brief`` one is told after a graver one at the same place, and without its reason.
    """
    room = width - _INDENT
    word = severity_word(finding.severity)
    if group.whole:
        word = _("{severity}, the whole reply").format(severity=word)
    if brief:
        word = _("also here, {severity}").format(severity=word)
    style = COLOURS[finding.severity]
    message = wrap_text(f"{word}: {finding.message}", room)
    message += _context(finding, room)
    message += [] if brief else _learned(finding, room)
    reason = [] if brief else _reason(finding, group, told, room)
    styled = [_headed(message[0], f"{word}:", style, paint), *message[1:]]
    styled += [paint(line, "dim") for line in reason]
    yield from styled[:-1]
    yield from _with_rule(styled[-1], [*message, *reason][-1], finding, paint, room)


def _headed(line: str, head: str, style: str, paint: Paint) -> str:
    if not line.startswith(head):
        return line
    return paint(head, f"bold {style}") + line.removeprefix(head)


def _context(finding: Finding, room: int) -> list[str]:
    """The words of the other message that the finding is about, on a few lines."""
    quote = finding.context
    if quote is None or not quote.text.strip():
        return []
    words = plain(" ".join(quote.text.split()))
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"
    text = _("Customer: “{words}”") if quote.role == "customer" else _("Earlier: “{words}”")
    return wrap_text(text.format(words=words), room)


def _learned(finding: Finding, room: int) -> list[str]:
    """How sure a model is, and which examples the sentence is like."""
    if finding.learned is None:
        return []
    probability = f"{100 * finding.learned.probability:.0f}"
    examples = "; ".join(_("“{text}”").format(text=e) for e in finding.learned.examples)
    if not examples:
        return [_("Learned from examples, {probability}% sure.").format(probability=probability)]
    text = _("Learned from examples, {probability}% sure. It is like: {examples}")
    return wrap_text(text.format(probability=probability, examples=plain(examples)), room)


def _reason(finding: Finding, group: Group, told: _Told, room: int) -> list[str]:
    """The reason, or the number under which it was told already."""
    if not finding.why:
        return []
    earlier = told.reasons.get(finding.why)
    told.reasons.setdefault(finding.why, group.number)
    if earlier is None:
        return wrap_text(finding.why, room)
    return [] if earlier == group.number else [_("Why: see {number}.").format(number=earlier)]


def _with_rule(line: str, bare: str, finding: Finding, paint: Paint, room: int) -> Iterator[str]:
    """The last line of a finding with the rule's name at the right, if it fits beside it."""
    name = plain(finding.rule)
    gap = room - width_of(cells_of(bare)) - width_of(cells_of(name))
    if gap >= 2:
        yield line + " " * gap + paint(name, "dim")
    else:
        yield line
        yield " " * max(room - width_of(cells_of(name)), 0) + paint(name, "dim")
