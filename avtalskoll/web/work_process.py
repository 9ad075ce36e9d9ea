"""One working process as the page sees it: asked, watched, and replaced when it does not answer."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from avtalskoll.web.order import Answer, Order, Progress
from avtalskoll.web.worker import CRASHED, work

_SLOW = (
    "Granskningen tog för lång tid och avbröts. Dela upp avtalet, eller spara om filen som .docx utan bilder och "
    "bilagor, och försök igen."
)


class WorkProcess:
    """Does one order at a time, in a process of its own that is started anew when it dies or must be stopped."""

    def __init__(self) -> None:
        self._ended = False
        self._change = threading.Lock()
        self._process, self._connection = _started()

    def do(self, order: Order, tell: Callable[[Progress], None], seconds: float) -> Answer:
        """Carry out an order in at most so many seconds; always an answer."""
        try:
            self._connection.send(order)
            answer = self._wait(tell, time.monotonic() + seconds)
        except (EOFError, OSError):
            answer = Answer(problem=CRASHED)
        if answer is None:
            answer = Answer(problem=_SLOW)
        elif self._process.is_alive():
            return answer
        self._replace()
        return answer

    def end(self) -> None:
        """Stop the process and whatever it has started, for good."""
        with self._change:
            self._ended = True
            _stop(self._process)

    def _wait(self, tell: Callable[[Progress], None], deadline: float) -> Answer | None:
        """The answer; None where it took too long."""
        while True:
            left = deadline - time.monotonic()
            ready = wait([self._connection, self._process.sentinel], max(left, 0))
            if self._connection in ready:
                message = self._connection.recv()
                if isinstance(message, Answer):
                    return message
                tell(message)
            elif ready:
                return Answer(problem=CRASHED)
            elif left <= 0:
                return None

    def _replace(self) -> None:
        with self._change:
            _stop(self._process)
            self._connection.close()
            if not self._ended:
                self._process, self._connection = _started()


def _started() -> tuple[BaseProcess, Connection]:
    """A new process. Spawned, never forked: this program has threads, and the process must not know what they do."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # Not a daemon: such a process may start none of its own, and an overview uses all processors.
    process = context.Process(target=work, args=(theirs,), daemon=False)
    process.start()
    theirs.close()
    return process, ours


def _stop(process: BaseProcess) -> None:
    pid = process.pid
    if pid is not None and hasattr(os, "killpg") and process.is_alive():
        with suppress(OSError):
            if os.getpgid(pid) == pid:
                os.killpg(pid, signal.SIGKILL)
    with suppress(OSError):
        process.kill()
    process.join(5)
