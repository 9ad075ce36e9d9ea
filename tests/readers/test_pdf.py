"""PDF: what a person sees on the pages is what is read."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.agreement import Agreement, Block
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes, read_document
from avtalskoll.readers.pdf.hyphens import joined
from avtalskoll.readers.pdf.running import Row, masked, running_rows
from avtalskoll.readers.pdf.told import picture_phrase
from tests.conftest import AS_OF, ROOT
from tools.audit_samples import SAMPLES, samples

from .accepted import accept_changes
from .paper import At, paragraph, pdf, picture, rule
from .word import docx, p

DOCX = docx(p("Bilaga."))
KEPT = Path(__file__).parent / "pdf"
FOREIGN = sorted((ROOT.parent / "shared" / "robustness").glob("*.pdf"))
BODY = [
    "Regionen ska avsätta läkartid för patienter i kommunens särskilda boenden och i hälso-",
    "och sjukvården i hemmet. Läkaren ska besöka varje boende minst en gång i veckan läkar-",
    "medverkan ges också i ordinärt boende.",
]


def read(data: bytes, limits: Limits | None = None) -> tuple[Block, ...]:
    return read_bytes(data, "avtal.pdf", ReadingOptions(limits=limits or Limits())).blocks


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data)]


# --- paragraphs and lines


def test_lines_become_paragraphs_with_pages() -> None:
    first = paragraph(70, 100, BODY)
    second = paragraph(70, 170, ["Kommunen ska underrätta regionen."])
    blocks = read(pdf([*first, *second], paragraph(70, 100, ["Avtalet gäller tills vidare."])))
    assert [block.page for block in blocks] == [1, 1, 2]
    assert blocks[0].text == (
        "Regionen ska avsätta läkartid för patienter i kommunens särskilda boenden och i hälso- och sjukvården i "
        "hemmet. Läkaren ska besöka varje boende minst en gång i veckan läkarmedverkan ges också i ordinärt boende."
    )


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("särskilt boen-", "de för äldre", "särskilt boende för äldre"),
        ("inom hälso-", "och sjukvården", "inom hälso- och sjukvården"),
        ("vård-", "eller omsorgsboende", "vård- eller omsorgsboende"),
        ("per e-", "post", "per e-post"),
        ("en SIP-", "ansvarig", "en SIP-ansvarig"),
        ("org.nr 232100-", "9917", "org.nr 232100-9917"),
        ("Övre-", "Norrland", "Övre-Norrland"),
        ("läkar\u00ad", "tid", "läkartid"),
        ("genom till-", "lägg", "genom tillägg"),
        ("klockan 8–", "17", "klockan 8–17"),
        ("region/", "kommun", "region/kommun"),
        ("läkare –", "som är", "läkare – som är"),
        ("Regionen", "ska", "Regionen ska"),
    ],
)
def test_line_ends(above: str, below: str, text: str) -> None:
    assert joined([above, below]) == text


def test_a_hyphen_that_the_document_writes_stays() -> None:
    assert joined(["jul-nyår och jul-", "nyår"], frozenset({"jul-nyår"})) == "jul-nyår och jul-nyår"


@given(st.lists(st.text("abåö e-A1\u00ad/–.", max_size=12), max_size=6))
def test_joining_keeps_every_sign_but_hyphens(lines: list[str]) -> None:
    kept = [sign for sign in "".join(lines) if sign not in " -\u00ad\u2010"]
    text = joined(lines)
    found = [sign for sign in text if sign not in " -\u00ad\u2010"]
    assert len(kept) - len(lines) <= len(found) <= len(kept)
    assert text == text.strip()
    assert joined([text]) == text


# --- heads and feet


def _running_pages(count: int) -> list[list[At]]:
    return [
        [
            At(70, 40, "Avtal om läkarmedverkan", 9),
            *paragraph(70, 100, [f"Avsnitt {'abcdefgh'[number]} handlar om sådant som regionen ansvarar för."]),
            At(70, 810, f"Sida {number + 1} av {count}", 9),
        ]
        for number in range(count)
    ]


def test_running_heads_feet_and_page_numbers_are_kept_apart() -> None:
    document = read_bytes(pdf(*_running_pages(4)), "avtal.pdf")
    assert [block.text[:9] for block in document.blocks] == ["Avsnitt a", "Avsnitt b", "Avsnitt c", "Avsnitt d"]
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        ("header", "Avtal om läkarmedverkan"),
        ("header", "Sida 1 av 4"),
    ]


def test_a_sentence_on_one_page_is_no_running_head() -> None:
    pages = [paragraph(70, 40, [f"Parterna {verb} detta avtal."]) for verb in ("ingår", "ändrar", "följer")]
    assert len(read(pdf(*pages))) == 3


@given(
    st.lists(st.lists(st.tuples(st.text("ab 12", max_size=5), st.floats(0, 842)), max_size=9), max_size=6),
)
def test_running_rows_are_rows_of_their_pages(content: list[list[tuple[str, float]]]) -> None:
    pages = [([Row(*row) for row in sorted(rows, key=lambda row: row[1])], 842.0) for rows in content]
    found = running_rows(pages)
    assert len(found) == len(pages)
    for (rows, _), indexes in zip(pages, found, strict=True):
        assert all(0 <= index < len(rows) for index in indexes)
    assert found == running_rows(pages)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_figures_do_not_tell_running_heads_apart(one: int, other: int) -> None:
    assert masked(f"Sida {one} av 12") == masked(f"Sida {other}  av 12")


def test_a_page_said_twice_is_read_twice() -> None:
    assert len(read(pdf(paragraph(70, 100, BODY), paragraph(70, 100, BODY)))) == 2


# --- page breaks and columns


def test_a_paragraph_over_a_page_break_is_one() -> None:
    blocks = read(pdf(paragraph(70, 770, ["Regionen ska se till att läkaren i varje boende kan nås av"]),
                      paragraph(70, 80, ["sjuksköterskan inom 30 minuter."])))  # fmt: skip
    assert [block.text for block in blocks] == [
        "Regionen ska se till att läkaren i varje boende kan nås av sjuksköterskan inom 30 minuter."
    ]
    assert blocks[0].page == 1


LEFT = [
    "Regionen ska avsätta den läkartid som",
    "patienternas behov kräver. Läkaren ska",
    "besöka boendet en gång i veckan och ska",
    "däremellan kunna nås på telefon av den",
    "sjuksköterska som har ansvar för vården",
    "på boendet under dagen. Regionen ska",
]
RIGHT = [
    "också se till att läkare kan bedöma hur",
    "patienten mår på kvällar, nätter och på",
    "helger. Kommunen ska se till att någon",
    "sjuksköterska finns i tjänst hela dygnet",
    "och att hon eller han kan komma hem till",
    "patienten inom rimlig tid.",
]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = At(70, 80, "Avtal om läkarmedverkan i den kommunala hälso- och sjukvården", 16, bold=True)
    blocks = read(pdf([title, *[line for pair in zip(paragraph(70, 120, LEFT), paragraph(320, 120, RIGHT), strict=True)
                                for line in pair]]))  # fmt: skip
    assert [block.kind for block in blocks] == ["heading", "paragraph"]
    assert blocks[1].text == " ".join(LEFT + RIGHT)


# --- headings, lists, contents


def test_headings_clauses_and_lists() -> None:
    blocks = read(
        pdf(
            [
                At(70, 80, "Avtal om läkarmedverkan", 20, bold=True),
                At(70, 120, "3 Omfattning", 14, bold=True),
                At(70, 140, "3.1 Läkartid", 11, bold=True),
                At(70, 156, "Regionen ska"),
                At(84, 170, "\u2022"),
                At(98, 170, "avsätta läkartid för varje boende, även när den ordinarie läkaren är"),
                At(98, 183, "frånvarande,"),
                At(84, 196, "\u2022"),
                At(98, 196, "utse en ansvarig läkare."),
                At(70, 222, "3.2 Läkaren ska besöka boendet en gång i veckan, om inte parterna har kommit"),
                At(92, 235, "överens om annat."),
            ]
        )
    )
    assert [(block.kind, block.number, block.level) for block in blocks] == [
        ("heading", "", 1),
        ("heading", "3", 1),
        ("heading", "3.1", 2),
        ("paragraph", "", 0),
        ("item", "", 0),
        ("item", "", 0),
        ("paragraph", "3.2", 0),
    ]
    assert blocks[4].text.endswith("frånvarande,")
    assert blocks[4].lead_in == blocks[5].lead_in == 3
    assert blocks[6].text.endswith("överens om annat.")
    assert blocks[6].section == "3.2"


def test_contents_are_no_text_of_the_agreement() -> None:
    lines = ["Innehåll", "1 Parter ............................ 1", "2 Omfattning ........................ 2"]
    assert [block.kind for block in read(pdf(paragraph(70, 100, lines)))] == ["toc", "toc", "toc"]


# --- tables


def _table(top: float, rows: list[tuple[str, str]]) -> list[At | str]:
    content: list[At | str] = []
    for number, row in enumerate([*rows, ("", "")]):
        level = top + 20 * number
        content.append(rule(70, level, 470, level))
        content += [At(x, level + 14, text, bold=number == 0) for x, text in zip((75, 275), row, strict=True) if text]
    for x in (70, 270, 470):
        content.append(rule(x, top, x, top + 20 * len(rows)))
    return content


ROWS = [("Boende", "Läkartid"), ("Särskilt boende", "2 timmar per vecka"), ("Korttidsboende", "1 timme per vecka")]


def test_a_ruled_table() -> None:
    cells = [block for block in read(pdf(_table(100, ROWS))) if block.kind == "cell"]
    assert [(cell.row, cell.column, cell.text) for cell in cells] == [
        (row, column, text) for row, texts_of in enumerate(ROWS) for column, text in enumerate(texts_of)
    ]
    assert cells[3].column_heads == ("Läkartid",)
    assert cells[3].row_heads == ("Särskilt boende",)


def test_a_table_over_a_page_break_is_one() -> None:
    blocks = read(pdf(_table(700, ROWS), _table(100, [ROWS[0], ("Hemsjukvård", "3 timmar per vecka")])))
    assert {block.table for block in blocks} == {0}
    assert [block.text for block in blocks if block.row == 3] == ["Hemsjukvård", "3 timmar per vecka"]
    assert blocks[-1].column_heads == ("Läkartid",)
    assert blocks[-1].page == 2


def test_columns_that_line_up_are_a_table() -> None:
    rows: list[At] = []
    for number, (left, right) in enumerate(ROWS):
        rows += [At(70, 100 + 18 * number, left), At(300, 100 + 18 * number, right)]
    assert [(block.kind, block.row, block.column) for block in read(pdf(rows))] == [
        ("cell", row, column) for row in range(3) for column in range(2)
    ]


# --- what cannot be read


def test_a_scanned_document_is_refused_with_advice() -> None:
    with pytest.raises(
        UnreadableError, match=r"inskannad PDF, där sidorna är bilder utan text\. .*granska om med --ocr"
    ):
        read(pdf([picture(0, 0, 595, 842)], [picture(0, 0, 595, 842)]))


def test_a_scanned_page_among_others_is_named() -> None:
    page = paragraph(70, 100, BODY)
    document = read_bytes(pdf(page, page, [picture(0, 0, 595, 842), At(70, 810, "Dnr 7", 9)]), "avtal.pdf")
    assert document.unread == ("sidan 3 är en bild",)
    assert document.pages == 3
    assert document.blocks


def test_page_lists() -> None:
    assert picture_phrase([3]) == "sidan 3 är en bild"
    assert picture_phrase([2, 4, 5, 6]) == "sidorna 2 och 4–6 är bilder"
    assert picture_phrase([1, 3, 9]) == "sidorna 1, 3 och 9 är bilder"
    assert picture_phrase([1, 2]) == "sidorna 1 och 2 är bilder"


def _attaching(*files: tuple[str, bytes]) -> bytes:
    document = pypdfium2.PdfDocument(pdf(paragraph(70, 100, BODY)))
    for name, content in files:
        document.new_attachment(name).set_data(content)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_an_attached_document_is_unread_and_named() -> None:
    data = _attaching(("bilaga 1.pdf", pdf(paragraph(70, 100, BODY))), ("bild.png", b"\x89PNG\r\n"), ("gömd.bin", DOCX))
    document = read_bytes(data, "avtal.pdf")
    assert sorted(document.unread) == ["bifogad fil ”bilaga 1.pdf”", "bifogad fil ”gömd.bin”"]
    assert document.warnings == ("Den bifogade filen ”bild.png” är inget textdokument och är inte läst.",)


def test_other_attachments_leave_the_agreement_whole() -> None:
    document = read_bytes(_attaching(("logg.xml", b"<?xml version='1.0'?><logg/>")), "avtal.pdf")
    assert document.unread == ()
    assert "logg.xml" in document.warnings[0]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n" + b"\0\xff" * 500, pdf(["BT"])[:-200]])
def test_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"är skadad|ingen läsbar text"):
        read(data)


def test_a_blank_page_has_no_text() -> None:
    with pytest.raises(UnreadableError, match="ingen läsbar text"):
        read(pdf([]))


def test_limits() -> None:
    many = pdf(*[paragraph(70, 100, BODY)] * 3)
    for limits in (Limits(pages=2), Limits(characters=100)):
        with pytest.raises(UnreadableError, match="för stor"):
            read(many, limits)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_files_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(pdf([*paragraph(70, 100, BODY), *_table(300, ROWS)]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert all(block.text.strip() for block in read(b"%PDF-1.4\n" + bytes(whole)))
    except UnreadableError as error:
        assert error.sentence.endswith(".")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_same_bytes_same_blocks(rotate: int) -> None:
    data = pdf([*paragraph(70, 100, BODY)], rotate=rotate)
    assert read_bytes(data, "a.pdf") == read_bytes(data, "a.pdf")
    assert len(texts(data)) == 1


# --- whole agreements


@pytest.mark.parametrize("name", ["01_nara_modell_2026", "03_tabellavtal"])
def test_a_kept_pdf_gives_the_verdicts_of_the_word_file(name: str, checklist: Checklist) -> None:
    word, paper = read_document(SAMPLES / f"{name}.docx"), read_document(KEPT / f"{name}.pdf")
    found, expected = (
        {
            result.id: result.verdict
            for result in audit_agreement(Agreement(documents=(document,)), as_of=AS_OF, checklist=checklist).results
        }
        for document in (paper, word)
    )
    assert found == expected
    assert all(block.page is not None for block in paper.blocks)
    assert paper.pages == max(block.page or 0 for block in paper.blocks)


def test_notes_contents_and_numbers_of_a_kept_pdf() -> None:
    blocks = read_document(KEPT / "01_nara_modell_2026.pdf").blocks
    (note,) = (block for block in blocks if block.kind == "note")
    assert note.number == "1"
    assert note.text.startswith("På öar utan fast vägförbindelse")
    assert note.parent is not None
    assert blocks[note.parent].section == "5.2"
    assert sum(block.kind == "toc" for block in blocks) == 10
    assert [block.number for block in blocks if block.kind == "heading" and block.level == 1][1:] == list("123456789")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) finns inte här")
def test_every_sample_as_pdf_gives_the_verdicts_of_the_word_file(tmp_path: Path, checklist: Checklist) -> None:
    """Tables may differ in at most 3 of 100 verdicts."""
    converted: dict[Path, Path] = {}
    for source in sorted({path for files in samples().values() for path in files}):
        home = tmp_path / source.relative_to(SAMPLES).parent
        home.mkdir(exist_ok=True)
        (home / source.name).write_bytes(accept_changes(source.read_bytes()))
        converted[source] = home / source.name
    for folder in sorted({path.parent for path in converted.values()}):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
             "--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    differences: list[str] = []
    count = 0
    for name, files in samples().items():
        word = Agreement(documents=tuple(map(read_document, files)))
        paper = Agreement(documents=tuple(read_document(converted[path].with_suffix(".pdf")) for path in files))
        reports = [audit_agreement(given, as_of=AS_OF, checklist=checklist) for given in (word, paper)]
        for one, other in zip(*(report.results for report in reports), strict=True):
            count += 1
            if one.verdict != other.verdict:
                differences.append(f"{name} {one.id}: {one.verdict} -> {other.verdict}")
            for evidence in other.evidence:
                document = next(d for d in paper.documents if d.name == evidence.document)
                assert evidence.quote in document.blocks[evidence.block].text
                assert evidence.page is not None
    tables = [line for line in differences if line.startswith("03_")]
    assert [line for line in differences if line not in tables] == []
    assert len(tables) * 100 <= 3 * count, tables


CHILD = """
import sys
from pathlib import Path
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_document
try:
    document = read_document(Path(sys.argv[1]))
    assert document.blocks and all(block.text.strip() and block.page for block in document.blocks)
except UnreadableError as error:
    assert error.sentence.endswith(".")
    print("REFUSED")
"""


@pytest.mark.skipif(not FOREIGN, reason="mappen med främmande dokument finns inte här")
@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_foreign_pdfs(path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHILD, str(path)],
        capture_output=True, timeout=10, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    refused = any(word in path.name for word in ("scanned", "skew", "password", "malformed"))
    assert run.stdout.decode().strip() == ("REFUSED" if refused else "")
