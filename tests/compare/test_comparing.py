from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import avtalskoll
from avtalskoll.audit_report import Facts
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.comparing.comparing import compare
from avtalskoll.comparing.comparison import Comparison
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.reports.compare.json import render_json
from tests.compare.drafts import CHAPTERS, UNRELATED, Chapter, agreement, compared, kinds
from tests.conftest import AS_OF
from tests.engine.agreements import few
from tools.audit_samples import drafts

CHECKLIST = load_checklist()
SAMPLE = next(iter(drafts().values()))
OPPOSITE = {"new": "resolved", "resolved": "new", "weakened": "strengthened", "strengthened": "weakened"}


@pytest.fixture(scope="module")
def sample() -> Comparison:
    return compare(*SAMPLE, as_of=AS_OF, checklist=CHECKLIST)


def _changed(title: str, before: str, after: str) -> str:
    """The agreement with a sentence of the chapter in other words."""
    chapters: list[Chapter] = [
        (name, [after if one == title and sentence == before else sentence for sentence in own])
        for one, own in CHAPTERS
        for name in (one,)
    ]
    return agreement(chapters)


def test_an_agreement_and_itself() -> None:
    comparison = compared(agreement(CHAPTERS), agreement(CHAPTERS), CHECKLIST)
    assert set(kinds(comparison).values()) == {"unchanged"}
    assert {clause.kind for clause in comparison.clauses} == {"unchanged"}
    assert "samma innehåll" in comparison.notices[0]


@few(6)
@given(place=st.integers(0, len(CHAPTERS)))
def test_an_inserted_chapter_weakens_nothing(place: int) -> None:
    """The numbers of all chapters below change, and the reference to one of them; all else is as it was."""
    new = [*CHAPTERS[:place], UNRELATED, *CHAPTERS[place:]]
    comparison = compared(agreement(CHAPTERS), agreement(new), CHECKLIST)
    assert set(kinds(comparison).values()) == {"unchanged"}
    assert {clause.kind for clause in comparison.clauses} == {"unchanged", "added"}
    assert comparison.summary.clauses.added == 1 + len(UNRELATED[1])


@few(8)
@given(
    changes=st.dictionaries(
        st.integers(0, len(CHAPTERS) - 1), st.sampled_from(["gone", "bör", "last", "half"]), max_size=3
    )
)
def test_the_way_back_is_the_opposite(changes: dict[int, str]) -> None:
    chapters: list[Chapter] = []
    last: list[Chapter] = []
    for number, (title, sentences) in enumerate(CHAPTERS):
        change = changes.get(number)
        if change == "bör":
            sentences = [sentence.replace(" ska ", " bör ") for sentence in sentences]
        if change == "half":
            sentences = [sentence.replace("{Uppföljning}", "2") for sentence in sentences[::2]]
        if change != "gone":
            plain = [sentence.replace("{Uppföljning}", "4") for sentence in sentences]
            (last if change == "last" else chapters).append((title, plain))
    old, new = agreement(CHAPTERS), agreement([*chapters, *last])
    there, back = compared(old, new, CHECKLIST), compared(new, old, CHECKLIST)
    assert kinds(back) == {id: OPPOSITE.get(kind, kind) for id, kind in kinds(there).items()}
    counts, other = there.summary.clauses, back.summary.clauses
    assert (counts.added, counts.removed, counts.moved) == (other.removed, other.added, other.moved)
    assert (counts.reworded, counts.unchanged) == (other.reworded, other.unchanged)


def test_a_duty_that_becomes_advice_is_a_new_gap_with_both_quotes_and_the_words() -> None:
    before = "Regionen ska vid behov erbjuda bedömning av läkare oavsett tid på dygnet."
    after = "Regionen bör vid behov erbjuda bedömning av läkare oavsett tid på dygnet."
    comparison = compared(agreement(CHAPTERS), _changed("Dygnet runt", before, after), CHECKLIST)
    change = next(requirement for requirement in comparison.requirements if requirement.id == "DR-01")
    assert (change.kind, change.verdict_before, change.verdict_after) == ("new", "met", "partial")
    assert [alteration.kind for alteration in change.alterations] == ["force"]
    (clause,) = [comparison.clauses[i] for i in change.clauses if comparison.clauses[i].kind == "reworded"]
    assert clause.before is not None
    assert clause.after is not None
    assert (clause.before.text, clause.after.text) == (before, after)
    assert "DR-01" in clause.requirements
    assert comparison.worse


def test_another_number_is_told_where_the_verdict_stays() -> None:
    """Also where only the decimals differ."""
    before = "Regionen ska avsätta två timmar läkartid per vecka och tjugo platser."
    half, more = (before.replace("två", number) for number in ("2,5", "2,8"))
    comparison = compared(_changed("Omfattning", before, half), _changed("Omfattning", before, more), CHECKLIST)
    change = next(requirement for requirement in comparison.requirements if requirement.id == "OM-05")
    assert (change.kind, change.verdict_before) == ("reworded", change.verdict_after)
    assert [alteration.sentence.rpartition(": ")[2] for alteration in change.alterations] == ["högre."]


def test_the_sample_shows_every_kind_of_change(sample: Comparison) -> None:
    told = {alteration.kind for clause in sample.clauses for alteration in clause.alterations}
    assert told >= {"force", "reservation", "condition", "exception", "deferral", "quantity", "party", "negation"}
    assert {clause.kind for clause in sample.clauses} == {"unchanged", "moved", "reworded", "added", "removed"}
    assert {kind for kind, number in sample.summary.requirements if number} >= {"new", "weakened", "resolved"}
    by_id = kinds(sample)
    assert (by_id["OV-01"], by_id["SA-06"], by_id["UP-04"]) == ("new", "resolved", "weakened")
    assert sample.summary.clauses.unchanged > 150  # the new chapter and the numbers below it change nothing


def test_every_text_stands_in_its_document_and_every_index_in_the_list(sample: Comparison) -> None:
    for requirement in sample.requirements:
        for index in requirement.clauses:
            assert requirement.id in sample.clauses[index].requirements
        quotes = {quote.quote for quote in (*requirement.quotes_before, *requirement.quotes_after)}
        texts = {
            text.text
            for index in requirement.clauses
            for text in (sample.clauses[index].before, sample.clauses[index].after)
            if text is not None
        }
        assert quotes <= texts


def test_the_same_twice_gives_the_same_bytes(sample: Comparison) -> None:
    assert render_json(compare(*SAMPLE, as_of=AS_OF, checklist=CHECKLIST)) == render_json(sample)


def test_json_is_the_model(sample: Comparison) -> None:
    data = json.loads(render_json(sample))
    assert data["schema"] == "avtalskoll.compare/1"
    assert Comparison.model_validate(data) == sample


def test_some_requirements_only(sample: Comparison) -> None:
    some = sample.only({"OV-01", "UP-01"})
    assert list(kinds(some)) == ["UP-01", "OV-01"]
    assert some.summary.requirements.new == 1
    assert {id for clause in some.clauses for id in clause.requirements} <= {"OV-01", "UP-01"}
    assert some.summary.clauses == sample.summary.clauses


def test_as_of_facts_and_the_public_name(tmp_path: Path) -> None:
    for name in ("gammalt.md", "nytt.md"):
        (tmp_path / name).write_text(agreement(CHAPTERS), encoding="utf-8")
    facts = Facts(home_care_transferred=False)
    comparison = avtalskoll.compare(
        tmp_path / "gammalt.md", [tmp_path / "nytt.md"], as_of=date(2026, 9, 1), facts=facts, checklist=CHECKLIST
    )
    assert (comparison.as_of, comparison.facts) == (date(2026, 9, 1), facts)
    assert [side.documents[0].name for side in (comparison.old, comparison.new)] == ["gammalt.md", "nytt.md"]


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    readable, broken = tmp_path / "avtal.md", tmp_path / "trasig.docx"
    readable.write_text(agreement(CHAPTERS), encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04")
    for old, new in ((readable, broken), (broken, readable)):
        with pytest.raises(UnreadableError):
            compare(old, new, checklist=CHECKLIST)
    with pytest.raises(WrongUseError):
        compare([], readable, checklist=CHECKLIST)
    with pytest.raises(WrongUseError):
        compare(readable, readable, as_of=date(2010, 1, 1), checklist=CHECKLIST)


def test_different_regions_are_told(checklist: Checklist) -> None:
    old = agreement(CHAPTERS)
    comparison = compared(old, old.replace("Region Norrsund", "Region Sydsund"), checklist)
    assert any("Region Norrsund och Region Sydsund" in notice for notice in comparison.notices)
