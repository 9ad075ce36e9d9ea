"""`--fail-on`: which results make a command end with exit code 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.errors import WrongUseError

VERDICTS = ("conflict", "missing", "partial", "not_assessable")
NORMS = ("N1", "N2", "N3", "N4")


@dataclass(frozen=True, slots=True)
class FailOn:
    """Pairs of verdict and norm at which a command fails; none by default."""

    pairs: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def parse(cls, texts: Iterable[str]) -> FailOn:
        """Read "conflict", "missing:N1" or "missing:N1+N2", also several with commas. Raises WrongUseError."""
        words = [word.strip() for text in texts for word in text.split(",")]
        return cls(frozenset(pair for word in words for pair in _pairs(word)))

    def hits(self, report: AuditReport) -> tuple[RequirementResult, ...]:
        """The results at which the command fails, in the catalogue's order."""
        return tuple(result for result in report.results if (result.verdict, result.norm) in self.pairs)


def _pairs(word: str) -> list[tuple[str, str]]:
    verdict, colon, tail = word.partition(":")
    norms = tuple(tail.split("+")) if colon else NORMS
    if verdict not in VERDICTS or not set(norms) <= set(NORMS):
        raise WrongUseError(
            f"--fail-on {word} kan inte användas; skriv {', '.join(VERDICTS[:-1])} eller {VERDICTS[-1]}, "
            "gärna med norm: missing:N1 eller missing:N1+N2."
        )
    return [(verdict, norm) for norm in norms]
