"""The view in which no tracked change is made: what was deleted is there, what was inserted is not."""

from __future__ import annotations

from lxml import etree

from avtalskoll.agreement import Document
from avtalskoll.readers import ReadingOptions, read_bytes, read_document
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.text import text_pieces
from avtalskoll.readers.docx.views import ChangesRead
from tests.conftest import ROOT

from . import opendocument as od
from .word import (
    NAMESPACES,
    TRACKED,
    abstract,
    asides,
    deleted,
    docx,
    ins,
    level,
    num,
    p,
    r,
    shapes,
    tbl,
    tc,
    texts,
    tr,
    use,
)

MARK_INSERTED = f"<w:ins {TRACKED}/>"
MARK_MOVED_HERE = f"<w:moveTo {TRACKED}/>"
ORIGINAL = ReadingOptions(view="original")
DRAFT = "05_utkast_sparade_andringar"


def original(body: str, numbering: str = "", parts: dict[str, str | bytes] | None = None) -> Document:
    return read_bytes(docx(body, numbering=numbering, parts=parts), "avtal.docx", ORIGINAL)


def test_deleted_text_is_there_and_inserted_text_is_not() -> None:
    document = original(p(r("Regionen ") + deleted("bör ") + ins("ska ") + r("utse läkare.")))
    assert texts(document) == ["Regionen bör utse läkare."]
    assert asides(document, "deletion") == [("bör ", 0)]
    assert asides(document, "insertion") == [("ska ", 0)]
    assert document.warnings == (
        "Dokumentet har två spårade ändringar som väntar på beslut; det är läst som om ingen vore gjord.",
    )


def test_text_inserted_and_then_deleted_was_never_there() -> None:
    assert texts(original(p(r("a") + ins(deleted("b")) + r("c")))) == ["ac"]


def test_moved_text_stands_where_it_was() -> None:
    body = (
        p(f"<w:moveFrom {TRACKED}>{r('Klausulen.')}</w:moveFrom>", mark=f"<w:moveFrom {TRACKED}/>")
        + p("Mellan.")
        + p(f"<w:moveTo {TRACKED}>{r('Klausulen.')}</w:moveTo>", mark=MARK_MOVED_HERE)
        + p("Sist.")
    )
    document = original(body)
    assert texts(document) == ["Klausulen.", "Mellan.", "Sist."]
    assert asides(document, "move") == [("Klausulen.", 0)]


def test_an_inserted_paragraph_mark_joins_and_a_deleted_one_parts() -> None:
    assert texts(original(p("Första ", mark=MARK_INSERTED) + p("andra."))) == ["Första andra."]
    assert texts(original(p("Första.", mark=f"<w:del {TRACKED}/>") + p("Andra."))) == ["Första.", "Andra."]


def test_an_inserted_clause_takes_no_number() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2")) + use(1, 0)
    body = (
        p("Ett.", properties=num(1, 0))
        + p(ins("Nytt."), properties=num(1, 0), mark=MARK_INSERTED)
        + p("Två.", properties=num(1, 0))
    )
    document = original(body, numbering)
    assert shapes(document) == [("paragraph", "1.", "Ett."), ("paragraph", "2.", "Två.")]
    assert [block.origin for block in document.blocks] == [0, 2]


def test_deleted_rows_and_cells_stand_and_inserted_ones_do_not() -> None:
    body = tbl(
        tr("a", "b"),
        tr("borttagen", "rad", properties=f"<w:del {TRACKED}/>"),
        tr("ny", "rad", properties=f"<w:ins {TRACKED}/>"),
        tr("c", tc("ny cell", f"<w:cellIns {TRACKED}/>"), tc("gammal cell", f"<w:cellDel {TRACKED}/>")),
    )
    document = original(body)
    assert texts(document) == ["a", "b", "borttagen", "rad", "c", "gammal cell"]
    assert [text for text, _ in asides(document, "insertion")] == ["ny", "rad"]
    accepted = read_bytes(docx(body), "avtal.docx")
    assert texts(accepted) == ["a", "b", "ny", "rad", "c", "ny cell"]
    assert [text for text, _ in asides(accepted, "insertion")] == ["ny", "rad"]


def test_former_style_numbering_and_hidden_text_hold() -> None:
    numbering = abstract(0, level(0, "%1.")) + use(1, 0)
    former = f'<w:pPrChange {TRACKED}><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange>'
    assert shapes(original(p("Tider", properties=num(1) + former), numbering)) == [("heading", "", "Tider")]
    new_number = num(1).replace("</w:numPr>", f"<w:ins {TRACKED}/></w:numPr>")
    assert shapes(original(p("Text.", properties=new_number), numbering)) == [("paragraph", "", "Text.")]
    was_shown = f"<w:vanish/><w:rPrChange {TRACKED}><w:rPr/></w:rPrChange>"
    assert texts(original(p(r("Synlig ") + r("förut.", was_shown)))) == ["Synlig förut."]
    was_hidden = f"<w:rPrChange {TRACKED}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert texts(original(p(r("Synlig.") + r("Dold förut.", was_hidden)))) == ["Synlig."]


def test_a_deleted_footnote_mark_brings_its_note_back() -> None:
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("Noten.")}</w:footnote></w:footnotes>'
    mark = f'<w:del {TRACKED}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    assert texts(original(p(r("Text.") + mark), parts={"word/footnotes.xml": notes})) == ["Text.", "Noten."]


def test_offsets_lead_back_to_the_runs_in_the_original_view() -> None:
    body = p(r("Första ") + deleted("gamla ") + ins("nya "), mark=MARK_INSERTED) + p("orden.")
    root = etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")
    pieces = text_pieces(root[0], Styles(changes=ChangesRead.of("original")))
    assert [piece.text for piece in pieces] == ["Första ", "gamla ", "orden."]
    assert [piece.run.getparent() is root[1] for piece in pieces] == [False, False, True]
    assert texts(original(body)) == ["Första gamla orden."]


def region(name: str, kind: str, content: str = "") -> str:
    return (
        f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info/>{content}</text:{kind}>'
        "</text:changed-region>"
    )


def od_original(regions: str, body: str) -> Document:
    changes = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    return read_bytes(od.odt(changes + body), "avtal.odt", ORIGINAL)


def point(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def inserted(name: str, text: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>{text}<text:change-end text:change-id="{name}"/>'


def test_opendocument_deleted_text_is_put_back() -> None:
    regions = region("d", "deletion", od.p("bör ")) + region("i", "insertion")
    document = od_original(regions, od.p(f"Regionen {point('d')}{inserted('i', 'ska ')}utse läkare."))
    assert texts(document) == ["Regionen bör utse läkare."]
    assert [(aside.kind, aside.text) for aside in document.asides] == [("deletion", "bör "), ("insertion", "ska ")]
    assert "som om ingen vore gjord" in document.warnings[0]


def test_opendocument_deleted_paragraphs_part_again() -> None:
    regions = region("d", "deletion", od.p("ett.") + od.p("Två.") + od.p("Tre "))
    document = od_original(regions, od.p(f"Nummer {point('d')}fyra."))
    assert texts(document) == ["Nummer ett.", "Två.", "Tre fyra."]


def test_opendocument_deleted_items_have_their_numbers_again() -> None:
    gone = od.items(od.p("en läkare och"), od.p(""))
    body = od.p("Regionen ska ha:") + od.items(od.p(f"{point('d')}en jour."))
    assert [(block.number, block.text) for block in od_original(region("d", "deletion", gone), body).blocks] == [
        ("", "Regionen ska ha:"),
        ("a)", "en läkare och"),
        ("b)", "en jour."),
    ]


def test_opendocument_inserted_paragraphs_are_gone_and_what_they_parted_is_one() -> None:
    body = (
        od.p('Första <text:change-start text:change-id="i"/>nya.')
        + od.p("Helt ny.")
        + od.p('Nytt <text:change-end text:change-id="i"/>slut.')
    )
    assert texts(od_original(region("i", "insertion"), body)) == ["Första slut."]


def test_opendocument_inserted_item_takes_no_number() -> None:
    body = od.p("Regionen ska ha:") + od.items(od.p("en jour"), od.p(inserted("i", "en bil")), od.p("en läkare."))
    document = od_original(region("i", "insertion"), body)
    assert [block.number for block in document.blocks] == ["", "a)", "b)"]


def test_the_draft_among_the_samples_reads_alike_in_both_formats() -> None:
    word = read_document(ROOT / "sample_agreements" / f"{DRAFT}.docx", ORIGINAL)
    opendocument = read_document(ROOT / "tests" / "readers" / "odt" / f"{DRAFT}.odt", ORIGINAL)
    assert [(b.kind, b.number, b.text) for b in word.blocks] == [
        (b.kind, b.number, b.text) for b in opendocument.blocks
    ]
    assert any("behöver inte delta" in block.text for block in word.blocks)
    assert not any("1 100 kronor per timme" in block.text for block in word.blocks)
