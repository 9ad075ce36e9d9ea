"""Reading in another process gives what reading here gives, and no file can hold the program up."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions, isolation, read_agreement
from avtalskoll.readers.request import Request
from tests.conftest import ROOT

SAMPLE = sorted((ROOT / "sample_agreements").glob("*.docx"))[0]
WAYS = [
    pytest.param(
        isolation._forked, id="forked", marks=pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
    ),
    pytest.param(isolation._spawned, id="spawned"),
]


@pytest.mark.parametrize("begin", WAYS)
def test_the_same_agreement_comes_back(begin) -> None:  # type: ignore[no-untyped-def]
    assert begin(Request((SAMPLE,))).agreement() == read_agreement([SAMPLE])


@pytest.mark.parametrize("begin", WAYS)
def test_the_same_sentence_comes_back(begin, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "trasig.docx"
    path.write_bytes(b"PK\x03\x04 inte ett dokument")
    with pytest.raises(UnreadableError) as here:
        read_agreement([path])
    with pytest.raises(UnreadableError) as there:
        begin(Request((path,))).agreement()
    assert there.value.sentence == here.value.sentence


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
def test_too_little_memory_is_a_sentence() -> None:
    reading = isolation._spawned(Request((SAMPLE,), ReadingOptions(limits=Limits(memory_bytes=40 * 2**20))))
    with pytest.raises(UnreadableError, match="minne"):
        reading.agreement()


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "answer_for", lambda request: time.sleep(600))
    reading = isolation._forked(Request((SAMPLE,), ReadingOptions(limits=Limits(seconds=1))))
    with pytest.raises(UnreadableError, match="längre tid"):
        reading.agreement()
    with pytest.raises(OSError):
        os.kill(reading._pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_a_reader_that_dies_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "answer_for", lambda request: os._exit(9))
    with pytest.raises(UnreadableError, match="avbröts"):
        isolation._forked(Request((SAMPLE,))).agreement()
