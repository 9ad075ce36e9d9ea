"""Stacked bars: how outcomes divide, gravest first. The numbers stand beside every bar as text."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from avtalskoll.reports.verdict_signs import SIGNS, SignKey

_WIDTH, _HEIGHT, _GAP = 440.0, 22, 1.5
_DIGIT = 9.0


def bar(counts: Mapping[SignKey, int], whole: int | None = None) -> Markup:
    """A bar as SVG; its full width is `whole`, the sum of the counts unless said. Screen readers pass it over."""
    total = sum(counts.values()) if whole is None else whole
    pieces, left = [], 0.0
    for key in SIGNS:
        number = counts.get(key, 0)
        if not number:
            continue
        width = _WIDTH * number / total
        drawn = max(width - _GAP, 1.0)
        pieces.append(f'<rect class="b-{key}" x="{left:.1f}" width="{drawn:.1f}" height="{_HEIGHT}"/>')
        if drawn > _DIGIT * len(str(number)) + 6:
            pieces.append(f'<text class="n-{key}" x="{left + drawn / 2:.1f}" y="16">{number}</text>')
        left += width
    inside = "".join(pieces)
    return Markup(f'<svg class="bar" aria-hidden="true" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT}">{inside}</svg>')
