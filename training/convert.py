"""Turn what a writer typed into training data: one JSON object a line.

    python training/convert.py [--second FILE] [--against FILE]... [--whole] WRITER TYPED > FILE

TYPED is a text file as README.md describes it: a hand after ``#``, the customer's message after
``>``, then ``LABELS: sentence`` lines. It may also be a JSON Lines file of whole replies with
labelled spans, as ``bench/accuracy.py`` reads them; its sentences are then the lines, or, with
``--whole``, its replies to a customer's message. ``--second`` are the labels of a second reader:
``NUMBER<TAB>LABELS`` for each sentence in which they see a fault, sentences numbered from 1, or,
with ``--whole``, ``ID<TAB>CATEGORY`` for each category that they see in a reply; ``?`` after a
label of which they doubt. Where the two readings differ, the category goes to ``unsure`` and is
neither an example nor a counter-example.
Sentences that nearly repeat an earlier one, or one of the files ``--against``, are left out; how
many is told on standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus import LABELS, LABELS_OF_EXCHANGES, UNANSWERED, Line
from replylint.text.document import Document

_LABELLED = re.compile(r"^(-|-?[a-z-]+(?:, ?-?[a-z-]+)*): ?(.+)$")
_BEFORE = " || "
_SHINGLE = 5
_NEARLY_SAME = 0.6


def typed_lines(path: Path, writer: str) -> Iterator[tuple[int, Line]]:
    """The labelled sentences of a typed file, numbered from 1 as a second reader sees them."""
    hand = ""
    customer: str | None = None
    sentences = 0
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = raw.strip()
        if text.startswith("#"):
            hand = text[1:].strip()
        elif text.startswith(">"):
            customer = text[1:].strip() or None
        elif text:
            sentences += 1
            line = _labelled(text, writer, number, hand, customer)
            if line is None:
                print(f"{path}:{number}: not understood: {text}", file=sys.stderr)
            else:
                yield sentences, line


def _labelled(text: str, writer: str, number: int, hand: str, customer: str | None) -> Line | None:
    before = None
    found = _LABELLED.match(text)
    if found is None and "||" in text:
        before, _bars, text = (part.strip() for part in text.partition("||"))
        found = _LABELLED.match(text)
    if found is None:
        return None
    given = [label.strip() for label in found[1].split(",")]
    labels = [label for label in given if not label.startswith("-")]
    traps = [label[1:] for label in given if len(label) > 1 and label.startswith("-")]
    if not set(labels) | set(traps) <= set(LABELS):
        return None
    sentence = found[2].strip()
    if before is None and _BEFORE in sentence:
        before, _bars, sentence = (part.strip() for part in sentence.partition("||"))
    name = f"{writer}-{number:04d}"
    return Line(name, writer, hand, customer, before, sentence, sorted(labels), sorted(traps), [])


def reply_lines(path: Path, writer: str) -> Iterator[Line]:
    """The sentences of whole replies; a label belongs to the sentences that its span touches."""
    for raw in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(raw)
        before = None
        for number, (start, end) in enumerate(_sentences(item["reply"])):
            text = " ".join(item["reply"][start:end].split())
            sure, unsure = _labels_at(item, start, end)
            name = f"{item['id'].lower()}-{number}"
            hand, customer = item.get("hand") or "", item.get("customer")
            yield Line(name, writer, hand, customer, before, text, sure, [], unsure)
            before = text


def exchange_lines(
    path: Path, writer: str, second: dict[str, set[str]] | None = None
) -> Iterator[Line]:
    """The whole replies that answer a customer's message, with the labels of the whole.

    ``second`` are a second reader's categories by the id of the reply.
    """
    of_whole = {*LABELS_OF_EXCHANGES, UNANSWERED}
    for raw in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(raw)
        if not item.get("customer"):
            continue
        sure, unsure = (
            {label["category"] for label in item["labels"] if label["sure"] is is_sure} & of_whole
            for is_sure in (True, False)
        )
        hand, name = item.get("hand") or "", item["id"].lower()
        if second is not None:
            other = {label for label in second.get(item["id"], ()) if label.rstrip("?") in of_whole}
            agreed = {label for label in sure if label in other or f"{label}?" in other}
            unsure |= sure ^ {label.rstrip("?") for label in other}
            sure = agreed
        labels, doubtful = sorted(sure), sorted(unsure - sure)
        yield Line(name, writer, hand, item["customer"], None, item["reply"], labels, [], doubtful)


def _sentences(reply: str) -> list[tuple[int, int]]:
    document = Document(reply)
    starts = [document.starts[sentence.first] for sentence in document.sentences]
    return list(zip(starts, [*starts[1:], len(reply)], strict=True))


def _labels_at(item: dict[str, Any], start: int, end: int) -> tuple[list[str], list[str]]:
    sure: set[str] = set()
    unsure: set[str] = set()
    for label in item["labels"] or ():
        if not label["span"] or label["category"] not in LABELS:
            continue
        for found in re.finditer(re.escape(label["span"]), item["reply"]):
            if found.start() < end and start < found.end():
                (sure if label["sure"] else unsure).add(label["category"])
    return sorted(sure), sorted(unsure - sure)


def with_second_reading(
    lines: Iterable[tuple[int, Line]], second: dict[int, set[str]] | None
) -> Iterator[Line]:
    """The lines with those labels that both readers gave; what only one gave becomes unsure.

    A second reader who doubts agrees with the first.
    """
    for number, line in lines:
        if second is None:
            yield line
            continue
        other, own = second.get(number, set()), set(line.labels)
        agreed = {label for label in own if label in other or f"{label}?" in other}
        differing = own ^ {label.rstrip("?") for label in other}
        yield line._replace(labels=sorted(agreed), unsure=sorted(differing))


def read_second(path: Path) -> dict[int, set[str]]:
    """The second reader's labels by the number of the sentence."""
    found: dict[int, set[str]] = {}
    for raw in path.read_text(encoding="utf-8").splitlines():
        number, _tab, labels = raw.partition("\t")
        given = {label.strip() for label in labels.split(",")}
        found[int(number)] = {label for label in given if label.rstrip("?") in LABELS}
    return found


def read_second_of_replies(path: Path) -> dict[str, set[str]]:
    """The second reader's categories by the id of the reply."""
    found: dict[str, set[str]] = {}
    for raw in path.read_text(encoding="utf-8").splitlines():
        name, category, *_span = raw.split("\t")
        found.setdefault(name, set()).add(category)
    return found


class NearDuplicates:
    """Knows which texts it has seen, also where a few letters differ."""

    def __init__(self) -> None:
        self._texts: list[frozenset[str]] = []
        self._having: dict[str, list[int]] = {}

    def add(self, text: str) -> None:
        """Remember a text."""
        shingles = _shingles(text)
        for shingle in shingles:
            self._having.setdefault(shingle, []).append(len(self._texts))
        self._texts.append(shingles)

    def has(self, text: str) -> bool:
        """Whether a text shares most of its letters with one that it has seen."""
        shingles = _shingles(text)
        shared: dict[int, int] = {}
        for shingle in shingles:
            for number in self._having.get(shingle, ()):
                shared[number] = shared.get(number, 0) + 1
        return any(
            count > _NEARLY_SAME * (len(shingles) + len(self._texts[number]) - count)
            for number, count in shared.items()
        )


def _shingles(text: str) -> frozenset[str]:
    plain = " ".join(re.sub(r"[^\w\s]", " ", text.lower().replace("ё", "е")).split())
    return frozenset(plain[i : i + _SHINGLE] for i in range(max(1, len(plain) - _SHINGLE + 1)))


def seen_elsewhere(paths: Sequence[Path]) -> NearDuplicates:
    """The sentences of labelled replies, and those of training data."""
    seen = NearDuplicates()
    for path in paths:
        for raw in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(raw)
            reply = item.get("reply", item.get("text", ""))
            for start, end in _sentences(reply):
                seen.add(reply[start:end])
    return seen


def main() -> None:
    """Convert the file named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("writer")
    parser.add_argument("typed", type=Path)
    parser.add_argument("--second", type=Path, help="labels of a second reader")
    parser.add_argument("--whole", action="store_true", help="whole replies, not sentences")
    parser.add_argument("--against", type=Path, action="append", default=[])
    options = parser.parse_args()
    seen = seen_elsewhere(options.against)
    lines: Iterable[Line]
    if options.whole:
        other = read_second_of_replies(options.second) if options.second else None
        lines = exchange_lines(options.typed, options.writer, other)
    elif options.typed.suffix == ".jsonl":
        lines = reply_lines(options.typed, options.writer)
    else:
        second = read_second(options.second) if options.second else None
        lines = with_second_reading(typed_lines(options.typed, options.writer), second)
    left_out = 0
    for line in lines:
        if seen.has(line.text):
            left_out += 1
            continue
        seen.add(line.text)
        sys.stdout.write(json.dumps(line._asdict(), ensure_ascii=False) + "\n")
    print(f"{options.writer}: {left_out} near-duplicates left out", file=sys.stderr)


if __name__ == "__main__":
    main()
