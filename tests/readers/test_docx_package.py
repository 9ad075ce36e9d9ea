"""Packages that are odd, broken or hostile: read, or refused with a sentence, and never slowly."""

import time
import warnings
import zipfile

import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_bytes

from .word import MAIN_TYPE, NAMESPACES, R, docx, p, package, r, read, tbl, texts, tr

RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
)


def refusal(data: bytes, limits: Limits | None = None) -> str:
    start = time.perf_counter()
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "avtal.docx", ReadingOptions(limits=limits or Limits()))
    assert time.perf_counter() - start < 5
    return caught.value.sentence


def whole(document: str | bytes) -> bytes:
    rel = f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": RELS.format(rel), "word/document.xml": document})


def test_the_main_part_is_found_by_its_relationship() -> None:
    data = docx(p("Text."), main="dokument/text2.xml", parts={"word/document.xml": "<falsk/>"})
    document = read_bytes(data, "avtal.docx")
    assert (texts(document), document.blocks[0].part) == (["Text."], "dokument/text2.xml")


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_templates_and_macro_documents_are_word_documents(main_type: str) -> None:
    assert texts(read_bytes(docx(p("Text."), main_type=main_type), "mall.dotx")) == ["Text."]


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<w:document",
        "<a><b></a>",
        "inte xml",
        b"\xff\xfe\x00",
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;&b;&b;</x>',
        "<a>" * 400 + "</a>" * 400,
    ],
)
def test_broken_xml_is_damage(document: str | bytes) -> None:
    assert "är skadad" in refusal(whole(document))


def test_entities_that_multiply_are_refused() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    assert "är skadad" in refusal(whole(f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>'))


def test_truncated_and_altered_packages_are_damage() -> None:
    data = docx(p("Text."))
    assert "är skadad" in refusal(data[: len(data) // 2])
    altered = bytearray(data)
    altered[60:120] = b"\0" * 60
    assert "är skadad" in refusal(bytes(altered))


def test_two_parts_of_one_name_are_refused() -> None:
    data = docx(p("Text."))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import io

        stream = io.BytesIO(data)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("word/document.xml", "<x/>")
    assert "är skadad" in refusal(stream.getvalue())


def test_missing_parts_are_damage() -> None:
    assert "är skadad" in refusal(package({"[Content_Types].xml": TYPES, "_rels/.rels": RELS.format("")}))


def test_a_target_outside_the_package_is_not_followed() -> None:
    data = docx(p("Text."), relationships=f'<Relationship Id="e" Type="{R}/comments" Target="../../../../etc/passwd"/>')
    assert texts(read_bytes(data, "avtal.docx")) == ["Text."]


def test_limits_are_kept() -> None:
    many = "".join(p("x") for _ in range(50))
    assert "för stor" in refusal(docx(many), Limits(paragraphs=49))
    assert "för stor" in refusal(docx(many), Limits(tags=100))
    assert "för stor" in refusal(docx(p("Text.")), Limits(depth=4))
    assert "för stor" in refusal(docx(many), Limits(part_bytes=1000))
    assert "för stor" in refusal(docx(many), Limits(xml_bytes=1000))
    assert "för stor" in refusal(docx(many), Limits(zip_entries=3))
    assert "för stor" in refusal(docx(many), Limits(file_bytes=100))
    assert "för stor" in refusal(docx(p("x" * 2_000_000)), Limits(expansion_ratio=50))


def test_ten_million_empty_paragraphs_are_refused_before_they_are_built() -> None:
    head, tail = f"<w:document {NAMESPACES}><w:body>", "</w:body></w:document>"
    assert "för stor" in refusal(whole(head + "<w:p/>" * 10_000_000 + tail))


def test_deep_drawings_around_many_empty_children_end() -> None:
    drawing = "<a:x>" * 100 + "<a:y/>" * 200_000 + "</a:x>" * 100
    start = time.perf_counter()
    body = p(r("Text.") + f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")
    assert texts(read(body, limits=Limits(expansion_ratio=2000))) == ["Text."]
    assert time.perf_counter() - start < 5


def test_many_links_and_comments_take_linear_time() -> None:
    link = '<w:hyperlink r:id="r{0}">' + '<w:commentRangeStart w:id="{0}"/>' + r("ord") + "</w:hyperlink>"
    body = p("".join(link.format(number) for number in range(3000)))
    comments = "".join(f'<w:comment w:id="{number}">{p("Nja.")}</w:comment>' for number in range(3000))
    start = time.perf_counter()
    document = read(body, parts={"word/comments.xml": f"<w:comments {NAMESPACES}>{comments}</w:comments>"})
    assert time.perf_counter() - start < 5
    assert len(document.asides) == 3000


def test_tables_within_tables_end() -> None:
    nested = tr("innerst")
    for _ in range(40):
        nested = tr(f"<w:tc><w:tcPr/>{tbl(nested)}{p()}</w:tc>")
    assert "innerst" in texts(read(tbl(nested)))


def test_an_encrypted_part_is_told_as_password() -> None:
    data = bytearray(docx(p("Text.")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert "lösenordsskyddad" in refusal(bytes(data))
