"""Starting a resident process, so that it outlives the one that starts it."""

from __future__ import annotations

import os
import subprocess
import sys


def start(path: str) -> None:
    """Start a resident process that will listen at ``path``; it comes to life a moment later.

    Nothing is raised when it cannot be started: the work goes on without.
    """
    try:
        subprocess.Popen(
            [sys.executable, "-m", "replylint.resident.server", path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=dict(os.environ),
            start_new_session=True,
        )
    except OSError:
        return
