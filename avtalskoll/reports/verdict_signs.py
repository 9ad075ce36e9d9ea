"""The sign of every outcome: a symbol and a word, so that nothing rests on colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from avtalskoll.audit_report import RequirementResult

SignKey = Literal["conflict", "missing", "partial", "met", "silent", "cleared", "not_applicable", "not_assessable"]


@dataclass(frozen=True, slots=True)
class Sign:
    """How one outcome is shown. `word` is for counts and legends; a single result shows its own fixed sentence."""

    key: SignKey
    symbol: str
    ascii: str
    word: str
    meaning: str


SIGNS: dict[SignKey, Sign] = {
    sign.key: sign
    for sign in (
        Sign(
            "conflict",
            "✕",
            "X",
            "Konflikt",
            "Texten kan strida mot lag, inskränker kommunens rätt eller går emot en rekommendation. "
            "Vilket det är står vid varje krav.",
        ),
        Sign("missing", "○", "O", "Saknas", "Ingen bindande text i frågan hittades."),
        Sign(
            "partial",
            "◐",
            "/",
            "Delvis",
            "Frågan berörs, men något saknas, är oklart, binder inte eller står i en handling som inte har granskats.",
        ),
        Sign("met", "✓", "+", "Uppfyllt", "Bindande avtalstext svarar mot kravet."),
        Sign(
            "silent",
            "–",
            "-",
            "Inget sådant villkor hittat",
            "Gäller villkor som avtalet inte bör innehålla. Räknas för sig, inte som uppfyllt.",
        ),
        Sign(
            "cleared",
            "□",
            "=",
            "Krävs uttryckligen inte",
            "Avtalet säger uttryckligen att ett sådant villkor inte gäller.",
        ),
        Sign("not_applicable", "⊘", "~", "Ej tillämpligt", "Förutsättningen för kravet finns inte."),
        Sign(
            "not_assessable",
            "?",
            "?",
            "Kan ej bedömas",
            "Underlaget kunde inte läsas tillräckligt för att avgöra frågan. Det är inte en brist i avtalet.",
        ),
    )
}


def sign_of(result: RequirementResult) -> Sign:
    """The sign of a result; a prohibition that is met is silent, or cleared where the text itself says so."""
    if result.kind == "prohibition" and result.verdict == "met":
        return SIGNS["cleared" if any(item.role == "clears" for item in result.evidence) else "silent"]
    return SIGNS[result.verdict]
