"""A few of the mutations of `make robustness`, by the same harness."""

from __future__ import annotations

import os

import pytest

from tools.robustness.figures import KNOWN
from tools.robustness.mutation import LEVELS, mutation, sample_of
from tools.robustness.trial import trial

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness watches forked processes")
_HEAVY = {
    "bomb", "many entries", "in a zip", "wide table", "many paragraphs", "many runs", "much in a page",
    "many attributes", "packed again and again", "many pages", "huge line", "many short lines", "deep lists",
    "wide pipes", "long chain of styles",
}  # fmt: skip
"""Recipes whose documents take a second or more, which `make robustness` runs."""
NUMBERS = [
    number
    for number in range(160)
    if (made := mutation(number)).recipe.name not in _HEAVY and (made.level, made.recipe.name) not in KNOWN
][:110]


def test_the_same_number_is_the_same_document() -> None:
    for number in (0, 1, 2, 3, 14, 19):
        assert mutation(number) == mutation(number)
        assert mutation(number).data != mutation(number, seed=5).data
    assert {mutation(number).level for number in NUMBERS} == set(LEVELS)
    for count, size in ((100, 20), (600, 40), (1_500, 100), (5_000, 300)):
        sample = sample_of(count, size)
        assert len(sample) == size
        assert {number % 20 for number in sample} == set(range(20))


def test_mutated_documents_are_read_or_refused() -> None:
    outcomes = [
        trial(mutation(number)._replace(number=number * 10 + 1)) for number in NUMBERS
    ]  # none is audited as due
    assert [outcome for outcome in outcomes if outcome.troubles] == []
    for level in LEVELS:
        of_level = [outcome for outcome in outcomes if outcome.level == level]
        assert any(outcome.what in ("read", "partly") for outcome in of_level), level
