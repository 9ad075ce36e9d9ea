"""A real browser for the tests in this folder; they are skipped where there is none."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import chromium
from tests.browser.layout import DESKTOP
from tests.browser.served import served
from tests.browser.watched import watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install -e '.[dev]'")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium: install it (apt-get install chromium) or set AVTALSKOLL_CHROMIUM to its path")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=program)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=DESKTOP, locale="sv-SE", accept_downloads=True)  # type: ignore[arg-type]
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not have had any trouble when the test is over."""
    opened = context.new_page()
    troubles = watch(opened)
    yield opened
    assert troubles == [], re.sub(r"\s+", " ", "; ".join(troubles))


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `avtalskoll serve` is: http://127.0.0.1:<port>/."""
    pytest.importorskip("uvicorn", reason="no web server: pip install -e '.[web]'")
    program = [sys.executable, "-m", "avtalskoll"]
    with served([*program, "serve", "--no-browser"], tmp_path_factory.mktemp("serve")) as running:
        yield running


@pytest.fixture
def start(page: Page, address: str) -> Page:
    """The page of a visitor who has just come to the start page."""
    page.goto(address)
    return page
