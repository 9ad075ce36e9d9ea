from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from avtalskoll.agreement import Document
from avtalskoll.api import audit
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes, read_document
from avtalskoll.readers.libreoffice import LibreOffice
from tests.conftest import ROOT
from tools.audit_samples import samples

from .opendocument import OUTLINE, h, items, odt, p, read

AS_OF = date(2026, 11, 22)
FIXTURES = sorted((Path(__file__).parent / "odt").glob("*.odt"))


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.number, block.text) for block in document.blocks]


def asides(document: Document) -> list[tuple[str, str, int | None]]:
    return [(aside.kind, aside.text, aside.block) for aside in document.asides]


def test_headings_numbered_by_the_outline() -> None:
    document = read(h("Syfte") + h("Mål", 2) + p("Text.") + h("Parter") + h("Utan", 1, 'text:is-list-header="true"'),
                    OUTLINE)  # fmt: skip
    assert [(b.kind, b.number, b.level, b.section) for b in document.blocks] == [
        ("heading", "1", 1, "1"),
        ("heading", "1.1", 2, "1.1"),
        ("paragraph", "", 0, "1.1"),
        ("heading", "2", 1, "2"),
        ("heading", "", 1, "Utan"),
    ]


def test_clauses_numbered_by_a_list() -> None:
    inner = items(p("Regionen ansvarar."), p("Kommunen ansvarar.") + p("Fortsättning."), style="")
    document = read(items(h("Ansvar") + inner, h("Tid"), style="Clauses"))
    assert shown(document) == [
        ("heading", "1.", "Ansvar"),
        ("paragraph", "1.1", "Regionen ansvarar."),
        ("paragraph", "1.2", "Kommunen ansvarar."),
        ("paragraph", "", "Fortsättning."),
        ("heading", "2.", "Tid"),
    ]


def test_items_have_lead_in_depth_and_parent() -> None:
    nested = items(p("dag"), p("natt"), style="")
    document = read(p("Regionen ska:") + items(p("planera"), p("svara") + nested, p("följa upp")))
    assert [(b.number, b.level, b.lead_in, b.parent) for b in document.blocks[1:]] == [
        ("a)", 0, 0, None),
        ("b)", 0, 0, None),
        ("", 1, 0, 2),
        ("", 1, 0, 2),
        ("c)", 0, 0, None),
    ]


def test_lists_that_go_on_and_lists_that_begin_again() -> None:
    begun = items(p("ett"), p("två"), more='xml:id="L1"')
    document = read(
        begun + p("Emellan.") + items(p("tre"), more='text:continue-list="L1"') + p("Ny:") + items(p("ett"))
        + "<text:list text:style-name='Letters'><text:list-item text:start-value='5'><text:p>fem</text:p>"
        "</text:list-item></text:list>"
    )  # fmt: skip
    assert [block.number for block in document.blocks] == ["a)", "b)", "", "c)", "", "a)", "e)"]


def test_white_space_counts_as_in_opendocument() -> None:
    document = read(p("  Läkare\n   ska<text:s text:c='2'/>finnas<text:tab/>alltid <text:span> här</text:span>"
                      "<text:line-break/>och<text:soft-page-break/> där"))  # fmt: skip
    assert document.blocks[0].text == "Läkare ska  finnas\talltid här\noch där"


def test_tracked_changes_are_accepted_and_told_of() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/>'
        '<text:p>inte </text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion>'
        "<office:change-info/></text:insertion></text:changed-region></text:tracked-changes>"
    )
    text = (
        'Regionen ska <text:change text:change-id="c1"/>avsätta <text:change-start text:change-id="c2"/>två'
        '<text:change-end text:change-id="c2"/> timmar.'
    )
    document = read(changes + p(text))
    assert document.blocks[0].text == "Regionen ska avsätta två timmar."
    assert asides(document) == [("deletion", "inte ", 0), ("insertion", "två", 0)]
    assert "två spårade ändringar" in document.warnings[0]


def test_hidden_text_comments_and_placeholders_stand_apart() -> None:
    comment = "<office:annotation><dc:creator>A</dc:creator><text:p>Stämmer det?</text:p></office:annotation>"
    document = read(
        p(f"Läkare{comment} finns.<text:span text:style-name='Hidden'> Hemligt.</text:span>")
        + p("Från <text:placeholder text:placeholder-type='text'>&lt;datum&gt;</text:placeholder>.")
        + "<text:section text:display='none'><text:p>Dolt avsnitt.</text:p></text:section>"
    )
    assert [block.text for block in document.blocks] == ["Läkare finns.", "Från ."]
    assert asides(document) == [
        ("comment", "Stämmer det?", 0),
        ("hidden", " Hemligt.", 0),
        ("placeholder", "<datum>", 1),
        ("hidden", "Dolt avsnitt.", None),
    ]


def test_notes_stand_after_the_block_with_their_mark() -> None:
    note = (
        "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Dock inte jourtid.</text:p></text:note-body></text:note>"
    )
    document = read(p(f"Läkare finns{note} alla dagar.") + p("Nästa."))
    assert shown(document) == [
        ("paragraph", "", "Läkare finns alla dagar."),
        ("note", "1", "Dock inte jourtid."),
        ("paragraph", "", "Nästa."),
    ]
    assert document.blocks[1].parent == 0


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    frame = "<draw:frame><draw:text-box><text:p>I rutan.</text:p></draw:text-box></draw:frame>"
    shape = "<draw:g><draw:custom-shape><text:p>I formen.</text:p></draw:custom-shape></draw:g>"
    document = read(p(f"Före.{frame}") + shape + p("Efter."))
    assert [block.text for block in document.blocks] == ["Före.", "I rutan.", "I formen.", "Efter."]


def test_tables_have_heads_and_spans() -> None:
    def row(*cells: str, more: str = "") -> str:
        return (
            "<table:table-row>"
            + "".join(f"<table:table-cell {more}>{p(c)}</table:table-cell>" for c in cells)
            + ("</table:table-row>")
        )

    table = (
        "<table:table><table:table-column table:number-columns-repeated='2'/><table:table-header-rows>"
        + row("Boende", "Läkartid")
        + "</table:table-header-rows>"
        + row("Solgården", "2 timmar")
        + "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Båda.</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    )
    document = read(table)
    cell = next(block for block in document.blocks if block.text == "2 timmar")
    assert (cell.row_heads, cell.column_heads, cell.row, cell.column) == (("Solgården",), ("Läkartid",), 1, 1)
    assert [block.text for block in document.blocks] == ["Boende", "Läkartid", "Solgården", "2 timmar", "Båda."]


def test_contents_are_told_from_the_text() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>"
        "<text:p>Innehåll</text:p></text:index-title><text:p>1 Syfte<text:tab/>2</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    assert [block.kind for block in read(body + h("Syfte") + p("Text.")).blocks] == [
        "toc", "toc", "heading", "paragraph",
    ]  # fmt: skip


def test_bold_lines_are_headings() -> None:
    document = read(p("Uppföljning", "BoldP") + p("Avtalet följs upp varje år av parterna tillsammans."))
    assert document.blocks[0].kind == "heading"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt(p("x"), **{"content.xml": "<trasig"}), "är skadad"),
        (odt(p("x"), **{"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "är skadad"),
        (odt(p("x"), **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "lösenordsskyddad"),
        (odt(p("x"), **{"content.xml": " " * (2 * 2**20) + "<a/>"}), "för stor"),
        (odt("<text:p/>"), "ingen läsbar text"),
    ],
)
def test_refusals(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_bytes(data, "avtal.odt")


def test_numbers_in_a_file_cost_no_memory() -> None:
    many = "2000000000"
    document = read(
        p(f"a<text:s text:c='{many}'/>b")
        + f"<table:table><table:table-row><table:table-cell table:number-columns-spanned='{many}' "
        f"table:number-columns-repeated='{many}'><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
        + items(p("d"), more=f"text:start-value='{many}'")
    )
    assert len(document.blocks) == 3
    assert len(document.blocks[0].text) < 1000
    with pytest.raises(UnreadableError, match="för stor"):
        read_bytes(odt(p("x") * 11), "avtal.odt", ReadingOptions(limits=Limits(paragraphs=10)))


@pytest.mark.parametrize("path", FIXTURES, ids=[path.stem for path in FIXTURES])
def test_kept_samples_read_as_their_word_originals(path: Path) -> None:
    original = read_document(ROOT / "sample_agreements" / f"{path.stem}.docx")
    kept = read_document(path)
    assert [block.model_dump(exclude={"part", "origin"}) for block in kept.blocks] == [
        block.model_dump(exclude={"part", "origin"}) for block in original.blocks
    ]
    assert kept.format == "odt"


@pytest.mark.skipif(LibreOffice.find() is None, reason="LibreOffice is not installed: no .odt can be made")
def test_samples_as_odt_give_the_same_verdicts(tmp_path: Path, checklist: Checklist) -> None:
    program = LibreOffice.find()
    assert program is not None
    files = [path for paths in samples().values() for path in paths]
    profile = (tmp_path / "profile").as_uri()
    command = [program.path, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "odt"]
    command += ["--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(command, check=True, timeout=300, capture_output=True)
    for name, originals in samples().items():
        made = [tmp_path / f"{path.stem}.odt" for path in originals]
        expected, found = (
            {r.id: r.verdict for r in audit(paths, as_of=AS_OF, checklist=checklist).results}
            for paths in (originals, made)
        )
        assert found == expected, name
