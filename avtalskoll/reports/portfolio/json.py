"""The portfolio as JSON: `schema` "avtalskoll.portfolio/1", the same bytes for the same portfolio."""

from __future__ import annotations

import json

from avtalskoll.portfolios.portfolio import Portfolio


def render_json(portfolio: Portfolio) -> str:
    """The whole portfolio as JSON text with a final newline; to be written as UTF-8."""
    return json.dumps(portfolio.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
