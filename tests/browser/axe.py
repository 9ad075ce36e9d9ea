"""axe-core over a page: what breaks WCAG 2.1 A or AA, one line each.

axe-core (Deque Systems, MPL-2.0) is in resources/ unchanged, with its licence; the tests use it, no user gets it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SCRIPT = Path(__file__).parent / "resources" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  if (!found.passes.length) throw new Error("axe tried nothing");
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
}"""


def violations(page: Page) -> list[str]:
    """Every violation on the page as it stands. Evaluated from outside, so a strict content policy does not stop it."""
    page.evaluate(f"{_script()};0")
    found: list[str] = page.evaluate(_RUN, _TAGS)
    return found


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
