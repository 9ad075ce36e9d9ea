"""The readers without the wall around them: what they take when no process of their own holds them in."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_agreement
from tools.robustness.mutation import Mutation, mutation
from tools.robustness.outcome import Outcome
from tools.robustness.run import spread

MOST_MEMORY = int(1.5 * 2**30)
MOST_SECONDS = 10.0
_MACHINE_MEMORY, _MACHINE_SECONDS = 6 * 2**30, 60
"""What protects the machine while the gates are tried."""


def run_gates(numbers: Sequence[int], seed: int, workers: int | None = None) -> Iterator[list[Outcome]]:
    """Read the mutations with these numbers by the gates alone."""
    yield from spread(_tries, numbers, seed, workers)


def _tries(numbers: Sequence[int], seed: int) -> list[Outcome]:
    return [_tried(mutation(number, seed)) for number in numbers]


def _tried(mutated: Mutation) -> Outcome:
    outcome = Outcome(mutated.number, mutated.level, mutated.recipe.name, mutated.source.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, mutated.name)
        path.write_bytes(mutated.data)
        began = time.monotonic()
        status, peak, answer = _in_a_fork(path)
        outcome.seconds, outcome.peak = time.monotonic() - began, peak
    if status or not answer:
        outcome.what = "contained"
        outcome.troubles.append(f"ended by itself or by the machine's protection: {status}")
    else:
        outcome.what, outcome.sentence = ("refused", answer["sentence"]) if answer["sentence"] else ("read", "")
    if outcome.seconds > MOST_SECONDS:
        outcome.troubles.append(f"time: {outcome.seconds:.1f} s")
    if outcome.peak > MOST_MEMORY:
        outcome.troubles.append(f"memory: {outcome.peak >> 20} MiB")
    return outcome


def _in_a_fork(path: Path) -> tuple[int, int, dict[str, Any]]:
    receive, send = os.pipe()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            os.close(receive)
            _protect_the_machine()
            os.write(send, json.dumps({"sentence": _sentence(path)}).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(send)
    with os.fdopen(receive, "rb") as stream:
        answer = stream.read()
    _, status, usage = os.wait4(pid, 0)
    return status, usage.ru_maxrss * 1024, json.loads(answer or b"{}")


def _protect_the_machine() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MACHINE_MEMORY, _MACHINE_MEMORY))
    signal.alarm(_MACHINE_SECONDS)


def _sentence(path: Path) -> str:
    """The sentence of the refusal, or "" for a file that was read."""
    try:
        read_agreement([path])
    except UnreadableError as error:
        return error.sentence
    return ""
