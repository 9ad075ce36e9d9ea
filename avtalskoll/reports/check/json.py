"""The check as JSON: `schema` "avtalskoll.check/1", the same bytes for the same run."""

from __future__ import annotations

import json

from avtalskoll.checking.check_run import CheckRun


def render_json(run: CheckRun) -> str:
    """The whole run as JSON text with a final newline; to be written as UTF-8."""
    return json.dumps(run.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
