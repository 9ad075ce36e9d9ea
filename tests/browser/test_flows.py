"""What a person does on the local page, from the first click to the last."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.browser.visit import IN_PLACE, NARROWED, SAMPLES, arrived, audited, audited_sample, tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PACKAGE = sorted((SAMPLES / "06_avtalspaket").glob("*.docx"))


def test_one_agreement(start: Page) -> None:
    audited(start, SAMPLES / "02_artigt_hinder.docx")
    assert "Region Åsmarken" in start.inner_text("main")
    assert "2026-11-22" in start.inner_text(".about")
    assert start.locator("#OV-01").is_visible()


def test_a_set_is_one_agreement_and_a_file_can_be_taken_back(start: Page) -> None:
    start.set_input_files("#filer", PACKAGE[0])
    start.set_input_files("#filer", [*PACKAGE[1:], SAMPLES / "README.md"])  # a second choice adds to the first
    assert start.locator(".chosen li").count() == len(PACKAGE) + 1
    start.get_by_role("button", name="Ta bort README.md").click()
    start.get_by_role("button", name="Granska avtalet").click()
    arrived(start, "rapport")
    text = start.inner_text("main")
    assert all(path.name in text for path in PACKAGE) and "README.md" not in text


def test_files_can_be_dropped(start: Page) -> None:
    content = (SAMPLES / "07_vag_samverkan.docx").read_bytes()
    handle = start.evaluate_handle(
        """(bytes) => {
          const held = new DataTransfer();
          held.items.add(new File([new Uint8Array(bytes)], "vag_samverkan.docx"));
          return held;
        }""",
        list(content),
    )
    start.dispatch_event(".drop", "drop", {"dataTransfer": handle})
    assert "vag_samverkan.docx" in start.inner_text(".chosen")
    start.get_by_role("button", name="Granska avtalet").click()
    arrived(start, "rapport")


def test_nothing_chosen_sends_nothing(start: Page) -> None:
    start.get_by_role("button", name="Granska avtalet").click()
    assert start.evaluate("document.querySelector('#filer:invalid') !== null")
    assert start.get_by_role("heading", level=1).inner_text().startswith("Granska")


def test_a_file_that_cannot_be_read_is_told_as_in_the_command_line(start: Page, tmp_path: Path) -> None:
    broken = tmp_path / "trasigt.docx"
    broken.write_bytes(b"PK\x03\x04 inget avtal")
    start.set_input_files("#filer", broken)
    start.get_by_role("button", name="Granska avtalet").click()
    start.locator(".problem").wait_for()
    assert "trasigt.docx" in start.inner_text("main")
    assert "Traceback" not in start.content() and str(tmp_path) not in start.content()
    start.get_by_role("link", name="Till startsidan").click()
    assert start.locator("#filer").is_visible()


def test_downloads(start: Page) -> None:
    audited(start, SAMPLES / "02_artigt_hinder.docx")
    links = start.locator(".actions li a")
    files = dict(_downloaded(start, links.nth(number)) for number in range(links.count()))
    kinds = sorted(name.rsplit(".", 1)[1] for name in files)
    assert kinds == ["docx", "docx", "html", "json", "xlsx"]
    assert all(name.startswith("02_artigt_hinder") for name in files)
    by_kind = {name.rsplit(".", 1)[1]: content for name, content in files.items()}
    assert by_kind["html"].startswith(b"<!doctype html>")
    assert json.loads(by_kind["json"])["schema"].startswith("avtalskoll.audit/")
    assert load_workbook(io.BytesIO(by_kind["xlsx"])).sheetnames
    documents = [zipfile.ZipFile(io.BytesIO(content)) for name, content in files.items() if name.endswith(".docx")]
    assert any("word/comments.xml" in document.namelist() for document in documents)


def test_the_downloaded_report_says_what_the_page_says(start: Page, tmp_path: Path) -> None:
    audited(start, SAMPLES / "02_artigt_hinder.docx")
    verdicts = "[...document.querySelectorAll('.gap')].map(e => e.id + e.querySelector('.verdict').innerText)"
    shown = start.evaluate(verdicts)
    name, content = _downloaded(start, start.locator(".actions li a").first)
    (tmp_path / name).write_bytes(content)
    start.goto((tmp_path / name).as_uri())
    assert shown and start.evaluate(verdicts) == shown


def test_the_selection_narrows_and_back_widens(start: Page) -> None:
    audited_sample(start)
    whole = start.url
    everything = start.locator(".gap, .result").count()
    start.get_by_role("navigation", name="Utfall").get_by_role("link").nth(1).click()
    start.wait_for_url(NARROWED)
    assert 0 < start.locator(".gap, .result").count() < everything
    start.go_back()
    start.wait_for_url(whole)
    assert start.locator(".gap, .result").count() == everything


def test_a_quote_is_shown_in_its_surroundings_and_back_leads_to_the_requirement(start: Page) -> None:
    audited_sample(start)
    requirement = start.locator(".gap").first
    identity = requirement.get_attribute("id")
    quote = requirement.locator("blockquote").first.inner_text()
    requirement.locator(".in-place, a[href*='/avtal?']").first.click()
    start.wait_for_url(IN_PLACE)
    marked = start.locator("#fynd")
    assert marked.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }")
    assert _plain(marked.inner_text()) in _plain(quote)
    start.go_back()
    start.locator(f"#{identity}").wait_for()


def test_two_versions(start: Page) -> None:
    start.get_by_role("link", name="Jämför versioner").click()
    start.set_input_files("#gammal", SAMPLES / "01_nara_modell_2026.docx")
    start.set_input_files("#ny", SAMPLES / "jamforelse" / "01_nara_modell_2026_motforslag.docx")
    start.get_by_role("button", name="Jämför versionerna").click()
    arrived(start, "jamforelse")
    assert "01_nara_modell_2026_motforslag.docx" in start.inner_text("main")
    assert start.locator("del").count() and start.locator("ins").count()


def test_an_overview_leads_to_each_report_and_back(start: Page, tmp_path: Path) -> None:
    broken = tmp_path / "trasigt.docx"
    broken.write_bytes(b"PK\x03\x04 inget avtal")
    start.get_by_role("link", name="Översikt").click()
    start.set_input_files("#filer", [SAMPLES / "02_artigt_hinder.docx", SAMPLES / "07_vag_samverkan.docx", broken])
    start.get_by_role("button", name="Gör översikten").click()
    arrived(start, "oversikt")
    text = start.inner_text("main")
    assert "trasigt" in text
    overview = start.url
    start.locator(".matrix tbody a").first.click()
    start.wait_for_url(lambda url: url.split("#")[0] != overview)
    assert start.locator("#OV-01").is_visible()
    start.go_back()
    start.wait_for_url(overview)
    assert sorted(_downloaded(start, link)[0].rsplit(".", 1)[1] for link in start.locator(".actions li a").all()) == [
        "docx",
        "xlsx",
        "zip",
    ]


def test_keyboard_alone(start: Page) -> None:
    tab_to(start, "a.skip")
    tab_to(start, "#filer")
    with start.expect_file_chooser() as chooser:
        start.keyboard.press("Space")
    chooser.value.set_files(SAMPLES / "02_artigt_hinder.docx")
    tab_to(start, "button[type=submit]:not(.chosen button)")
    start.keyboard.press("Enter")
    arrived(start, "rapport")
    tab_to(start, "a.skip")
    start.keyboard.press("Enter")
    tab_to(start, "nav[aria-label=Utfall] a:not([aria-current])")
    start.keyboard.press("Enter")
    start.wait_for_url(NARROWED)
    tab_to(start, "a[href*='/avtal?']")
    start.keyboard.press("Enter")
    start.wait_for_url(IN_PLACE)
    assert start.evaluate("document.activeElement.id") == "fynd"


def test_all_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.set_input_files("#filer", SAMPLES / "02_artigt_hinder.docx")
    page.get_by_role("button", name="Granska avtalet").click()
    arrived(page, "rapport")  # the waiting page goes on by itself
    page.get_by_role("navigation", name="Utfall").get_by_role("link").nth(1).click()
    page.wait_for_url(NARROWED)
    context.close()


def test_somebody_else_does_not_see_the_report(start: Page, browser: Browser) -> None:
    audited_sample(start)
    other = browser.new_context()
    page = other.new_page()
    page.goto(start.url)
    assert page.locator(".gap").count() == 0 and "Region Åsmarken" not in page.content()
    other.close()


@pytest.mark.parametrize("path", ["", "jamfor", "oversikt", "om"])
def test_nothing_moves_while_a_page_loads(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    moved = page.evaluate(
        """() => new Promise(tell => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value }))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => tell(sum), 200);
        })"""
    )
    assert moved < 0.02


def _downloaded(page: Page, link: Locator) -> tuple[str, bytes]:
    with page.expect_download(timeout=120_000) as download:
        link.click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def _plain(text: str) -> str:
    return re.sub(r"[\s”…]+", " ", text).strip()
