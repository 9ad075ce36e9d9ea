"""Figures over answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from tools.quality.answers import Answer

VERDICTS = ("met", "partial", "missing", "conflict")


def accuracy(answers: Sequence[Answer]) -> float:
    """Share of verdicts that equal the label."""
    return sum(answer.right for answer in answers) / max(1, len(answers))


def f1(answers: Sequence[Answer], verdict: str) -> float | None:
    """F1 of one verdict; None where no label has it."""
    if not any(answer.label == verdict for answer in answers):
        return None
    both = sum(answer.label == answer.got == verdict for answer in answers)
    either = sum(answer.label == verdict for answer in answers) + sum(answer.got == verdict for answer in answers)
    return 2 * both / max(1, either)


def summary(answers: Sequence[Answer]) -> dict[str, Any]:
    """The figures by name. Dangerous: labelled conflict or missing, answered met."""
    f1s = {verdict: f1(answers, verdict) for verdict in VERDICTS}
    known = [value for value in f1s.values() if value is not None]
    quotes = [answer.evidence_found for answer in answers if answer.evidence_found is not None]
    return {
        "n": len(answers),
        "accuracy": round(accuracy(answers), 3),
        "macro_f1": round(sum(known) / max(1, len(known)), 3),
        "f1": {verdict: None if value is None else round(value, 3) for verdict, value in f1s.items()},
        "dangerous": sum(answer.label in ("conflict", "missing") and answer.got == "met" for answer in answers),
        "false_alarm": sum(answer.label == "met" and answer.got == "conflict" for answer in answers),
        "false_gap": sum(answer.label == "met" and answer.got == "missing" for answer in answers),
        "evidence": round(sum(quotes) / len(quotes), 3) if quotes else None,
    }


def by(answers: Sequence[Answer], key: Callable[[Answer], str]) -> dict[str, list[Answer]]:
    """The answers in groups, by a key, in the order of the key."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[key(answer)].append(answer)
    return dict(sorted(groups.items()))
