"""Writes an export as large as wanted, for measuring `replylint score`; the same one each time.

    python bench/export.py million.csv                 a million replies
    python bench/export.py small.csv --replies 20000
    python bench/export.py table.csv --alone           a row a reply, without customers

What agents wrote is one of some 35,000 texts, put together from the examples of the packs and from
training/data with other numbers and names. As in a support team, few of them are sent all the time
and most hardly ever: the text of rank r is sent in proportion to 1 / (10 + r). What customers wrote
repeats far less, and their order numbers do not repeat at all.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from replylint.linter import Linter

ROOT = Path(__file__).parents[1]
HEADER = ("Номер обращения", "Дата", "Канал", "Отдел", "Кто", "Имя", "Сообщение")
ALONE = ("Номер", "Дата", "Канал", "Отдел", "Оператор", "Ответ")
CUSTOMER, AGENT = "клиент", "оператор"
DIFFERENT = 35_000
"""How many texts the agents choose from."""
CUSTOMERS = 60_000
"""How many the customers choose from, before their numbers are put in."""
AGENTS = 120
DAYS = 28
START = datetime(2026, 9, 7, 8)

_NUMBER = re.compile(r"\d{2,}")
_NAMES = (
    "Анна Борис Вера Глеб Дарья Егор Жанна Игорь Кира Лев Марина Никита Ольга Павел Рита".split()
)
_SURNAMES = "Котова Белых Седых Черных Долгих Ткаченко Шевченко Ковальчук Мицкевич Дюма".split()
_GREETINGS = ("", "", "Здравствуйте! ", "Добрый день! ", "Здравствуйте, {name}! ", "{name}, ")
_CLOSINGS = ("", "", "", " Спасибо, что написали.", " Если будут вопросы, пишите сюда же.")
_TEAMS = ("Первая линия", "Вторая линия", "Доставка", "Возвраты")
_CHANNELS = ("чат", "чат", "почта")
_REPLIES_OF_A_CHAT = (1, 1, 1, 1, 2, 2, 2, 3, 3, 5)
_PARTS = (1, 1, 2, 2, 3, 4)


def main() -> None:
    """Write the export that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--replies", type=int, default=1_000_000)
    parser.add_argument("--alone", action="store_true", help="leave out what customers wrote")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    said = list(_said())
    asks = sorted({text for _role, text in said if _role == "customer"})
    answers = sorted({text for _role, text in said if _role == "agent"} | set(_examples()))
    ours = _drawn(_texts(lambda: _reply(answers, chance), DIFFERENT), 1.0)
    theirs = _drawn(_texts(lambda: _renumbered(chance.choice(asks), chance), CUSTOMERS), 0.3)
    with asked.path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        rows = _rows(asked.replies, ours, theirs, chance)
        if asked.alone:
            writer.writerow(ALONE)
            writer.writerows((*row[:4], *row[5:]) for row in rows if row[4] == AGENT)
        else:
            writer.writerow(HEADER)
            writer.writerows(rows)


def _said() -> Iterator[tuple[str, str]]:
    """What was written for training: who would say it, and the text."""
    for path in sorted((ROOT / "training" / "data").rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("customer"):
                yield "customer", row["customer"]
            yield "agent", row["text"]


def _examples() -> list[str]:
    """The examples of the rules in Russian, good and bad."""
    packs = (pack for pack in Linter().packs if pack.language == "ru")
    return [example.reply for pack in packs for rule in pack.rules for example in rule.examples]


def _texts(make: Callable[[], str], count: int) -> list[str]:
    """So many texts, all different if they can be."""
    texts: dict[str, None] = {}
    for _attempt in range(3 * count):
        texts[make()] = None
        if len(texts) == count:
            break
    return list(texts)


def _reply(sources: Sequence[str], chance: random.Random) -> str:
    """A reply put together from one source or some."""
    body = " ".join(chance.choice(sources) for _part in range(chance.choice(_PARTS)))
    greeting = chance.choice(_GREETINGS).format(name=chance.choice(_NAMES))
    text = f"{greeting}{_renumbered(body, chance)}{chance.choice(_CLOSINGS)}"
    return " ".join(text.split())


def _renumbered(text: str, chance: random.Random) -> str:
    """The text with other numbers of as many digits."""
    return _NUMBER.sub(lambda found: _digits(len(found[0]), chance), text)


def _digits(length: int, chance: random.Random) -> str:
    return str(chance.randrange(10 ** (length - 1), 10**length))


def _drawn(texts: Sequence[str], slope: float) -> Callable[[random.Random], str]:
    """Draws texts: the chance of each falls with a power of its rank."""
    sums = list(accumulate(1 / (10 + rank) ** slope for rank in range(1, len(texts) + 1)))
    return lambda chance: texts[bisect(sums, chance.random() * sums[-1])]


def _rows(
    replies: int,
    ours: Callable[[random.Random], str],
    theirs: Callable[[random.Random], str],
    chance: random.Random,
) -> Iterator[Sequence[object]]:
    """The messages of conversations with so many replies in all, in the order of time."""
    step = timedelta(days=DAYS) / max(replies, 1)
    written, chat = 0, 0
    while written < replies:
        chat += 1
        now = START + written * step
        agent = chance.randrange(AGENTS)
        name = f"{_NAMES[agent % len(_NAMES)]} {_SURNAMES[agent // len(_NAMES)]}"
        head = (f"Т-{chat:07}", chance.choice(_CHANNELS), _TEAMS[agent % len(_TEAMS)])
        for _turn in range(min(chance.choice(_REPLIES_OF_A_CHAT), replies - written)):
            order = f" Заказ {_digits(8, chance)}." if chance.random() < 0.4 else ""
            for who, author, text in (
                (CUSTOMER, chance.choice(_NAMES), f"{theirs(chance)}{order}"),
                (AGENT, name, ours(chance)),
            ):
                now += timedelta(seconds=chance.randrange(20, 600))
                yield (head[0], now.strftime("%d.%m.%Y %H:%M:%S"), *head[1:], who, author, text)
            written += 1


if __name__ == "__main__":
    main()
