"""What stands beside the audit itself: pending changes, blanks and hidden text, in words and places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from avtalskoll.audit_report import AuditReport, ChangedClause, PendingChanges
from avtalskoll.reports import wording

_WORDS = re.compile(r"\s+|\d+(?:[.,:]\d+)+|\w+|[^\w\s]")
_ALIKE = 0.4
"""Clauses less alike than this are other clauses: to mark word by word what differs would only confuse."""


def shown_view(pending: PendingChanges) -> str:
    """Which view the report shows: "som om de tre spårade ändringarna vore godkända"."""
    if pending.changes == 1:
        return "som om ändringen " + ("inte vore gjord" if pending.view == "original" else "vore godkänd")
    return "som om " + ("ingen av ändringarna vore gjord" if pending.view == "original" else "alla vore godkända")


def pending_sentence(pending: PendingChanges) -> str:
    """How many changes wait, and how the report reads them."""
    changes = "En spårad ändring" if pending.changes == 1 else f"{pending.changes} spårade ändringar"
    return f"{changes} väntar på beslut. Rapporten visar avtalet {shown_view(pending)}."


@dataclass(frozen=True, slots=True)
class Words:
    """Some of a clause's words; `changed` where the other side has not the same."""

    text: str
    changed: bool


def words_before(clause: ChangedClause) -> list[Words]:
    """The clause before the changes, with the words that they alter."""
    return marked_words(clause.before.text, clause.after.text)[0] if clause.before and clause.after else []


def words_after(clause: ChangedClause) -> list[Words]:
    """The clause after the changes, with the words that they bring."""
    return marked_words(clause.before.text, clause.after.text)[1] if clause.before and clause.after else []


def is_move(clause: ChangedClause) -> bool:
    """Whether the clause only changes its place."""
    return bool(clause.before and clause.after and clause.before.text == clause.after.text)


def marked_words(before: str, after: str, least: float = _ALIKE) -> tuple[list[Words], list[Words]]:
    """Both texts with the words marked that the other has not; nothing is marked in texts less alike than `least`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio() < least:
        return [Words(before, False)], [Words(after, False)]
    sides: tuple[list[Words], list[Words]] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        for side, words in zip(sides, (old[a:b], new[c:d]), strict=True):
            if words:
                side.append(Words("".join(words), kind != "equal"))
    return tuple(_joined(side) for side in sides)  # type: ignore[return-value]


def _joined(side: list[Words]) -> list[Words]:
    """The words with no lone blank between two marked pieces, and no blank at the edge of one."""
    joined: list[Words] = []
    for place, words in enumerate(side):
        blank = not words.text.strip()
        between = 0 < place < len(side) - 1 and side[place - 1].changed and side[place + 1].changed
        changed = between if blank else words.changed
        if joined and joined[-1].changed == changed:
            joined[-1] = Words(joined[-1].text + words.text, changed)
        else:
            joined.append(Words(words.text, changed))
    edged: list[Words] = []
    for words in joined:
        if not words.changed:
            edged.append(words)
            continue
        inner = words.text.strip()
        at = words.text.index(inner)
        pieces = ((words.text[:at], False), (inner, True), (words.text[at + len(inner) :], False))
        edged += [Words(text, changed) for text, changed in pieces if text]
    return edged


@dataclass(frozen=True, slots=True)
class Noted:
    """A blank or a hidden text with its place."""

    text: str
    place: str
    times: int


def noted(report: AuditReport, kind: Literal["placeholder", "hidden"]) -> list[Noted]:
    """All blanks, or all hidden text, of all documents; what stands alike in one section is told of once."""
    found = Counter(
        (text.text, _place(document.name, text.section, text.page))
        for document in report.documents
        for text in document.noted
        if text.kind == kind
    )
    return [Noted(text, place, times) for (text, place), times in found.items()]


def _place(document: str, section: str, page: int | None) -> str:
    parts = [document, wording.mention(section)]
    if page is not None:
        parts.append(f"sidan {page}")
    return ", ".join(parts)
