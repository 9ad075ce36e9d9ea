"""The comparison as JSON: `schema` "avtalskoll.compare/1", the same bytes for the same comparison."""

from __future__ import annotations

import json

from avtalskoll.comparing.comparison import Comparison


def render_json(comparison: Comparison) -> str:
    """The whole comparison as JSON text with a final newline; to be written as UTF-8."""
    return json.dumps(comparison.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
