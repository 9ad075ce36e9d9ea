"""Requirements that a rule of the engine decides in part: validity (FM-01) and law references (FM-03)."""

from __future__ import annotations

from datetime import date

from avtalskoll.checklist.patterns import Part, Pattern
from avtalskoll.checklist.requirement import Requirement
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.deciding import Decider
from avtalskoll.engine.finding import Finding, Quoted
from avtalskoll.engine.hit import Hit
from avtalskoll.engine.law_currency import Citation
from avtalskoll.engine.parts import PartResult
from avtalskoll.engine.validity import Validity

DRAFT = "Dokumentet kallar sig utkast eller förslag, eller är inte beslutat."
"""Why FM-01 is partial where that is all there is to say (reading rule R12)."""
_NOTHING = Pattern(all=("=§",))


def decide_validity(
    requirement: Requirement, decider: Decider, validity: Validity, as_of: date, draft: bool
) -> Finding:
    """FM-01: parties from the patterns, the period from the text's dates against the audit date."""
    covers = validity.covers(as_of)
    if covers:
        lacking, strength = "", "full"
    else:
        lacking, strength = ("att avtalet gäller på granskningsdagen", "weak")
    part = Part(
        name="giltighet",
        lacking=lacking or "att avtalet gäller på granskningsdagen",
        patterns=(_NOTHING,),
        alone="delvis",
    )
    hits = tuple(Hit(clause, _NOTHING, strength, "", 1) for clause in validity.clauses)  # type: ignore[arg-type]
    finding = decider.decide(requirement, (PartResult(part, hits),))
    if finding.verdict == "met" and draft:
        return Finding("partial", DRAFT, finding.quoted)
    if finding.verdict == "met" and all(clause.role == "background" for clause in validity.clauses):
        return Finding("partial", "Avtalets tid nämns bara i bakgrund eller återgivande text.", finding.quoted)
    if finding.verdict == "partial" and not covers:
        return Finding("partial", _why(validity, as_of, finding), finding.quoted, finding.missing)
    return finding


def _why(validity: Validity, as_of: date, finding: Finding) -> str:
    if validity.valid_to is not None and as_of > validity.valid_to and not validity.open_ended:
        ended, today = validity.valid_to.isoformat(), as_of.isoformat()
        return f"Avtalets giltighetstid gick ut {ended} enligt texten, före granskningsdagen {today}."
    if validity.valid_from is not None and as_of < validity.valid_from:
        begins, today = validity.valid_from.isoformat(), as_of.isoformat()
        return f"Avtalet börjar gälla {begins} enligt texten, efter granskningsdagen {today}."
    return finding.reason if not validity.clauses else "Det framgår inte säkert att avtalet gäller på granskningsdagen."


def decide_citations(requirement: Requirement, decider: Decider, citations: list[Citation]) -> Finding:
    """FM-03: HSL 16 kap. (1 §) must be cited, and nothing outdated anywhere."""
    finding = decider.decide(requirement)
    if finding.verdict == "conflict":
        return finding
    outdated = [citation for citation in citations if citation.outdated]
    if outdated:
        quoted = tuple(Quoted(citation.clause, "weakens") for citation in outdated[:6])
        reasons = list(dict.fromkeys(citation.outdated for citation in outdated))
        return Finding("partial", " ".join(reasons[:3]), quoted)
    if finding.verdict == "partial":
        return finding
    named = [
        citation.clause
        for citation in citations
        if citation.names_provision and citation.clause.block.kind != "heading"
    ]
    if named:
        return Finding(
            "met",
            "Avtalet anger 16 kap. 1 § HSL (eller 16 kap.) och ingen inaktuell hänvisning hittades.",
            _support(named),
        )
    acts = [citation.clause for citation in citations if citation.names_act]
    if acts:
        return Finding(
            "partial", "Lagen nämns, men inte bestämmelsen om läkarmedverkan (16 kap. 1 § HSL).", _support(acts)
        )
    return Finding("missing", "Ingen rättslig grund för läkarmedverkan anges.")


def _support(clauses: list[Clause]) -> tuple[Quoted, ...]:
    return tuple(Quoted(clause, "supports") for clause in clauses[:3])
