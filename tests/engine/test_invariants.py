"""What must hold whatever the agreement says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtalskoll.agreement import Agreement, Block, Document
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.readers import read_agreement
from tests.conftest import AS_OF, ROOT

SAMPLES = sorted((ROOT / "sample_agreements").glob("*.docx"))
UNRELATED = [
    "Besökare parkerar på grusplanen bakom förvaltningshuset.",
    "Växeln är öppen under sommaren mellan klockan nio och tolv.",
    "Kommunens fordon tvättas varje vecka av en upphandlad leverantör.",
    "Konferensrummet bokas genom receptionen.",
    "Leasingavtalet för kopiatorn löper i tre år och sägs upp med tre månaders varsel.",
]
slow = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def verdicts(agreement: Agreement, checklist: Checklist) -> dict[str, str]:
    return {r.id: r.verdict for r in audit_agreement(agreement, as_of=AS_OF, checklist=checklist).results}


def with_blocks(agreement: Agreement, blocks: list[Block]) -> Agreement:
    """The agreement with other blocks in its only document, renumbered."""
    new = {block.ordinal: place for place, block in enumerate(blocks) if block.ordinal >= 0}
    renumbered = tuple(
        block.model_copy(
            update={
                "ordinal": place,
                "lead_in": new.get(block.lead_in) if block.lead_in is not None else None,
                "parent": new.get(block.parent) if block.parent is not None else None,
            }
        )
        for place, block in enumerate(blocks)
    )
    document: Document = agreement.documents[0].model_copy(update={"blocks": renumbered})
    return Agreement(documents=(document,))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_quote_is_verbatim_at_its_offsets(path: Path, checklist: Checklist) -> None:
    agreement = read_agreement([path])
    report = audit_agreement(agreement, as_of=AS_OF, checklist=checklist)
    for result in report.results:
        for evidence in result.evidence:
            block = agreement.documents[0].blocks[evidence.block]
            assert block.text[evidence.start : evidence.end] == evidence.quote
            assert block.kind not in ("heading", "toc")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_input_gives_the_same_report(path: Path, checklist: Checklist) -> None:
    one = audit_agreement(read_agreement([path]), as_of=AS_OF, checklist=checklist)
    other = audit_agreement(read_agreement([path]), as_of=AS_OF, checklist=checklist)
    assert one.model_dump_json() == other.model_dump_json()


@slow
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


@slow
@given(data=st.data())
def test_case_soft_hyphens_and_blanks_change_no_verdict(data: st.DataObject, checklist: Checklist) -> None:
    agreement = read_agreement([data.draw(st.sampled_from(SAMPLES))])
    noise = data.draw(
        st.sampled_from([str.lower, lambda t: t.replace(" ", "\u00a0"), lambda t: t.replace("ar", "a\u00adr")])
    )
    changed = [
        block.model_copy(update={"text": noise(block.text), "headings": tuple(noise(h) for h in block.headings)})
        for block in agreement.documents[0].blocks
    ]
    assert verdicts(with_blocks(agreement, changed), checklist) == verdicts(agreement, checklist)


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
