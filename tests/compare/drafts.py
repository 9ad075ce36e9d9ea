"""Small agreements to put together, change and compare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from avtalskoll.agreement import Agreement
from avtalskoll.checklist import Checklist
from avtalskoll.comparing.comparing import compare_agreements
from avtalskoll.comparing.comparison import Comparison
from avtalskoll.readers import read_bytes
from avtalskoll.readers.views import Views

Chapter = tuple[str, Sequence[str]]

CHAPTERS: tuple[Chapter, ...] = (
    ("Parter", ["Avtalet sluts mellan Region Norrsund och Vikby kommun om läkarmedverkan enligt 16 kap. 1 § HSL."]),
    (
        "Omfattning",
        [
            "Avtalet omfattar särskilt boende, dagverksamhet och bostad med särskild service.",
            "Regionen ska avsätta två timmar läkartid per vecka och tjugo platser.",
            "Läkaren besöker varje boende en gång i veckan.",
        ],
    ),
    (
        "Dygnet runt",
        [
            "Regionen ska vid behov erbjuda bedömning av läkare oavsett tid på dygnet.",
            "Jourläkaren svarar sjuksköterskan inom 15 minuter.",
        ],
    ),
    (
        "Uppföljning",
        [
            "Parternas ledningsansvariga följer upp avtalet två gånger om året.",
            "Resultatet lämnas till regionstyrelsen och socialnämnden senast i november.",
        ],
    ),
    (
        "Bristande läkarmedverkan",
        [
            "Uteblir läkaren har kommunen rätt att själv anlita läkare på regionens bekostnad.",
            "Kommunen behöver inte avvakta den uppföljning som avses i punkt {Uppföljning}.",
            "Regionen ersätter kommunens faktiska kostnader inom 30 dagar.",
        ],
    ),
)
UNRELATED: Chapter = (
    "Ledord",
    ["Samarbetet ska präglas av respekt och öppenhet.", "Skylten vid entrén målas blå.", "Kaffe serveras klockan tre."],
)


def agreement(chapters: Sequence[Chapter], numbered: bool = True) -> str:
    """The chapters as Markdown, numbered in their order; {Titel} in a sentence is the number of that chapter."""
    numbers = {title: str(number) for number, (title, _) in enumerate(chapters, 1)}
    lines = ["# Avtal om läkarmedverkan", ""]
    for title, sentences in chapters:
        lines += [f"## {numbers[title]}. {title}" if numbered else f"## {title}", ""]
        for sentence in sentences:
            lines += [sentence.format_map(numbers), ""]
    return "\n".join(lines)


def read(text: str) -> Views:
    return Views(agreement=Agreement(documents=(read_bytes(text.encode(), "avtal.md"),)))


def compared(old: str, new: str, checklist: Checklist, as_of: date = date(2026, 11, 22)) -> Comparison:
    return compare_agreements(read(old), read(new), as_of=as_of, checklist=checklist)


def kinds(comparison: Comparison) -> dict[str, str]:
    """The kind of change by requirement."""
    return {requirement.id: requirement.kind for requirement in comparison.requirements}
