"""An agreement as the engine understands it, before anything is judged: clauses with all that their places add."""

from __future__ import annotations

from avtalskoll.agreement import Agreement
from avtalskoll.checklist import Checklist
from avtalskoll.engine.amendments import mark_replaced
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.clauses import build_clauses
from avtalskoll.engine.crossrefs import resolve_references
from avtalskoll.engine.definitions import apply_definitions
from avtalskoll.engine.precedence import mark_parts, stated_order
from avtalskoll.engine.references import documents_in_set, mark_deferrals


def understand(agreement: Agreement, checklist: Checklist) -> list[Clause]:
    """All clauses in order, with roles, parts, definitions, references, what replaces them and their rank."""
    clauses = build_clauses(agreement, checklist)
    mark_deferrals(clauses, checklist.manifest.structure, documents_in_set(agreement))
    mark_parts(clauses, agreement)
    mark_replaced(clauses)
    apply_definitions(clauses)
    resolve_references(clauses)
    order = stated_order(clauses)
    for clause in clauses if order else ():
        clause.rank = order.index(clause.part) if clause.part in order else len(order)
    return clauses
