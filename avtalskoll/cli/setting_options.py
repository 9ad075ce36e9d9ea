"""The options that set a setting, the same in every command that has them."""

from __future__ import annotations

from typing import Annotated

import typer

Config = Annotated[
    str | None,
    typer.Option(
        "--config", metavar="FIL", help="Konfigurationen; annars närmaste avtalskoll.toml i mappen eller ovanför."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="ÅÅÅÅ-MM-DD", help="Granska enligt lagen som den gällde den dagen (förval i dag)."),
]
ChecklistName = Annotated[str | None, typer.Option("--checklist", metavar="NAMN", help="Checklistans namn eller mapp.")]
HomeCareOwner = Annotated[
    str | None,
    typer.Option(
        "--home-care",
        metavar="HUVUDMAN",
        help="Vem som ansvarar för hälso- och sjukvården i hemmet där avtalet inte säger det: region eller kommun.",
    ),
]
Region = Annotated[
    str | None, typer.Option("--region", metavar="NAMN", help="Regionen, om den inte framgår av texten.")
]
Municipality = Annotated[
    list[str] | None,
    typer.Option("--municipality", metavar="NAMN", help="Kommunen, om den inte framgår; kan anges flera gånger."),
]
ViewOf = Annotated[
    str | None,
    typer.Option(
        "--view",
        metavar="VY",
        help="Hur spårade ändringar läses: accepted (förval) som om alla vore godkända, original som om ingen vore "
        "gjord.",
    ),
]
Ocr = Annotated[
    bool | None,
    typer.Option(
        "--ocr/--no-ocr",
        help="Maskinläs inskannade sidor med programmet tesseract, om det är installerat.",
        show_default=False,
    ),
]
FailOnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="UTFALL",
        help="Sluta med kod 1 vid utfallet, till exempel conflict eller missing:N1; kan anges flera gånger.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="KRAV",
        help="Bara dessa krav: id (OV-01), grupp (OV) eller mönster (OV-*); flera får anges.",
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="KRAV", help="Inte dessa krav; skrivs som för --select.")
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="MÖNSTER", help="Filer och mappar att gå förbi, till exempel arkiv eller *.txt."),
]
Waivers = Annotated[
    str | None,
    typer.Option("--waivers", metavar="FIL", help="Filen med undantag (förval undantag.yaml vid konfigurationen)."),
]
NoWaivers = Annotated[
    bool | None, typer.Option("--no-waivers", help="Visa resultatet som det vore utan undantag.", show_default=False)
]
BaselineFile = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FIL", help="Jämför med ett tidigare resultat i JSON, från check eller audit."),
]
FailOnWorse = Annotated[
    bool | None,
    typer.Option(
        "--fail-on-worse/--no-fail-on-worse",
        help="Sluta med kod 1 bara om något är nytt eller försvagat mot --baseline; ange --fail-on också för båda.",
        show_default=False,
    ),
]
Strict = Annotated[
    bool | None,
    typer.Option(
        "--strict/--no-strict",
        help="Undantag som har gått ut, inte används eller vars klausul har ändrats är fel (kod 2).",
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FIL]",
        help="text (förval), json, sarif, junit, github eller markdown; flera får anges, högst ett utan fil.",
    ),
]
