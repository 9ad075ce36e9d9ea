"""Mistakes in a checklist file, said in Swedish."""

from __future__ import annotations

from typing import Any

_MESSAGES = {
    "missing": "fältet saknas och måste anges.",
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
    "greater_than": "talet är för litet.",
}


_FORBIDDEN = {
    "avaktiverade": "krav kan inte stängas av i en checklista; skriv ett undantag med skäl och slutdatum i stället.",
    "skärpningar": "bara en checklista som har utgår_från kan skärpa krav.",
    "utgår_från": "fältet ska stå i checklista.yaml, längst till vänster.",
}


def swedish_message(error: Any) -> str:
    """One Swedish sentence for a pydantic error (a mapping with 'type' and 'ctx')."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _forbidden(error["loc"])
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected", "")).replace(" or ", " eller ")
        return f"värdet är inte tillåtet; tillåtna är {expected}."
    if kind == "value_error":
        return str(context.get("error", "värdet går inte att använda."))
    return _MESSAGES.get(kind, "värdet går inte att använda här.")


def _forbidden(location: tuple[str | int, ...]) -> str:
    if location[-1] in _FORBIDDEN:
        return _FORBIDDEN[str(location[-1])]
    if location[0] == "skärpningar" and "regler" in location:
        return "en skärpning kan ha delar, sänker, delvis och strider; annat kunde mildra kravet."
    return "det finns inget sådant fält; kontrollera stavningen."
