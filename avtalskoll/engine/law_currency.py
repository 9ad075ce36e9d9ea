"""Whether the agreement cites the law as it stands (FM-03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from avtalskoll.checklist.provisions import Provisions
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.lawrefs import LawReference, law_references


@dataclass(frozen=True, eq=False)
class Citation:
    """A clause that cites law: `outdated` is the Swedish explanation where something in it was outdated."""

    clause: Clause
    names_provision: bool
    names_act: bool
    outdated: str = ""


def find_citations(clauses: list[Clause], provisions: Provisions, as_of: date) -> list[Citation]:
    """All clauses that cite HSL for the agreement or hold an outdated reference on `as_of`."""
    found = []
    for clause in clauses:
        if clause.role in ("toc", "replaced", "negotiation"):
            continue
        text = clause.plain
        references = law_references(text)
        outdated = _outdated(clause, references, provisions, as_of)
        hsl = [
            reference for reference in references if reference.act in ("HSL", "") and reference.sfs in ("", "2017:30")
        ]
        provision = any(r.chapter == "16" and r.section in ("1", "") for r in hsl)
        act = any(r.act == "HSL" and _concerns_doctors(r) for r in references) and clause.block.kind != "heading"
        if provision or act or outdated:
            found.append(Citation(clause, provision, act, outdated))
    return found


def _concerns_doctors(reference: LawReference) -> bool:
    """Whether a citation of HSL can be the basis for läkarmedverkan: the act alone, or a provision on doctors' care."""
    if not reference.chapter and not reference.section:
        return True
    near = (("8", "2 b"), ("16", "1"), ("16", "2"), ("16", ""), ("14", "1"), ("14", ""))
    return (reference.chapter, reference.section) in near or reference.chapter == "12"


def _outdated(clause: Clause, references: tuple[LawReference, ...], provisions: Provisions, as_of: date) -> str:
    for entry in provisions.outdated:
        if as_of < entry.since:
            continue
        if entry.concept:
            if clause.passage.has(entry.concept) and any(
                span.last > clause.own_from for span in clause.passage.hits(entry.concept)
            ):
                return entry.explanation
            continue
        for reference in references:
            if entry.sfs and reference.sfs != entry.sfs:
                continue
            if entry.act and reference.act != entry.act:
                continue
            if entry.chapter is not None and reference.chapter != entry.chapter:
                continue
            if entry.sections and reference.section not in entry.sections:
                continue
            if entry.without_year and reference.sfs:
                continue
            return entry.explanation
    return ""
