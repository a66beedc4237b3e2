import shutil
import subprocess

import pytest

from replylint.dashboard.data import Wish, report_data
from replylint.dashboard.page import page
from replylint.store.runs import runs

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def report(scored, tmp_path):
    """Writes the report of the small run; gives its path."""

    def report(**wish):
        path = tmp_path / "report.html"
        data = report_data(scored, runs(scored)[0], Wish(**wish))
        path.write_text(page(data), encoding="utf-8")
        return path

    return report


@pytest.fixture
def browser(tmp_path):
    """Opens a page in a real browser without a window; gives what stands in it in the end."""
    command = next(filter(None, map(shutil.which, BROWSERS)), None)
    if command is None:
        pytest.skip("no Chromium is installed; on Debian: apt-get install chromium")

    def browser(path, address="", *options, width=1280):
        found = subprocess.run(
            [
                command,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                f"--user-data-dir={tmp_path / 'profile'}",
                f"--window-size={width},2000",
                "--virtual-time-budget=8000",
                "--enable-logging=stderr",
                *(options or ["--dump-dom"]),
                f"{path.as_uri()}{address}",
            ],
            capture_output=True,
            timeout=180,
        )
        messages = found.stderr.decode(errors="replace").splitlines()
        return found.stdout.decode(), [line for line in messages if "CONSOLE" in line]

    return browser
