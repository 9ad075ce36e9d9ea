from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.web.file_label import file_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Avtal läkarmedverkan.docx", "Avtal läkarmedverkan.docx"),
        ("C:\\Users\\mas\\avtal.docx", "avtal.docx"),
        ("/etc/passwd", "passwd"),
        ("../../x.docx", "x.docx"),
        ("..", "avtal"),
        ("", "avtal"),
        (".docx", "docx"),
        ("con.docx", "_con.docx"),
        ("a\x00b\r\nc.docx", "ab c.docx"),
        ("a\u202excod.exe", "axcod.exe"),
    ],
)
def test_labels(name: str, label: str) -> None:
    assert file_label(name) == label


@given(st.text(max_size=400))
def test_a_label_leads_nowhere_and_fits_everywhere(name: str) -> None:
    label = file_label(name)
    assert label and label not in (".", "..") and len(label.encode()) <= 140
    assert PurePosixPath(label).name == label and PureWindowsPath(label).name == label
    assert label.isprintable()
    assert not label.startswith(".") and not label.endswith((".", " "))
