"""Swedish sentences that say why."""

from __future__ import annotations

import re

from avtalskoll.checklist.patterns import Part
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.hit import Hit

_LONGEST_QUOTE = 14
SILENT = "Ingen sådan bestämmelse hittades i avtalet."
MISSING = "Ingen bindande bestämmelse om detta hittades i avtalet."
_CLAUSE_WORDS = frozenset("att vilken vilket vilka vem hur när vad var inom i om".split())
CLEARED = "Avtalet säger uttryckligen att något sådant inte krävs eller inte gäller."


def met(parts: list[Part]) -> str:
    """Everything asked for is there, in binding words."""
    phrases = [re.sub(r" \([^)]*\)", "", part.lacking) for part in parts]
    if phrases and all(phrase.split()[0] in _CLAUSE_WORDS for phrase in phrases):
        return f"Av avtalet framgår, med bindande ord, {joined(phrases, 'och')}."
    return f"Avtalet reglerar detta med bindande ord: {joined([part.name for part in parts], 'och')}."


def lacking(missing: list[str]) -> str:
    """Some of what is asked for is not there."""
    return f"Frågan tas upp, men det framgår inte {joined(missing)}."


def weak(hit: Hit) -> str:
    """The best passage does not bind."""
    if hit.strength == "deferred":
        return "Frågan regleras enligt avtalet i ett annat dokument, som inte ingår i underlaget."
    if hit.strength == "background":
        return "Regeln återges bara i en bakgrund eller inledning och är inte avtalad som ett åtagande."
    if hit.strength == "definition":
        return "Detta nämns bara i en definition och inte i ett åtagande."
    return f"Frågan tas upp, men orden binder inte (”{hit.because}”)."


def two_readings(decided: Clause, contrary: Clause, says: str) -> str:
    """The text says two things: both quoted, the one that decided first; `says` is what the other would give."""
    return f" Texten kan läsas på två sätt: {_cited(decided)} avgör här, men {_cited(contrary)} {says}."


WOULD_SUFFICE = "skulle för sig räcka"
DENIES_IT = "säger att något sådant inte gäller"
BINDS_LESS = "säger samma sak med ord som inte binder"


def _cited(clause: Clause) -> str:
    words = clause.quote.split()
    quote = " ".join(words[:_LONGEST_QUOTE]) + (" …" if len(words) > _LONGEST_QUOTE else "")
    section = clause.block.section
    numbered = bool(section) and len(section) <= 8
    return f"”{quote}”" + (f" ({section})" if numbered else "")


def joined(items: list[str], conjunction: str = "eller") -> str:
    """The items as a Swedish list."""
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
