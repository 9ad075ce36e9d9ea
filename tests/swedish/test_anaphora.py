"""Sentences that leave their statement to the one before."""

from __future__ import annotations

import pytest

from avtalskoll.swedish.anaphora import refers_back


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("detsamma gäller inte resor .", "same"),
        ("samma sak gäller korttidsplatserna .", "same"),
        ("vad som nu sagts gäller inte nattetid .", "same"),
        ("undantag härifrån är patienter på korttidsplats .", "except"),
        ("inte heller gruppbostäderna gör det .", "same"),
        ("inte heller omfattas gruppbostäderna .", None),
        ("avtalet gäller från samma dag .", None),
        ("kommunen gör detsamma .", None),
    ],
)
def test_refers_back(sentence: str, how: str | None) -> None:
    assert refers_back(sentence.split()) == how
