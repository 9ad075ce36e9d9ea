"""Many trials, on all processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from tools.robustness.mutation import mutation
from tools.robustness.outcome import Outcome
from tools.robustness.trial import trial

_CHUNK = 20


def run_trials(numbers: Sequence[int], seed: int, workers: int | None = None) -> Iterator[list[Outcome]]:
    """The outcomes of the mutations with these numbers, as they come.

    Each worker is a process with one thread, as the command line is, so that reading forks as it does there.
    """
    yield from spread(_trials, numbers, seed, workers)


def spread(
    work: Callable[[Sequence[int], int], list[Outcome]], numbers: Sequence[int], seed: int, workers: int | None = None
) -> Iterator[list[Outcome]]:
    """Do the work on the numbers, some at a time, in new processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=context) as pool:
        parts = [numbers[at : at + _CHUNK] for at in range(0, len(numbers), _CHUNK)]
        for done in as_completed([pool.submit(work, part, seed) for part in parts]):
            yield done.result()


def _trials(numbers: Sequence[int], seed: int) -> list[Outcome]:
    gc.freeze()  # what is loaded here is none of the reading process's; on the command line it is not loaded yet
    return [trial(mutation(number, seed)) for number in numbers]
