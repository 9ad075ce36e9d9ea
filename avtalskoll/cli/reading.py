"""The choices of how files are read, from the command line and the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from avtalskoll.cli import values
from avtalskoll.errors import WrongUseError

if TYPE_CHECKING:
    from avtalskoll.readers.options import ReadingOptions, View

_VIEWS = ("accepted", "original")
LIMIT_PREFIX = "AVTALSKOLL_LIMIT_"
VIEW_HELP = (
    "Hur spårade ändringar läses: accepted (förval) som om alla vore godkända, original som om ingen vore gjord."
)
OCR_HELP = "Maskinläs inskannade sidor med programmet tesseract, om det är installerat."


def reading_options(view: str, ocr: bool, environment: Mapping[str, str] | None = None) -> ReadingOptions:
    """How to read, with limits from AVTALSKOLL_LIMIT_SECONDS=120 and the like. Raises WrongUseError."""
    from avtalskoll.readers.limits import Limits
    from avtalskoll.readers.options import ReadingOptions

    values.choice("--view", view, _VIEWS)
    given: dict[str, int] = {}
    for name, value in sorted((environment if environment is not None else os.environ).items()):
        if not name.startswith(LIMIT_PREFIX):
            continue
        limit = name.removeprefix(LIMIT_PREFIX).lower()
        if limit not in Limits.model_fields:
            known = ", ".join(LIMIT_PREFIX + field.upper() for field in Limits.model_fields)
            raise WrongUseError(f"Gränsen {name} finns inte; välj bland {known}.")
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise WrongUseError(f"{name} ska vara ett heltal över noll, inte {value!r}.")
        given[limit] = int(value)
    return ReadingOptions(view=cast("View", view), ocr=ocr, limits=Limits(**given))
