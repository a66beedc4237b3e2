import pytest

from replylint.exports.chat import Wanted
from replylint.linter import Linter
from replylint.scoring import identity
from replylint.scoring.identity import identity_of, part_in_words
from scored import write_export, write_proba


@pytest.fixture
def now(tmp_path):
    export = write_export(tmp_path / "чаты.csv", count=2)
    linter = Linter([write_proba(tmp_path)])
    return lambda: identity_of([export], Wanted(), linter, [])


def test_what_is_the_same_may_go_on(now):
    assert now().differences(now().text) == []


def test_edited_code_is_told(now, monkeypatch):
    before = now()
    monkeypatch.setattr(identity, "known_code", lambda: ("edited",))
    assert now().differences(before.text) == ["code"]


def test_a_package_that_was_installed_is_told(now, tmp_path, monkeypatch):
    before = now()
    (tmp_path / "site-packages" / "plugin-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    assert now().differences(before.text) == ["code"]


def test_every_part_has_words(now):
    assert all(part_in_words(part) for part in now().parts)
