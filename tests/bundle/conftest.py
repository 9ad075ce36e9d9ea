"""The browser of tests/browser, for the bundle too."""

from __future__ import annotations

from tests.browser.conftest import browser, context, page

__all__ = ["browser", "context", "page"]
