"""Run the proof: `python -m tools.robustness [--count 5000] [--seed 4] [--only 1234] [--gates 300] [--write]`.

`--only` replays one mutation, `--keep FILE` writes its bytes; `--write` puts the figures into docs/reliability.md.
Ends with 1 where something happened that must not.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.robustness.figures import KNOWN, LEAST_READ, figures, shares_read, write_figures
from tools.robustness.gates import run_gates
from tools.robustness.mutation import SEED, mutation, sample_of
from tools.robustness.outcome import Outcome
from tools.robustness.run import run_trials
from tools.robustness.trial import trial
from tools.robustness.wild import FOLDER, try_wild, wild_documents


def main(arguments: Sequence[str]) -> int:
    """Run, print and perhaps write."""
    options = _options(arguments)
    if options.only is not None:
        return _replay(options.only, options.seed, options.keep)
    began = time.monotonic()
    wild = [try_wild(document) for document in wild_documents()] if FOLDER.is_dir() else []
    print(f"{len(wild)} foreign documents" if wild else "the folder of foreign documents is not here", flush=True)
    outcomes = _gathered(run_trials(range(options.count), options.seed), options.count, "mutations")
    seconds = time.monotonic() - began
    numbers = sample_of(options.count, options.gates)
    gates = _gathered(run_gates(numbers, options.seed), len(numbers), "by the gates alone") if numbers else []
    text = figures(outcomes, gates, wild, seconds)
    print(text)
    if options.write:
        write_figures(text)
    faults = [f"{done.wild.path.name}: {done.trouble}" for done in wild if done.trouble]
    faults += [_told(outcome) for outcome in (*outcomes, *gates) if outcome.troubles]
    faults += [
        f"{level}: only {share:.2f} read" for level, share in shares_read(outcomes).items() if share < LEAST_READ[level]
    ]
    unknown = [fault for fault in faults if not fault.startswith("(known)")]
    print("\n".join(faults))
    print("\nAll is as it must." if not unknown else f"\n{len(unknown)} that must not be.")
    return bool(unknown)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.robustness")
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--gates", type=int, default=300)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args(arguments)


def _replay(number: int, seed: int, keep: Path | None) -> int:
    mutated = mutation(number, seed)
    if keep is not None:
        keep.write_bytes(mutated.data)
    outcome = trial(mutated)
    print(outcome)
    return bool(outcome.troubles)


def _gathered(parts: Iterable[list[Outcome]], count: int, title: str) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for part in parts:
        outcomes += part
        if len(outcomes) % 500 < len(part):
            print(f"{len(outcomes)} of {count} {title}", flush=True)
    return sorted(outcomes, key=lambda outcome: outcome.number)


def _told(outcome: Outcome) -> str:
    known = "(known) " if (outcome.level, outcome.recipe) in KNOWN else ""
    return f"{known}{outcome.number} {outcome.level}, {outcome.recipe}, {outcome.source}: {'; '.join(outcome.troubles)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
