"""`avtalskoll explain`: one requirement in full."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskoll.cli import console, setting_options
from avtalskoll.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from avtalskoll.checklist import Requirement

HELP = "Förklara ett krav: frågan, grunden och vad varje utfall betyder."


def explain(
    requirement: Annotated[
        str, typer.Argument(metavar="KRAV", help="Kravets id, till exempel OV-01.", show_default=False)
    ],
    checklist: setting_options.ChecklistName = None,
    config: setting_options.Config = None,
) -> int:
    """Print one requirement and return the exit code."""
    import avtalskoll
    from avtalskoll.settings import effective_settings

    loaded = avtalskoll.load_checklist(effective_settings({"checklist": checklist}, config=config).settings.checklist)
    try:
        found = loaded.requirement(requirement)
    except KeyError:
        near = difflib.get_close_matches(requirement.upper(), [known.id for known in loaded.requirements], n=1)
        advice = f"menade du {near[0]}?" if near else "”avtalskoll checklist show” visar alla krav."
        raise WrongUseError(f"Kravet {requirement} finns inte i checklistan; {advice}") from None
    print("\n".join(_lines(found, console.line_width())))
    return ExitCode.OK


def _lines(requirement: Requirement, width: int) -> Iterator[str]:
    from avtalskoll.audit_report import Basis
    from avtalskoll.reports.wording import NORM_WORDS, provision

    yield f"{requirement.id} {requirement.title}"
    sections = [
        ("Frågan", requirement.question),
        ("Kravets tyngd", NORM_WORDS[requirement.norm]),
        ("Grund", "; ".join(provision(Basis(law=b.law, ref=b.ref, source=b.source)) for b in requirement.basis)),
        ("Inget sådant villkor" if requirement.prohibition else "Uppfyllt", requirement.met),
        ("Delvis", requirement.partial),
        ("Saknas", requirement.missing),
        ("Konflikt", requirement.conflict),
        ("Att tänka på", requirement.note),
        ("Delar som söks", ", ".join(p.name + " (valfri)" * p.optional for p in requirement.rules.parts)),
        ("Varför det är viktigt", requirement.why),
        ("Förslag till formulering", requirement.suggestion),
    ]
    for heading, text in sections:
        if text:
            yield ""
            yield heading
            for paragraph in text.splitlines():
                yield from textwrap.wrap(paragraph, width, initial_indent="  ", subsequent_indent="  ") or [""]
