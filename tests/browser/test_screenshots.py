"""Pictures, only when asked for (`make screenshots`): the README's, and every page in every size to be looked at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser.visit import IN_PLACE, NARROWED, SAMPLES, arrived, audited
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

README_PICTURE = ROOT / "docs" / "images" / "serve.png"
LOOKED_AT = ROOT / "build" / "screenshots"
SIZES = {"wide": (1280, 900), "500": (500, 900), "zoomed": (640, 450)}

pytestmark = pytest.mark.skipif(not os.environ.get("AVTALSKOLL_SCREENSHOTS"), reason="not asked for: make screenshots")


def test_the_readmes_picture(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1100, "height": 760}, locale="sv-SE")
    page = context.new_page()
    page.goto(address)
    audited(page, SAMPLES / "02_artigt_hinder.docx")
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=README_PICTURE)
    context.close()


def test_every_page(start: Page) -> None:
    address = start.url
    _taken(start, "1-start")
    audited(start, SAMPLES / "02_artigt_hinder.docx")
    report = start.url
    _taken(start, "2-rapport")
    start.get_by_role("navigation", name="Utfall").get_by_role("link").nth(1).click()
    start.wait_for_url(NARROWED)
    _taken(start, "3-urval")
    start.locator("a[href*='/avtal?']").first.click()
    start.wait_for_url(IN_PLACE)
    _taken(start, "4-avtal")
    start.goto(f"{address}jamfor")
    _taken(start, "5-jamfor")
    start.get_by_role("button", name="Jämför exemplen").click()
    arrived(start, "jamforelse")
    _taken(start, "6-jamforelse")
    start.goto(f"{address}oversikt")
    _taken(start, "7-oversikt")
    start.get_by_role("button", name="Gör en översikt").click()
    arrived(start, "oversikt")
    _taken(start, "8-oversikt")
    start.goto(f"{address}om")
    _taken(start, "9-om")
    start.goto(f"{report}-finns-inte")
    _taken(start, "10-fel")


def _taken(page: Page, name: str) -> None:
    LOOKED_AT.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=LOOKED_AT / f"{name}-{size}.png", full_page=True)
    page.pdf(path=LOOKED_AT / f"{name}.pdf", prefer_css_page_size=True)
    page.set_viewport_size({"width": 1280, "height": 900})
