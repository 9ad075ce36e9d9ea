"""Mistakes in a checklist file, said in Swedish."""

from __future__ import annotations

from typing import Any

_MESSAGES = {
    "missing": "fältet saknas och måste anges.",
    "extra_forbidden": "det finns inget sådant fält; kontrollera stavningen.",
    "string_type": "här ska det stå text.",
    "tuple_type": "här ska det stå en lista.",
    "model_type": "här ska det stå fält med namn och värde.",
    "model_attributes_type": "här ska det stå fält med namn och värde.",
    "dict_type": "här ska det stå fält med namn och värde.",
    "int_parsing": "här ska det stå ett heltal.",
    "bool_parsing": "här ska det stå true eller false.",
    "decimal_parsing": "här ska det stå ett tal.",
    "date_from_datetime_parsing": "här ska det stå ett datum, till exempel 2026-08-01.",
    "date_parsing": "här ska det stå ett datum, till exempel 2026-08-01.",
    "too_short": "listan får inte vara tom.",
    "string_too_short": "texten får inte vara tom.",
    "string_pattern_mismatch": "värdet har fel form.",
    "greater_than_equal": "talet är för litet.",
}


def swedish_message(error: Any) -> str:
    """One Swedish sentence for a pydantic error (a mapping with 'type' and 'ctx')."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected", "")).replace(" or ", " eller ")
        return f"värdet är inte tillåtet; tillåtna är {expected}."
    if kind == "value_error":
        return str(context.get("error", "värdet går inte att använda."))
    return _MESSAGES.get(kind, "värdet går inte att använda här.")
