import io
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_bytes
from avtalskoll.readers.docx.package import Package
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.text import text_pieces
from avtalskoll.readers.limits import Limits

from .word import (
    NAMESPACES,
    SWEDISH_STYLES,
    W,
    asides,
    deleted,
    docx,
    ins,
    p,
    r,
    read,
    shapes,
    style,
    tbl,
    tc,
    text_box,
    texts,
    tr,
)

LINK = '<w:hyperlink r:id="x" w:anchor="a">{}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def one(content: str, **kwargs: Any) -> str:
    [text] = texts(read(p(content), **kwargs))
    return text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("läkar") + r("resur") + r("ser", "<w:b/>"), "läkarresurser"),
        ("<w:r><w:t>läkar</w:t><w:softHyphen/><w:t>resurs</w:t></w:r>", "läkar\u00adresurs"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e\u2011post"),
        ("<w:r><w:t>rad 1</w:t><w:br/><w:t>rad 2</w:t><w:cr/><w:t>rad 3</w:t></w:r>", "rad 1\nrad 2\nrad 3"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        (r("Se ") + LINK.format(r("läkaravtalet")), "Se läkaravtalet"),
        ("<w:smartTag>" + r("i") + "</w:smartTag><w:fldSimple w:instr='DATE'>" + r(" dag") + "</w:fldSimple>", "i dag"),
        (r("a") + ins("b") + deleted("c") + r("d"), "abd"),
        (FIELD.format(code=" REF x ", result=r("punkt 3.2")), "punkt 3.2"),
        (FIELD.format(code="</w:instrText></w:r>" + FIELD.format(code="PAGE", result=r("7")) + "<w:r><w:instrText>",
                      result=r("ut")), "ut"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" Ja"), "☒ Ja"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
         '<w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + r(" Ja"), "☒ Ja"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("ifyllt") + "</w:sdtContent></w:sdt>", "ifyllt"),
        ("<w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>=1</m:t></m:r></m:oMath>", "a=1"),
        (r("10 %") + "<w:proofErr w:type='gramStart'/>" + r("\u00a0kap."), "10 %\u00a0kap."),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(content: str, expected: str) -> None:
    assert one(content) == expected


def test_tab_stops_are_no_text() -> None:
    assert texts(read(p("x", properties='<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'))) == ["x"]


def test_a_comment_inside_a_link_is_no_obstacle() -> None:
    inside = '<w:commentRangeStart w:id="0"/>' + r("avtalet") + '<w:commentRangeEnd w:id="0"/>'
    comment = f'<w:comments {NAMESPACES}><w:comment w:id="0">{p("Stämmer?")}</w:comment></w:comments>'
    body = p(r("Se ") + LINK.format(inside) + '<w:r><w:commentReference w:id="0"/></w:r>')
    document = read(body, parts={"word/comments.xml": comment})
    assert texts(document) == ["Se avtalet"]
    assert asides(document, "comment") == [("Stämmer?", 0)]


@pytest.mark.parametrize(
    "run",
    [r("hemligt", "<w:vanish/>"), r("hemligt", '<w:rStyle w:val="Dold"/>')],
)
def test_hidden_text_is_kept_apart(run: str) -> None:
    document = read(p(r("Synligt ") + run + r("slut")))
    assert texts(document) == ["Synligt slut"]
    assert asides(document, "hidden") == [("hemligt", 0)]
    assert document.warnings == ("Dokumentet har dold text på ett ställe; den är inte granskad.",)


def test_hidden_by_paragraph_style_unless_the_run_shows_itself() -> None:
    styles = SWEDISH_STYLES + style("Intern", "Intern", "<w:rPr><w:vanish/></w:rPr>")
    body = p(r("dolt") + r(" synligt", '<w:vanish w:val="0"/>'), "Intern")
    document = read(body, styles=styles)
    assert texts(document) == [" synligt"]
    assert asides(document, "hidden") == [("dolt", 0)]


def test_an_unfilled_placeholder_is_no_text() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = p(r("Från ") + control.format(r("Ange datum"))) + control.format(p("Klicka här"))
    document = read(body)
    assert texts(document) == ["Från "]
    assert asides(document, "placeholder") == [("Ange datum", 0), ("Klicka här", None)]


def test_bracketed_blanks_stay_in_the_text_and_are_noted() -> None:
    document = read(p("Gäller från [datum] enligt [1] och [XX]."))
    assert asides(document, "placeholder") == [("[datum]", 0), ("[XX]", 0)]
    assert "[datum]" in document.blocks[0].text


def test_a_text_box_stands_once_and_after_the_paragraph_that_anchors_it() -> None:
    body = p("Före.") + p(r("Värd") + text_box(p("I rutan.")) + r("en.")) + p("Efter.")
    document = read(body)
    assert texts(document) == ["Före.", "Värden.", "I rutan.", "Efter."]
    assert [block.origin for block in document.blocks] == [0, 1, 2, 4]


def test_a_text_box_does_not_part_a_list_from_its_lead_in() -> None:
    document = read(p(r("Regionen ska:") + text_box(p("Ruta."))) + p("a) utse läkare,"))
    assert (document.blocks[2].kind, document.blocks[2].lead_in) == ("item", 0)


def test_a_vml_box_without_alternative_is_read() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Gammal ruta.')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert texts(read(p(box))) == ["Gammal ruta."]


def test_a_table_inside_a_run_is_read() -> None:
    assert texts(read(p(f"<w:r><w:t>Värd</w:t>{tbl(tr('cell'))}</w:r>"))) == ["Värd", "cell"]


def test_other_prefixes_and_strict_namespaces_read_the_same() -> None:
    body = p("Rubrik", "Rubrik1") + p(r("Text ") + ins("in"))
    usual = read(body)
    prefixed = f'<ns0:document xmlns:ns0="{W}"><ns0:body>{body.replace("w:", "ns0:")}</ns0:body></ns0:document>'
    strict = (
        f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{body}</w:body></w:document>'
    )
    for document in (prefixed, strict):
        assert shapes(read("", document=document)) == shapes(usual)


def pieces_agree(data: bytes) -> int:
    """Every block of the body leads back to its runs, in python-docx's tree too; the number of blocks tried."""
    document = read_bytes(data, "avtal.docx")
    package = Package(data, Limits())
    styles = Styles(package.root(package.related(package.main, "styles")[0]))
    paragraphs = list(python_docx.Document(io.BytesIO(data)).element.body.iter(f"{{{W}}}p"))
    tried = 0
    for block in document.blocks:
        if block.part == package.main and block.origin is not None:
            pieces = text_pieces(paragraphs[block.origin], styles)
            assert "".join(piece.text for piece in pieces) == block.text
            tried += 1
    return tried


def test_offsets_lead_back_to_runs() -> None:
    body = (
        p(r("Regionen ") + ins("ska ") + deleted("bör ") + LINK.format(r("avsätta")) + r(" dolt", "<w:vanish/>"))
        + p(r("Delat") + deleted(" bort"), mark="<w:del w:id='1'/>")
        + p(r(" stycke."))
        + p(r("Värd") + text_box(p("Ruta")))
        + tbl(tr("a", tc(p("b") + tbl(tr("c")))))
        + "<w:sdt><w:sdtPr/><w:sdtContent>"
        + p("I kontroll")
        + "</w:sdtContent></w:sdt>"
    )
    assert pieces_agree(docx(body)) == 8


SAMPLES = sorted((Path(__file__).resolve().parents[2] / "sample_agreements").rglob("*.docx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_offsets_lead_back_to_runs_in_the_sample_agreements(path: Path) -> None:
    assert pieces_agree(path.read_bytes()) > 10


def test_a_piece_names_its_run_and_source() -> None:
    data = docx(p(r("läkar") + "<w:r><w:t>re</w:t><w:softHyphen/><w:t>surs</w:t></w:r>"))
    package = Package(data, Limits())
    root = package.root(package.main)
    paragraph = next(root.iter(f"{{{W}}}p"))
    pieces = text_pieces(paragraph, Styles())
    assert [piece.text for piece in pieces] == ["läkar", "re", "\u00ad", "surs"]
    assert all(piece.source.getparent() is piece.run for piece in pieces)
    assert pieces[1].run is pieces[3].run


def test_no_text_is_an_error_and_never_an_empty_document() -> None:
    with pytest.raises(UnreadableError, match="innehåller ingen läsbar text"):
        read(p() + p("   "))
