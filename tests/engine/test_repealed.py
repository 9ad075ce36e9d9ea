"""Words that an amendment repeats only to take them away say nothing."""

from __future__ import annotations

import pytest

from avtalskoll.engine.repealed import without_repealed
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ('Meningen "Läkaren gör inga hembesök" i 4 § utgår.', "hembesök", "utgår"),
        ('Orden "efter godkännande" i punkt 7 stryks.', "godkännande", "stryks"),
        ("Punkt 6, enligt vilken ronden ställs in i juli, upphör att gälla.", "juli", "upphör"),
        ("Genom tillägget stryks punkt 3, där det stod att jouren avgör saken.", "avgör", "stryks"),
        ("Där det stod att patienten åker till akuten gäller nu att jourläkaren ringer upp.", "akuten", "jourläkaren"),
    ],
)
def test_what_is_taken_away_is_gone(text: str, gone: str, kept: str) -> None:
    words = [token.word for token in without_repealed(tokenise(normalise(text)))]
    assert gone not in words
    assert kept in words


@pytest.mark.parametrize(
    "text",
    [
        'Punkt 4 får ny lydelse: "Ronden hålls varje vecka." Den äldre texten upphör att gälla.',
        "Ersättning enligt punkt 4 utgår månadsvis.",
        'Avtalet kallas "läkaravtalet" och upphör att gälla vid årets slut.',
    ],
)
def test_what_is_not_repealed_stays(text: str) -> None:
    tokens = tokenise(normalise(text))
    assert without_repealed(tokens) == tokens
