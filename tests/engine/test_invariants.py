"""What must hold whatever the agreement says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskoll.agreement import Block
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.readers import read_agreement
from tests.conftest import AS_OF
from tests.engine.agreements import SAMPLES, assert_quotes_verbatim, few, verdicts, with_blocks

UNRELATED = [
    "Besökare parkerar på grusplanen bakom förvaltningshuset.",
    "Växeln är öppen under sommaren mellan klockan nio och tolv.",
    "Kommunens fordon tvättas varje vecka av en upphandlad leverantör.",
    "Konferensrummet bokas genom receptionen.",
    "Leasingavtalet för kopiatorn löper i tre år och sägs upp med tre månaders varsel.",
]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_quote_is_verbatim_at_its_offsets(path: Path, checklist: Checklist) -> None:
    agreement = read_agreement([path])
    report = audit_agreement(agreement, as_of=AS_OF, checklist=checklist)
    assert_quotes_verbatim(report, agreement)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_input_gives_the_same_report(path: Path, checklist: Checklist) -> None:
    one = audit_agreement(read_agreement([path]), as_of=AS_OF, checklist=checklist)
    other = audit_agreement(read_agreement([path]), as_of=AS_OF, checklist=checklist)
    assert one.model_dump_json() == other.model_dump_json()


@few(8)
@given(data=st.data())
def test_an_unrelated_paragraph_changes_no_verdict(data: st.DataObject, checklist: Checklist) -> None:
    agreement = read_agreement([data.draw(st.sampled_from(SAMPLES))])
    blocks = list(agreement.documents[0].blocks)
    before = verdicts(agreement, checklist)
    headings = [i for i, block in enumerate(blocks) if block.kind == "heading"]
    place = data.draw(st.sampled_from([*headings, len(blocks)]))
    text = data.draw(st.sampled_from(UNRELATED))
    near = blocks[place - 1] if place else blocks[0]
    added = Block(ordinal=-1, kind="paragraph", text=text, headings=near.headings, section=near.section)
    blocks.insert(place, added)
    assert verdicts(with_blocks(agreement, blocks), checklist) == before


DUTIES = [
    ("UP-01", "Avtalet {n}följs upp en gång per år.", "inte "),
    ("UP-01", "Parterna {n} följa upp läkarmedverkan varje år.", "ska|ska inte"),
    ("DR-01", "Regionen {n} läkarbedömning dygnet runt.", "erbjuder|erbjuder inte"),
    ("OM-03", "Läkarmedverkan {n} dagverksamhet.", "omfattar|omfattar inte"),
    ("OM-04", "Läkarmedverkan {n} patienter i ordinärt boende.", "omfattar|omfattar inte"),
    ("FO-08", "Läkaren {n} läkemedelsgenomgång vid inflyttning och därefter årligen.", "gör|gör inte"),
    ("SA-03", "Regionens läkare {n} i samordnad individuell plan, som kommunen kallar till.", "deltar|deltar inte"),
]


@pytest.mark.parametrize(
    ("requirement", "sentence", "words"), DUTIES, ids=[f"{d[0]}-{i}" for i, d in enumerate(DUTIES)]
)
def test_a_denied_duty_is_never_met(requirement: str, sentence: str, words: str, audit_text) -> None:  # type: ignore[no-untyped-def]
    positive, negative = words.split("|") if "|" in words else ("", words)
    assert audit_text(sentence.format(n=positive)).result(requirement).verdict in ("met", "partial")
    assert audit_text(sentence.format(n=negative)).result(requirement).verdict in ("missing", "conflict")
