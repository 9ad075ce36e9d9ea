"""Every kind of page that the local server shows: accessible, whole on every screen, quiet in the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.layout import sideways
from tests.browser.visit import IN_PLACE, NARROWED, SAMPLES, arrived, audited, audited_sample

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


@pytest.mark.parametrize("path", ["", "jamfor", "oversikt", "om", "finns-inte"])
def test_pages_to_begin_at(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    for folded in page.locator("details > summary").all():
        folded.click()
    _good(page)


def test_files_chosen(start: Page) -> None:
    start.set_input_files("#filer", sorted((SAMPLES / "06_avtalspaket").glob("*.docx")))
    _good(start)


def test_the_report_and_the_agreement(start: Page) -> None:
    audited_sample(start)
    report = start.url
    _good(start)
    start.get_by_role("navigation", name="Utfall").get_by_role("link").nth(1).click()
    start.wait_for_url(NARROWED)
    _good(start)
    start.locator(".gap a[href*='/avtal?']").first.click()
    start.wait_for_url(IN_PLACE)
    _good(start)
    start.goto(f"{report}/avtal")
    _good(start)
    start.goto(start.url.split("/rapport")[0])  # now with what was audited just now
    _good(start)


def test_an_agreement_in_tables_and_one_with_changes_that_await_a_decision(start: Page) -> None:
    address = start.url
    for title in ("Ett avtal i tabeller", "Ett utkast"):
        start.goto(address)
        audited_sample(start, title)
        report = start.url
        _good(start)
        start.goto(f"{report}/avtal")
        _good(start)


def test_the_report_of_a_set_where_something_is_unread(start: Page, tmp_path: Path) -> None:
    broken = tmp_path / "bilaga.pdf"
    broken.write_bytes(b"%PDF-1.4 trasig")
    audited(start, SAMPLES / "07_vag_samverkan.docx", broken)
    assert start.locator(".banner").first.is_visible()
    _good(start)


def test_a_page_with_an_error(start: Page, tmp_path: Path) -> None:
    broken = tmp_path / ("ett_mycket_langt_namn_utan_mellanrum_" * 3 + ".docx")
    broken.write_bytes(b"PK\x03\x04")
    start.set_input_files("#filer", broken)
    start.get_by_role("button", name="Granska avtalet").click()
    start.locator(".problem").wait_for()
    _good(start)


def test_a_comparison(start: Page) -> None:
    start.goto(start.url + "jamfor")
    start.get_by_role("button", name="Jämför exemplen").click()
    arrived(start, "jamforelse")
    _good(start)


def test_an_overview(start: Page) -> None:
    start.goto(start.url + "oversikt")
    start.get_by_role("button", name="Gör en översikt").click()
    arrived(start, "oversikt")
    _good(start)


def test_the_page_to_wait_at(start: Page) -> None:
    state = {"phrase": "Läser filen", "done": 1, "total": 7, "next": ""}
    start.route("**/lage", lambda route: route.fulfill(json=state))
    start.get_by_role("button", name="Ett hövligt avtal").click()
    start.get_by_text("Läser filen: 1 av 7").wait_for()
    _good(start)


def _good(page: Page) -> None:
    assert violations(page) == []
    assert sideways(page) == []
    headings = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(e => Number(e.tagName[1]))")
    assert headings.count(1) == 1 and headings[0] == 1
