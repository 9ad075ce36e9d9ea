"""Patterns that only one text needs are close to memorising: there must not come more of them."""

from __future__ import annotations

from avtalskoll.checklist import Checklist
from tools.single_use import patterns, uses

MOST = 269
"""As many as there were when the count was first kept; lower it when patterns are merged, never raise it."""


def test_patterns_that_one_text_alone_needs_do_not_grow_in_number(checklist: Checklist) -> None:
    found = uses(checklist)
    rare = [
        f"{requirement.id} {place}"
        for requirement in checklist.requirements
        for place, _ in patterns(requirement)
        if len(found.get((requirement.id, place), ())) < 2
    ]
    assert len(rare) <= MOST, "\n".join(rare)
