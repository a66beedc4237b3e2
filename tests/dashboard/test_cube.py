from datetime import datetime

import pytest

from replylint.dashboard import cube as module
from replylint.dashboard.cube import cube
from replylint.scoring.scorecards import scorecards
from replylint.store.store import Store
from scored import score_into, write_export, write_proba

COUNT, TOTAL, FOUND = 5, 6, 14


@pytest.mark.parametrize("most", [20_000, 45, 1])
def test_cells_add_up_to_the_whole_in_every_unit(scored, monkeypatch, most):
    monkeypatch.setattr(module, "MOST_CELLS", most)
    found = cube(scored, 1, 80.0)
    (card,) = scorecards(scored, 1)
    assert found.unit == {20_000: "day", 45: "week", 1: "month"}[most]
    assert sum(cell[COUNT] for cell in found.cells) == card.replies
    assert sum(cell[TOTAL] for cell in found.cells) == pytest.approx(card.iqs.value * 60)
    assert sum(cell[FOUND] for cell in found.cells) == card.findings
    named = sum(count for cell in found.cells for _name, count, _replies in cell[-1])
    assert named == card.findings
    assert (found.first, found.last) == ("2026-09-01", "2026-09-30")


def test_earlier_runs_are_the_period_before_and_count_once(tmp_path):
    pack = write_proba(tmp_path)
    august = write_export(tmp_path / "august.csv", count=20, start=datetime(2026, 8, 1, 9))
    september = write_export(tmp_path / "september.csv", count=40)
    with Store(tmp_path / "runs.duckdb") as store:
        for export in (august, august, september):
            run = score_into(store, export, pack)
        found = cube(store, run, 80.0)
        days = found.dimensions["day"]
        before = [cell for cell in found.cells if days[cell[3]] < found.first]
        assert found.first == "2026-09-01"
        assert sum(cell[COUNT] for cell in before) == 20
        assert sum(cell[COUNT] for cell in found.cells) == 60
