"""Later documents of a set that replace clauses of earlier ones (reading rule R14)."""

from __future__ import annotations

import re

from avtalskoll.engine.clause import Clause
from avtalskoll.engine.crossrefs import section_number
from avtalskoll.swedish.normal import plain_text

_PLACE = r"(?:punkt(?:en)?|p\.|avsnitt(?:et)?|§|paragraf(?:en)?|kapitel|klausul|stycke|bilaga)"
_NUMBER = r"(?P<number>\d{1,2}(?:\.\d{1,2})*(?: ?[a-h](?![a-zåäö]))?)"
_REPLACES = re.compile(
    rf"(?:{_PLACE} ?{_NUMBER}|(?P<number2>\d{{1,2}}(?: ?[a-h](?![a-zåäö]))?) ?§)[^.]{{0,140}}?"
    r"(?:ersätts|ersättes|utgår|upphör att gälla|upphävs|(?:följande|ny|ändrad) (?:nya |ändrade )?lydelse|"
    r"(?:ändras|ändrats) (?:till|så att)|(?:ska|skall) (?:i stället |hädanefter |härefter )?lyda|lyder i stället|"
    r"tas bort|stryks|gäller inte längre|i stället för)"
)
_INSTEAD = re.compile(
    rf"i stället för (?:vad som (?:sägs|anges|står) i |bestämmelsen i )?(?:{_PLACE} ?{_NUMBER}"
    r"|(?P<number2>\d{1,2}(?: ?[a-h](?![a-zåäö]))?) ?§)"
)
_LABELLED = re.compile(rf"^\W*(?:\w*avtalet|\w*överenskommelsen)?,? ?{_PLACE} ?{_NUMBER}[^:]{{0,20}}:")
_CITES_LAW = re.compile(r"kap\.? *$")
_NAMES_LAW = re.compile(
    r"§ ?(?:\w+ stycket )?(?:hsl|sol|lss|patientlag|hälso- och sjukvårdslag|socialtjänstlag|i? ?lagen)"
)
_LATER = re.compile(r"tilläggsavtal|tilläggsöverenskommelse|ändringsavtal|ändring av|ändringar i|\btillägg\b|addendum")


def mark_replaced(clauses: list[Clause]) -> None:
    """Give clauses that an amendment replaces the role "replaced". The amendment's own text stays operative."""
    for amending in clauses:
        if amending.role in ("toc", "replaced", "background"):
            continue
        text = plain_text(amending.block.text) if amending.block.kind == "heading" else amending.plain
        for match in (*_REPLACES.finditer(text), *_INSTEAD.finditer(text)):
            if _CITES_LAW.search(text[: match.start()]) or _NAMES_LAW.search(match.group()):
                continue
            number = section_number(match.group("number") or match.group("number2"))
            for clause in clauses:
                if _is_older(clause, amending) and _stands_in(clause, number):
                    clause.role = "replaced"


def _is_older(clause: Clause, amending: Clause) -> bool:
    """Another document, or the same one where the amendment follows further down under a heading of its own."""
    if clause.role in ("toc", "replaced") or clause.document > amending.document:
        return False
    if clause.document != amending.document:
        return True
    own = " ".join(amending.block.headings).lower()
    other = " ".join(clause.block.headings).lower()
    amends = amending.part == "tillägg" or bool(_LATER.search(own))
    return amends and clause.part != "tillägg" and not _LATER.search(other) and clause.index < amending.index


def _section(clause: Clause) -> str:
    """The clause's section: its block's, or the one that the clause names itself by ("Huvudavtalet § 5: ...")."""
    label = _LABELLED.match(clause.plain)
    return section_number(label["number"]) if label else section_number(clause.block.section)


def _stands_in(clause: Clause, number: str) -> bool:
    """Whether the clause stands in the section with the number, or in one below it."""
    section = _section(clause)
    return section == number or section.startswith(number + ".")
