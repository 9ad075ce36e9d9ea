"""Blanks to fill in and hidden text: what is told of, and what is not taken for either."""

from __future__ import annotations

import pytest

from avtalskoll.agreement import Block
from avtalskoll.readers.asides import bracket_placeholders

from . import opendocument as od
from .word import asides, p, r, read, style, tbl, tc, text_box, texts, tr

WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("Avtalet gäller från [datum] till [ÅÅÅÅ-MM-DD].", ["[datum]", "[ÅÅÅÅ-MM-DD]"]),
        ("Regionen avsätter XX timmar per vecka.", ["XX"]),
        ("Avtalet gäller från 20XX-XX-XX.", ["20XX-XX-XX"]),
        ("Avtalet gäller från åååå-mm-dd.", ["åååå-mm-dd"]),
        ("Avtalet gäller från den ____ 2026.", ["____"]),
        ("Läkaren inställer sig inom ... minuter.", ["..."]),
        ("Läkaren inställer sig inom ………… minuter.", ["…………"]),
        ("Läkartiden är .......... timmar.", [".........."]),
    ],
)
def test_blanks_are_found(text: str, blanks: list[str]) -> None:
    block = Block(ordinal=3, kind="paragraph", text=text)
    assert [(aside.kind, aside.text, aside.block) for aside in bracket_placeholders([block])] == [
        ("placeholder", blank, 3) for blank in blanks
    ]


@pytest.mark.parametrize(
    "text",
    [
        "________________________",
        "Underskrift: ____________________",
        "Ort och datum ________________ Namnförtydligande ________________",
        "Se not [1] och [länken](bilaga.docx).",
        "Lagen säger ”läkare som … ska tillhandahållas”.",
        "[x] Regionen",
        "Region X och kommun Y, kapitel XXI, maxxad.",
    ],
)
def test_what_is_no_blank(text: str) -> None:
    assert bracket_placeholders([Block(ordinal=0, kind="paragraph", text=text)]) == []


def test_leaders_of_a_table_of_contents_are_no_blanks() -> None:
    assert bracket_placeholders([Block(ordinal=0, kind="toc", text="Omfattning ........... 4")]) == []


def test_a_content_control_that_nobody_filled_in() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{r('Klicka här för att ange datum.')}</w:sdtContent></w:sdt>"
    )
    document = read(p(r("Avtalet gäller från ") + control + r(".")))
    assert texts(document) == ["Avtalet gäller från ."]
    assert asides(document, "placeholder") == [("Klicka här för att ange datum.", 0)]


def test_white_and_tiny_text_is_hidden() -> None:
    tiny = '<w:sz w:val="2"/>'
    document = read(p(r("Synlig.") + r("Vit.", WHITE) + r("Liten.", tiny)))
    assert texts(document) == ["Synlig."]
    assert asides(document, "hidden") == [("Vit.Liten.", 0)]


def test_text_hidden_by_its_styles_is_hidden() -> None:
    styles = style("Vit", "Vit", f"<w:rPr>{WHITE}</w:rPr>") + style("Dolt", "Dolt", "<w:rPr><w:vanish/></w:rPr>")
    document = read(p("Synlig.") + p("Vit.", style="Vit") + p("Dold.", style="Dolt"), styles=styles)
    assert texts(document) == ["Synlig."]
    assert [text for text, _ in asides(document, "hidden")] == ["Vit.", "Dold."]


@pytest.mark.parametrize(
    "body",
    [
        p(r("Vit på svart.", WHITE + '<w:shd w:val="clear" w:fill="000000"/>')),
        p(r("Vit på grönt.", WHITE + '<w:highlight w:val="green"/>')),
        p(r("Vit i band.", WHITE), properties='<w:shd w:val="clear" w:fill="003366"/>'),
        tbl(tr(tc(p(r("Vit i tabell.", WHITE))))),
        p(text_box(p(r("Vit i ruta.", WHITE)))),
    ],
)
def test_white_text_on_something_dark_is_read(body: str) -> None:
    assert texts(read(body))[0].startswith("Vit")


def test_opendocument_hides_white_and_tiny_text_alike() -> None:
    def span(name: str, properties: str) -> str:
        return (
            f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'
        )

    styles = (
        span("White", 'fo:color="#ffffff"')
        + span("OnDark", 'fo:color="#ffffff" fo:background-color="#000000"')
        + span("Tiny", 'fo:font-size="1pt"')
    )
    spans = "".join(f'<text:span text:style-name="{name}">{name} </text:span>' for name in ("White", "OnDark", "Tiny"))
    document = od.read(od.p(f"Synlig. {spans}"), styles)
    assert [block.text.strip() for block in document.blocks] == ["Synlig. OnDark"]
    assert [aside.text for aside in document.asides if aside.kind == "hidden"] == ["White ", "Tiny "]
