import pytest

from replylint.dashboard.coaching import LEAST, coaching
from replylint.finding import Severity
from replylint.scoring.anonymous import Names
from replylint.scoring.scorecards import scorecards
from replylint.settings.choices import Choices
from replylint.settings.settings import Settings
from replylint.store.store import Store
from scored import HEADER, score_into, write_proba


@pytest.fixture
def store(tmp_path):
    """Anna orders people to calm down, Boris refuses, Vera does neither."""
    habits = {"Анна": "Успокойтесь.", "Борис": "Мы не можем.", "Вера": "Уже едет и будет в 18:00."}
    lines = [",".join(HEADER)]
    for number in range(10):
        lines += [
            f"{number}-{name},2026-09-01 10:00:00,{name},чат,Первая,Где заказ?,{text}"
            for name, text in habits.items()
        ]
    (tmp_path / "чаты.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Store(tmp_path / "runs.duckdb") as store:
        score_into(store, tmp_path / "чаты.csv", write_proba(tmp_path))
        yield store


def test_everybody_hears_of_their_own_habit(store):
    cards = scorecards(store, 1, "agent")
    told = {one.agent: one for one in coaching(store, 1, cards, 5, Names(store, 1, hidden=False))}
    assert told["Анна"].category == "blame"
    assert told["Анна"].example == "Успокойтесь"
    assert told["Анна"].rate == 100
    assert told["Анна"].usual == pytest.approx(33.3)
    assert told["Борис"].category == "refusal"
    assert told["Борис"].suggestion == "Вместо этого предлагаю …"
    assert told["Вера"].category is None
    assert told["Вера"].strength is not None


def test_few_replies_are_no_habit(store):
    cards = scorecards(store, 1, "agent")
    assert coaching(store, 1, cards, 11, Names(store, 1, hidden=False)) == []


@pytest.fixture
def scattered(tmp_path):
    """Anna has one fault of each kind and many good replies, Vera none."""
    lines = [",".join(HEADER)]
    texts = ["Успокойтесь.", "Мы не можем.", *["Уже едет и будет в 18:00."] * 8]
    for number, text in enumerate(texts):
        lines.append(f"{number},2026-09-01 10:00:00,Анна,чат,Первая,Где заказ?,{text}")
        lines.append(f"9{number},2026-09-01 10:00:00,Вера,чат,Первая,Где заказ?,{texts[-1]}")
    (tmp_path / "чаты.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Store(tmp_path / "runs.duckdb") as store:
        score_into(store, tmp_path / "чаты.csv", write_proba(tmp_path))
        yield store


def test_without_a_habit_what_stands_out_is_told(scattered):
    cards = scorecards(scattered, 1, "agent")
    names = Names(scattered, 1, hidden=False)
    told = {one.agent: one for one in coaching(scattered, 1, cards, 5, names)}
    assert (told["Анна"].category, told["Анна"].hits) == ("blame", 1)
    assert told["Анна"].hits < LEAST
    assert told["Анна"].example == "Успокойтесь"
    assert told["Вера"].category is None


def test_penalties_of_a_team_say_what_costs_most(tmp_path):
    """Anna has both faults as often; the penalties tell which of them to speak of."""
    texts = ["Успокойтесь.", "Мы не можем."] * 5
    lines = [",".join(HEADER)]
    for number, text in enumerate(texts):
        lines.append(f"{number},2026-09-01 10:00:00,Анна,чат,Первая,Где заказ?,{text}")
        lines.append(f"9{number},2026-09-01 10:00:00,Вера,чат,Первая,Где заказ?,Уже едет.")
    (tmp_path / "чаты.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    dear = Settings.of(Choices(penalties={Severity.ERROR: 0.1, Severity.WARNING: 0.5}), None)
    pack = write_proba(tmp_path)
    with Store(tmp_path / "runs.duckdb") as store:
        score_into(store, tmp_path / "чаты.csv", pack)
        score_into(store, tmp_path / "чаты.csv", pack, settings=dear)
        for run, category in ((1, "blame"), (2, "refusal")):
            cards = scorecards(store, run, "agent")
            told = coaching(store, run, cards, 5, Names(store, run, hidden=False))
            assert told[0].category == category


def test_runs_of_before_points_were_kept_go_by_the_usual_penalties(store):
    store.change("UPDATE findings SET lost = NULL")
    cards = scorecards(store, 1, "agent")
    told = {one.agent: one for one in coaching(store, 1, cards, 5, Names(store, 1, hidden=False))}
    assert told["Анна"].category == "blame"
