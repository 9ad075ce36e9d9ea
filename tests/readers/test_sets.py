"""A folder or a zip is one agreement."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from avtalskoll.api import audit
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_agreement
from avtalskoll.reports.html import render_html
from avtalskoll.reports.text import render_text
from tests.conftest import AS_OF, ROOT
from tests.reports.sample_report import sample_report

from .word import docx, p

PACKAGE = ROOT / "sample_agreements" / "06_avtalspaket"


def zipped(files: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))  # the same bytes in every process
            entry.compress_type = compression
            archive.writestr(entry, content)
    return target.getvalue()


def folder_of(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def names(path: Path, limits: Limits | None = None) -> list[str]:
    return [document.name for document in read_agreement([path], ReadingOptions(limits=limits or Limits())).documents]


def _png(width: int, height: int) -> bytes:
    """The head of a picture."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes(40)


FILES: dict[str, bytes | str] = {
    "bilaga 10.txt": "Tio.",
    "bilaga 2.txt": "Två.",
    "Avtal.docx": docx(p("Avtal.")),
    "bilagor/bilaga 1.txt": "Ett.",
    "~$Avtal.docx": "lås",
    ".DS_Store": "x",
    "__MACOSX/._Avtal.docx": "x",
    "Thumbs.db": "x",
    "gammal-granskning.html": render_html(sample_report()),
}
ORDER = ["Avtal.docx", "bilaga 2.txt", "bilaga 10.txt", "bilagor/bilaga 1.txt"]


def test_a_folder_is_read_in_natural_order_without_what_is_no_agreement(tmp_path: Path) -> None:
    assert names(folder_of(tmp_path, FILES)) == ORDER


def test_a_zip_is_read_as_the_folder_is(tmp_path: Path) -> None:
    path = tmp_path / "avtal.zip"
    path.write_bytes(zipped(FILES))
    assert names(path) == ORDER
    path.write_bytes(zipped({f"Avtal med bilagor/{name}": content for name, content in FILES.items()}))
    assert names(path) == ORDER


def test_what_cannot_be_read_is_there_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "avtal.zip"
    path.write_bytes(zipped({"a.txt": "Text.", "b.zip": zipped({"c.txt": "x"}), "d.tif": b"II*\0", "e.docx": b""}))
    agreement = read_agreement([path])
    assert [(document.name, document.unread) for document in agreement.documents] == [
        ("a.txt", ()),
        ("b.zip", ("arkiv (zip)",)),
        ("d.tif", ("bild",)),
        ("e.docx", ("tom fil",)),
    ]
    assert not agreement.complete


@pytest.mark.parametrize(
    ("name", "data", "unread"),
    [
        ("logo.png", _png(400, 120), False),
        ("sidhuvud/kommunens vapen.gif", b"GIF89a" + bytes(50), False),
        ("logo.png", _png(400, 120) + bytes(200_000), True),
        ("bild.png", _png(1240, 1754), True),
        ("Bilaga 2.png", _png(400, 120), True),
        ("underskrifter.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", True),
        ("b.tif", b"II*\0" + bytes(50), True),
    ],
)
def test_a_picture_beside_the_agreement_is_no_part_of_it_but_a_scanned_page_is(
    name: str, data: bytes, unread: bool, tmp_path: Path
) -> None:
    agreement = read_agreement([folder_of(tmp_path, {"avtal.txt": "Regionen ska.", name: data})])
    beside = agreement.documents[1]
    assert (beside.name, beside.format, beside.blocks) == (name, "image", ())
    assert beside.unread == (("bild",) if unread else ())
    assert agreement.complete is not unread


def test_a_picture_given_by_itself_or_alone_is_unread(tmp_path: Path) -> None:
    folder_of(tmp_path, {"avtal.txt": "Regionen ska.", "mapp/logo.png": _png(400, 120)})
    assert not read_agreement([tmp_path / "avtal.txt", tmp_path / "mapp" / "logo.png"]).complete
    with pytest.raises(UnreadableError, match=r"logo\.png är en bild"):
        read_agreement([tmp_path / "mapp"])


def test_the_cover_sheet_lists_the_picture_and_nothing_else_changes(tmp_path: Path, checklist: Checklist) -> None:
    files: dict[str, bytes | str] = {f.name: f.read_bytes() for f in PACKAGE.glob("*.docx")}
    plain = audit(folder_of(tmp_path / "a", files), as_of=AS_OF, checklist=checklist)
    report = audit(folder_of(tmp_path / "b", {**files, "logo.png": _png(400, 120)}), as_of=AS_OF, checklist=checklist)
    assert report.results == plain.results
    assert report.notices == plain.notices
    for text in (render_html(report), render_text(report)):
        assert "logo.png" in text
        assert "inte läst (bild)" in text


def test_names_never_lead_out_and_are_told_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    first.write_bytes(zipped({"../../etc/passwd.txt": "Text.", "C:\\avtal\\b.txt": "Text.", "x.txt": "X."}))
    second.write_bytes(zipped({"x.txt": "Y."}))
    found = [document.name for document in read_agreement([first, second]).documents]
    assert found == ["x.txt", "C:/avtal/b.txt", "etc/passwd.txt", "b.zip/x.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_swedish_names_that_are_not_marked_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "avtal.zip"
    path.write_bytes(zipped({"läkare.txt": "Text."}).replace(b"\x00\x08\x00\x00", b"\x00\x00\x00\x00"))
    assert names(path) == ["läkare.txt"]


@pytest.mark.parametrize(
    ("data", "limits", "words"),
    [
        (zipped({}), Limits(), "utan filer"),
        (zipped({".DS_Store": "x"}), Limits(), "utan filer"),
        (zipped({f"{n}.txt": "x" for n in range(4)}), Limits(set_files=3), "fler eller större"),
        (zipped({f"{n}.txt": "x" for n in range(4)}), Limits(zip_entries=3), "fler eller större"),
        (zipped({"a.txt": "x" * 5000}), Limits(set_bytes=4000), "fler eller större"),
        (zipped({"a.txt": " " * (4 * 2**20)}), Limits(), "för stor"),
        (zipped({"a/b.txt": "x", "a\\b.txt": "y"}), Limits(), "packa upp"),
        (zipped({"a.txt": "Text."})[:-30], Limits(), "är skadad"),
    ],
)
def test_gates(tmp_path: Path, data: bytes, limits: Limits, words: str) -> None:
    path = tmp_path / "avtal.zip"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=words):
        read_agreement([path], ReadingOptions(limits=limits))


def test_a_folder_with_too_much(tmp_path: Path) -> None:
    folder_of(tmp_path, {f"{n}.txt": "x" for n in range(4)})
    for limits in (Limits(set_files=3), Limits(set_bytes=3)):
        with pytest.raises(UnreadableError, match="fler eller större"):
            read_agreement([tmp_path], ReadingOptions(limits=limits))


def test_encrypted_and_damaged_entries_are_unread(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "Text.", "b.txt": "Innehåll som skadas." * 9}, zipfile.ZIP_STORED))
    place = data.index(b"Inneh")
    data[place : place + 3] = b"xyz"
    path = tmp_path / "avtal.zip"
    path.write_bytes(data)
    assert [d.unread for d in read_agreement([path]).documents] == [(), ("skadad fil",)]
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(data)
    assert [d.unread for d in read_agreement([path]).documents] == [(), ("lösenordsskyddad fil",)]


def test_the_sample_package_gives_the_same_as_folder_zip_and_files(tmp_path: Path, checklist: Checklist) -> None:
    files = sorted(PACKAGE.glob("*.docx"))
    path = tmp_path / "paket.zip"
    path.write_bytes(zipped({f.name: f.read_bytes() for f in files}))
    folder = folder_of(tmp_path / "mapp", {f.name: f.read_bytes() for f in files})
    reports = [audit(paths, as_of=AS_OF, checklist=checklist) for paths in (files, folder, path)]
    assert reports[0] == reports[1] == reports[2]


def test_absent_annexes_are_in_every_report(tmp_path: Path, checklist: Checklist) -> None:
    folder = folder_of(tmp_path, {p.name: p.read_bytes() for p in PACKAGE.glob("*.docx") if "bilaga2" not in p.name})
    report = audit(folder, as_of=AS_OF, checklist=checklist)
    absent = {document.name: document.mentioned_in for document in report.agreement.absent_documents}
    assert "bilaga 2" in absent
    sentence = "bilaga 2 nämns i"
    for text in (render_html(report), render_text(report)):
        assert sentence in text
        assert "men finns inte i underlaget" in " ".join(text.split())
        assert "huvudavtal.docx" in text
