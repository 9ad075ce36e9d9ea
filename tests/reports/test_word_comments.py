"""Word comments: on the exact words, and nothing else in the file is touched."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.api import audit
from avtalskoll.audit_report import AuditReport
from avtalskoll.checklist import Checklist
from avtalskoll.errors import AvtalskollError, WrongUseError
from avtalskoll.negotiating.annotating import annotate
from avtalskoll.readers import read_bytes
from avtalskoll.readers.docx.names import w
from tests.conftest import AS_OF, ROOT
from tests.readers.word import NAMESPACES, deleted, docx, ins, p, r, tbl, text_box, tr

from .commented import (
    Commented,
    annotated,
    assert_only_comments_added,
    comment_on,
    old_comments,
    raw_entries,
    report_on,
)

SAMPLES = sorted((ROOT / "sample_agreements").glob("*.docx"))
PACKET = ROOT / "sample_agreements" / "06_avtalspaket"
ROBUSTNESS = ROOT.parent / "shared" / "robustness"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
TRACKED_LOOK = '<w:b/><w:rPrChange w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'


@pytest.fixture(scope="module")
def reports(checklist: Checklist) -> dict[Path, AuditReport]:
    return {path: audit([path], as_of=AS_OF, checklist=checklist) for path in SAMPLES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gets_a_comment_on_the_words_of_every_gap(path: Path, reports: dict[Path, AuditReport]) -> None:
    report, data = reports[path], path.read_bytes()
    [file] = annotate([path], report).files
    assert_only_comments_added(data, file.content)
    found = Commented(file.content, old=len(old_comments(data)))
    told = list(zip(found.texts(), found.anchored(), strict=True))
    assert told[0][0][0] == f"Granskning med avtalskoll, {AS_OF.isoformat()}"
    assert told[0][1] == read_bytes(data, path.name).blocks[0].text
    for result in report.results:
        if result.verdict not in ("conflict", "partial", "missing"):
            continue
        mine = [(text, words) for text, words in told if text[0].startswith(result.id)]
        assert sum(f"Förslag till lydelse: {result.suggestion}" in text for text, _ in mine) == 1
        if result.evidence:
            assert sorted(words for _, words in mine) == sorted(item.quote for item in result.evidence)
    assert file.content == annotate([path], report).files[0].content


def test_words_against_an_unwanted_condition_are_not_said_to_support_it(reports: dict[Path, AuditReport]) -> None:
    path = next(path for path in SAMPLES if path.stem.startswith("05"))
    told = ["\n".join(text) for text in Commented(annotate([path], reports[path]).files[0].content).texts()]
    mine = [text for text in told if text.startswith("OV-04 ")]
    assert any("De här orden talar emot ett sådant villkor. Bedömningen står vid avsnitt" in text for text in mine)
    assert not any("stöd åt kravet" in text for text in mine)


@pytest.mark.parametrize("path", SAMPLES[1:5:3], ids=lambda path: path.stem)
def test_a_copy_is_judged_as_the_original(
    path: Path, reports: dict[Path, AuditReport], checklist: Checklist, tmp_path: Path
) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(annotate([path], reports[path]).files[0].content)
    assert audit([copy], as_of=AS_OF, checklist=checklist).results == reports[path].results


def test_a_set_has_a_copy_of_each_file_and_one_summary(checklist: Checklist) -> None:
    report = audit([PACKET], as_of=AS_OF, checklist=checklist)
    found = annotate([PACKET], report).files
    assert [file.name for file in found] == [document.name for document in report.documents]
    firsts = {file.name: Commented(file.content).texts()[0] for file in found}
    assert any(line.startswith("Det avtalet bör innehålla (37): ") for line in firsts["huvudavtal.docx"])
    assert firsts["bilaga1_omfattning.docx"][1].endswith("Sammanfattningen står i huvudavtal.docx.")
    for file in found:
        assert_only_comments_added((PACKET / file.name).read_bytes(), file.content)


SINK = docx(
    p("Rubrik", style="Rubrik1")
    + p(r("Regionen ") + r("ska ", "<w:b/>") + r("avsätta", TRACKED_LOOK) + r(" läkartid."))
    + p(r("Läkare ") + ins(" genom vårdcentralen") + deleted("vid behov") + r(" besöker boendet."))
    + p(r("a ") + ins(r("bc") + r("de")) + "<w:r><w:softHyphen/><w:t>f</w:t></w:r>")
    + tbl(tr("Besök", "Varje vecka"), tr("Rond", p(r("Vid ") + r("behov"))))
    + p(r("Första "), mark='<w:del w:id="9" w:author="A"/>')
    + p(r("halvan."))
    + p("<w:r><w:t>Tre</w:t><w:tab/><w:t>delar</w:t><w:br/><w:t>här</w:t></w:r>"),
)
SINK_BLOCKS = read_bytes(SINK, "avtal.docx").blocks


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_words_can_be_commented_on_exactly(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    spans = []
    for block in SINK_BLOCKS:
        for _ in range(data.draw(st.integers(0, 3))):
            start = data.draw(st.integers(0, len(block.text) - 1))
            spans.append((block.ordinal, start, data.draw(st.integers(start + 1, len(block.text)))))
    spans.sort()
    copy = comment_on(tmp_path_factory.mktemp("sink"), SINK, spans)
    assert copy.anchored()[1:] == [SINK_BLOCKS[block].text[start:end] for block, start, end in spans]
    assert_only_comments_added(SINK, copy.data)


def test_runs_are_split_only_where_a_comment_begins_or_ends(tmp_path: Path) -> None:
    data = docx(p(r("Regionen ") + r("ska avsätta") + r(" läkartid.")))
    assert len(re_runs(comment_on(tmp_path, data, [(0, 9, 20)]).data)) == 3
    assert re_runs(comment_on(tmp_path, data, [(0, 12, 14)]).data) == [
        "Regionen ", "ska", " a", "vsätta", " läkartid."
    ]  # fmt: skip


def re_runs(data: bytes) -> list[str]:
    root = Commented(data).package.root("word/document.xml")
    return [text for run in root.iter(w("r")) if (text := "".join(t.text or "" for t in run.iter(w("t"))))]


def test_a_cut_run_keeps_its_look_and_tracked_changes_keep_ids_of_their_own(tmp_path: Path) -> None:
    root = Commented(comment_on(tmp_path, SINK, [(1, 15, 18)]).data).package.root("word/document.xml")
    changes = list(root.iter(w("rPrChange")))
    assert len(changes) == 3
    assert len({change.get(w("id")) for change in changes}) == 3


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        (r("Se ") + LINK.format(r("läkaravtalet")) + r(" här."), (5, 9), "läkaravtalet"),
        (r("Se ") + LINK.format(r("läkaravtalet")) + r(" här."), (1, 9), "e läkaravtalet"),
        (r("Antal ") + CONTROL.format(r("tjugo platser")) + r("."), (8, 20), "tjugo platser."),
        (r("Antal ") + CONTROL.format(r("tjugo platser")) + r("."), (8, 10), "tjugo platser"),
        (
            r("Enligt ")
            + FIELD.format("begin")
            + "<w:r><w:instrText>REF x</w:instrText></w:r>"
            + FIELD.format("separate")
            + r("avsnitt 4")
            + FIELD.format("end")
            + r(" gäller."),
            (9, 13),
            "avsnitt 4",
        ),
    ],
    ids=["link", "into a link", "out of a control", "control", "field"],
)
def test_marks_stay_outside_what_may_not_hold_them(
    tmp_path: Path, body: str, words: tuple[int, int], expected: str
) -> None:
    """Word refuses or loses marks inside them; the comment then hangs on the whole of it."""
    data = docx(p(body))
    copy = comment_on(tmp_path, data, [(0, *words)])
    assert copy.anchored()[1] == expected
    assert_only_comments_added(data, copy.data)
    root = copy.package.root("word/document.xml")
    for mark in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")):
        assert not list(mark.iterancestors(w("hyperlink"), w("sdtContent")))


def test_words_in_a_text_box_or_a_note_are_quoted_at_the_paragraph_they_hang_on(tmp_path: Path) -> None:
    note = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("Dock inte på helger.")}</w:footnote></w:footnotes>'
    data = docx(
        p("Avtal")
        + p(r("Läkare kommer.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + p(r("Se rutan.") + text_box(p("Bara vid behov."))),
        parts={"word/footnotes.xml": note},
    )
    blocks = read_bytes(data, "avtal.docx").blocks
    spans = [(b.ordinal, 5, 9) for b in blocks if b.text.startswith(("Dock", "Bara"))]
    copy = comment_on(tmp_path, data, spans)
    assert_only_comments_added(data, copy.data)
    places = [lines[-1] for lines in copy.texts()[1:]]
    assert [place.split(" (")[0] for place in places] == ["Kommentaren gäller: ”inte”", "Kommentaren gäller: ”vid ”"]
    assert copy.anchored()[1] == "Läkare kommer."
    assert copy.anchored()[2].startswith("Se rutan.")


def test_what_is_missing_is_commented_at_the_heading_where_it_belongs(tmp_path: Path) -> None:
    data = docx(
        p("Avtal", style="Rubrik1")
        + p("Omfattning", style="Rubrik2")
        + p("Regionen avsätter läkare.")
        + p("Uppföljning av avtalet", style="Rubrik2")
        + p("Parterna träffas.")
    )
    document = read_bytes(data, "avtal.docx")
    report = report_on(document, [(2, 0, 8)])
    missing = {
        "verdict": "missing",
        "evidence": (),
        "group": "OM",
        "group_title": "Omfattning",
        "title": "Dagverksamhet",
    }
    known = report.results[0].model_copy(update={"group": "OM"})
    found = [
        known,
        known.model_copy(update={**missing, "id": "OM-03"}),
        known.model_copy(
            update={**missing, "id": "UP-01", "group": "UP", "group_title": "Uppföljning", "title": "Frekvens"}
        ),
        known.model_copy(update={**missing, "id": "SA-05", "group": "SA", "title": "Utförare", "group_title": "S"}),
    ]
    file = annotated(tmp_path, data, report.model_copy(update={"results": tuple(found)}))
    copy = Commented(file.content)
    words = dict(zip([text[0][:5] for text in copy.texts()], copy.anchored(), strict=True))
    assert words["OM-03"] == "Omfattning"
    assert words["UP-01"] == "Uppföljning av avtalet"
    assert words["SA-05"] == "Parterna träffas."


def test_old_comments_stay_and_ids_do_not_clash(tmp_path: Path) -> None:
    comments = (
        f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="K">{p("Kommunen säger nej.")}</w:comment></w:comments>'
    )
    marked = '<w:commentRangeStart w:id="0"/>' + r("ska") + '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    data = docx(p(r("Regionen ") + marked + reference + r(" avsätta")), parts={"word/comments.xml": comments})
    copy = comment_on(tmp_path, data, [(0, 3, 11)])
    assert_only_comments_added(data, copy.data)
    assert {name for name, raw in raw_entries(copy.data).items() if raw != raw_entries(data)[name]} == {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml"
    }  # fmt: skip
    ids = [comment.get(w("id")) for comment in copy.comments]
    assert len(set(ids)) == len(ids) == 3
    assert (copy.comments[0].get(w("author")), copy.comments[1].get(w("author"))) == ("K", "avtalskoll")
    assert copy.anchored()[1] == "ionen sk"


def test_comments_bear_the_audit_s_day_and_the_program_s_name(tmp_path: Path) -> None:
    copy = comment_on(tmp_path, SINK, [(1, 0, 8)])
    for comment in copy.comments:
        assert comment.get(w("date")) == f"{report_on(read_bytes(SINK, 'a.docx'), []).as_of.isoformat()}T00:00:00Z"
        assert (comment.get(w("author")), comment.get(w("initials"))) == ("avtalskoll", "avt")


def test_a_signed_file_is_copied_and_the_copy_says_that_it_is_not_signed(tmp_path: Path) -> None:
    data = docx(p("Avtal"), parts={"_xmlsignatures/sig1.xml": "<Signature/>"})
    file = annotated(tmp_path, data, report_on(read_bytes(data, "avtal.docx"), []))
    assert file.notes == ("avtal.docx: originalet är digitalt signerat. Signaturen gäller inte den här kopian.",)
    assert any("Signaturen gäller inte" in line for line in Commented(file.content).texts()[0])


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def test_a_document_with_macros_keeps_its_kind(tmp_path: Path) -> None:
    data = docx(p("Avtal"), main_type=MACROS)
    assert annotated(tmp_path, data, report_on(read_bytes(data, "avtal.docx"), [])).suffix == ".docm"


STRICT = docx("", document=(
    '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
    "<w:p><w:r><w:t>Avtal</w:t></w:r></w:p></w:body></w:document>"
))  # fmt: skip


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (STRICT, "sparad som Strict Open XML"),
        (docx(p("Avtal"), main_type=MACROS, parts={"_xmlsignatures/sig1.xml": "<S/>"}), "har makron och är signerad"),
    ],
    ids=["strict", "signed macros"],
)
def test_what_cannot_be_commented_says_why_and_what_to_do(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(WrongUseError) as refused:
        annotated(tmp_path, data, report_on(read_bytes(data, "avtal.docx"), []))
    assert sentence in refused.value.sentence
    assert "spara den som ”Word-dokument (*.docx)”" in refused.value.sentence


def test_a_text_file_has_no_comments(tmp_path: Path, checklist: Checklist) -> None:
    path = tmp_path / "avtal.md"
    path.write_text("# Avtal om läkarmedverkan\n\nRegionen ska avsätta läkare.", encoding="utf-8")
    with pytest.raises(WrongUseError, match="bara läggas in i Word-filer"):
        annotate([path], as_of=AS_OF, checklist=checklist)


def test_a_file_that_has_changed_since_the_audit_is_refused(tmp_path: Path) -> None:
    report = report_on(read_bytes(SINK, "avtal.docx"), [(1, 0, 8)])
    with pytest.raises(WrongUseError, match="har ändrats sedan granskningen"):
        annotated(tmp_path, docx(p("Något annat")), report)


def test_a_gap_in_a_pdf_is_told_of_in_the_word_file(tmp_path: Path) -> None:
    report = report_on(read_bytes(SINK, "avtal.docx"), [(1, 0, 8)])
    [result] = report.results
    elsewhere = result.evidence[0].model_copy(update={"document": "bilaga.pdf", "quote": "vid behov", "section": "3"})
    beside = report.documents[0].model_copy(update={"name": "bilaga.pdf", "format": "pdf"})
    changed = report.model_copy(
        update={
            "documents": (*report.documents, beside),
            "results": (result.model_copy(update={"evidence": (elsewhere,)}),),
        }
    )
    texts = Commented(annotated(tmp_path, SINK, changed).content).texts()
    assert "Fynd i bilaga.pdf står här, eftersom kommentarer bara skrivs i Word-filer." in texts[0]
    assert texts[1][-1] == "Där det står i dag: ”vid behov” (bilaga.pdf, avsnitt 3)"


def test_control_characters_of_a_quote_make_no_broken_xml(tmp_path: Path) -> None:
    report = report_on(read_bytes(SINK, "avtal.docx"), [])
    odd = report.model_copy(update={"notices": ("Bilaga\x0b\x00<b>&amp;\ufffe",)})
    assert "Observera: Bilaga <b>&amp;" in Commented(annotated(tmp_path, SINK, odd).content).texts()[0]


def test_a_package_without_relationships_gets_them(tmp_path: Path) -> None:
    plain = docx(p("Avtal om läkare"))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            if name not in ("word/_rels/document.xml.rels", "word/styles.xml"):
                new.writestr(name, old.read(name))
    data = target.getvalue()
    copy = comment_on(tmp_path, data, [(0, 9, 15)])
    assert copy.anchored() == ["Avtal om läkare", "läkare"]
    assert_only_comments_added(data, copy.data)


def test_python_docx_reads_the_comments(tmp_path: Path) -> None:
    opened = pytest.importorskip("docx")
    document = opened.Document(io.BytesIO(comment_on(tmp_path, SINK, [(1, 0, 8)]).data))
    assert [comment.author for comment in document.comments] == ["avtalskoll", "avtalskoll"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) finns inte här")
def test_libreoffice_opens_the_copy_and_shows_the_comments(reports: dict[Path, AuditReport], tmp_path: Path) -> None:
    path = next(path for path in SAMPLES if path.stem.startswith("05"))
    file = annotate([path], reports[path]).files[0]
    copy = tmp_path / "kopia.docx"
    copy.write_bytes(file.content)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            tmp_path,
            copy,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    shown = copy.with_suffix(".fodt").read_text(encoding="utf-8")
    assert shown.count("<office:annotation ") == file.comments + len(old_comments(path.read_bytes()))
    assert shown.count("<dc:creator>avtalskoll</dc:creator>") == file.comments
    assert shown.count("<text:changed-region") > 10


@pytest.mark.skipif(not ROBUSTNESS.is_dir(), reason="the wild files are not here")
def test_wild_files_are_left_as_they_were(tmp_path: Path) -> None:
    tried = 0
    for path in sorted(ROBUSTNESS.glob("*.doc[xm]")):
        data = path.read_bytes()
        chance = random.Random(path.name)
        try:
            document = read_bytes(data, "avtal.docx")
        except AvtalskollError:
            continue
        inside = [b for b in document.blocks if b.part.endswith("document.xml") and b.text.strip()][:25]
        spans = [(b.ordinal, start, chance.randint(start + 1, len(b.text)))
                 for b in inside for start in [chance.randrange(len(b.text))]]  # fmt: skip
        try:
            copy = comment_on(tmp_path, data, spans)
        except WrongUseError as refused:
            assert "Strict" in refused.sentence
            continue
        for (block, start, end), words in zip(spans, copy.anchored()[1:], strict=True):
            assert document.blocks[block].text[start:end] in words
        assert_only_comments_added(data, copy.data)
        tried += 1
    assert tried > 20
