"""Swedish sentences that say why."""

from __future__ import annotations

from avtalskoll.engine.matching import Hit

SILENT = "Ingen sådan bestämmelse hittades i avtalet."
MISSING = "Ingen bindande bestämmelse om detta hittades i avtalet."
CLEARED = "Avtalet säger uttryckligen att något sådant inte krävs eller inte gäller."


def met(found: list[str]) -> str:
    """Everything asked for is there."""
    return (
        "Avtalet reglerar detta med bindande ord."
        if len(found) < 2
        else "Avtalet reglerar allt som efterfrågas, med bindande ord."
    )


def lacking(missing: list[str]) -> str:
    """Some of what is asked for is not there."""
    return f"Frågan tas upp, men det framgår inte {_list(missing)}."


def weak(hit: Hit) -> str:
    """The best passage does not bind."""
    if hit.strength == "deferred":
        return "Frågan regleras enligt avtalet i ett annat dokument, som inte ingår i underlaget."
    if hit.strength == "background":
        return "Regeln återges bara i en bakgrund eller inledning och är inte avtalad som ett åtagande."
    if hit.strength == "definition":
        return "Detta nämns bara i en definition och inte i ett åtagande."
    return f"Frågan tas upp, men orden binder inte (”{hit.because}”)."


def _list(items: list[str]) -> str:
    if len(items) == 1:
        return items[0]
    return ", ".join(items[:-1]) + " eller " + items[-1]
