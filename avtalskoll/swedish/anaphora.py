"""Sentences that say of something new what the sentence before said of something else, or take it back."""

from __future__ import annotations

from typing import Literal

Reference = Literal["same", "except"]
_SAME = (
    "detsamma gäller", "samma gäller", "samma sak gäller", "motsvarande gäller", "detsamma ska gälla",
    "detsamma skall gälla", "så är inte fallet", "så är ej fallet", "så är däremot inte fallet",
    "vad som nu sagts gäller", "vad som nu har sagts gäller", "vad nu sagts gäller", "det nu sagda gäller",
    "vad som sägs nu gäller", "detta gäller inte", "detta gäller ej", "detta gäller dock inte", "detta gäller också",
    "detta gäller dock ej", "detta gäller även", "detta gäller däremot inte", "det gäller inte", "det gäller även",
    "det gäller dock inte", "det gäller också",
)  # fmt: skip
"""How a sentence begins that leaves its statement to the one before."""
_EXCEPT = (
    "undantag härifrån", "undantag från detta", "undantagna härifrån", "undantagna från detta", "härifrån undantas",
    "härifrån undantages", "från detta undantas", "undantag härvid", "härifrån görs undantag", "undantag görs för",
    "undantag gäller för", "undantagna är", "undantag är",
)  # fmt: skip
"""How a sentence begins that takes something out of the statement before."""
_DOES_SO = (("gör", "det"), ("gör", "detta"), ("ska", "det"), ("får", "det"), ("är", "det"), ("har", "det"))
_LONGEST = 6
_PHRASES = (*_SAME, *_EXCEPT)
_FIRST = frozenset(phrase.split()[0] for phrase in _PHRASES)


def refers_back(words: list[str]) -> Reference | None:
    """How the sentence leans on the one before: "Detsamma gäller inte resor", "Undantag härifrån är resor"; or None.

    "Inte heller gruppbostäderna gör det" says the same; "Inte heller omfattas gruppbostäderna" has a verb of its own.
    """
    if words[:1] and words[0] in _FIRST:
        opening = " ".join(words[:_LONGEST])
        for phrase in _PHRASES:
            if opening == phrase or opening.startswith(phrase + " "):
                return "same" if phrase in _SAME else "except"
    if words[:2] not in (["inte", "heller"], ["ej", "heller"]):
        return None
    said = [word for word in words if word not in (".", ",")]
    return "same" if tuple(said[-2:]) in _DOES_SO else None
