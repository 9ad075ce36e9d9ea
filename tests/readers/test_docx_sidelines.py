import pytest

from avtalskoll.errors import UnreadableError

from .word import NAMESPACES, R, asides, p, r, read, tbl, tc, texts, tr

NOTE = '<w:r><w:{}Reference w:id="{}"/></w:r>'


def notes(kind: str, *contents: str) -> dict[str, str | bytes]:
    separator = f'<w:{kind} w:type="separator" w:id="-1">{p("---")}</w:{kind}>'
    inside = "".join(f'<w:{kind} w:id="{place}">{content}</w:{kind}>' for place, content in enumerate(contents, 1))
    return {f"word/{kind}s.xml": f"<w:{kind}s {NAMESPACES}>{separator}{inside}</w:{kind}s>"}


def test_notes_stand_after_the_block_that_bears_their_mark() -> None:
    body = p(r("Ett.") + NOTE.format("footnote", 2)) + p(r("Två.") + NOTE.format("footnote", 1)) + p("Tre.")
    document = read(body, parts=notes("footnote", p("Andra noten."), p("Första noten.")))
    assert [(b.kind, b.number, b.text, b.parent) for b in document.blocks] == [
        ("paragraph", "", "Ett.", None),
        ("note", "1", "Första noten.", 0),
        ("paragraph", "", "Två.", None),
        ("note", "2", "Andra noten.", 2),
        ("paragraph", "", "Tre.", None),
    ]
    assert (document.blocks[1].part, document.blocks[1].origin) == ("word/footnotes.xml", 2)


def test_endnotes_have_roman_numbers() -> None:
    document = read(p(r("Ett.") + NOTE.format("endnote", 1)), parts=notes("endnote", p("Noten.")))
    assert (document.blocks[1].kind, document.blocks[1].number) == ("note", "i")


def test_a_note_in_a_cell_and_a_note_of_two_paragraphs() -> None:
    body = tbl(tr("a", tc(p(r("Tid") + NOTE.format("footnote", 1)))), tr("b", "c"))
    document = read(body, parts=notes("footnote", p("Rad ett.") + p("Rad två.")))
    assert [(b.kind, b.number, b.text) for b in document.blocks[1:4]] == [
        ("cell", "", "Tid"),
        ("note", "1", "Rad ett."),
        ("note", "", "Rad två."),
    ]
    assert [b.parent for b in document.blocks[2:4]] == [1, 1]


def test_hidden_text_in_a_note_is_kept_apart() -> None:
    document = read(
        p(r("Ett.") + NOTE.format("footnote", 1)), parts=notes("footnote", p(r("Synligt.") + r("dolt", "<w:vanish/>")))
    )
    assert texts(document) == ["Ett.", "Synligt."]
    assert asides(document, "hidden") == [("dolt", 1)]


def test_comments_are_asides_with_their_place() -> None:
    comments = (
        f'<w:comments {NAMESPACES}><w:comment w:id="0">{p("Rad ett.")}{p("Rad två.")}</w:comment>'
        f'<w:comment w:id="9">{p("Ingenstans.")}</w:comment></w:comments>'
    )
    body = p("Ett.") + p('<w:commentRangeStart w:id="0"/>' + r("Två.") + '<w:commentRangeEnd w:id="0"/>')
    document = read(body, parts={"word/comments.xml": comments})
    assert asides(document, "comment") == [("Rad ett.\nRad två.", 1), ("Ingenstans.", None)]
    assert "två kommentarer" in document.warnings[0]


def test_heads_feet_and_watermarks_are_asides() -> None:
    watermark = p('<w:r><w:pict><v:shape><v:textpath string="ARBETSMATERIAL"/></v:shape></w:pict></w:r>')
    header = f"<w:hdr {NAMESPACES}>{p('UTKAST 2026-10-01')}{watermark}</w:hdr>"
    footer = f"<w:ftr {NAMESPACES}>{p('Sida 1 av 2')}{p('2')}</w:ftr>"
    document = read(p("Text."), parts={"word/header1.xml": header, "word/footer1.xml": footer})
    assert asides(document, "header") == [("UTKAST 2026-10-01", None), ("ARBETSMATERIAL", None), ("Sida 1 av 2", None)]
    assert texts(document) == ["Text."]


def test_an_embedded_document_is_unread() -> None:
    document = read(p("Text.") + '<w:altChunk r:id="x"/>')
    assert document.unread == ("inbäddat dokument (altChunk)",)
    with pytest.raises(UnreadableError, match="består av inbäddade dokument"):
        read('<w:altChunk r:id="x"/>')


def test_embedded_files_are_unread_and_formulas_are_not() -> None:
    embedded = '<w:r><w:object><o:OLEObject ProgID="{}"/></w:object></w:r>'
    body = p(r("Text.") + embedded.format("Word.Document.12") + embedded.format("Equation.3"))
    assert read(body + p(embedded.format("Word.Document.12"))).unread == ("inbäddat Word-dokument (2 st.)",)


def test_a_picture_as_large_as_a_page_is_unread_but_a_cover_is_not() -> None:
    picture = p(
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{15 * 360_000}" cy="{20 * 360_000}"/></wp:inline></w:drawing></w:r>'
    )
    body = "".join(p(f"Stycke {number}.") for number in range(5))
    assert read(picture + body).unread == ()
    assert read(body + picture).unread == ("sida som är en bild",)
    behind = picture.replace("<wp:inline>", '<wp:anchor behindDoc="1">').replace("</wp:inline>", "</wp:anchor>")
    small = picture.replace(str(15 * 360_000), str(5 * 360_000))
    assert read(body + behind + small).unread == ()


def test_macros_are_told_of() -> None:
    document = read(p("Text."), parts={"word/vbaProject.bin": b"x"})
    assert document.warnings == ("Dokumentet har makron; de körs aldrig.",)


def test_an_external_template_and_picture_are_left_alone() -> None:
    outside = f'<Relationship Id="o1" Type="{R}/attachedTemplate" Target="http://x.invalid/" TargetMode="External"/>'
    outside += f'<Relationship Id="o2" Type="{R}/comments" Target="file:///etc/passwd" TargetMode="External"/>'
    assert texts(read(p("Text."), relationships=outside)) == ["Text."]


def test_a_note_whose_text_the_file_lacks_is_unread_and_not_just_gone() -> None:
    document = read(p(r("Ett.") + NOTE.format("footnote", 1)))
    assert document.unread == ("not vars text saknas i filen",)
