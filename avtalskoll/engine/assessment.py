"""One agreement against one checklist on one date: the engine's whole work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AbsentDocument, Facts
from avtalskoll.checklist import Checklist, Requirement
from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine import reasons
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.deciding import Decider
from avtalskoll.engine.finding import Finding
from avtalskoll.engine.law_currency import find_citations
from avtalskoll.engine.matching import Matcher
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.references import absent_documents, documents_in_set
from avtalskoll.engine.special import decide_citations, decide_validity
from avtalskoll.engine.understanding import understand
from avtalskoll.engine.validity import Validity, find_validity
from avtalskoll.swedish.normal import normalise, plain_text
from avtalskoll.swedish.tokens import tokenise

_FIRST_BLOCKS = 12
_DECIDED = re.compile(
    r"(?<!inte )(?<!ännu )(?:fastställ(?:des|ts|t)|antog(?:s)?|antagits|undertecknades|undertecknats) (?:av|den)"
)
"""Among the first blocks: the agreement has been decided, whatever draft it came from."""
_SHARE_OF_DOCTORS = 0.25
_SHORT_TEXT = 20
_OF_AGREEMENT = re.compile(r"^(?:detta |det här )?(?:ram|huvud)?(?:avtal|överenskommelse)\w*")


@dataclass(frozen=True, eq=False)
class Assessment:
    """Findings by requirement id, in the checklist's order, and what was learnt on the way."""

    findings: dict[str, Finding]
    validity: Validity
    draft: bool
    about_lakarmedverkan: bool
    absent: tuple[AbsentDocument, ...]
    clauses: list[Clause]


def assess(
    agreement: Agreement,
    checklist: Checklist,
    as_of: date,
    facts: Facts,
    requirements: Iterable[Requirement] | None = None,
) -> Assessment:
    """Judge the agreement, on all requirements unless some are named. No I/O; same arguments, same result."""
    structure = checklist.manifest.structure
    clauses = understand(agreement, checklist)
    matcher = Matcher(clauses, checklist.vocabulary, structure)
    decider = Decider(matcher)
    validity = find_validity(clauses)
    draft = _is_draft(agreement, clauses, checklist)
    about = _about(clauses, structure)
    findings: dict[str, Finding] = {}
    for requirement in checklist.requirements if requirements is None else requirements:
        special = requirement.rules.special
        if special == "giltighet":
            finding = decide_validity(requirement, decider, validity, as_of, draft)
        elif special == "lagrum":
            finding = decide_citations(requirement, decider, find_citations(clauses, checklist.provisions, as_of))
        else:
            finding = decider.decide(requirement)
        finding = _dated(requirement, finding, as_of)
        finding = _by_facts(requirement, finding, facts)
        if not agreement.complete and (
            finding.verdict == "missing"
            or (requirement.prohibition and finding.verdict == "met" and not finding.cleared)
        ):
            finding = Finding("not_assessable", "En del av underlaget kunde inte läsas, så frågan går inte att bedöma.")
        findings[requirement.id] = (
            finding if about or len(clauses) <= _SHORT_TEXT else _of_our_matter(requirement, finding, structure)
        )
    absent = absent_documents(agreement, documents_in_set(agreement))
    return Assessment(findings, validity, draft, about, absent, clauses)


def _of_our_matter(requirement: Requirement, finding: Finding, structure: Structure) -> Finding:
    """In a text that is no agreement on läkarmedverkan, only clauses that speak of doctors count (reading rule R5)."""
    concepts = (structure.own_matter, structure.doctor)
    passages = [
        passage
        for quoted in finding.quoted
        for passage in (quoted.clause.passage, *quoted.clause.headings, *quoted.clause.around)
    ]
    if not passages or any(passage.has(concept) for passage in passages for concept in concepts):
        return finding
    return Finding("met", reasons.SILENT) if requirement.prohibition else Finding("missing", reasons.MISSING)


def _dated(requirement: Requirement, finding: Finding, as_of: date) -> Finding:
    dating = requirement.dating
    if dating is None or as_of >= dating.before:
        return finding
    if dating.not_applicable:
        return Finding("not_applicable", dating.note or "Regeln gällde inte på granskningsdagen.")
    caveats = (*finding.caveats, dating.note) if dating.note else finding.caveats
    if finding.verdict == "conflict" and dating.conflict_is_partial:
        return replace(finding, verdict="partial", caveats=caveats)
    return replace(finding, caveats=caveats)


def _by_facts(requirement: Requirement, finding: Finding, facts: Facts) -> Finding:
    if (
        requirement.rules.home_care
        and facts.home_care_transferred is False
        and finding.verdict in ("missing", "conflict")
    ):
        return Finding(
            "not_applicable",
            "Enligt uppgift vid granskningen har ansvaret för hälso- och sjukvård i hemmet inte överlåtits till "
            "kommunen.",
        )
    return finding


def _is_draft(agreement: Agreement, clauses: list[Clause], checklist: Checklist) -> bool:
    """Whether the agreement calls itself a draft: in a file's name, its first words, or a running head or watermark."""
    structure = checklist.manifest.structure
    for document in agreement.documents:
        if re.search(r"utkast|förslag|arbetsmaterial|draft", plain_text(document.name)):
            return True
    if any(_DECIDED.search(clause.plain) for clause in clauses if clause.block.ordinal < _FIRST_BLOCKS):
        return False
    heads = (aside.text for document in agreement.documents for aside in document.asides if aside.kind == "header")
    for head in heads:
        words = Passage(tokenise(normalise(head)), checklist.vocabulary)
        if words.has(structure.draft) or words.has(structure.undecided):
            return True
    for clause in clauses:
        early = clause.block.ordinal < _FIRST_BLOCKS
        if early and (clause.passage.has(structure.draft) or clause.passage.has(structure.undecided)):
            return True
        undecided = clause.role == "operative" and clause.passage.has(structure.undecided)
        if undecided and _OF_AGREEMENT.search(clause.plain):
            return True
    return False


def _about(clauses: list[Clause], structure: Structure) -> bool:
    """Whether the text is about läkarmedverkan at all: its title, several passages, or one in a short text."""
    title = next((clause for clause in clauses if clause.role != "toc"), None)
    if title is not None and title.passage.has(structure.own_matter):
        return True
    speaking = sum(clause.passage.has(structure.own_matter) for clause in clauses)
    doctors = sum(clause.role == "operative" and clause.passage.has(structure.doctor) for clause in clauses)
    operative = sum(clause.role == "operative" for clause in clauses)
    return (
        speaking >= 3
        or (speaking >= 1 and len(clauses) <= _SHORT_TEXT)
        or (doctors >= 5 and doctors >= _SHARE_OF_DOCTORS * operative)
    )
