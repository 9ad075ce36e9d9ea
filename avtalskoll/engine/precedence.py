"""A stated order of precedence between the documents of a set (reading rule R14)."""

from __future__ import annotations

import re

from avtalskoll.agreement import Agreement, Document
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.normal import normalise

_STATES_ORDER = re.compile(
    r"rangordning|företräde|inbördes ordning|motstridig|motsägelse|motsäger|strider mot varandra|"
    r"bristande överensstämmelse|"
    r"står i strid med|går detta avtal före|gäller i följande ordning|tolkningsordning|skiljer sig åt|"
    r"avviker från varandra"
)
_KINDS = {
    "tillägg": re.compile(r"till[äa]ggsavtal\w*|till[äa]ggsöverenskommelse\w*|tillägg\w*|ändringsavtal\w*"),
    "bilaga": re.compile(r"bilag\w*"),
    "lokal": re.compile(r"lokal\w* (?:avtal|överenskommelse|rutin)\w*"),
    "huvud": re.compile(
        r"huvudavtal\w*|ramavtal\w*|detta avtal|avtalet|avtalstext\w*|huvudöverenskommelse\w*|överenskommelsen"
    ),
}


def document_kind(document: Document) -> str:
    """Which kind of document a file is, by its name and its first words: huvud, bilaga, tillägg or lokal."""
    title = next((block.text for block in document.blocks if block.text.strip()), "")
    return _kind(document.name, title[:120]) or "huvud"


def kind_of(clause: Clause, agreement: Agreement) -> str:
    """Which kind of document a clause stands in; an annex in the same file is told by its heading."""
    return _kind(*clause.block.headings[:1]) or document_kind(agreement.documents[clause.document])


def _kind(*texts: str) -> str | None:
    for text in texts:
        plain = re.sub(r"[_\-.]", " ", normalise(text).text)
        for kind in ("tillägg", "bilaga", "lokal"):
            match = _KINDS[kind].search(plain)
            if match and match.start() < 40:
                return kind
    return None


def stated_order(clauses: list[Clause]) -> tuple[str, ...]:
    """Kinds of documents from the highest rank, as the text states it; () where it states none."""
    for clause in clauses:
        if clause.role in ("heading", "toc", "background"):
            continue
        text = clause.plain
        in_heading = any(_STATES_ORDER.search(normalise(heading).text) for heading in clause.block.headings)
        if not (_STATES_ORDER.search(text) or in_heading):
            continue
        family = " ".join(clauses[index].plain for index in clause.siblings)
        order = _order_in(text) or _order_in(family)
        if len(order) > 1:
            return order
    return ()


def _order_in(text: str) -> tuple[str, ...]:
    places = sorted((match.start(), kind) for kind, pattern in _KINDS.items() if (match := pattern.search(text)))
    order = [kind for _, kind in places]
    # "bilagorna ska vika för avtalet", "avtalet, trots vad bilagan säger"
    if re.search(r"viker|vika för|underordna", text):
        order.reverse()
    return tuple(order) if re.search(r"före|företräde|ordning|gäller|viker|vika|underordna", text) else ()
