"""Word's older format and RTF, by way of LibreOffice."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from avtalskoll.api import audit
from avtalskoll.checklist import Checklist
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, isolation, read_agreement
from avtalskoll.readers.converted import Conversions
from avtalskoll.readers.isolation import begin_reading
from avtalskoll.readers.libreoffice import LibreOffice
from avtalskoll.readers.request import Request
from tests.conftest import AS_OF, ROOT

from .test_sets import zipped
from .word import docx, p

needs_libreoffice = pytest.mark.skipif(LibreOffice.find() is None, reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")
RTF = rb"{\rtf1\ansi {\b Avtal om l\'e4karmedverkan}\par Regionen ska avs\'e4tta tv\'e5 timmar per vecka.\par}"


@pytest.fixture
def rtf(tmp_path: Path) -> Path:
    path = tmp_path / "avtal.rtf"
    path.write_bytes(RTF)
    return path


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called soffice, the only one on the PATH besides the shell's own."""
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


@needs_libreoffice
def test_rtf_keeps_its_name_sum_and_format_and_leaves_nothing(rtf: Path, own_temp: Path) -> None:
    document = begin_reading([rtf]).agreement().documents[0]
    assert (document.name, document.format, document.sha256) == ("avtal.rtf", "rtf", hashlib.sha256(RTF).hexdigest())
    assert [block.text for block in document.blocks] == [
        "Avtal om läkarmedverkan",
        "Regionen ska avsätta två timmar per vecka.",
    ]
    assert any("LibreOffice" in warning for warning in document.warnings)
    assert list(own_temp.iterdir()) == []


@needs_libreoffice
def test_in_a_zip_beside_what_needs_no_conversion(tmp_path: Path) -> None:
    path = tmp_path / "avtal.zip"
    path.write_bytes(zipped({"a.txt": "Text.", "b.rtf": RTF, "c.rtf": RTF}))
    for begin in (isolation._begin, isolation._spawned):
        agreement = begin(Request((path,))).agreement()
        assert [(d.name, d.format) for d in agreement.documents] == [
            ("a.txt", "text"), ("b.rtf", "rtf"), ("c.rtf", "rtf"),
        ]  # fmt: skip
        assert agreement.complete


@needs_libreoffice
def test_the_whole_audit(rtf: Path, checklist: Checklist) -> None:
    report = audit(rtf, as_of=AS_OF, checklist=checklist)
    assert report.documents[0].format == "rtf"
    assert report.documents[0].unread == ()


def test_without_libreoffice_the_sentence_says_how_to_save(rtf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match=r"avtal\.rtf är i RTF-format.*Spara avtalet som \.docx"):
        begin_reading([rtf]).agreement()


@needs_posix
@pytest.mark.parametrize(
    "script", ["exit 1", "sleep 60 & sleep 60", "for last; do :; done; echo x > ${last%/*}/ut/avtal.docx"]
)
def test_a_conversion_that_fails_or_never_ends(
    script: str, rtf: Path, own_temp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(UnreadableError, match=r"\.docx"):
        begin_reading([rtf], ReadingOptions(limits=Limits(conversion_seconds=1))).agreement()
    assert list(own_temp.iterdir()) == []


@needs_posix
@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_the_program_gets_a_profile_of_its_own_and_no_macros(
    own_temp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    stand_in(tmp_path / "bin", f'echo "$@" > {seen}; cat profile/user/*.xcu >> {seen}', monkeypatch)
    program = LibreOffice.find()
    assert program is not None
    assert program.as_docx(RTF, "rtf", Limits()) is None
    words = seen.read_text()
    assert f"-env:UserInstallation={own_temp.as_uri()}/" in words
    assert "--headless --norestore" in words
    assert "DisableMacrosExecution" in words


@needs_posix
def test_a_program_that_is_told_to_end_leaves_nothing(rtf: Path, tmp_path: Path) -> None:
    stand_in = tmp_path / "bin" / "soffice"
    stand_in.parent.mkdir()
    stand_in.write_text(f"#!/bin/sh\ntouch {tmp_path}/begun\nsleep 30\n")
    stand_in.chmod(0o755)
    temporary = tmp_path / "temp"
    temporary.mkdir()
    path = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"
    process = subprocess.Popen(
        [sys.executable, "-m", "avtalskoll", "show", str(rtf)],
        env={**os.environ, "PATH": path, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 30
    while not (tmp_path / "begun").exists() and time.monotonic() < until:
        time.sleep(0.05)
    process.terminate()
    assert process.wait(30) != 0
    assert list(temporary.iterdir()) == []


def test_what_is_converted_is_handed_over_by_its_sum(tmp_path: Path) -> None:
    path = tmp_path / "avtal.rtf"
    path.write_bytes(RTF)
    conversions = Conversions()
    with pytest.raises(UnreadableError):
        read_agreement([path], ReadingOptions(), conversions)
    digest = hashlib.sha256(RTF).hexdigest()
    assert conversions.wanted == {digest: ("rtf", RTF)}
    assert Conversions.load(conversions.dump()).wanted == conversions.wanted
    known = Conversions.load(Conversions({digest: docx(p("Text."))}).dump())
    assert read_agreement([path], ReadingOptions(), known).documents[0].blocks[0].text == "Text."
    assert known.wanted == {}
    with pytest.raises(UnreadableError):
        read_agreement([path], ReadingOptions(), conversions.given_up())
