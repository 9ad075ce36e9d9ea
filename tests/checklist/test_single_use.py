"""A pattern that one text alone needs is close to memorising: there is none."""

from __future__ import annotations

from avtalskoll.checklist import Checklist
from tools.single_use import patterns, uses


def test_every_pattern_is_met_in_two_texts_at_least(checklist: Checklist) -> None:
    found = uses(checklist)
    rare = [
        f"{requirement.id} {place}"
        for requirement in checklist.requirements
        for place, _ in patterns(requirement)
        if len(found.get((requirement.id, place), ())) < 2
    ]
    assert not rare, "widen, merge or take out:\n" + "\n".join(rare)
