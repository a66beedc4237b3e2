import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.errors import UsageError
from replylint.scoring.run import COMMIT_REPLIES
from replylint.store.runs import runs
from replylint.store.store import Store
from scored import make_store, score_into, tables, write_export, write_proba

KILLED = """
import os, signal, sys
from pathlib import Path
from replylint.scoring import run
from replylint.store.store import Store
from scored import score_into
run.COMMIT_REPLIES = 200

def tell(progress):
    if progress.replies >= int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    with Store(Path(sys.argv[1])) as store:
        score_into(store, Path(sys.argv[2]), sys.argv[3], workers=2, resume=True, tell=tell)
"""


@pytest.fixture
def export(tmp_path):
    return write_export(tmp_path / "чаты.csv", count=1500)


@pytest.fixture
def whole(tmp_path, export):
    with Store(tmp_path / "whole.duckdb") as store:
        score_into(store, export, write_proba(tmp_path))
        return tables(store)


def test_any_number_of_workers_gives_the_same_tables(tmp_path, export, whole):
    with Store(tmp_path / "three.duckdb") as store:
        score_into(store, export, tmp_path / "proba.yml", workers=3)
        assert repr(tables(store)) == repr(whole)
    assert len(whole["replies"]) == 1500


def test_killed_three_times_and_resumed_it_is_the_same_to_the_byte(tmp_path, export, whole):
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    path = tmp_path / "killed.duckdb"
    here = Path(__file__).parents[1]
    source = Path(score_into.__code__.co_filename).parents[1] / "src"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(source)])}
    kept = []
    for limit in (300, 700, 1100):
        called = subprocess.run(
            [sys.executable, script, path, export, tmp_path / "proba.yml", str(limit)],
            env=environment,
            timeout=240,
        )
        assert called.returncode == -signal.SIGKILL
        with Store(path) as store:
            kept.append(runs(store)[-1].done)
            assert runs(store)[-1].finished_at is None
    assert 0 < kept[0] < kept[1] < kept[2]
    with Store(path) as store:
        score_into(store, export, tmp_path / "proba.yml", workers=2, resume=True)
        assert len(runs(store)) == 1
        assert runs(store)[0].finished_at is not None
        assert repr(tables(store)) == repr(whole)


def test_stopped_between_it_keeps_what_was_judged(tmp_path, export, whole):
    def stop(progress):
        if progress.replies > 400:
            raise KeyboardInterrupt

    pack = tmp_path / "proba.yml"
    with Store(tmp_path / "stopped.duckdb") as store:
        with pytest.raises(KeyboardInterrupt):
            score_into(store, export, pack, tell=stop)
        kept = len(tables(store)["replies"])
        assert 400 < kept < COMMIT_REPLIES
        score_into(store, export, pack, resume=True)
        assert repr(tables(store)) == repr(whole)


@pytest.mark.parametrize("what", ["the files", "the packs"])
def test_a_run_cannot_go_on_with_something_else(tmp_path, what):
    path = make_store(tmp_path, count=10)
    changed = tmp_path / ("чаты.csv" if what == "the files" else "proba.yml")
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with Store(path) as store, pytest.raises(UsageError, match=what):
        score_into(store, tmp_path / "чаты.csv", tmp_path / "proba.yml", resume=True)
