from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import avtalskoll
from avtalskoll.audit_report import Evidence
from avtalskoll.readers import read_agreement
from avtalskoll.web.agreement_text import LaidBlock, _stretches, agreement_text
from tests.web.conftest import SAMPLES


def _blocks(laid: object) -> list[LaidBlock]:
    return [
        block
        for document in laid  # type: ignore[attr-defined]
        for piece in document.pieces
        for block in (*piece.blocks, *(block for row in piece.rows for cell in row for block in cell.blocks))
    ]


def test_all_text_is_there_once_and_the_quotes_are_marked() -> None:
    for path in sorted(SAMPLES.glob("*.docx")):
        agreement = read_agreement([path])
        report = avtalskoll.audit(path, as_of=date(2026, 11, 22))
        for result in report.results:
            if not result.evidence:
                continue
            blocks = _blocks(agreement_text(agreement, report, result.evidence))
            texts = ["".join(part.text for part in block.stretches) for block in blocks]
            assert sorted(texts) == sorted(block.text for block in agreement.documents[0].blocks)
            marked = {part.finding for block in blocks for part in block.stretches} - {None}
            assert marked, result.id
            for block in blocks:
                for part in block.stretches:
                    if part.finding is not None:
                        assert part.text in result.evidence[part.finding].quote
                        assert result.id in block.decides


def _evidence(start: int, end: int) -> Evidence:
    return Evidence(
        quote="", document="", section="", page=None, block=0, start=start, end=end, fingerprint="", role="supports"
    )


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_marks_never_lose_or_double_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = list(enumerate(_evidence(start, end) for start, end in spans))
    assert "".join(part.text for part in _stretches(text, marks)) == text


def test_tables_keep_their_heads() -> None:
    path = SAMPLES / "03_tabellavtal.docx"
    laid = agreement_text(read_agreement([Path(path)]), avtalskoll.audit(path, as_of=date(2026, 11, 22)), ())
    table = next(piece for piece in laid[0].pieces if piece.kind == "table" and len(piece.rows[0]) == 4)
    assert [cell.head for cell in table.rows[0]] == ["col"] * 4
    assert table.rows[1][0].head == "row"
    assert all(len(row) == 4 for row in table.rows), "merged cells leave empty ones"
