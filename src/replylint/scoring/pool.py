"""Work spread over processes; the answers come back in the order of the questions.

Every worker is a fresh process (nothing is inherited, so it is the same on every system) with one
pipe to us. A thread in it reads ahead, so that it always has something to do, and ends the process
as soon as the pipe breaks: when this process is killed, no worker stays behind.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, TypeVar

from replylint.errors import ReplylintError
from replylint.translation import _, current_language, use_language

Question = TypeVar("Question")
Answer = TypeVar("Answer")

AHEAD = 4
"""How many questions wait for each worker, the one in hand included."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerError(ReplylintError):
    """A worker ended before its work was done."""


class Alone(Generic[Question, Answer]):
    """No workers: this process answers itself."""

    def __init__(self, make: Callable[[], Callable[[Question], Answer]]) -> None:
        self._make = make

    def __enter__(self) -> Alone[Question, Answer]:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """The answers, one after the other."""
        answer = self._make()
        return (answer(question) for question in questions)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    waiting: int = 0


class Pool(Generic[Question, Answer]):
    """``count`` processes, each of which makes its own answerer with ``make`` when it starts.

    ``make`` and everything that passes must be picklable.
    """

    def __init__(self, count: int, make: Callable[[], Callable[[Question], Answer]]) -> None:
        self._count = count
        self._make = pickle.dumps(make)
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool[Question, Answer]:
        context = get_context("spawn")
        with _one_thread_each():
            for _number in range(self._count):
                ours, theirs = context.Pipe()
                process = context.Process(
                    target=_work, args=(theirs, self._make, current_language()), daemon=True
                )
                process.start()
                theirs.close()
                self._workers.append(_Worker(process, ours))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """The answers, in the order of the questions; few questions are read ahead.

        Raises `WorkerError` when a worker ends, and again whatever a worker raised.
        """
        numbered = enumerate(questions)
        asked: deque[int] = deque()
        ready: dict[int, Any] = {}
        more = True
        while True:
            self._collect(ready, timeout=0)
            while more and len(asked) < self._most and self._idlest.waiting < AHEAD:
                following = next(numbered, None)
                if following is None:
                    more = False
                    break
                asked.append(following[0])
                self._ask(self._idlest, following)
            if not asked:
                return
            while asked[0] not in ready:
                self._collect(ready, timeout=None)
            yield _unwrapped(ready.pop(asked.popleft()))

    @property
    def _most(self) -> int:
        """How many answers may be on their way or wait for an earlier one."""
        return self._count * AHEAD * 2

    @property
    def _idlest(self) -> _Worker:
        return min(self._workers, key=lambda worker: worker.waiting)

    def _ask(self, worker: _Worker, numbered: tuple[int, Question]) -> None:
        try:
            worker.pipe.send(numbered)
        except OSError as error:
            raise _ended(worker) from error
        worker.waiting += 1

    def _collect(self, ready: dict[int, Any], timeout: float | None) -> None:
        """Take every answer that is there; wait so many seconds for the first, or for ever."""
        pipes = {id(worker.pipe): worker for worker in self._workers if worker.waiting}
        for pipe in wait([worker.pipe for worker in pipes.values()], timeout):
            worker = pipes[id(pipe)]
            try:
                number, answer = worker.pipe.recv()
            except (EOFError, OSError) as error:
                raise _ended(worker) from error
            worker.waiting -= 1
            ready[number] = answer


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes that start now compute with one thread: the workers share the cores already."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _unwrapped(answer: Any) -> Any:
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _ended(worker: _Worker) -> WorkerError:
    worker.process.join(5)
    code = worker.process.exitcode
    message = _(
        "a worker process ended before its work was done (exit code {code}); if memory was short, "
        "use fewer --workers"
    )
    return WorkerError(message.format(code=code))


def _work(pipe: Connection, make: bytes, language: str) -> None:
    """What a worker process does until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_language(language)
    questions: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
    threading.Thread(target=_read_ahead, args=(pipe, questions), daemon=True).start()
    try:
        answer = pickle.loads(make)()
    except BaseException as error:
        answer = _raiser(error)
    while True:
        number, question = questions.get()
        try:
            told = answer(question)
        except Exception as error:
            told = _that_travels(error)
        try:
            pipe.send((number, told))
        except OSError:
            os._exit(0)


def _that_travels(error: Exception) -> Exception:
    """The error, or what it says, where it cannot be told to another process as it is."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return WorkerError(f"{type(error).__name__}: {error}")
    return error


def _raiser(error: BaseException) -> Callable[[Any], Any]:
    def answer(question: Any) -> Any:
        raise error

    return answer


def _read_ahead(pipe: Connection, questions: queue.SimpleQueue[tuple[int, Any]]) -> None:
    while True:
        try:
            questions.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(0)
