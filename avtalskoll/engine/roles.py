"""What part a passage plays: operative text, background, definition, another topic."""

from __future__ import annotations

from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine.clause import Role
from avtalskoll.engine.passage import Passage


def section_role(headings: tuple[Passage, ...], structure: Structure) -> Role:
    """The role that the headings give. The innermost heading that says anything decides."""
    for heading in reversed(headings):
        if heading.has(structure.negotiation):
            return "negotiation"
        if heading.has(structure.contents) and sum(token.is_word for token in heading.tokens) == 1:
            return "toc"
        if heading.has(structure.own_heading):
            return "operative"
        if heading.has(structure.background):
            return "background"
        if heading.has(structure.definition):
            return "definition"
        if heading.has(structure.other_topic):
            return "other_topic"
    return "operative"


def opening_role(block: Passage, structure: Structure) -> Role | None:
    """The role that a block's own first words give it ("Bakgrund:", "[Kommunens förhandlingsnotering: ..."), if any."""
    words = [token.word for token in block.tokens[:14]]
    bracketed = words[:1] in (["["], ["("])
    for first, last, _ in block.hits(structure.negotiation):
        if bracketed and first <= 8:
            return "negotiation"
        if first <= 1 and ":" in words[last : last + 9]:
            return "negotiation"
    for first, last, _ in block.hits(structure.background):
        if first <= 1 and last < len(words) and words[last] in (":", ".", "–"):
            return "background"
    return None


def counts_anyway(sentence: Passage, section: Role, structure: Structure) -> bool:
    """Whether a sentence is operative though its section is not: on läkarmedverkan, or the agreement's own terms."""
    if section == "background":
        # The agreement's term, notice and review bind wherever they stand.
        return structure.own_terms is not None and sentence.has(structure.own_terms)
    return section == "other_topic" and sentence.has(structure.own_matter)


def topic_role(sentence: Passage, before: Role, structure: Structure) -> Role:
    """Whether a sentence of operative text speaks of another topic. The topic lasts to the next sentence of our own."""
    if sentence.has(structure.other_matter) and not sentence.has(structure.own_matter):
        return "other_topic"
    return "operative" if sentence.has(structure.own_topic) else before
