"""Scanned pages: refused with advice, read by machine when asked, or read from the copier's unseen text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.agreement import Agreement, Document
from avtalskoll.api import audit
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes, read_document
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.ocr import OcrWord, confidence, ocr_lines, with_paragraph_signs
from avtalskoll.readers.pdf.raster import Raster
from avtalskoll.readers.pdf.reader import PdfReader
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.tesseract import Tesseract
from avtalskoll.reports.html import render_html
from tests.conftest import AS_OF
from tools.audit_samples import SAMPLES

from .paper import At, paragraph, pdf, picture
from .scanned import LINES, hocr, page, scan, scanned_page, unseen

KEPT = Path(__file__).parent / "pdf"
OCR = ReadingOptions(ocr=True)


def _has_swedish() -> bool:
    try:
        Tesseract.find(Limits())
    except Refused:
        return False
    return True


needs_tesseract = pytest.mark.skipif(not _has_swedish(), reason="tesseract med svenska finns inte här")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for tesseract is a shell script")


class Canned:
    """Says the same of every page."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.asked = 0

    def hocr(self, pgm: bytes, dpi: int) -> bytes:
        assert pgm.startswith(b"P5\n")
        assert dpi == 300
        self.asked += 1
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def read(data: bytes, machine: Canned, limits: Limits | None = None) -> Document:
    return PdfReader(data, limits or Limits(), lambda: machine).read("avtal.pdf", "0" * 64)


# --- what is read


def test_a_scan_comes_out_as_headings_clauses_and_pages() -> None:
    document = read(scan(pdf(page(), page())), Canned(hocr(page())))
    assert [(block.kind, block.number, block.page) for block in document.blocks] == [
        ("heading", "3.1", 1), ("paragraph", "", 1), ("heading", "3.1", 2), ("paragraph", "", 2),
    ]  # fmt: skip
    assert document.blocks[1].text == " ".join(LINES)
    assert document.ocr_pages == (1, 2)
    assert document.unread == ()
    assert document.warnings == ("Sidorna 1 och 2 är maskinlästa från bild; kontrollera citaten mot originalet.",)


def test_a_page_that_is_not_read_surely_stays_unread() -> None:
    machine = Canned(hocr(page()), hocr(page(), confidence=40))
    document = read(scan(pdf(page(), page())), machine)
    assert document.ocr_pages == (1,)
    assert document.unread == ("sidan 2 är en bild som inte gick att maskinläsa säkert",)


@pytest.mark.parametrize("answer", [b"", b"<html/>", b"\0\xff inte xml", hocr(page(), confidence=10)])
def test_nothing_read_is_refused(answer: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(scanned_page(), Canned(answer))
    assert refused.value.reason is Reason.NOT_RECOGNISED


def test_only_scanned_pages_are_machine_read_and_no_more_than_the_limit() -> None:
    blank = [picture(0, 0, 595, 842)]
    machine = Canned(hocr(page()))
    document = read(pdf(page(), blank, blank, blank), machine, Limits(ocr_pages=2))
    assert machine.asked == 2
    assert document.ocr_pages == (2, 3)
    assert document.unread == ("sidan 4 är en bild som inte gick att maskinläsa säkert",)


def test_a_page_too_large_to_be_drawn_stays_unread() -> None:
    with pytest.raises(Refused):
        read(scanned_page(), Canned(hocr(page())), Limits(ocr_pixels=1000))


def test_the_report_begins_with_a_banner(checklist: Checklist) -> None:
    document = read(scanned_page(), Canned(hocr(page())))
    report = audit_agreement(Agreement(documents=(document,)), as_of=AS_OF, checklist=checklist)
    sentence = "avtal.pdf: sidan 1 är maskinläst från bild; kontrollera citaten mot originalet."
    assert sentence in report.notices
    assert sentence in render_html(report)


# --- what a program for machine reading gets wrong


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("16 kap. 1 8 hälso- och", "16 kap. 1 § hälso- och"),
        ("12 kap. 3 a 8 HSL", "12 kap. 3 a § HSL"),
        ("16 kap. 1 $ andra", "16 kap. 1 § andra"),
        ("14 kap. 1-3 88 HSL.", "14 kap. 1-3 §§ HSL."),
        ("$ 4 Omfattning", "§ 4 Omfattning"),
        ("inom 8 timmar", "inom 8 timmar"),
        ("kapitel 1 8 timmar", "kapitel 1 8 timmar"),
    ],
)
def test_paragraph_signs(read_as: str, meant: str) -> None:
    words = [OcrWord(text, 0, 0, 9, 9, 90) for text in read_as.split()]
    assert " ".join(word.text for word in with_paragraph_signs(words)) == meant


def test_dirt_and_rules_are_no_words() -> None:
    dirty = hocr([At(70, 100, "| Boende ~")]).replace(b"wconf 95'>~", b"wconf 20'>~")
    assert [word.text for line in ocr_lines(dirty) for word in line.words] == ["Boende"]


@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_none(data: bytes) -> None:
    assert all(line.words for line in ocr_lines(data))


@settings(max_examples=50)
@given(st.binary(min_size=1, max_size=200), st.integers(0, 100))
def test_damaged_hocr(noise: bytes, place: int) -> None:
    whole = hocr(page())
    cut = len(whole) * place // 100
    assert 0 <= confidence(ocr_lines(whole[:cut] + noise + whole[cut:])) <= 10**9


def test_rules_are_found_in_the_picture() -> None:
    wide, high = 600, 400
    gray = bytearray(b"\xff" * wide * high)
    for x in range(50, 550):
        gray[100 * wide + x] = gray[101 * wide + x] = 0
    for y in range(100, 300):
        gray[y * wide + 50] = 0
    drawing = Raster(wide, high, bytes(gray), 300).rules()
    assert [(round(rule.start / 0.24), round(rule.end / 0.24)) for rule in drawing.across] == [(50, 550)]
    assert [(round(rule.start / 0.24), round(rule.end / 0.24)) for rule in drawing.down] == [(100, 300)]


# --- the text that a copier lays over the picture


def test_an_unseen_layer_over_a_scan_is_read_with_the_banner() -> None:
    document = read_bytes(scan(pdf(page()), layers={0: unseen(page())}), "avtal.pdf")
    assert [block.text for block in document.blocks] == ["3.1 Läkartid", " ".join(LINES)]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert document.ocr_pages == (1,)
    assert document.asides == ()


def test_a_layer_that_leaves_out_text_is_not_enough() -> None:
    many = [f"Regionen ska avsätta läkartid för patienter i boende nummer {number}." for number in range(30)]
    with pytest.raises(UnreadableError, match="inskannad"):
        read_bytes(scan(pdf(page(many)), layers={0: unseen(page()[:2])}), "avtal.pdf")


def test_unseen_text_on_a_page_with_text_is_hidden_text() -> None:
    document = read_bytes(
        pdf([*page(), unseen(paragraph(70, 300, ["Dold mening om läkartid som ingen ser."]))]), "a.pdf"
    )
    assert len(document.blocks) == 2
    assert [aside.kind for aside in document.asides] == ["hidden"]
    assert document.ocr_pages == ()


def test_the_blank_back_of_a_page_is_read() -> None:
    document = read_bytes(scan(pdf(page(), []), layers={0: unseen(page())}), "avtal.pdf")
    assert document.unread == ()
    assert document.ocr_pages == (1,)


# --- tesseract itself


def test_without_the_program_the_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "avtal.pdf"
    path.write_bytes(scanned_page())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"avtal\.pdf är inskannad.*tesseract-ocr och tesseract-ocr-swe"):
        begin_reading([path], OCR).agreement()
    with pytest.raises(UnreadableError, match="--ocr"):
        begin_reading([path]).agreement()


@needs_posix
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo eng", "saknar svenska"),
        ('[ "$1" = --list-langs ] && echo swe || exit 1', "inte går att maskinläsa säkert"),
        ('[ "$1" = --list-langs ] && echo swe || sleep 30', "inte går att maskinläsa säkert"),
    ],
)
def test_a_program_without_swedish_or_that_fails(
    script: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    path = tmp_path / "avtal.pdf"
    path.write_bytes(scanned_page())
    with pytest.raises(UnreadableError, match=words):
        begin_reading([path], ReadingOptions(ocr=True, limits=Limits(ocr_seconds=1))).agreement()


def test_a_document_with_text_does_not_need_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_bytes(pdf(page()), "avtal.pdf", OCR).unread == ()


def test_scanned_pages_without_the_program_are_unread_and_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    document = read_bytes(pdf(page(), [picture(0, 0, 595, 842)]), "avtal.pdf", OCR)
    assert document.unread == ("sidan 2 är en bild",)
    assert document.warnings == (
        "Sidor som är bilder är inte maskinlästa: installera programmet tesseract med svenska.",
    )


@needs_tesseract
def test_the_real_program_in_the_reading_process(tmp_path: Path) -> None:
    path = tmp_path / "avtal.pdf"
    path.write_bytes(scan(pdf(page()), dpi=200))
    document = begin_reading([path], OCR).agreement().documents[0]
    assert [block.text for block in document.blocks] == ["3.1 Läkartid", " ".join(LINES)]
    assert [block.section for block in document.blocks] == ["3.1", "3.1"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["avtal.pdf"]


@needs_tesseract
def test_a_scanned_sample_gives_the_verdicts_of_the_word_file(tmp_path: Path, checklist: Checklist) -> None:
    path = tmp_path / "03.pdf"
    path.write_bytes(scan((KEPT / "03_tabellavtal.pdf").read_bytes(), dpi=200))
    scanned, word = (
        audit(path, as_of=AS_OF, checklist=checklist, reading=OCR),
        read_document(SAMPLES / "03_tabellavtal.docx"),
    )
    expected = audit_agreement(Agreement(documents=(word,)), as_of=AS_OF, checklist=checklist)
    differ = [
        f"{one.id}: {other.verdict} -> {one.verdict}"
        for one, other in zip(scanned.results, expected.results, strict=True)
        if one.verdict != other.verdict
    ]
    assert len(differ) <= 2, differ
    assert any("maskinlästa" in notice for notice in scanned.notices)
