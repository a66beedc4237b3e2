"""A small export, and the store of a run over it, made as a user would make them."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

from replylint.exports.chat import Wanted
from replylint.linter import Linter
from replylint.scoring.identity import identity_of, used_packs
from replylint.scoring.run import Plan, carry_out
from replylint.scoring.runs import resumed, started
from replylint.settings.settings import Settings
from replylint.store.store import Store
from replylint.store.tables import RESULTS
from support import head, listed, rule

PACK = head("ru/proba") + (
    "rules:\n"
    + rule(f"forbid: {listed(['{успокоиться:impr}'])}", name="calm-down")
    + rule(
        f"forbid: {listed(['не можем'])}",
        name="cannot",
        category="refusal",
        severity="warning",
        suggest="['Вместо этого предлагаю …']",
    )
    + rule(f"forbid: {listed(['дурак'])}", name="insult", category="rudeness", severity="critical")
)
AGENTS = ("Анна Котова", "Борис Ли", "Ольга <script>alert(1)</script>")
REPLIES = (
    "Заказ уже едет, курьер позвонит сегодня до 18:00, а если не дозвонится, напишет сюда.",
    "Успокойтесь, пожалуйста.",
    "Мы не можем помочь. Успокойтесь.",
    "Сам дурак",
    "Вернули деньги 12 марта, они придут за три дня на ту же карту, с которой вы платили.",
    "=1+1 не можем, позвоните Анне: +7 999 123-45-67",
)
QUESTION = "Где мой заказ?"
HTML = "Где? </script><script>document.title = 'pwned'</script><b>жирно</b>"
HEADER = ("Номер обращения", "Дата ответа", "Оператор", "Канал", "Группа", "Вопрос", "Ответ")


def write_export(path, count=60, start=datetime(2026, 9, 1, 9)):
    """An export of that many replies, two in each conversation, two a day."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for n in range(count):
            agent = AGENTS[n % 7 % 3]
            reply = REPLIES[n % 11 % 6]
            rows.writerow(
                (
                    n // 2,
                    (start + timedelta(hours=12 * n)).isoformat(" "),
                    agent,
                    ("чат", "почта")[n // 2 % 2],
                    ("Первая", "Вторая")[n % 3 == 0],
                    QUESTION,
                    reply,
                )
            )
    return Path(path)


def write_proba(folder):
    path = Path(folder) / "proba.yml"
    path.write_text(PACK, encoding="utf-8")
    return path


def score_into(
    store,
    export,
    pack,
    workers=1,
    resume=False,
    tell=lambda progress: None,
    settings=None,
    wanted=None,
    note=lambda note: None,
):
    """Score an export into an open store; the number of the run."""
    settings = settings or Settings()
    linter = Linter([pack], settings=settings)
    plan = Plan((export,), wanted or Wanted(), settings, (str(pack),), workers=workers)
    identity = identity_of(plan.inputs, plan.wanted, linter, [])
    run = resumed(store, identity) if resume else None
    if run is None:
        run = started(store, identity, plan.inputs, used_packs(linter), None)
    carry_out(plan, store, run, tell=tell, note=note)
    return run.run


def tables(store, run=1):
    """All rows of a run, in their order."""
    return {
        table.name: store.rows(
            f"SELECT * EXCLUDE (run) FROM {table.name} WHERE run = ? "
            f"ORDER BY {', '.join(table.order)}",
            [run],
        )
        for table in RESULTS
    }


def make_store(folder, **export):
    """A store with one whole run; it is closed again."""
    export = write_export(Path(folder) / "чаты.csv", **export)
    path = Path(folder) / "runs.duckdb"
    with Store(path) as store:
        score_into(store, export, write_proba(folder))
        # Readers take HTML away; here it is put back, to see that nobody relies on that.
        store.change("UPDATE messages SET text = ? WHERE role = 'customer'", [HTML])
    return path
