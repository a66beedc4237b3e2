"""`replylint tokens`: how a text is seen, for those who write rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.choosing import (
    AS_IT_STANDS,
    color_option,
    format_option,
    pack_option,
    settings_here,
)
from replylint.commands.language import lang_option
from replylint.commands.token_scores import (
    Score,
    is_doubt,
    score_record,
    scores_of,
    scores_of_examples,
    write_scores,
)
from replylint.conversation import Conversation
from replylint.errors import ReplylintError, UsageError
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.commands.page import Page
    from replylint.signals.match import Match
    from replylint.text.document import Document

    Signals = dict[str, list[Match]] | None

_MOST_BYTES = 1_000_000


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    examples = _(
        "Examples:\n"
        '  replylint tokens "We will answer tomorrow by 15:00."\n'
        "  replylint tokens --signals < draft.txt"
    )
    return click.Command(
        "tokens",
        callback=_callback,
        params=[
            click.Argument(["text"], nargs=-1, metavar=_("[TEXT]")),
            click.Option(
                ["--customer"],
                metavar=_("TEXT|FILE"),
                help=_("The customer's message before the reply; @FILE is always a file."),
            ),
            click.Option(
                ["--signals"], is_flag=True, help=_("Also the signals of the packs that are found.")
            ),
            click.Option(["--all"], is_flag=True, help=_("All readings of every word.")),
            pack_option(),
            format_option(),
            color_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Show how a text is seen: words, forms, zones, entities."),
        help=_(
            "Show how a text is seen: sentences, words with their dictionary forms and grammemes, "
            "zones, entities and signals. Without TEXT, or with “-”, standard input is read."
        ),
        epilog=f"{AS_IT_STANDS}{examples}",
    )


def _callback(
    text: tuple[str, ...],
    customer: str | None,
    signals: bool,
    all: bool,
    pack: tuple[str, ...],
    format: str,
    color: str,
) -> None:
    reply = _given(text)
    said = _customer(customer)
    found, doubts, guessed, failures = (
        _signals(reply, said, pack) if signals else (None, frozenset[str](), [], [])
    )
    from replylint.text.document import Document

    document = Document(reply)
    before = None if said is None else Document(said)
    if format == "json":
        from replylint.reports.machine import dumps

        record: dict[str, Any] = {"version": 1, "reply": _record(document, found)}
        if found is not None:
            record["reply"]["scores"] = [score_record(document, score) for score in guessed]
        if before is not None:
            record["customer"] = _record(before, None)
        sys.stdout.write(dumps(record) + "\n")
    else:
        shown = found if found is None else {n: m for n, m in found.items() if n not in doubts}
        page = _write(document, before, shown, color, all)
        write_scores(page, document, guessed)
    for failure in failures:
        streams.tell_error(ReplylintError(failure))
    if failures:
        click.get_current_context().exit(2)


def _given(words: tuple[str, ...]) -> str:
    """The text of the arguments or of standard input."""
    if words and words != ("-",):
        return " ".join(words)
    stdin = streams.standard_input()
    if stdin is None:
        raise UsageError(_("no text is given: put it in quotes after “tokens” or pipe it in"))
    streams.await_typing(stdin)
    data = stdin.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(_("the text is too long to look at word by word"))
    return data.decode("utf-8-sig", errors="replace")


def _customer(given: str | None) -> str | None:
    if given is None:
        return None
    from replylint.sources.paths import customer_text

    text, notes = customer_text(given)
    for note in notes:
        streams.tell_note(note)
    return text


def _signals(
    reply: str, customer: str | None, packs: tuple[str, ...]
) -> tuple[dict[str, list[Match]], frozenset[str], list[Score], list[str]]:
    """The signals that packs name and that the reply has, scores, and what went wrong.

    Beside them the names of those that only say what a model thinks improbable: a person reads
    that in the scores.
    """
    from replylint.linter import Linter
    from replylint.signals.reading import Reading
    from replylint.text.document import Document

    linter = Linter(packs=packs or None, settings=settings_here())
    document = Document(reply)
    found: dict[str, list[Match]] = {}
    doubts: set[str] = set()
    guessed: list[Score] = []
    failures = [problem.message for problem in linter.unusable_models()]
    for book in linter.books:
        if book.language != document.language:
            continue
        conversation = Conversation.of(reply, customer=customer)
        learned = linter.settings.learned
        reading = Reading(document, book.signals, conversation, learned=learned)
        scores = [
            *scores_of(reading, book.signals.models),
            *scores_of_examples(reading, book.signals.signals),
        ]
        guessed += sorted(scores, key=lambda score: score.sentence.start)
        for name in book.signals.signals:
            if ":" in name or name.count("/") > name.partition(".")[0].count("/"):
                continue
            try:
                matches = reading.find(name)
            except Exception as error:
                text = _("the signal {name} cannot be looked for: {why}")
                failures.append(text.format(name=name, why=error))
                continue
            if matches:
                found[name] = matches
                if is_doubt(book.signals.signals[name]):
                    doubts.add(name)
    return found, frozenset(doubts), guessed, failures


def _write(
    document: Document, before: Document | None, signals: Signals, color: str, all_readings: bool
) -> Page:
    from replylint.commands.page import Page
    from replylint.commands.token_table import write_entities, write_signals, write_words

    page = Page(streams.output(color))
    most = None if all_readings else 3
    if before is not None:
        page.text(_("The customer: {what}").format(what=_counts(before)), style="bold")
        write_words(page, before, most=most)
        write_entities(page, before)
        page.text()
        page.text(_("The reply: {what}").format(what=_counts(document)), style="bold")
    else:
        page.text(_counts(document), style="bold")
    write_words(page, document, most=most)
    write_entities(page, document)
    if signals is not None:
        write_signals(page, document, signals)
    return page


def _counts(document: Document) -> str:
    words, sentences = len(document.words), len(document.sentences)
    parts = [
        _("Russian") if document.language == "ru" else _("English"),
        plural("{count} sentence", "{count} sentences", sentences).format(count=sentences),
        plural("{count} word", "{count} words", words).format(count=words),
    ]
    return " · ".join(parts)


def _record(document: Document, signals: Signals) -> dict[str, Any]:
    from replylint.text.entities import ENTITY_KINDS

    record: dict[str, Any] = {
        "text": document.text,
        "language": document.language,
        "sentences": [
            {
                "first_word": sentence.first,
                "end_word": sentence.end,
                "paragraph": sentence.paragraph,
                "start": document.starts[sentence.first],
                "end": document.ends[sentence.end - 1],
            }
            for sentence in document.sentences
        ],
        "words": [_word_record(document, index) for index in range(len(document.words))],
        "entities": sorted(
            (
                {"kind": kind, **_span(document, document.starts[first], document.ends[end - 1])}
                for kind in ENTITY_KINDS
                for first, end in document.entities(kind).items()
            ),
            key=lambda entity: (entity["start"], entity["end"], entity["kind"]),
        ),
    }
    if signals is not None:
        record["signals"] = [
            {"signal": name, **_span(document, match.start, match.stop)}
            for name, matches in signals.items()
            for match in matches
        ]
    return record


def _word_record(document: Document, index: int) -> dict[str, Any]:
    from replylint.commands.token_table import readings_at
    from replylint.text.grammemes import in_plain_words

    line, column = document.line_and_column(document.starts[index])
    return {
        **_span(document, document.starts[index], document.ends[index]),
        "word": document.words[index],
        "line": line,
        "column": column,
        "kind": document.kinds[index].value,
        "zone": document.zones[index].value,
        "sentence": document.sentence_of[index],
        "readings": [
            {
                "lemma": reading.lemma,
                "grammemes": list(reading.grammemes),
                "plain": in_plain_words(reading.grammemes),
            }
            for reading in readings_at(document, index)
        ],
    }


def _span(document: Document, start: int, end: int) -> dict[str, Any]:
    return {"text": document.text[start:end], "start": start, "end": end}
