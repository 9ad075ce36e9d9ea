"""The audit date decides which law applies (reading rule R13)."""

from __future__ import annotations

from datetime import date

import pytest

from avtalskoll.errors import WrongUseError

BEFORE, BETWEEN, NOW = date(2026, 6, 30), date(2026, 7, 15), date(2026, 11, 22)
LAGOM = "Läkarmedverkan omfattar särskilt boende. "


@pytest.mark.parametrize(
    ("requirement", "text", "day", "verdict", "norm"),
    [
        ("DR-01", "Läkarbedömning ges endast under kontorstid.", BEFORE, "partial", "N4"),
        ("DR-01", "Läkarbedömning ges endast under kontorstid.", BETWEEN, "conflict", "N2"),
        ("DR-01", "Läkarbedömning ges endast under kontorstid.", NOW, "conflict", "N2"),
        ("DR-03", "Nattetid finns ingen sjuksköterska i kommunen.", BEFORE, "partial", "N4"),
        ("DR-03", "Nattetid finns ingen sjuksköterska i kommunen.", BETWEEN, "conflict", "N2"),
        ("DR-05", "Kvällar och helger hänvisas sjuksköterskan enbart till 1177.", BEFORE, "partial", "N4"),
        ("DR-05", "Kvällar och helger hänvisas sjuksköterskan enbart till 1177.", BETWEEN, "conflict", "N3"),
        ("EL-03", "Kommunen förbinder sig att inte anställa läkare.", BEFORE, "not_applicable", "N3"),
        ("EL-03", "Kommunen förbinder sig att inte anställa läkare.", BETWEEN, "not_applicable", "N3"),
        ("EL-03", "Kommunen förbinder sig att inte anställa läkare.", NOW, "conflict", "N3"),
        ("EL-04", "Anställer kommunen egen läkare minskas regionens läkartid i samma mån.", BETWEEN, "partial", "N3"),
        ("EL-04", "Anställer kommunen egen läkare minskas regionens läkartid i samma mån.", NOW, "conflict", "N3"),
        ("OV-01", "Kommunen får anlita läkare först efter regionens godkännande.", BEFORE, "conflict", "N3"),
    ],
)
def test_dated_law(requirement: str, text: str, day: date, verdict: str, norm: str, audit_text) -> None:  # type: ignore[no-untyped-def]
    result = audit_text(LAGOM + text, as_of=day).result(requirement)
    assert (result.verdict, result.norm) == (verdict, norm)


@pytest.mark.parametrize(("day", "outdated"), [(date(2019, 12, 31), False), (date(2020, 1, 1), True), (NOW, True)])
def test_landsting_is_outdated_from_2020(day: date, outdated: bool, audit_text) -> None:  # type: ignore[no-untyped-def]
    text = "Landstinget ansvarar för läkare enligt 16 kap. 1 § hälso- och sjukvårdslagen (2017:30)."
    assert audit_text(text, as_of=day).result("FM-03").verdict == ("partial" if outdated else "met")


@pytest.mark.parametrize(
    ("day", "wording"), [(BEFORE, "Lag (2025:446)"), (BETWEEN, "Lag (2026:214)"), (NOW, "Lag (2026:1124)")]
)
def test_every_provision_is_printed_with_the_wording_of_the_day(day: date, wording: str, audit_text) -> None:  # type: ignore[no-untyped-def]
    basis = audit_text("Regionen svarar för läkare.", as_of=day).result("OM-05").basis[0]
    assert basis.law == "HSL" and basis.wording == wording


def test_older_law_is_said_not_to_be_checked_in_full(audit_text) -> None:  # type: ignore[no-untyped-def]
    said = "inte kontrollerad i sin helhet"
    assert any(said in notice for notice in audit_text("Avtal.", as_of=BEFORE).notices)
    assert not any(said in notice for notice in audit_text("Avtal.", as_of=BETWEEN).notices)


def test_dates_before_the_law_are_refused(audit_text) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(WrongUseError, match="2017-04-01"):
        audit_text("Avtal.", as_of=date(2017, 3, 31))
