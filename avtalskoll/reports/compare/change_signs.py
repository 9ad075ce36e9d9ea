"""The sign of every kind of change: a symbol and a word, so that nothing rests on colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from avtalskoll.comparing.comparison import ClauseChangeKind
from avtalskoll.comparing.requirement_change import RequirementChangeKind


@dataclass(frozen=True, slots=True)
class ChangeSign:
    """How one kind of change is shown."""

    key: RequirementChangeKind
    symbol: str
    ascii: str
    word: str
    heading: str
    meaning: str


CHANGE_SIGNS: dict[RequirementChangeKind, ChangeSign] = {
    sign.key: sign
    for sign in (
        ChangeSign(
            "new", "+", "+", "Ny brist", "Nya brister",
            "En brist som den gamla versionen inte hade, eller en fråga som inte längre går att bedöma.",
        ),
        ChangeSign(
            "weakened", "↓", "v", "Försvagat", "Försvagat",
            "Bristen fanns redan och är större i den nya versionen.",
        ),
        ChangeSign(
            "strengthened", "↑", "^", "Förstärkt", "Förstärkt",
            "Bristen finns kvar men är mindre i den nya versionen.",
        ),
        ChangeSign("resolved", "✓", "/", "Löst", "Löst", "Bristen finns inte i den nya versionen."),
        ChangeSign(
            "reworded", "≠", "~", "Omformulerat", "Omformulerat",
            "Samma bedömning, men andra ord avgör. Läs orden: de kan väga olika fast bedömningen är densamma.",
        ),
        ChangeSign("unchanged", "=", "=", "Oförändrat", "Oförändrat", "Samma bedömning, och samma ord avgör."),
    )
}  # fmt: skip
CLAUSE_WORDS: dict[ClauseChangeKind, str] = {
    "reworded": "Omformulerad",
    "added": "Tillagd",
    "removed": "Borttagen",
    "moved": "Flyttad",
    "unchanged": "Oförändrad",
}
"""In the order in which they are counted."""
