"""Many pieces of work on all processors where processes can be forked, else one after the other.

What a forked process inherits need not be sent to it: it begins warm, with everything loaded. Only the number of a
piece goes to it and only its result comes back. A process that dies loses the piece it had and nothing else.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar

from avtalskoll.errors import AvtalskollError

Item = TypeVar("Item")
Result = TypeVar("Result")


def over_processors(
    work: Callable[[Item], Result], items: Sequence[Item]
) -> Generator[tuple[int, Result | None], None, None]:
    """The result of `work` for each item with the item's number, in the order in which they are done.

    None stands for an item whose process died. An exception in `work` is raised here and ends the work; so does
    closing the generator. Nothing that is under way goes on after that.
    """
    count = min(len(items), processors())
    if count < 2 or not can_fork():
        yield from ((number, work(item)) for number, item in enumerate(items))
        return
    waiting = iter(range(len(items)))
    at_work: dict[Connection, _Worker] = {}
    gc.freeze()  # what is loaded stays shared between the processes
    try:
        for _ in range(count):
            _begin(_Worker(work, items), next(waiting), at_work)
        while at_work:
            for answers in wait(list(at_work)):
                worker = at_work.pop(answers)  # type: ignore[call-overload]
                number = worker.number
                try:
                    failed, result = worker.connection.recv()
                except (EOFError, OSError):
                    worker.end()
                    worker, failed, result = _Worker(work, items), False, None
                if failed:
                    worker.end()
                    raise result
                following = next(waiting, None)
                if following is None:
                    worker.end()
                else:
                    _begin(worker, following, at_work)
                yield number, result
    finally:
        for worker in at_work.values():
            worker.end()
        gc.unfreeze()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a copy of this process is safe to make: not on macOS and Windows, nor beside other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(worker: _Worker, number: int, at_work: dict[Connection, _Worker]) -> None:
    worker.begin(number)
    at_work[worker.connection] = worker


class _Worker:
    """A forked process that does one piece at a time."""

    def __init__(self, work: Callable[[Any], Any], items: Sequence[Any]) -> None:
        self.number = -1
        self.connection, theirs = multiprocessing.Pipe()
        self._process = ForkProcess(target=_serve, args=(work, items, theirs, self.connection), daemon=True)
        sys.stdout.flush()
        sys.stderr.flush()
        self._process.start()
        theirs.close()

    def begin(self, number: int) -> None:
        """Have it do the item with this number."""
        self.number = number
        with suppress(OSError):  # one that is gone gives no answer either
            self.connection.send(number)

    def end(self) -> None:
        """End the process; what it had begun is tidied away."""
        self.connection.close()
        self._process.terminate()
        self._process.join()


def _serve(work: Callable[[Any], Any], items: Sequence[Any], connection: Connection, parents: Connection) -> None:
    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the work
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what is half done is tidied away
    with suppress(EOFError, OSError):
        while True:
            number = connection.recv()
            try:
                answer = ForkingPickler.dumps((False, work(items[number])))
            except AvtalskollError as error:
                answer = ForkingPickler.dumps((True, error))
            except Exception as error:
                # Others may not survive the way between processes, and their text may hold an agreement's words.
                answer = ForkingPickler.dumps((True, RuntimeError(f"{type(error).__name__} in a process at work")))
                if os.environ.get("AVTALSKOLL_DEBUG") == "1":
                    traceback.print_exc()
            connection.send_bytes(answer)
