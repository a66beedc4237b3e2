import re
import sys
import tomllib
from pathlib import Path

import pytest

from replylint.extras import EXTRAS, install_command

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("extra", EXTRAS)
def test_the_packages_are_those_of_the_project(extra):
    wanted = PROJECT["project"]["optional-dependencies"][extra]
    assert [re.split(r"[<>=~]", one)[0] for one in wanted] == list(EXTRAS[extra])


def test_the_command_needs_no_index_with_replylint():
    command = install_command("score")
    assert command.startswith(sys.executable)
    assert "duckdb" in command
    assert "replylint" not in command.removeprefix(sys.executable)
