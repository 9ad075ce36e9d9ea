"""What the words that a sentence inherits do to its own, and the other way round: denial and reservation."""

from __future__ import annotations

from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.anaphora import refers_back
from avtalskoll.swedish.segment import Force


def spare_from_row(clause: Clause) -> None:
    """What the row's head denies ("Läkaren kommer inte") is not denied of what the cell says to do about it."""
    row = range(clause.counts_from, clause.own_from)
    for token in range(clause.own_from, len(clause.structure.of_token)):
        segment = clause.structure.at(token)
        segment.negators = [negator for negator in segment.negators if negator not in row]


def hand_back(clause: Clause) -> None:
    """Let "Detsamma gäller inte X" and "Undantag härifrån är X" deny of X what the sentence before said."""
    own = clause.structure.at(clause.own_from)
    if refers_back([token.word for token in clause.passage.tokens[clause.own_from :]]) == "except":
        own.negators = own.negators or [-1]
    if own.negators:
        for token in range(clause.own_from):
            clause.structure.at(token).negators = clause.structure.at(token).negators or list(own.negators)


def hand_down(clause: Clause, lead_words: int) -> None:
    """Let a lead-in that reserves or denies reserve or deny the whole item."""
    if not lead_words:
        return
    last_lead = clause.structure.at(clause.own_from - 1)
    force: Force | None = last_lead.force if last_lead.kind != "condition" else None
    if force == "weak" and not last_lead.need_only:
        clause.lead_weak = last_lead.weak_because
    says_itself = last_lead.kind in ("main", "without", "exception")
    if says_itself and last_lead.negators and not last_lead.conditional_negation:
        for token in range(clause.own_from, len(clause.structure.of_token)):
            segment = clause.structure.at(token)
            if not segment.negators and segment.kind not in ("condition", "relative"):
                segment.negators = list(last_lead.negators)
