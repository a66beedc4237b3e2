"""Measures replylint beside other tools, on the same replies, in one run.

    python bench/speed.py                     the whole of it, some minutes
    python bench/speed.py --quick             a first look
    python bench/speed.py --write             also puts the figures into docs/performance*.md
    python bench/speed.py --replies FILE      the replies of a JSON Lines file instead of made ones
    python bench/speed.py --node-modules DIR --tools DIR   where the other tools are (peers.py)

Ratios of one run are what counts: the absolute figures are those of the machine. Times are those of
the processor (user and system) unless they say otherwise, so that other work on the machine does
not tell. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from figures import Figures, in_russian, microseconds, milliseconds, whole_process
from peers import Peers

from replylint.linter import Linter
from replylint.packs.pack import RuleBook

ROOT = Path(__file__).parents[1]
WORDS = 48
_MANY = 2_000
"""Replies for several processes; for a few none are started."""
_PLAIN = re.compile(r"[а-яё]+(?: [а-яё]+)+")
CLIENT = "from replylint.resident.client import main; main()"


def replies(book: RuleBook, count: int, words: int = WORDS, seed: int = 1) -> list[str]:
    """Different replies of about so many words, put together from the examples of the packs."""
    chance = random.Random(seed)
    good = [e.reply for rule in book.rules for e in rule.examples if not e.is_bad]
    bad = [e.reply for rule in book.rules for e in rule.examples if e.is_bad]
    made: list[str] = []
    for _number in range(count):
        parts = ["Здравствуйте!"]
        while len(parts) < words - 4:
            parts += chance.choice(bad if chance.random() < 0.1 else good).split()
        made.append(" ".join(parts[:words]))
    return made


def given_replies(path: Path) -> tuple[list[str], str]:
    """The replies of a file that have 38 to 58 words, and these lengths to print."""
    rows = path.read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(row)["reply"]) for row in rows if row.strip()]
    return [text for text in texts if 38 <= len(text.split()) <= 58], "38–58"


def plain_phrases(book: RuleBook) -> list[str]:
    """The patterns of the packs that are several words and nothing else: any tool can find them."""
    programs = (p for several in book.signals.programs.values() for p in several)
    return sorted({p.source for p in programs if _PLAIN.fullmatch(p.source)})


def write_pack(path: Path, phrases: Sequence[str], rules: int = 1) -> Path:
    """A pack that forbids the phrases, divided among so many rules."""
    lines = ["pack: ru/bench", "title: Bench", "language: ru", "version: 1.0.0", "rules:"]
    for number in range(rules):
        own = json.dumps(list(phrases[number::rules]), ensure_ascii=False)
        lines += [
            f"  rule-{number}:",
            "    category: blame",
            "    severity: warning",
            "    message: bench",
            f"    forbid: {own}",
            "    examples: {bad: ['[[да]]'], good: ['нет']}",
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@contextmanager
def resident(folder: Path) -> Iterator[None]:
    """A resident process of its own for the time being."""
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    folder.chmod(0o700)
    code = (
        "from replylint.resident.place import identity, socket_path; import sys\n"
        "from replylint.resident.server import main; sys.exit(main(socket_path(identity())))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd="/")
    try:
        command = [sys.executable, "-c", CLIENT, "check", "--text", "Да."]
        for _attempt in range(300):
            if any((folder / "replylint").glob("*")):
                subprocess.run(command, capture_output=True, check=False)
                break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def command_line(figures: Figures, work: Path, draft: str, peers: Peers, options: Options) -> None:
    """One draft through each command, as a whole process."""
    runs = 3 if options.quick else 9
    check = [sys.executable, "-c", CLIENT, "check", "--no-config"]
    os.environ["REPLYLINT_RESIDENT"] = "never"
    cold = whole_process(check, draft, runs)
    figures.add(
        "a draft, own process, packs from the cache",
        "черновик, свой процесс, наборы из кэша",
        milliseconds(*cold),
    )
    os.environ["REPLYLINT_RESIDENT"] = "auto"
    with resident(work / "run"):
        warm = whole_process(check, draft, runs)
        figures.add(
            "a draft through the resident process",
            "черновик через резидентный процесс",
            milliseconds(*warm),
        )
        for other in peers.commands(draft):
            peer = whole_process(other.call, other.given, runs)
            again = whole_process(check, draft, runs)
            ratio = f"; ×{peer[1] / again[1]:.1f} wall of the resident"
            figures.add(other.name, in_russian(other.name), milliseconds(*peer) + ratio)
    os.environ["REPLYLINT_RESIDENT"] = "never"


def library(
    figures: Figures, linter: Linter, texts: Sequence[str], peers: Peers, length: str
) -> None:
    """One reply after the other in one process, with and without what was learned."""
    means = []
    by_words = linter.with_settings(replace(linter.settings, learned=False))
    for one, english, russian in (
        (linter, "full packs", "все наборы"),
        (by_words, "the same, --no-learned", "то же, --no-learned"),
    ):
        times = microseconds(one.check, texts)
        middle, last = median(times), times[int(len(times) * 0.99)]
        figures.add(
            f"library, {english}, reply of {length} words: median, 99th percentile",
            f"библиотека, {russian}, ответ из {length} слов: медиана, 99-й процентиль",
            f"{middle / 1000:.2f} ms, {last / 1000:.2f} ms",
        )
        means.append(sum(times) / len(times))
    peers.measure_libraries(figures, texts, means[0])


def same_phrases(figures: Figures, work: Path, texts: Sequence[str], peers: Peers) -> None:
    """The same phrases in the same replies, without the time to start."""
    phrases = peers.phrases
    ours = Linter([write_pack(work / "bench.yml", phrases)])
    times = microseconds(ours.check, texts)
    mine = sum(times) / len(times)
    figures.add(
        f"{len(phrases)} plain phrases, a reply: replylint",
        f"{len(phrases)} простых фраз, один ответ: replylint",
        f"{mine:.0f} µs",
    )
    peers.measure_phrases(figures, texts, mine)


def batch(figures: Figures, linter: Linter, book: RuleBook, texts: Sequence[str]) -> None:
    """An export: different replies, on one processor and on all."""
    start = time.process_time()
    for _result in linter.check_many(texts):
        pass
    used = time.process_time() - start
    figures.add(
        "batch, one process, different replies",
        "пакетом, один процесс, все ответы разные",
        f"{len(texts) / used:,.0f} replies/s of CPU",
    )
    many = texts if len(texts) >= _MANY else replies(book, _MANY)
    for _result in linter.check_many(many):
        pass
    start = time.perf_counter()
    one = sum(1 for _result in linter.check_many(many))
    single = time.perf_counter() - start
    start = time.perf_counter()
    several = sum(1 for _result in linter.check_many(many, workers=0))
    figures.add(
        f"batch, {os.cpu_count()} processes against one, wall time",
        f"пакетом, процессов {os.cpu_count()} против одного, по часам",
        f"×{single / (time.perf_counter() - start):.2f}" if one == several else "—",
    )
    again = list(texts[: len(texts) // 10]) * 10
    start = time.process_time()
    for _result in linter.check_many(again):
        pass
    used = time.process_time() - start
    figures.add(
        "batch, one process, each reply ten times",
        "пакетом, один процесс, каждый ответ десять раз",
        f"{len(again) / used:,.0f} replies/s of CPU",
    )


def growth(figures: Figures, linter: Linter, book: RuleBook, work: Path, options: Options) -> None:
    """How the time grows with the rules and the length, and memory with the number of replies."""
    chance = random.Random(2)
    vocabulary = sorted({w for rule in book.rules for e in rule.examples for w in e.reply.split()})
    known = [w.lower() for w in vocabulary if re.fullmatch("[а-яё]{5,}", w.lower())]
    texts = replies(book, 200, seed=3)
    times = {}
    for rules in (20, 200, 2000):
        phrases = [" ".join(chance.sample(known, 2)) for _number in range(rules * 5)]
        path = write_pack(work / f"rules-{rules}.yml", phrases, rules)
        spent = microseconds(Linter([path]).check, texts)
        times[rules] = sum(spent) / len(spent)
    figures.add(
        "time of a reply with 20, 200, 2,000 rules of five phrases",
        "время ответа с 20, 200, 2000 правил по пять фраз",
        " → ".join(f"{spent:.0f} µs" for spent in times.values())
        + f" (×{times[2000] / times[200]:.2f} for the last step)",
    )
    lengths = (10, 100, 1_000, 10_000, 100_000)
    each = []
    for words in lengths:
        [text] = replies(book, 1, words=words + 4, seed=4)
        linter.check(text)
        start = time.process_time()
        linter.check(text)
        each.append((time.process_time() - start) * 1e6 / words)
    figures.add(
        "time per word in a reply of 10, 100, … 100,000 words",
        "время на слово в ответе из 10, 100, … 100 000 слов",
        ", ".join(f"{spent:.1f}" for spent in each) + " µs",
    )
    for name, russian, text in (
        ("1 MB of sentences", "1 МБ предложений", replies(book, 1, words=150_000, seed=5)[0]),
        ("1 MB without a full stop", "1 МБ без единой точки", "не могу вам помочь " * 53_000),
        ("1 MB in lines", "1 МБ строк", "Не могу вам помочь.\n" * 50_000),
        ("1 MB in one word", "1 МБ одним словом", "а" * 1_000_000),
        ("1 MB of digits", "1 МБ цифр", "12 " * 340_000),
        ("1 MB of links", "1 МБ ссылок", "https://a.ru/b?c=d " * 55_000),
    ):
        text = text[:1_000_000]
        start = time.process_time()
        linter.check(text)
        spent = time.process_time() - start
        figures.add(f"a reply of {name}", f"ответ: {russian}", f"{spent:.1f} s")
    peaks = []
    numbers = (1_000, 10_000) if options.quick else (1_000, 10_000, 100_000)
    if options.long:
        numbers = (*numbers, 1_000_000)
    for number in numbers:
        for _result in linter.check_many(f"{texts[n % 200]} Заявка {n}." for n in range(number)):
            pass
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    figures.add(
        "peak memory after " + ", ".join(f"{n:,}" for n in numbers) + " different replies",
        "память на пике после " + ", ".join(f"{n:,}" for n in numbers) + " разных ответов",
        ", ".join(f"{peak:.0f}" for peak in peaks) + " MB",
    )


class Options(argparse.Namespace):
    """What the command line says."""

    quick: bool
    long: bool
    write: bool
    only: str
    node_modules: Path
    tools: Path | None
    replies: Path | None


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--long", action="store_true", help="also a million replies")
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--only", default="", help="some of: commands, library, batch, phrases, growth"
    )
    parser.add_argument("--node-modules", type=Path, default=ROOT / "node_modules")
    parser.add_argument("--tools", type=Path, help="a folder of virtual environments")
    parser.add_argument("--replies", type=Path, help="JSON Lines with a key 'reply'")
    options = parser.parse_args(namespace=Options())
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "run").mkdir()
        os.environ["REPLYLINT_CACHE"] = str(work / "cache")
        os.environ.pop("CI", None)
        start = time.process_time()
        linter = Linter()
        compiled = time.process_time() - start
        rules = sum(len(pack.rules) for pack in linter.packs)
        figures.add(
            f"compiling {rules} rules, without a cache",
            f"компиляция правил ({rules}) без кэша",
            f"{compiled:.1f} s",
        )
        [book] = [book for book in linter.books if book.language == "ru"]
        peers = Peers(work, plain_phrases(book), options.node_modules, options.tools)
        made = replies(book, 300 if options.quick else 2_000)
        texts, length = given_replies(options.replies) if options.replies else (made, str(WORDS))
        parts: dict[str, Callable[[], None]] = {
            "commands": lambda: command_line(figures, work, texts[0], peers, options),
            "library": lambda: library(figures, linter, texts, peers, length),
            "batch": lambda: batch(figures, linter, book, texts),
            "phrases": lambda: same_phrases(figures, work, texts[:300], peers),
            "growth": lambda: growth(figures, linter, book, work, options),
        }
        for name in options.only.split(",") if options.only else parts:
            parts[name]()
    if options.write:
        figures.write_pages(keep=bool(options.only))


if __name__ == "__main__":
    main()
