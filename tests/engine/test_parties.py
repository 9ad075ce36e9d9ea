"""Who the parties are and how long the agreement runs, as the report shows it."""

from __future__ import annotations

from datetime import date

import pytest

from avtalskoll.engine.parties import find_parties
from tests.engine.agreements import markdown


@pytest.mark.parametrize(
    ("text", "region", "municipalities"),
    [
        ("Avtal mellan Region Ekhamra och Sjöbro kommun.", "Region Ekhamra", ("Sjöbro kommun",)),
        (
            "Region Ekhamra och kommunerna i Ekhamra län (Björkarp, Granviken och Lindås)",
            "Region Ekhamra",
            ("Björkarp", "Granviken", "Lindås"),
        ),
        ("Mellan Region Ekhamra och kommunerna Björkarp och Lindås", "Region Ekhamra", ("Björkarp", "Lindås")),
        (
            "Parter: Region Ekhamra samt Björkarps, Granvikens och Lindås kommuner.",
            "Region Ekhamra",
            ("Björkarps kommun", "Granvikens kommun", "Lindås kommun"),
        ),
        ("Regionen och kommunen är parter.", None, ()),
    ],
)
def test_names(text: str, region: str | None, municipalities: tuple[str, ...]) -> None:
    parties = find_parties(markdown(text).documents[0])
    assert (parties.region, parties.municipalities) == (region, municipalities)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("Avtalet gäller från och med 2025-01-01 till och med 2027-12-31.", date(2025, 1, 1), date(2027, 12, 31)),
        (
            "Avtalet träder i kraft när det undertecknats av båda parter och gäller till och med 2028-06-30.",
            None,
            date(2028, 6, 30),
        ),
        (
            "| Giltig från | Giltig till |\n|---|---|\n| 2025-01-01 | 2027-12-31 |",
            date(2025, 1, 1),
            date(2027, 12, 31),
        ),
        ("Avtalet gäller från den 1 januari 2025 och löper utan slutdatum.", date(2025, 1, 1), None),
    ],
)
def test_period(audit_text, text: str, begins: date | None, ends: date | None) -> None:  # type: ignore[no-untyped-def]
    agreement = audit_text(f"# Avtal om läkarmedverkan\n\n{text}").agreement
    assert (agreement.valid_from, agreement.valid_to) == (begins, ends)
