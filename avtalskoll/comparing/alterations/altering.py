"""All alterations between two clauses, each told once."""

from __future__ import annotations

from avtalskoll.checklist.checklist import Structure
from avtalskoll.comparing.alterations.amounts import amount_alterations
from avtalskoll.comparing.alterations.binding import binding_alterations
from avtalskoll.comparing.alterations.parties import party_alterations
from avtalskoll.comparing.alterations.references import reference_alterations
from avtalskoll.comparing.alterations.reservations import reservation_alterations
from avtalskoll.comparing.alterations.saying import Saying
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.engine.clause import Clause


def alterations(old: Clause, new: Clause, structure: Structure) -> tuple[Alteration, ...]:
    """What a reader of both clauses must know, the weightiest first; () where no law-relevant word has changed.

    Headings state no rules and have none.
    """
    if "heading" in (old.block.kind, new.block.kind):
        return ()
    before, after = Saying(old, structure), Saying(new, structure)
    found = (
        *binding_alterations(before, after),
        *party_alterations(before, after),
        *reservation_alterations(before, after),
        *amount_alterations(before, after),
        *reference_alterations(before, after),
    )
    return tuple({alteration.sentence: alteration for alteration in found}.values())
