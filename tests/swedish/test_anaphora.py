"""Sentences that leave their statement to the one before."""

from __future__ import annotations

import pytest

from avtalskoll.swedish.anaphora import says_the_same


@pytest.mark.parametrize(
    ("sentence", "leaves_it"),
    [
        ("detsamma gäller inte resor .", True),
        ("samma sak gäller korttidsplatserna .", True),
        ("inte heller gruppbostäderna gör det .", True),
        ("inte heller omfattas gruppbostäderna .", False),
        ("avtalet gäller från samma dag .", False),
        ("kommunen gör detsamma .", False),
    ],
)
def test_says_the_same(sentence: str, leaves_it: bool) -> None:
    assert says_the_same(sentence.split()) is leaves_it
