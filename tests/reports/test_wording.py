from __future__ import annotations

from datetime import date

import pytest

from avtalskoll.audit_report import Basis
from avtalskoll.reports import wording
from avtalskoll.reports.order import RANKS, gaps
from avtalskoll.reports.verdict_signs import SIGNS, sign_of
from tests.reports.sample_report import quote, sample_report


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (
            Basis(
                law="HSL", ref="16 kap. 1 § tredje stycket", wording="Lag (2026:1124)", wording_from=date(2026, 8, 1)
            ),
            "16 kap. 1 § tredje stycket HSL, lydelse enligt Lag (2026:1124), gäller från 2026-08-01",
        ),
        (
            Basis(law="HSL", ref="16 kap. 1 § tredje stycket (ersättning för sina kostnader)"),
            "16 kap. 1 § tredje stycket HSL (ersättning för sina kostnader)",
        ),
        (
            Basis(law="HSL", ref="12 kap. 1 § andra stycket; bet. 2025/26:SoU32"),
            "12 kap. 1 § andra stycket HSL; bet. 2025/26:SoU32",
        ),
        (
            Basis(law="PSL", ref="3 kap. 2 §", wording="ursprunglig lydelse"),
            "3 kap. 2 § PSL, ursprunglig lydelse",
        ),
        (Basis(law="lag (2017:612)", ref="samverkan vid utskrivning"), "lag (2017:612) om samverkan vid utskrivning"),
        (Basis(law="HSLF-FS 2017:37", ref="läkemedelshantering"), "HSLF-FS 2017:37 – läkemedelshantering"),
        (Basis(source="SOU 2024:72 kap. 4.3"), "SOU 2024:72 kap. 4.3"),
    ],
)
def test_citation(basis: Basis, expected: str) -> None:
    assert wording.citation(basis) == expected


@pytest.mark.parametrize(
    ("section", "page", "expected"),
    [
        ("4.2", 3, "avsnitt 4.2, sidan 3"),
        ("§ 4", None, "§ 4"),
        ("Uppföljning", 1, "avsnittet ”Uppföljning”, sidan 1"),
        ("", None, ""),
    ],
)
def test_place(section: str, page: int | None, expected: str) -> None:
    assert wording.place(quote("x", section=section, page=page)).removeprefix("Avtal om läkarmedverkan 2026.docx") == (
        f", {expected}" if expected else ""
    )


@pytest.mark.parametrize(
    ("region", "municipalities", "expected"),
    [
        ("Region A", ("B kommun", "C kommun", "D kommun"), "Region A, B kommun, C kommun och D kommun"),
        ("Region A", ("B kommun",), "Region A och B kommun"),
        ("Region A", (), "Region A; kommunen framgår inte av texten"),
        (None, ("B kommun",), "B kommun; regionen framgår inte av texten"),
        (None, (), "Framgår inte av texten"),
    ],
)
def test_parties(region: str | None, municipalities: tuple[str, ...], expected: str) -> None:
    agreement = sample_report().agreement.model_copy(update={"region": region, "municipalities": municipalities})
    assert wording.parties(agreement) == expected


def test_every_gap_has_exactly_one_rank_and_the_fallback_is_empty() -> None:
    report = sample_report()
    found = [result.id for part in gaps(report.results) for result in part.results]
    expected = [result.id for result in report.results if result.verdict in ("conflict", "missing", "partial")]
    assert sorted(found) == sorted(expected)
    assert all(part.rank is not RANKS[-1] for part in gaps(report.results))


def test_no_gap_is_lost_whatever_its_norm() -> None:
    odd = sample_report().result("OM-02").model_copy(update={"norm": "N3"})
    assert [part.rank.key for part in gaps([odd])] == ["other"]


def test_signs_differ_in_symbol_ascii_and_word() -> None:
    signs = list(SIGNS.values())
    for of in (lambda s: s.symbol, lambda s: s.ascii, lambda s: s.word):
        assert len({of(sign) for sign in signs}) == len(signs)
    assert all(sign.ascii.isascii() for sign in signs)


def test_a_met_prohibition_is_silent_or_cleared() -> None:
    report = sample_report()
    assert sign_of(report.result("FO-04")).key == "silent"
    assert sign_of(report.result("OV-04")).key == "cleared"
    assert sign_of(report.result("FM-01")).key == "met"
