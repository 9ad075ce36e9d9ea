"""The reports in files, opened in a browser: accessible, whole on every screen, nothing fetched."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import avtalskoll
from avtalskoll.audit_report import AuditReport
from avtalskoll.reports.compare.html import render_html as render_comparison
from avtalskoll.reports.html import render_html
from tests.browser.axe import violations
from tests.browser.layout import sideways
from tests.conftest import AS_OF, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What the samples give: good and bad agreements, a set with unread parts, changes that await a decision.
SAMPLES = ROOT / "sample_agreements"
REPORTS = sorted((ROOT / "reports").glob("*.json"))


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_a_report_is_accessible_and_fits(page: Page, path: Path, tmp_path: Path) -> None:
    page.goto(_written(path, tmp_path))
    assert violations(page) == []
    assert sideways(page) == []


def test_a_comparison_is_accessible_and_fits(page: Page, tmp_path: Path) -> None:
    old, new = SAMPLES / "01_nara_modell_2026.docx", SAMPLES / "jamforelse" / "01_nara_modell_2026_motforslag.docx"
    comparison = avtalskoll.compare(old, new, as_of=AS_OF)
    path = tmp_path / "jamforelse.html"
    path.write_text(render_comparison(comparison), encoding="utf-8")
    page.goto(path.as_uri())
    assert violations(page) == []
    assert sideways(page) == []


def test_an_overview_is_accessible_and_fits_and_leads_to_the_reports(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "avtal"
    folder.mkdir()
    for name in ("02_artigt_hinder.docx", "07_vag_samverkan.docx"):
        shutil.copy(SAMPLES / name, folder)
    (folder / "trasigt.docx").write_bytes(b"PK\x03\x04 inte ett avtal")
    avtalskoll.portfolio(folder, output=tmp_path / "ut", as_of=AS_OF)
    page.goto((tmp_path / "ut" / "oversikt.html").as_uri())
    assert violations(page) == []
    assert sideways(page) == []
    page.locator("a[href^='rapporter/']").first.click()
    page.wait_for_url("**/rapporter/*.html")


def test_axe_sees_a_fault(page: Page, tmp_path: Path) -> None:
    """The proof is worth something: a fault that is planted is found."""
    page.goto(_written(REPORTS[0], tmp_path))
    page.evaluate("document.querySelector('h1').style.color = '#ccc'")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    found = " ".join(violations(page))
    assert "color-contrast" in found and "html-has-lang" in found


def test_the_keyboard_comes_to_the_content_at_once(page: Page, tmp_path: Path) -> None:
    page.goto(_written(REPORTS[0], tmp_path))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def _written(path: Path, folder: Path) -> str:
    report = AuditReport.model_validate_json(path.read_bytes())
    (folder / "rapport.html").write_text(render_html(report), encoding="utf-8")
    return (folder / "rapport.html").as_uri()
