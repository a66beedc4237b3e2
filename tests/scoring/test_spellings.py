import csv

import pytest

from replylint.exports.chat import Wanted
from replylint.scoring.scorecards import scorecards
from replylint.store.store import Store
from scored import score_into, write_proba


@pytest.fixture
def run(tmp_path):
    """Scores replies of these agents into a store; gives the scorecards and the store."""

    def run(*agents, store):
        path = tmp_path / "chats.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("id", "agent", "reply"))
            rows.writerows((n, agent, "Уже едет.") for n, agent in enumerate(agents))
        notes = []
        number = score_into(store, path, write_proba(tmp_path), wanted=Wanted(), note=notes.append)
        cards = {card.name: card.replies for card in scorecards(store, number, "agent")}
        return cards, [note.message for note in notes if "counted as one" in note.message]

    return run


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "runs.duckdb") as store:
        yield store


def test_letter_case_and_spaces_make_nobody_two_and_the_commonest_spelling_is_shown(run, store):
    names = ["Анна Иванова", "анна Иванова", "Анна  Иванова", "Анна Иванова ", "Борис Ли"]
    cards, notes = run(*names, "АННА ИВАНОВА", store=store)
    assert cards == {"Анна Иванова": 5, "Борис Ли": 1}
    (note,) = notes
    assert note.endswith("→ “Анна Иванова”")
    assert "“анна Иванова”" in note
    assert "Борис" not in note


def test_of_equally_common_spellings_the_one_with_capital_letters_is_shown(run, store):
    assert run("jo tall", "JO TALL", "Jo Tall", store=store)[0] == {"Jo Tall": 3}


def test_somebody_is_the_same_person_in_the_runs_of_a_store(run, store):
    run("Анна Иванова", "Анна Иванова", store=store)
    cards, _notes = run("анна иванова", store=store)
    assert cards == {"Анна Иванова": 1}


def test_names_that_are_written_alike_need_no_word(run, store):
    assert run("Анна Иванова", "Анна Петрова", store=store)[1] == []


def test_the_messages_keep_what_was_written(run, store):
    run("Анна Иванова", "Анна Иванова", "анна Иванова", store=store)
    written = store.rows("SELECT DISTINCT author FROM messages WHERE role = 'agent' ORDER BY 1")
    assert written == [("Анна Иванова",), ("анна Иванова",)]
