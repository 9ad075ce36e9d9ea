"""The agreement as avtalskoll understands it: what `avtalskoll show` prints, before anything is judged."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.agreement import Agreement, Block, BlockKind
from avtalskoll.audit_report import NotedText
from avtalskoll.auditing.noted import noted_texts
from avtalskoll.checklist import Checklist
from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine.clause import Clause, Role
from avtalskoll.engine.understanding import understand
from avtalskoll.readers.options import View

Topic = Literal["own", "other", ""]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class ReadClause(_Model):
    """A clause: `start` and `end` are offsets in the text of its block."""

    start: int
    end: int
    text: str
    role: Role
    topic: Topic
    """"own": it speaks of doctors or läkarmedverkan; "other": of another matter; "": of neither in so many words."""


class ReadBlock(_Model):
    """A block with its place and its clauses."""

    ordinal: int
    kind: BlockKind
    number: str
    level: int
    section: str
    headings: tuple[str, ...]
    lead_in: int | None
    parent: int | None
    table: int | None
    row: int | None
    column: int | None
    row_heads: tuple[str, ...]
    column_heads: tuple[str, ...]
    page: int | None
    text: str
    clauses: tuple[ReadClause, ...]


class ReadFile(_Model):
    """One file of the agreement."""

    name: str
    sha256: str
    format: str
    pages: int | None
    unread: tuple[str, ...]
    warnings: tuple[str, ...]
    noted: tuple[NotedText, ...]
    blocks: tuple[ReadBlock, ...]


class AgreementStructure(_Model):
    """All files in order, in one view of their tracked changes."""

    schema_: Literal["avtalskoll.structure/1"] = Field(default="avtalskoll.structure/1", alias="schema")
    view: View
    documents: tuple[ReadFile, ...]


def structure_of(agreement: Agreement, checklist: Checklist, view: View = "accepted") -> AgreementStructure:
    """What the program makes of an agreement that was read in `view`."""
    clauses: dict[tuple[int, int], list[ReadClause]] = {}
    for clause in understand(agreement, checklist):
        own = clauses.setdefault((clause.document, clause.block.ordinal), [])
        # A tick in a table makes a clause of its row's head once more; as text it stands once.
        if not any(known.start == clause.start for known in own):
            own.append(_clause(clause, checklist.manifest.structure))
    documents = tuple(
        ReadFile(
            name=document.name,
            sha256=document.sha256,
            format=document.format,
            pages=document.pages,
            unread=document.unread,
            warnings=document.warnings,
            noted=noted_texts(document),
            blocks=tuple(_block(block, clauses.get((number, block.ordinal), ())) for block in document.blocks),
        )
        for number, document in enumerate(agreement.documents)
    )
    return AgreementStructure(view=view, documents=documents)


def _clause(clause: Clause, structure: Structure) -> ReadClause:
    topic: Topic = ""
    if clause.role == "other_topic":
        topic = "other"
    elif any(clause.passage.has(concept) for concept in (structure.own_matter, structure.own_topic, structure.doctor)):
        topic = "own"
    return ReadClause(start=clause.start, end=clause.end, text=clause.quote, role=clause.role, topic=topic)


def _block(block: Block, clauses: list[ReadClause] | tuple[()]) -> ReadBlock:
    shared = {name: getattr(block, name) for name in ReadBlock.model_fields if name != "clauses"}
    return ReadBlock(**shared, clauses=tuple(clauses))
