"""Sentences that say of something new what the sentence before said of something else."""

from __future__ import annotations

_SAME = (
    ("detsamma", "gäller"), ("samma", "gäller"), ("samma", "sak", "gäller"), ("motsvarande", "gäller"),
    ("detsamma", "ska", "gälla"), ("detsamma", "skall", "gälla"), ("så", "är", "inte", "fallet"),
    ("så", "är", "ej", "fallet"), ("så", "är", "däremot", "inte", "fallet"),
)  # fmt: skip
"""How such a sentence begins."""
_DOES_SO = (("gör", "det"), ("gör", "detta"), ("ska", "det"), ("får", "det"), ("är", "det"), ("har", "det"))


def says_the_same(words: list[str]) -> bool:
    """Whether the sentence leaves its statement to the one before: "Detsamma gäller inte resor.", "Inte heller
    gruppbostäderna gör det." """
    if any(tuple(words[: len(opening)]) == opening for opening in _SAME):
        return True
    if words[:2] not in (["inte", "heller"], ["ej", "heller"]):
        return False
    said = [word for word in words if word not in (".", ",")]
    return tuple(said[-2:]) in _DOES_SO
