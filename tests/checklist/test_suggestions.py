"""The wording that the report proposes is itself judged met: whoever puts it in the agreement closes the gap."""

from __future__ import annotations

import pytest

from avtalskoll.checklist import Checklist, Example, load_checklist
from avtalskoll.selftest import judge

# Cites the law and the parties by role; names of parties are for the user to fill in, so validity alone decides FM-01.
REQUIREMENTS = [requirement.id for requirement in load_checklist(examples=False).requirements]


@pytest.mark.parametrize("requirement_id", REQUIREMENTS)
def test_proposed_wording_meets_its_requirement(requirement_id: str, checklist: Checklist) -> None:
    requirement = checklist.requirement(requirement_id)
    finding = judge(checklist, requirement, Example(text=requirement.suggestion))
    assert finding.verdict == "met", finding.reason
    if requirement.prohibition:
        return
    assert finding.quoted
