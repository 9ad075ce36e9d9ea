"""Two versions of an agreement, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from avtalskoll.checklist.checklist import Structure
from avtalskoll.comparing.alignment import AlignedPair, align
from avtalskoll.comparing.alterations import alterations
from avtalskoll.comparing.comparison import Alteration, ClauseChangeKind, ComparedClause, ComparedText
from avtalskoll.comparing.worded import inherited_words, own_words
from avtalskoll.engine.clause import Clause

Understood = tuple[Sequence[str], Sequence[Clause]]
"""The names of a version's documents, and its clauses."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def clause_changes(old: Understood, new: Understood, structure: Structure) -> tuple[ComparedClause, ...]:
    """What became of every clause, without tables of contents, in the order of the new version."""
    pairs = align(old[1], new[1])
    counterparts = {pair.old.index: pair.new.index for pair in pairs if pair.old and pair.new}
    return tuple(_changed(pair, old[0], new[0], structure, counterparts) for pair in pairs)


def _changed(
    pair: AlignedPair, old: Sequence[str], new: Sequence[str], structure: Structure, counterparts: Mapping[int, int]
) -> ComparedClause:
    same = pair.same_words or _only_renumbered(pair, counterparts)
    kind: ClauseChangeKind = "removed" if pair.new is None else "added" if pair.old is None else "reworded"
    if same:
        kind = "moved" if pair.moved else "unchanged"
    return ComparedClause(
        kind=kind,
        moved=pair.moved,
        heading=any(clause is not None and clause.block.kind == "heading" for clause in (pair.old, pair.new)),
        before=_text(pair.old, old) if pair.old else None,
        after=_text(pair.new, new) if pair.new else None,
        alterations=() if pair.old is None or pair.new is None else _altered(pair.old, pair.new, same, structure),
    )


def _altered(old: Clause, new: Clause, same: bool, structure: Structure) -> tuple[Alteration, ...]:
    if same and inherited_words(old) == inherited_words(new) and old.role == new.role:
        return _pointing(old, new)
    return (*alterations(old, new, structure), *_pointing(old, new))


def _pointing(old: Clause, new: Clause) -> tuple[Alteration, ...]:
    """That something the clause refers to was there and is not, or the other way round."""
    if old.defers_to_absent == new.defers_to_absent or not (old.defers and new.defers):
        return ()
    sentence = (
        "Det som texten hänvisar till finns inte i det nya underlaget."
        if new.defers_to_absent
        else "Det som texten hänvisar till finns nu i underlaget."
    )
    return (Alteration(kind="reference", sentence=sentence),)


def _only_renumbered(pair: AlignedPair, counterparts: Mapping[int, int]) -> bool:
    """Whether the words differ only in the numbers of sections that the clause refers to, and mean the same ones."""
    old, new = pair.old, pair.new
    if old is None or new is None or not old.refers_to or not new.refers_to:
        return False
    before, after = own_words(old), own_words(new)
    if len(before) != len(after) or not all(
        one == other or (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other))
        for one, other in zip(before, after, strict=True)
    ):
        return False
    meant = {counterparts[index] for index in old.refers_to if index in counterparts}
    return bool(meant) and meant <= set(new.refers_to)


def _text(clause: Clause, documents: Sequence[str]) -> ComparedText:
    block = clause.block
    return ComparedText(
        text=clause.quote,
        document=documents[clause.document],
        section=block.section,
        page=block.page,
        block=block.ordinal,
        start=clause.start,
        end=clause.end,
        fingerprint=clause.fingerprint,
    )


def with_requirements(
    clauses: Iterable[ComparedClause], deciding: Mapping[int, Sequence[str]]
) -> tuple[ComparedClause, ...]:
    """The clauses with the requirements that each decides, by its index."""
    return tuple(
        clause.model_copy(update={"requirements": tuple(deciding[index])}) if index in deciding else clause
        for index, clause in enumerate(clauses)
    )
