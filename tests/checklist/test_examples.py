"""Every example of the national checklist gets its verdict; known misses are marked and must still miss."""

from __future__ import annotations

import pytest

from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.selftest import judge

REQUIREMENTS = load_checklist().requirements


@pytest.mark.parametrize("requirement_id", [requirement.id for requirement in REQUIREMENTS])
def test_examples(requirement_id: str, checklist: Checklist) -> None:
    requirement = checklist.requirement(requirement_id)
    wrong = []
    for expected, example in requirement.examples.by_verdict():
        finding = judge(checklist, requirement, example)
        got = "cleared" if finding.cleared else finding.verdict
        passed = got == expected or (expected == "met" and finding.verdict == "met")
        if passed == example.known_miss:
            wrong.append(
                f"{expected}, fick {got}{' (märkt känd brist)' if example.known_miss else ''}: {example.text[:120]}"
            )
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("requirement_id", [requirement.id for requirement in REQUIREMENTS])
def test_every_verdict_has_examples(requirement_id: str, checklist: Checklist) -> None:
    requirement = checklist.requirement(requirement_id)
    given = {verdict for verdict, _ in requirement.examples.by_verdict()}
    can_have = {"met"} | {v for v in ("partial", "missing", "conflict", "not_applicable") if getattr(requirement, v)}
    assert can_have <= given
