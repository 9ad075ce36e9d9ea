from .word import (
    NAMESPACES,
    TRACKED,
    abstract,
    asides,
    deleted,
    ins,
    level,
    num,
    p,
    r,
    read,
    shapes,
    tbl,
    tc,
    texts,
    tr,
    use,
)

MARK_DELETED = f"<w:del {TRACKED}/>"
MARK_MOVED = f"<w:moveFrom {TRACKED}/>"


def test_accepted_view_with_every_change_noted() -> None:
    document = read(p(r("Regionen ") + deleted("bör ") + ins("ska ") + r("utse läkare.")))
    assert texts(document) == ["Regionen ska utse läkare."]
    assert asides(document, "deletion") == [("bör ", 0)]
    assert asides(document, "insertion") == [("ska ", 0)]
    assert document.warnings == (
        "Dokumentet har två spårade ändringar som väntar på beslut; det är läst som om alla vore godkända.",
    )


def test_moved_text_stands_once_where_it_was_moved_to() -> None:
    body = (
        p(f"<w:moveFrom {TRACKED}>{r('Klausulen.')}</w:moveFrom>", mark=MARK_MOVED)
        + p("Mellan.")
        + p(f"<w:moveTo {TRACKED}>{r('Klausulen.')}</w:moveTo>")
    )
    document = read(body)
    assert texts(document) == ["Mellan.", "Klausulen."]
    assert asides(document, "move") == [("Klausulen.", 1)]
    assert asides(document, "deletion") == []


def test_text_inserted_and_then_deleted_is_gone() -> None:
    document = read(p(r("a") + ins(deleted("b")) + r("c")))
    assert texts(document) == ["ac"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("Första ", mark=MARK_DELETED) + p("andra.") + p("Tredje.")
    document = read(body)
    assert texts(document) == ["Första andra.", "Tredje."]
    assert [block.origin for block in document.blocks] == [0, 2]


def test_several_deleted_marks_join_as_many() -> None:
    body = p("a", mark=MARK_DELETED) + p("b", mark=MARK_DELETED) + p("c")
    assert texts(read(body)) == ["abc"]


def test_a_wholly_deleted_paragraph_leaves_the_next_as_it_was() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2")) + use(1, 0)
    body = (
        p("En sak ska göras.", properties=num(1, 0))
        + p(deleted("Borttaget."), properties=num(1, 0), mark=MARK_DELETED)
        + p("En annan ska göras.", properties=num(1, 0))
    )
    document = read(body, numbering=numbering)
    assert shapes(document) == [("paragraph", "1.", "En sak ska göras."), ("paragraph", "2.", "En annan ska göras.")]
    assert document.blocks[1].origin == 2
    assert asides(document, "deletion") == [("Borttaget.", 1)]


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    document = read(p("Före.", mark=MARK_DELETED) + tbl(tr("cell")) + p("Efter."))
    assert texts(document) == ["Före.", "cell", "Efter."]


def test_an_inserted_mark_splits() -> None:
    assert texts(read(p("Första.", mark=f"<w:ins {TRACKED}/>") + p("Andra."))) == ["Första.", "Andra."]


def test_deleted_rows_and_cells_are_gone() -> None:
    body = tbl(
        tr("a", "b"),
        tr(tc(p(deleted("borta"))), tc(p("också borta")), properties=f"<w:del {TRACKED}/>"),
        tr("c", tc("cell borta", f"<w:cellDel {TRACKED}/>")),
    )
    document = read(body)
    assert texts(document) == ["a", "b", "c"]
    assert [text for text, _ in asides(document, "deletion")] == ["borta", "också borta"]
    assert [block.row for block in document.blocks] == [0, 0, 1]


def test_a_deleted_footnote_mark_brings_no_note() -> None:
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("Noten.")}</w:footnote></w:footnotes>'
    mark = f'<w:del {TRACKED}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    assert texts(read(p(r("Text.") + mark), parts={"word/footnotes.xml": notes})) == ["Text."]


def test_former_formatting_is_not_read() -> None:
    change = f'<w:pPrChange {TRACKED}><w:pPr><w:pStyle w:val="Rubrik1"/>{num(1)}</w:pPr></w:pPrChange>'
    numbering = abstract(0, level(0, "%1.")) + use(1, 0)
    assert shapes(read(p("Text.", properties=change), numbering=numbering)) == [("paragraph", "", "Text.")]
