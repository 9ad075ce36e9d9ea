"""The negotiation document as a Word file: A4 across, a table per weight, columns left empty for the other party."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from avtalskoll.reports.printable import printable
from avtalskoll.reports.proposal.proposal import Proposal
from avtalskoll.reports.wording import enumerate_swedish

_HERE = Path(__file__).parent
_WRITTEN = {
    "word/document.xml": "document.xml.j2",
    "word/footer1.xml": "footer.xml.j2",
    "docProps/core.xml": "core.xml.j2",
}
_ALWAYS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TITLE = "Förslag till ändringar"


def render_proposal(proposal: Proposal) -> bytes:
    """The document as a .docx; the same bytes for the same proposal."""
    one = len(proposal.agreements) == 1
    title = printable(f"{_TITLE} i {proposal.title}" if not one else f"{_TITLE}: {proposal.title}")
    words = {
        "proposal": proposal,
        "one": one,
        "title": title,
        "foot": title if len(title) < 110 else title[:108].rstrip() + " …",
        "questions": _questions(proposal),
        "introduction": _introduction(proposal, one),
    }
    parts = {name: (_HERE / "static" / file).read_text(encoding="utf-8") for name, file in _ALWAYS.items()}
    parts |= {name: _environment().get_template(file).render(words).lstrip() for name, file in _WRITTEN.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system = 0  # the same bytes on every platform
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return target.getvalue()


def _questions(proposal: Proposal) -> str:
    if not proposal.count:
        return "Genomgången gav inget att ta upp."
    return "En fråga." if proposal.count == 1 else f"{proposal.count} frågor, de viktigaste först."


def _introduction(proposal: Proposal, one: bool) -> list[str]:
    if not proposal.count:
        return []
    agreement = "avtalet" if one else "avtalen"
    shown = "I tabellerna står hur avtalet lyder i dag" if one else "För varje fråga står hur avtalen lyder i dag"
    told = [
        f"Vi har gått igenom {agreement} inför nästa översyn och jämfört med hälso- och sjukvårdslagen, utredningar "
        f"och god praxis. {shown}, vad vi vill ändra och varför, vilket lagrum frågan gäller och ett förslag till ny "
        "lydelse. Det som är en rekommendation och inget lagkrav är märkt så.",
        "Förslagen är en utgångspunkt för samtalet. Andra formuleringar kan fungera lika bra, och tal och datum i "
        "förslagen är exempel. Skriv gärna ert svar och hur långt vi har kommit i de två sista kolumnerna.",
    ]
    meant = [_meant(role, proposal, one) for role in proposal.names.kept]
    if any(meant):
        told.append("I förslagen betyder " + enumerate_swedish(filter(None, meant)) + ".")
    return told


def _meant(role: str, proposal: Proposal, one: bool) -> str:
    """What a role that stays in the wordings stands for; "" where nobody knows."""
    if not one:
        party = "regionen" if role == "Regionen" else "var och en av kommunerna"
        return f"{role} {party} i respektive avtal"
    if role == "Kommunen" and proposal.names.municipalities:
        return f"Kommunen var och en av {enumerate_swedish(proposal.names.municipalities)}"
    return ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = lambda text: printable(str(text))
    environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["together"] = enumerate_swedish
    return environment
