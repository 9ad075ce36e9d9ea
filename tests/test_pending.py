"""What pending tracked changes would alter: verdicts and clauses, in either view the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalskoll.api import audit
from avtalskoll.audit_report import AuditReport
from avtalskoll.checklist import Checklist
from avtalskoll.readers import ReadingOptions
from tests.conftest import AS_OF, ROOT
from tests.readers.word import TRACKED, deleted, docx, ins, p, r

DRAFT = ROOT / "sample_agreements" / "05_utkast_sparade_andringar.docx"
MARK_INSERTED = f"<w:ins {TRACKED}/>"


@pytest.fixture(scope="module")
def views(checklist: Checklist) -> dict[str, AuditReport]:
    return {
        view: audit(DRAFT, as_of=AS_OF, checklist=checklist, reading=ReadingOptions(view=view))
        for view in ("accepted", "original")
    }


def test_both_views_tell_of_the_same_changes(views: dict[str, AuditReport]) -> None:
    accepted, original = (views[view].pending_changes for view in ("accepted", "original"))
    assert accepted is not None and original is not None
    assert (accepted.view, original.view) == ("accepted", "original")
    assert accepted.changes == original.changes == 33
    assert (accepted.verdicts, accepted.clauses) == (original.verdicts, original.clauses)


def test_the_verdicts_are_those_that_each_view_gives(views: dict[str, AuditReport]) -> None:
    pending = views["accepted"].pending_changes
    assert pending is not None
    told = {verdict.id: (verdict.rejected.verdict, verdict.accepted.verdict) for verdict in pending.verdicts}
    differing = {
        new.id: (old.verdict, new.verdict)
        for old, new in zip(views["original"].results, views["accepted"].results, strict=True)
        if (old.verdict, old.display) != (new.verdict, new.display)
    }
    assert told == differing
    assert told["OV-01"] == ("conflict", "met")
    assert told["OV-04"] == ("met", "conflict")


def test_the_clauses_that_decide_stand_before_and_after(views: dict[str, AuditReport]) -> None:
    pending = views["accepted"].pending_changes
    assert pending is not None
    by_requirement = {id: clause for clause in pending.clauses for id in clause.requirements}
    changed = by_requirement["SA-03"]
    assert changed.before is not None and changed.after is not None
    assert (changed.before.text, changed.after.text) == ("Läkaren behöver inte delta.", "Läkaren deltar i planeringen.")
    assert (changed.after.section, changed.after.document) == ("7.2", DRAFT.name)
    new = by_requirement["OM-03"]
    assert new.before is None and new.after is not None
    moved = [c for c in pending.clauses if c.before and c.after and c.before.text == c.after.text]
    assert [(c.before.section, c.after.section) for c in moved if c.before and c.after] == [("1.2", "8.3")]
    deciding = [bool(clause.requirements) for clause in pending.clauses]
    assert deciding == sorted(deciding, reverse=True)


def test_blanks_and_hidden_text_are_listed_with_their_places(views: dict[str, AuditReport]) -> None:
    (document,) = views["accepted"].documents
    assert [(noted.kind, noted.section) for noted in document.noted] == [
        ("hidden", "8.5"),
        ("placeholder", "10.1"),
        ("placeholder", "10.3"),
        ("placeholder", "10.3"),
    ]
    assert document.noted[1].text == "Klicka här och ange startdatum"
    quotes = " ".join(item.quote for result in views["accepted"].results for item in result.evidence)
    assert "Internt för regionen" not in quotes


def test_without_pending_changes_there_is_nothing_to_tell(checklist: Checklist, tmp_path: Path) -> None:
    path = tmp_path / "avtal.docx"
    path.write_bytes(docx(p("Avtal om läkarmedverkan") + p("Regionen ska utse en läkare.")))
    assert audit(path, as_of=AS_OF, checklist=checklist).pending_changes is None


def test_an_agreement_that_is_all_new_had_no_text_before(checklist: Checklist, tmp_path: Path) -> None:
    path = tmp_path / "avtal.docx"
    path.write_bytes(docx(p(ins("Avtal om läkarmedverkan."), mark=MARK_INSERTED) + p(ins("Regionen ska utse läkare."))))
    pending = audit(path, as_of=AS_OF, checklist=checklist).pending_changes
    assert pending is not None and pending.compared
    assert [(c.before, c.after.text) for c in pending.clauses if c.after] == [
        (None, "Avtal om läkarmedverkan."),
        (None, "Regionen ska utse läkare."),
    ]


def test_an_annex_without_changes_is_read_alike(checklist: Checklist, tmp_path: Path) -> None:
    main, annex = tmp_path / "avtal.docx", tmp_path / "bilaga.md"
    main.write_bytes(
        docx(p("Avtal om läkarmedverkan") + p(r("Regionen ") + deleted("bör") + ins("ska") + r(" svara.")))
    )
    annex.write_text("# Bilaga 1\n\nLäkaren besöker boendet varje vecka.\n", encoding="utf-8")
    pending = audit([main, annex], as_of=AS_OF, checklist=checklist).pending_changes
    assert pending is not None and pending.compared
    assert [(c.before.text, c.after.text) for c in pending.clauses if c.before and c.after] == [
        ("Regionen bör svara.", "Regionen ska svara.")
    ]
