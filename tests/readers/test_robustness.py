"""Documents nobody here wrote: each is read with its words in place, or refused for the right reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from avtalskoll.readers.refusals import Reason
from tools.robustness.wild import FOLDER, Wild, try_wild, wild_documents

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of foreign documents is not here"),
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="the harness watches forked processes"),
]
DOCUMENTS = wild_documents() if FOLDER.is_dir() else []


@pytest.mark.parametrize("wild", DOCUMENTS, ids=lambda wild: wild.path.name)
def test_foreign_documents(wild: Wild) -> None:
    done = try_wild(wild)
    assert done.trouble == ""
    assert done.watched.peak < 2**30


def test_the_list_can_be_failed(tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    path.write_text("Regionen ska utse en läkare.", encoding="utf-8")
    assert try_wild(Wild(path, ("utse en läkare",), False, None)).trouble == ""
    assert "without ['en jurist']" in try_wild(Wild(path, ("en jurist",), False, None)).trouble
    assert "something unread" in try_wild(Wild(path, ("läkare",), True, None)).trouble
    assert "must be refused" in try_wild(Wild(path, (), False, Reason.SCANNED)).trouble
    path.write_bytes(b"PK\x03\x04")
    assert "must be read" in try_wild(Wild(path, ("läkare",), False, None)).trouble
