"""A stated order of precedence between the documents of a set (reading rule R14)."""

from __future__ import annotations

import re

from avtalskoll.agreement import Agreement, Document
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.normal import plain_text

_STATES_ORDER = re.compile(
    r"rangordning|företräde|inbördes ordning|motstridig|motsägelse|motsäger|strider mot varandra|"
    r"bristande överensstämmelse|"
    r"står i strid med|går detta avtal före|gäller i följande ordning|tolkningsordning|skiljer sig åt|"
    r"avviker från varandra|går (?:\w+ ){0,6}isär|olika saker|emot varandra|står (?:det )?(?:\w+ ){0,2}olika|"
    r"(?:säger|anger|föreskriver) (?:\w+ ){0,6}(?:olika|skilda|annat)|"
    r"(?:i|enligt) (?:denna|nämnd|nu nämnd|angiven|ovan angiven) ordning|olika besked|"
    r"oförenlig|står emot"
)
_PREVAILS = re.compile(
    r"\b(?:gäller|har|äger) (?:alltid |då |i första hand |(?:det|vad) som (?:står|sägs|anges) i |"
    r"(?:texten|lydelsen|ordalydelsen|bestämmelserna|bestämmelsen) i )?(?:det |den )?"
)
"""What follows is the document that prevails: "går bilagan och avtalet isär gäller avtalet"."""
_NEAR_THE_START = 40
_LONGEST_TITLE = 10
_LONGEST_LABEL = 5
_KINDS = {
    "tillägg": re.compile(r"till[äa]ggsavtal\w*|till[äa]ggsöverenskommelse\w*|tillägg\w*|ändringsavtal\w*"),
    "bilaga": re.compile(r"bilag\w*"),
    "lokal": re.compile(r"lokal\w* (?:avtal|överenskommelse|rutin)\w*"),
    "huvud": re.compile(
        r"huvudavtal\w*|grundavtal\w*|ursprungsavtal\w*|ramavtal\w*|"
        r"detta avtal|avtalet|avtalstext\w*|huvudöverenskommelse\w*|överenskommelsen"
    ),
}


def document_kind(document: Document) -> str:
    """Which kind of document a file is, by its name and its first words: huvud, bilaga, tillägg or lokal."""
    title = next((block.text for block in document.blocks if block.text.strip()), "")
    return _kind(document.name, title[:120]) or "huvud"


def mark_parts(clauses: list[Clause], agreement: Agreement) -> None:
    """Note on each clause which kind of document it stands in, also where several stand in one file.

    Told by the outermost heading, by a label in the clause itself ("Tilläggsavtalet punkt 2: ..."), by a line above
    that only names a document ("Tilläggsavtal den 1 februari 2026"), else by the file.
    """
    document, named = -1, ""
    labelled: dict[tuple[int, int], str | None] = {}
    by_heading: dict[tuple[str, ...], str | None] = {}
    for clause in clauses:
        if clause.document != document:
            document, named = clause.document, document_kind(agreement.documents[clause.document])
        named = _title_kind(clause) or named
        block, outermost = (clause.document, clause.block.ordinal), clause.block.headings[:1]
        if block not in labelled:
            labelled[block] = _label_kind(clause)
        if outermost not in by_heading:
            by_heading[outermost] = _kind(*outermost)
        clause.part = by_heading[outermost] or labelled[block] or named


def names_itself(clause: Clause) -> str | None:
    """The text of a line or label that only names something: a short line without a stop, or a few words with one.

    None for other clauses. "Tilläggsavtal den 1 februari 2026", "**Huvudavtal § 9.** Uteblir läkaren ..."
    """
    text = clause.plain.strip(" *_")
    if text[-1:] == "." and len(text.split()) <= _LONGEST_LABEL and clause.structure.names_only:
        text = text.rstrip(".")
    return text if len(text.split()) <= _LONGEST_TITLE and text[-1:] not in (".", ":", ";", "") else None


def _title_kind(clause: Clause) -> str | None:
    text = names_itself(clause) if clause.block.kind in ("paragraph", "heading") else None
    return _kind(text, at_the_start=True) if text else None


def _label_kind(clause: Clause) -> str | None:
    before, colon, _ = clause.plain.partition(":")
    return _kind(before, at_the_start=True) if colon and len(before.split()) <= _LONGEST_LABEL else None


def _kind(*texts: str, at_the_start: bool = False) -> str | None:
    """The kind that a name, title or heading gives; a main agreement is told only by how a text begins."""
    for text in texts:
        plain = re.sub(r"[_\-.]", " ", plain_text(text))
        for kind, pattern in _KINDS.items():
            if kind == "huvud" and not at_the_start:
                continue
            match = pattern.match(plain) if at_the_start else pattern.search(plain)
            if match and match.start() < _NEAR_THE_START:
                return kind
    return None


def stated_order(clauses: list[Clause]) -> tuple[str, ...]:
    """Kinds of documents from the highest rank, as the text states it; () where it states none."""
    headings = {heading for clause in clauses for heading in clause.block.headings}
    stating = {heading for heading in headings if _STATES_ORDER.search(plain_text(heading))}
    for clause in clauses:
        if clause.only_names or clause.role == "background":
            continue
        text = clause.plain
        if not _STATES_ORDER.search(text) and stating.isdisjoint(clause.block.headings):
            continue
        family = " ".join(clauses[index].plain for index in clause.siblings)
        order = _order_in(text) or _order_in(family)
        if len(order) > 1:
            return order
    return ()


def _order_in(text: str) -> tuple[str, ...]:
    places = sorted((match.start(), kind) for kind, pattern in _KINDS.items() if (match := pattern.search(text)))
    order = [kind for _, kind in places]
    ends = [preferred.end() for preferred in _PREVAILS.finditer(text)]
    prevailing = next((kind for end in ends for kind in _KINDS if _KINDS[kind].match(text, end)), None)
    if prevailing is not None:
        order = [prevailing, *(kind for kind in order if kind != prevailing)]
    # "bilagorna ska vika för avtalet", "avtalet, trots vad bilagan säger"
    if re.search(r"viker|vika för|underordna", text):
        order.reverse()
    return tuple(order) if re.search(r"före|företräde|ordning|gäller|viker|vika|underordna", text) else ()
