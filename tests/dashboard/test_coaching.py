import pytest

from replylint.dashboard.coaching import LEAST, coaching
from replylint.scoring.anonymous import Names
from replylint.scoring.scorecards import scorecards
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
