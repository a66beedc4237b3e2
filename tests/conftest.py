import os
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

from replylint.linter import Linter
from replylint.packs import loader
from replylint.store.store import Store
from scored import make_store
from support import linter_of, write_pack

os.environ["REPLYLINT_RESIDENT"] = "never"  # tests leave no process behind

settings.register_profile(
    "here", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Tests keep compiled packs in a folder of their own, all workers in the same one."""
    if "REPLYLINT_CACHE" not in os.environ:
        base = tmp_path_factory.getbasetemp()
        run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
        os.environ["REPLYLINT_CACHE"] = str(run / "cache")


@pytest.fixture(scope="session", autouse=True)
def _read_once():
    """Pack files are read again only when something else is in them; most tests change none."""
    known = {}

    def load_once(path, load_pack=loader.load_pack):
        key = str(path), path.read_bytes() if path.is_file() else None
        if key not in known:
            known[key] = load_pack(path)
        return known[key]

    with patch.object(loader, "load_pack", load_once):
        yield


@pytest.fixture(scope="session")
def shipped():
    """All packs that come with replylint."""
    return Linter()


@pytest.fixture
def pack(tmp_path):
    """Writes a pack into a folder of this test; gives its path."""
    return lambda body, name="ru/probe", **head: write_pack(tmp_path, body, name, **head)


@pytest.fixture
def lint(tmp_path):
    """Writes a pack and gives a linter with it."""
    return lambda body, **head: linter_of(tmp_path, body, **head)


@pytest.fixture(scope="session")
def scored_path(tmp_path_factory):
    """The path of a store with one run over a small export."""
    return make_store(tmp_path_factory.mktemp("scored"))


@pytest.fixture
def scored(scored_path):
    """The same, open."""
    with Store(scored_path) as store:
        yield store
