"""docs/quality-figures.md and docs/quality-curve.svg: all figures of all cycles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.quality.answers import Answer, Material, cycles
from tools.quality.first_runs import causes, first_run
from tools.quality.score import VERDICTS, accuracy, by, f1, summary

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
_HEAD = """# All figures of all cycles

Made by `make quality`; do not edit. What the words mean, and how far the figures reach, stands in
[quality.md](quality.md). "First" is the first run on the cycle, before anything was changed on its account, and the
only honest figure; "now" is the program as it stands, after repairs with the same texts at hand. The trials came
after the six cycles; [quality.md](quality.md) says what they are.

![First-run accuracy by cycle](quality-curve.svg)
"""
_MATERIALS: tuple[Material, ...] = ("agreements", "probes")


def write_figures(now: dict[str, list[Answer]]) -> None:
    """Write the tables and the curve from the first runs that are kept and from the answers of today."""
    first = {folder.name: kept for folder in cycles() if (kept := first_run(folder))}
    parts = [_HEAD, *_by_cycle(first, now), *_by_verdict(first), *_by_requirement(first, now), *_by_phenomenon(first)]
    parts += _by_cause()
    (DOCS / "quality-figures.md").write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")
    (DOCS / "quality-curve.svg").write_text(_curve(first), encoding="utf-8")


_First = dict[str, tuple[str, float | None, list[Answer]]]


def _of(answers: list[Answer], material: Material) -> list[Answer]:
    return [answer for answer in answers if answer.material == material]


def _share(answers: list[Answer]) -> str:
    return f"{accuracy(answers):.3f}" if answers else "–"


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _table(*heads: str) -> Iterator[str]:
    yield _row(*heads)
    yield "|" + "---|" * len(heads)


def _by_cycle(first: _First, now: dict[str, list[Answer]]) -> Iterator[str]:
    yield "## By cycle\n"
    yield from _table(
        "cycle", "material", "run", "verdicts", "accuracy", "macro-F1", "conflict F1", "dangerous", "evidence"
    )
    for cycle in sorted(set(first) | set(now)):
        for material in _MATERIALS:
            runs = []
            if cycle in first:
                commit, evidence, answers = first[cycle]
                runs.append((f"first, {commit}", evidence, _of(answers, material)))
            if cycle in now:
                runs.append(("now", None, _of(now[cycle], material)))
            for run, evidence, answers in runs:
                figures = summary(answers)
                quotes = figures["evidence"] if run == "now" else evidence
                shown = "–" if material == "probes" or quotes is None else f"{quotes:.3f}"
                conflict = figures["f1"]["conflict"]
                yield _row(
                    cycle, material, run, figures["n"], f"{figures['accuracy']:.3f}", f"{figures['macro_f1']:.3f}",
                    "–" if conflict is None else f"{conflict:.3f}", figures["dangerous"], shown,
                )  # fmt: skip
    yield ""


def _by_verdict(first: _First) -> Iterator[str]:
    yield "## F1 by verdict, first runs\n"
    yield from _table("cycle", "material", *VERDICTS)
    for cycle, (_, _, answers) in first.items():
        for material in _MATERIALS:
            values = [f1(_of(answers, material), verdict) for verdict in VERDICTS]
            yield _row(cycle, material, *("–" if value is None else f"{value:.3f}" for value in values))
    yield ""


def _by_requirement(first: _First, now: dict[str, list[Answer]]) -> Iterator[str]:
    yield "## By requirement, all cycles together\n"
    yield from _table("requirement", "verdicts", "first", "now")
    begun = by([answer for _, _, answers in first.values() for answer in answers], lambda answer: answer.requirement)
    today = by([answer for answers in now.values() for answer in answers], lambda answer: answer.requirement)
    for requirement in sorted(set(begun) | set(today)):
        answers = begun.get(requirement, [])
        yield _row(requirement, len(answers), _share(answers), _share(today.get(requirement, [])))
    yield ""


def _by_phenomenon(first: _First) -> Iterator[str]:
    yield "## Probes by phenomenon, first runs together\n"
    yield from _table("phenomenon", "probes", "first")
    answers = [answer for _, _, answers in first.values() for answer in answers if answer.material == "probes"]
    for phenomenon, group in by(answers, lambda answer: answer.phenomenon).items():
        yield _row(phenomenon, len(group), _share(group))
    yield ""


def _by_cause() -> Iterator[str]:
    counts = {folder.name: Counter(causes(folder).values()) for folder in cycles()}
    counts = {cycle: counted for cycle, counted in counts.items() if counted}
    if not counts:
        return
    yield "## Errors of the first runs by cause\n"
    yield "What the error analysis after each first run found to be wrong; one cause for each wrong verdict.\n"
    yield from _table("cause", *counts)
    for cause in sorted({cause for counted in counts.values() for cause in counted}):
        yield _row(cause, *(counted.get(cause, 0) for counted in counts.values()))
    yield ""


def _curve(first: _First) -> str:
    """Two lines over the cycles, with the bar that two cycles in a row must reach."""
    width, height, left, bottom, low = 760, 400, 60, 350, 0.70
    names = list(first)
    step = (width - left - 80) / max(1, len(names) - 1)

    def y(value: float) -> float:
        return bottom - (max(low, value) - low) / (1 - low) * (bottom - 30)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        'font-size="14" role="img" aria-label="First-run accuracy by cycle">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for tick in (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 1.00):
        dash = ' stroke-dasharray="6 4" stroke-width="2"' if tick == 0.90 else ""
        lines.append(f'<path d="M{left} {y(tick):.0f}H{width - 20}" stroke="#bbb"{dash}/>')
        lines.append(f'<text x="{left - 44}" y="{y(tick) + 5:.0f}">{tick:.2f}</text>')
    for material, colour, mark in (("agreements", "#005a9c", "●"), ("probes", "#8a3b00", "■")):
        points = [
            (left + 20 + step * place, accuracy([a for a in first[name][2] if a.material == material]))
            for place, name in enumerate(names)
        ]
        path = "L".join(f"{x:.0f} {y(value):.0f}" for x, value in points)
        lines.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        for x, value in points:
            lines.append(f'<text x="{x - 5:.0f}" y="{y(value) + 5:.0f}" fill="{colour}">{mark}</text>')
            lines.append(f'<text x="{x + 8:.0f}" y="{y(value) - 8:.0f}" fill="{colour}">{value:.3f}</text>')
        at = left if material == "agreements" else left + 150
        lines.append(f'<text x="{at}" y="18" fill="{colour}">{mark} {material}</text>')
    for place, name in enumerate(names):
        lines.append(f'<text x="{left + step * place:.0f}" y="{bottom + 28}">{name}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"
