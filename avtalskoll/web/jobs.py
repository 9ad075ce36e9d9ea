"""The jobs: a line of orders and a few processes that carry them out, so that the page always answers."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.order import Answer, Order, Progress
from avtalskoll.web.refusal import busy
from avtalskoll.web.work_process import WorkProcess
from avtalskoll.web.worker import CRASHED

_ENDING = 5.0
_IN_LINE = Progress("Väntar på sin tur")


class Job:
    """One order in line, under way or done."""

    def __init__(self, order: Order, ended: Callable[[], None]) -> None:
        self.order = order
        self.progress = _IN_LINE
        self.answer: Future[Answer] = Future()
        self.answer.set_running_or_notify_cancel()  # one who goes away takes nothing with them
        self._ended = ended

    def carry_out(self, process: WorkProcess, seconds: float) -> None:
        """Have the process do it. The answer is there before `ended` is called; that is called whatever happens."""
        try:
            answer = process.do(self.order, self._tell, seconds)
        except Exception:  # whoever waits must not wait for ever
            answer = Answer(problem=CRASHED)
        self.answer.set_result(answer)
        self._ended()

    def give_up(self) -> None:
        """Let go of its files; nobody will carry it out."""
        self._ended()

    def _tell(self, progress: Progress) -> None:
        self.progress = progress


class Jobs:
    """Orders are carried out in the order they come, a few at a time."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._line: queue.Queue[Job | None] = queue.Queue(allowance.waiting)
        self._processes = [WorkProcess() for _ in range(allowance.workers)]
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, args=(process,), daemon=True) for process in self._processes
        ]
        for thread in self._threads:
            thread.start()

    def begin(self, order: Order, ended: Callable[[], None] = lambda: None) -> Job:
        """Put an order in line. `ended` is called once it needs its files no more. Raises Refusal where it is full."""
        job = Job(order, ended)
        try:
            self._line.put_nowait(job)
        except queue.Full:
            raise busy() from None
        return job

    def close(self) -> None:
        """End everything at once; no file of a job is left behind."""
        self._closed = True
        with suppress(queue.Empty):
            while (job := self._line.get_nowait()) is not None:
                job.give_up()
        for process in self._processes:
            process.end()
            self._line.put(None)
        for thread in self._threads:
            thread.join(_ENDING)

    def _serve(self, process: WorkProcess) -> None:
        while not self._closed:
            job = self._line.get()
            if job is not None:
                job.carry_out(process, self._allowance.job_seconds)
