"""Where a comment on something that the agreement lacks stands: the heading under which it would belong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from avtalskoll.agreement import Document
from avtalskoll.audit_report import AuditReport, RequirementResult

_STEM = 6
"""Words that begin alike this far are taken for the same: uppföljning, uppföljningen, uppföljas."""
_COMMON = frozenset("avtale enligt region kommun läkare parter särski angive regler patien".split())


class Headings:
    """The headings of one document and what stands under each."""

    def __init__(self, report: AuditReport, document: Document) -> None:
        self._blocks = document.blocks
        # What heads everything, the document's title, says nothing about a place.
        self._headings = [
            block.ordinal
            for block in document.blocks
            if block.kind == "heading" and block.text.strip() and (block.headings or block.ordinal > 0)
        ]
        self._votes: dict[str, Counter[int]] = {}
        for result in report.results:
            votes = self._votes.setdefault(result.group, Counter())
            for evidence in result.evidence:
                heading = self._above(evidence.block) if evidence.document == document.name else None
                if heading is not None:
                    votes[heading] += 1

    def fitting(self, result: RequirementResult) -> int:
        """The block to comment on: the heading where most of the group stands, else one with the topic's words.

        The last block with text where no heading fits.
        """
        votes = self._votes.get(result.group)
        if votes:
            return max(votes, key=lambda heading: (votes[heading], -heading))
        topic = _stems(f"{result.title} {result.group_title}")
        shared = {heading: len(topic & _stems(self._blocks[heading].text)) for heading in self._headings}
        best = max(shared, key=lambda heading: (shared[heading], -heading), default=None)
        if best is not None and shared[best]:
            return best
        return max((block.ordinal for block in self._blocks if block.kind not in ("note", "toc")), default=0)

    def _above(self, block: int) -> int | None:
        place = bisect_right(self._headings, block)
        return self._headings[place - 1] if place else None


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-zåäöé]{5,}", text.lower())
    return frozenset(word[:_STEM] for word in words) - _COMMON
