"""Products of small matrices, kept to one thread of the matrix library.

A second thread saves little on an idle machine, and on a busy one costs ten times the work, because
idle threads of matrix libraries spin. Batches use processes instead (``batch``).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any


def one_thread() -> AbstractContextManager[Any]:
    """A context in which matrix libraries use one thread; without ``threadpoolctl`` as they are.

    NumPy has to be imported before the first one: libraries that come later are not known.
    """
    limit = _limit()
    return nullcontext() if limit is None else limit(limits=1, user_api="blas")


@cache
def _limit() -> Any:
    """What lowers the number of threads, found once; None without the package."""
    try:
        from threadpoolctl import ThreadpoolController
    except ImportError:
        return None
    return ThreadpoolController().limit
