"""Whether a page fits: no scrolling sideways, whatever the width, the zoom or the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESKTOP = {"width": 1280, "height": 900}
_PHONE = {"width": 320, "height": 640}
_ZOOMED = {"width": 640, "height": 450}
"""What a window of 1280 by 900 has left at 200 % zoom."""

_SIDEWAYS = """() => {
  const root = document.scrollingElement, width = root.clientWidth;
  if (root.scrollWidth <= width) return [];
  const scrolls = e => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
  const wide = [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
  const name = e => e.tagName.toLowerCase() + "." + e.className + " " + (e.textContent || "").trim().slice(0, 40);
  return [`${root.scrollWidth} > ${width}: ` + wide.slice(0, 4).map(name).join(" | ")];
}"""


def sideways(page: Page) -> list[str]:
    """Where the page scrolls sideways: on a phone, at 200 % zoom, with text of double size. Desktop size after."""
    found = []
    for name, size in (("phone", _PHONE), ("zoomed", _ZOOMED)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found += [f"{name}: {trouble}" for trouble in page.evaluate(_SIDEWAYS)]
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += [f"large text: {trouble}" for trouble in page.evaluate(_SIDEWAYS)]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found
