"""Every example of the national checklist gets its verdict, and there are enough of each kind."""

from __future__ import annotations

from collections import Counter

import pytest

from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.selftest import run_examples

REQUIREMENTS = load_checklist().requirements
LEAST = 3
LEAST_NEAR_MISSES = 2


@pytest.mark.parametrize("requirement_id", [requirement.id for requirement in REQUIREMENTS])
def test_examples(requirement_id: str, checklist: Checklist) -> None:
    results = run_examples(checklist, [checklist.requirement(requirement_id)])
    wrong = [
        f"{result.expected}, fick {result.got}{' (märkt känd brist)' if result.example.known_miss else ''}: "
        f"{result.example.text[:120]}"
        for result in results
        if not result.as_marked
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("requirement_id", [requirement.id for requirement in REQUIREMENTS])
def test_every_verdict_has_examples_and_there_are_near_misses(requirement_id: str, checklist: Checklist) -> None:
    requirement = checklist.requirement(requirement_id)
    given = Counter(verdict for verdict, _ in requirement.examples.by_verdict())
    can_have = {"met"} | {v for v in ("partial", "missing", "conflict", "not_applicable") if getattr(requirement, v)}
    too_few = {verdict for verdict in can_have if given[verdict] < LEAST}
    assert not too_few, f"{requirement_id}: fewer than {LEAST} examples of {', '.join(sorted(too_few))}"
    assert given["silent"] >= LEAST_NEAR_MISSES, f"{requirement_id}: near misses (närmiss) are lacking"
