"""A process that works: orders in, answers out, with the checklist loaded once."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection

from avtalskoll.errors import AvtalskollError
from avtalskoll.web.order import Answer, Order, Progress

CRASHED = (
    "Något gick fel i programmet och granskningen kunde inte slutföras. Prova att spara om filen som .docx; händer "
    "det igen, rapportera felet utan att skicka med avtalet."
)


def work(connection: Connection) -> None:
    """Answer orders until nobody is there to ask."""
    _stand_alone()
    # What is loaded stays: looking for garbage all the time costs a fifth of the work.
    gc.set_threshold(200_000, 20, 20)
    from avtalskoll.web.working import do, warm_up

    with suppress(AvtalskollError):  # the order that meets it will say what is wrong
        warm_up()

    def tell(progress: Progress) -> None:
        connection.send(progress)

    while True:
        try:
            order: Order = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = Answer(do(order, tell))
        except AvtalskollError as error:
            answer = Answer(problem=error.sentence)
        except Exception:
            if os.environ.get("AVTALSKOLL_DEBUG") == "1":
                import traceback

                traceback.print_exc()
            answer = Answer(problem=CRASHED)
        try:
            connection.send(answer)
        except (BrokenPipeError, OSError):
            return


def _stand_alone() -> None:
    """Leave Ctrl-C to the parent, in a group of processes that the parent can end as one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setpgid"):
        with suppress(OSError):
            os.setpgid(0, 0)
