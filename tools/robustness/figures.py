"""The figures of a run, as tables for docs/reliability.md."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterator, Sequence

from tools.robustness.mutation import LEVELS
from tools.robustness.outcome import Outcome
from tools.robustness.sources import ROOT
from tools.robustness.trial import AUDIT_EVERY, HTML_EVERY
from tools.robustness.wild import WildOutcome

PAGE = ROOT / "docs" / "reliability.md"
LEAST_READ = {"zip": 0.25, "xml": 0.55, "word": 0.60, "pdf": 0.25, "text": 0.55, "set": 0.50}
"""The share of each level that must be read, so that refusing everything cannot pass."""
KNOWN: frozenset[tuple[str, str]] = frozenset()
"""Recipes against which the gates alone are known not to suffice; the page says so."""
_START, _END = "<!-- figures -->\n", "<!-- /figures -->"


def write_figures(text: str) -> None:
    """Put the figures between their markers on the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(_START)
    _, _, after = rest.partition(_END)
    PAGE.write_text(before + _START + text + _END + after, encoding="utf-8", newline="\n")


def shares_read(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The share of each level that was read, wholly or in part."""
    counts = Counter(outcome.level for outcome in outcomes)
    read = Counter(outcome.level for outcome in outcomes if outcome.what in ("read", "partly"))
    return {level: read[level] / counts[level] for level in LEVELS if counts[level]}


def figures(outcomes: Sequence[Outcome], gates: Sequence[Outcome], wild: Sequence[WildOutcome], seconds: float) -> str:
    """All tables."""
    parts = [*_run(outcomes, seconds), *_levels(outcomes), *_slowest(outcomes)]
    parts += _gates(gates) if gates else ()
    parts += _wild(wild) if wild else ()
    return "\n".join(parts) + "\n"


def _run(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    audited = sum(outcome.audited for outcome in outcomes)
    troubled = [outcome for outcome in outcomes if outcome.troubles]
    known = sum((outcome.level, outcome.recipe) in KNOWN for outcome in troubled)
    yield (
        f"{len(outcomes):,} mutations, {audited:,} of them audited (every {AUDIT_EVERY}th of those read, and all that "
        f"were read in part; every {HTML_EVERY}th also as HTML), in {seconds / 60:.1f} minutes on {os.cpu_count()} "
        "processors "
        f"({platform.system()}, Python {platform.python_version()}). Violations: {len(troubled) - known}; known ones, "
        f"told below: {known}. Most memory of a reading process: {_mib(outcomes)} MiB.\n"
    )


def _levels(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "| level | mutations | read | read in part, said so | refused | stopped by the wall | share read | must be |"
    yield "|" + "---|" * 8
    shares = shares_read(outcomes)
    for level, share in shares.items():
        what = Counter(outcome.what for outcome in outcomes if outcome.level == level)
        yield (
            f"| {level} | {what.total()} | {what['read']} | {what['partly']} | {what['refused']} | {what['contained']} "
            f"| {share:.2f} | {LEAST_READ[level]:.2f} |"
        )
    yield ""


def _slowest(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "The slowest, one of each recipe:\n"
    yield "| level | recipe | seconds | MiB | came to |"
    yield "|" + "---|" * 5
    seen: set[tuple[str, str]] = set()
    for outcome in sorted(outcomes, key=lambda outcome: -outcome.seconds):
        if (outcome.level, outcome.recipe) not in seen and len(seen) < 8:
            seen.add((outcome.level, outcome.recipe))
            yield (
                f"| {outcome.level} | {outcome.recipe} | {outcome.seconds:.1f} "
                f"| {outcome.peak >> 20} | {outcome.what} |"
            )
    yield ""


def _gates(gates: Sequence[Outcome]) -> Iterator[str]:
    within = [outcome for outcome in gates if not outcome.troubles]
    beyond = Counter(f"{outcome.level}: {outcome.recipe}" for outcome in gates if outcome.troubles)
    named = ", ".join(f"{name} ({count})" for name, count in beyond.items()) or "none"
    yield (
        f"With the gates alone, no process of their own and no ceiling, {len(within)} of {len(gates)} took at most "
        f"{max((outcome.seconds for outcome in within), default=0.0):.1f} s and {_mib(within)} MiB. "
        f"Beyond 10 s or 1.5 GiB: {named}.\n"
    )


def _wild(wild: Sequence[WildOutcome]) -> Iterator[str]:
    read = sum(outcome.wild.reason is None for outcome in wild)
    wrong = sum(bool(outcome.trouble) for outcome in wild)
    yield (
        f"Foreign documents: {read} that must be read, {len(wild) - read} that must be refused; "
        f"{wrong} were not as they must.\n"
    )
    yield "| document | came to |"
    yield "|---|---|"
    for outcome in wild:
        yield f"| {outcome.wild.path.name} | {_came_to(outcome)} |"
    yield ""


def _came_to(outcome: WildOutcome) -> str:
    if outcome.trouble:
        return f"**{outcome.trouble}**"
    if outcome.wild.reason is not None:
        return f"refused: {outcome.wild.reason.phrase}"
    return "read, part of it unread" if outcome.wild.unread else "read"


def _mib(outcomes: Sequence[Outcome]) -> int:
    return max((outcome.peak for outcome in outcomes), default=0) >> 20
