import hashlib
from pathlib import Path

import pytest

from avtalskoll.errors import ExitCode, UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, read_agreement, read_document

from .word import docx, p, texts


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_several_formats_in_the_order_given(tmp_path: Path) -> None:
    word = docx(p("Word."))
    paths = [
        write(tmp_path / "b.docx", word),
        write(tmp_path / "a.md", b"# Bilaga\n\nMarkdown."),
        write(tmp_path / "c.txt", b"Text."),
    ]
    agreement = read_agreement(paths)
    assert [(d.name, d.format) for d in agreement.documents] == [
        ("b.docx", "docx"),
        ("a.md", "markdown"),
        ("c.txt", "text"),
    ]
    assert agreement.documents[0].sha256 == hashlib.sha256(word).hexdigest()
    assert agreement.complete


def test_what_cannot_be_read_is_there_without_blocks(tmp_path: Path) -> None:
    good, bad = write(tmp_path / "avtal.txt", b"Text."), write(tmp_path / "bilaga.html", b"<html>")
    agreement = read_agreement([good, bad, tmp_path / "saknas.docx"])
    assert [(d.name, d.format, d.unread) for d in agreement.documents] == [
        ("avtal.txt", "text", ()),
        ("bilaga.html", "unknown", ("webbsida (HTML)",)),
        ("saknas.docx", "unknown", ("filen finns inte",)),
    ]
    assert not agreement.complete


def test_nothing_readable_is_an_error_with_the_first_sentence(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a.html", b"<html>"), write(tmp_path / "b.rtf", b"{\\rtf1")]
    with pytest.raises(UnreadableError, match=r"Filen a\.html är en webbsida") as caught:
        read_agreement(paths)
    assert caught.value.exit_code is ExitCode.UNREADABLE


def test_missing_file_folder_and_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^Filen saknas\.docx finns inte\. Kontrollera"):
        read_document(tmp_path / "saknas.docx")
    with pytest.raises(UnreadableError, match="är en mapp"):
        read_agreement([tmp_path])
    with pytest.raises(UnreadableError):
        read_agreement([])


def test_equal_names_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [write(tmp_path / place / "avtal.txt", place.encode()) for place in ("a/x", "b/x", "c")]
    names = [document.name for document in read_agreement(paths).documents]
    assert names == ["a/x/avtal.txt", "b/x/avtal.txt", "c/avtal.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "avtal.txt", b"Text.")
    agreement = read_agreement([path, tmp_path / "." / "avtal.txt", path])
    assert [document.name for document in agreement.documents] == ["avtal.txt"]


def test_size_is_checked_before_reading_on(tmp_path: Path) -> None:
    path = write(tmp_path / "avtal.txt", b"Text. " * 100)
    for limits in (Limits(file_bytes=100), Limits(text_bytes=100)):
        with pytest.raises(UnreadableError, match="för stor"):
            read_document(path, ReadingOptions(limits=limits))


def test_names_are_composed(tmp_path: Path) -> None:
    path = write(tmp_path / "la\u0308karavtal.txt", b"Text.")
    assert read_document(path).name == "läkaravtal.txt"
    assert texts(read_document(path)) == ["Text."]
