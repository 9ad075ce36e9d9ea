"""What a visitor does on the page, in one line each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAMPLES = ROOT / "sample_agreements"
NARROWED = re.compile(r"/rapport/[^/]+\?")
"""The address of a report of which a part is shown."""
IN_PLACE = re.compile(r"/rapport/[^/]+/avtal\?")
"""The address of the agreement with a quote marked in it."""
_RESULT = {"rapport": "**/rapport/*", "jamforelse": "**/jamforelse/*", "oversikt": "**/oversikt/*"}


def audited(page: Page, *files: Path, as_of: str = "2026-11-22") -> None:
    """Choose files on the start page, audit them as an agreement and wait for the report."""
    page.set_input_files("#filer", files)
    page.fill("#datum", as_of)
    page.get_by_role("button", name="Granska avtalet").click()
    arrived(page, "rapport")


def audited_sample(page: Page, title: str = "Ett hövligt avtal") -> None:
    """Try a sample with one click and wait for the report."""
    page.get_by_role("button", name=title).click()
    arrived(page, "rapport")


def arrived(page: Page, result: str) -> None:
    """Wait for the page of a result."""
    page.wait_for_url(_RESULT[result], timeout=120_000)
    page.get_by_role("heading", level=1).wait_for()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element, and see that the focus shows."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            break
    else:
        raise AssertionError(f"the keyboard does not come to {selector}")
    shows = "(e) => [e, e.parentElement].some(one => getComputedStyle(one).outlineStyle !== 'none')"
    assert page.evaluate(f"({shows})(document.activeElement)"), f"the focus does not show on {selector}"
