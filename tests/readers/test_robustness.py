"""Documents nobody here wrote: each is read, or refused with a sentence, within limits of time and memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from avtalskoll.readers.libreoffice import LibreOffice

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT.parent / "shared" / "robustness"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file()) if FOLDER.is_dir() else []

_READ = """
docling__text_document_01 d2p__ControlTest d2p__created-in-pages-bulleted-lists d2p__libreoffice_conversion d2p__strict
docling__docx_list_resumed_numbering docling__unit_test_headers_numbered mammoth__text-box
pandoc__alternate_document_path pandoc__nested_instrText pandoc__notes pandoc__paragraph_insertion_deletion
pandoc__sdt_in_footnote pandoc__table_header_rowspan pandoc__track_changes_deletion
pandoc__track_changes_scrubbed_metadata poi__ComplexNumberedLists poi__EmbeddedDocument poi__MultipleBodyBug
poi__SimpleMacro poi__bib-chernigovka poi__documentProtection_readonly_no_password pt__CA009-altChunk
pt__HC031-Complicated-Document pt__RP004-Deleted-Text-in-CC pt__RP009-Deleted-Table-Row pt__RP022-NumberingChange
pt__RP050-Deleted-Footnote pt__WC050-Table-in-Text-Box pydocx__comments-rich-para rivta__AB_service_catalogue
tika__testAttachedTemplate tika__testWORD_tableInRunInsideParagraph unst__teams_chat
"""
MUST_BE_READ = _READ.split()
REFUSED_FOR = {
    "poi__crash": "är skadad",
    "poi__clusterfuzz": "är skadad",
    "tika__testZIP_corrupted": "är skadad",
    "poi__ExternalEntity": "är skadad",
    "poi__bug53475": "lösenordsskyddad",
    "msoff__ecma376": "lösenordsskyddad",
    "tika__testWORD_protected": "lösenordsskyddad",
    "poi__PasswordProtected": "lösenordsskyddad",
    "tika__testODTEncrypted": "lösenordsskyddad",
    "poi__Fuzzed": "(.doc)",
    "tika__testWORD_2006ml.doc": "(.doc)",
    "tika__testWORD_2006ml.xml": "sparat som XML",
    "poi__poc-xmlbomb": "kalkylblad",
    "tika__testAltChunkHTML": "inbäddade dokument",
    "mammoth__external-picture": "ingen läsbar text",
}

AUDITED = ("poi__Fuzzed.doc", "pandoc__formatting.rtf", "pandoc__list_complex.rtf", "tika__testRTFUmlautSpaces.rtf")

CHILD = """
import sys
from pathlib import Path
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_document
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1200 * 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
except ImportError:
    pass
sys.stdout.reconfigure(encoding="utf-8")
for name in sys.argv[1:]:
    try:
        document = read_document(Path(name))
        assert all(block.text.strip() for block in document.blocks)
        print(Path(name).name, "READ", len(document.blocks), sep="\\t")
    except UnreadableError as error:
        print(Path(name).name, "REFUSED", error.sentence, sep="\\t")
"""


@pytest.mark.skipif(not FILES, reason="the folder of foreign documents is not here")
def test_foreign_documents() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHILD, *map(str, FILES)],
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    outcomes = {
        name: (what, rest) for name, what, rest in (line.split("\t") for line in run.stdout.decode().splitlines())
    }
    assert len(outcomes) == len(FILES)
    for name, (what, rest) in outcomes.items():
        if any(name.startswith(start) for start in MUST_BE_READ):
            assert what == "READ", (name, rest)
        for start, words in REFUSED_FOR.items():
            if name.startswith(start):
                assert (what, words in rest) == ("REFUSED", True), (name, what, rest)
        if name.endswith(".rtf"):  # read by way of LibreOffice, and only outside: see below
            assert what == "REFUSED", name


@pytest.mark.skipif(not FILES, reason="the folder of foreign documents is not here")
@pytest.mark.skipif(LibreOffice.find() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", AUDITED)
def test_foreign_documents_in_old_formats(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-m", "avtalskoll", "show", str(FOLDER / name)],
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert len(run.stdout.splitlines()) > 1
