"""A small agreement in Markdown that can be numbered in any way and put in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

TITLE = "# Avtal om läkarmedverkan"

Section = tuple[str, str, tuple[str, ...]]
"""Key, heading and clauses; "{key}" in a clause stands for a reference to the section with that key."""

SECTIONS: tuple[Section, ...] = (
    (
        "parter",
        "Parter och avtalstid",
        (
            "Avtalet sluts mellan Region Ekmarken, nedan regionen, och Alviks kommun, nedan kommunen, med stöd av "
            "16 kap. 1 § hälso- och sjukvårdslagen (2017:30).",
            "Avtalet gäller från och med den 1 oktober 2026 till och med den 30 september 2029 och förlängs därefter "
            "med ett år i taget om det inte sägs upp senast tolv månader före avtalstidens slut. Parterna ser över "
            "avtalets villkor vartannat år.",
        ),
    ),
    (
        "omfattning",
        "Omfattning",
        (
            "Regionen tillhandahåller läkare till alla särskilda boenden för äldre, oavsett driftsform, till bostäder "
            "med särskild service och till patienter med hemsjukvård i ordinärt boende.",
            "Läkarmedverkan omfattar inte dagverksamhet.",
            "Regionen avsätter två timmar läkartid per vecka och 20 platser för ronder och medicinska bedömningar.",
        ),
    ),
    (
        "former",
        "Former",
        (
            "Läkaren gör rond på boendet varje vecka och hembesök när patientens tillstånd kräver det.",
            "Regionen utser en ansvarig läkare för varje boende. Vid läkarens frånvaro övertar en namngiven ersättare "
            "uppgiften.",
            "Läkaren upprättar en medicinsk plan för varje patient inom en månad från inflyttningen och uppdaterar "
            "den årligen.",
            "Läkaren bör göra en läkemedelsgenomgång varje år.",
        ),
    ),
    (
        "jour",
        "Dygnet runt",
        (
            "Regionen erbjuder medicinsk bedömning av läkare dygnet runt.",
            "Kommunen erbjuder medicinsk bedömning av sjuksköterska dygnet runt.",
        ),
    ),
    (
        "uppföljning",
        "Uppföljning",
        (
            "Parterna följer upp avtalet en gång per år.",
            "Vårdgivarna rapporterar avvikelser till varandra med analys och svar inom 30 dagar.",
        ),
    ),
    (
        "brist",
        "Brist i läkarmedverkan",
        (
            "Uteblir ett planerat besök enligt {former} anmäler kommunen det till vårdcentralens verksamhetschef, som "
            "avhjälper bristen inom två dagar.",
            "Kommunen får anlita läkare på regionens bekostnad när regionen inte tillhandahåller läkare enligt "
            "{omfattning}.",
        ),
    ),
    (
        "ersättning",
        "Ersättning",
        (
            "Regionen ersätter kommunen enligt {brist} med högst 900 kronor per timme.",
            "Kommunen fakturerar månadsvis och regionen betalar inom 30 dagar.",
        ),
    ),
)

_ROMAN = "I II III IV V VI VII VIII IX X".split()
# name: number -> (what stands before the heading, before the clauses ("{}" is the clause), in a reference)
STYLES: dict[str, Callable[[int], tuple[str, str, str]]] = {
    "decimal": lambda n: (f"{n} ", f"{n}.{{}} ", f"avsnitt {n}"),
    "dotted": lambda n: (f"{n}. ", f"{n}.{{}} ", f"punkt {n}"),
    "high": lambda n: (f"{n + 40} ", f"{n + 40}.{{}} ", f"avsnitt {n + 40}"),
    "paragraphs": lambda n: (f"§ {n} ", "", f"§ {n}"),
    "letters": lambda n: (f"{chr(64 + n)}. ", "", f"avsnitt {chr(64 + n)}"),
    "roman": lambda n: (f"{_ROMAN[n - 1]}. ", "", f"avsnitt {_ROMAN[n - 1]}"),
    "articles": lambda n: (f"Artikel {n} ", "", f"artikel {n}"),
}


def written(
    order: Sequence[int] = tuple(range(len(SECTIONS))),
    style: str | None = None,
    wrap: Callable[[str], str] = str,
    shape: Callable[[str], str] = str,
) -> str:
    """The agreement with its sections in this order; without a style it bears no numbers.

    `wrap` lays out each clause, `shape` writes each heading.
    """
    number = {SECTIONS[index][0]: place for place, index in enumerate(order, 1)}
    name = {key: heading for key, heading, _ in SECTIONS}
    refer = {key: STYLES[style](place)[2] if style else f"avsnittet ”{name[key]}”" for key, place in number.items()}
    lines = [shape(TITLE)]
    for place, index in enumerate(order, 1):
        _, heading, clauses = SECTIONS[index]
        before, label, _ = STYLES[style](place) if style else ("", "", "")
        lines.append(shape(f"## {before}{heading}"))
        for count, clause in enumerate(clauses, 1):
            lines.append(wrap(label.format(count) + clause.format(**refer)))
    return "\n\n".join(lines) + "\n"
