"""What a form says about how to audit."""

from __future__ import annotations

import re
from datetime import date

from avtalskoll.audit_report import Facts
from avtalskoll.checklist.installed import DEFAULT, installed_checklists
from avtalskoll.errors import WrongUseError
from avtalskoll.readers.options import ReadingOptions, View
from avtalskoll.web.order import Choices
from avtalskoll.web.received_form import ReceivedForm

_HOME_CARE = {"": None, "kommun": True, "region": False}
_VIEWS: dict[str, View] = {"": "accepted", "accepted": "accepted", "original": "original"}
_LONGEST, _MOST = 200, 100


def choices_of(form: ReceivedForm) -> Choices:
    """The choices of a form; what is left empty has its default. Raises WrongUseError for what cannot be used."""
    home_care, view = form.text("hemsjukvard"), form.text("vy")
    if home_care not in _HOME_CARE or view not in _VIEWS:
        raise WrongUseError("Ett val i formuläret finns inte; gå till startsidan och gör om valen.")
    names = [name for name in re.split(r"[,;\n]", form.text("kommuner")) if name.strip()]
    return Choices(
        as_of=_day(form.text("datum")),
        checklist=_checklist(form.text("checklista")),
        facts=Facts(
            home_care_transferred=_HOME_CARE[home_care],
            region=_name(form.text("region")) or None,
            municipalities=tuple(_name(name) for name in names[:_MOST]) or None,
        ),
        reading=ReadingOptions(view=_VIEWS[view], ocr=form.text("maskinlas") == "ja"),
    )


def _day(text: str) -> date:
    if not text:
        return date.today()
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise WrongUseError(f"Datumet {text[:20]} finns inte; skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.")


def _checklist(name: str) -> str | None:
    if name in ("", DEFAULT):
        return None
    if any(known.name == name and not known.hidden for known in installed_checklists()):
        return name
    raise WrongUseError("Checklistan finns inte längre; gå till startsidan och välj en annan.")


def _name(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
