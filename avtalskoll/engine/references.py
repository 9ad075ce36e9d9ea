"""References to other documents: which are in the set, and which clauses only point elsewhere."""

from __future__ import annotations

import re

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AbsentDocument
from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.normal import normalise, plain_text

_NUMBERED = re.compile(r"\b(bilaga|bilagan|bilagor|appendix|underbilaga) ?(\d{1,2}(?:\.\d+)*[a-z]?|[a-h]\b)")
_OTHER = re.compile(
    r"\b(?:(?:särskil[dt]a?|lokal[at]?|gällande|separat[at]?|regional[at]?|gemensam(?:ma|t)?|annan|annat|andra) )+"
    r"((?:\w*rutin|\w*riktlinje|\w*överenskommelse|\w*avtal|\w*anvisning|\w*instruktion|\w*dokument)\w*)"
)


def documents_in_set(agreement: Agreement) -> set[str]:
    """Names of annexes that are there: as a file name, a title or a heading ("bilaga 2")."""
    found: set[str] = set()
    for document in agreement.documents:
        name = re.sub(r"[_\-.]+", " ", plain_text(document.name))
        name = re.sub(r"(bilaga)(\d)", r"\1 \2", name)
        found |= {f"bilaga {match.group(2)}" for match in _NUMBERED.finditer(name)}
        for number, block in enumerate(document.blocks):
            text = plain_text(block.text)
            if block.kind == "heading" or (number < 3 and len(text) < 120):
                match = _NUMBERED.match(text.lstrip())
                if match:
                    found.add(f"bilaga {match.group(2)}")
    return found


def absent_documents(agreement: Agreement, present: set[str]) -> tuple[AbsentDocument, ...]:
    """Annexes that the text names and that are not in the set, as the first section that names them writes it."""
    found: dict[str, AbsentDocument] = {}
    for document in agreement.documents:
        for block in document.blocks:
            if block.kind in ("toc",):
                continue
            text = plain_text(block.text)
            for match in _NUMBERED.finditer(text):
                name = f"bilaga {match.group(2)}"
                if name not in present and name not in found:
                    written = _as_written(block.text, match)
                    found[name] = AbsentDocument(name=written, mentioned_in=block.section)
    return tuple(document for _, document in sorted(found.items()))


def _as_written(original: str, match: re.Match[str]) -> str:
    """The name of an annex with the capitals of the text, and in the singular: "Bilaga B" for "Bilagor B och C"."""
    normal = normalise(original)
    blanks = r"\s+".join(map(re.escape, match.group().split()))
    place = re.search(rf"\b{blanks}(?!\w)", normal.text)
    start, end = normal.span(*place.span()) if place else (0, 0)
    shown = " ".join(original[start:end].replace("\u00ad", "").split()) or match.group()
    word, number = shown[: len(match.group(1))], shown[-len(match.group(2)) :]
    if match.group(1) in ("bilagan", "bilagor"):
        word = word[:5] + ("A" if word.isupper() else "a")
    return f"{word} {number}"


def _statement(clause: Clause, token: int) -> range:
    """The tokens of the statement that holds a token: the sentence, or its part between semicolons."""
    stops = [index for index, other in enumerate(clause.passage.tokens) if other.word == ";"]
    first = max((stop + 1 for stop in stops if stop < token), default=0)
    return range(first, min((stop for stop in stops if stop >= token), default=len(clause.passage.tokens)))


def mark_deferrals(clauses: list[Clause], structure: Structure, present: set[str]) -> None:
    """Note on each clause whether its main statement is that something is regulated in another document."""
    for clause in clauses:
        if clause.only_names or not clause.passage.has(structure.deferral):
            continue
        spans = clause.passage.hits(structure.deferral)
        # "om vårdcentralen inte följer det lokala avtalet" mentions a document; it leaves nothing to it.
        asides = ("relative", "condition")
        if all(span.last <= clause.own_from or clause.structure.at(span.first).kind in asides for span in spans):
            continue
        clause.defers = True
        clause.deferral = _statement(clause, spans[-1].first)
        named = {f"bilaga {match.group(2)}" for match in _NUMBERED.finditer(clause.plain)}
        clause.defers_to_absent = not named or bool(named - present)
