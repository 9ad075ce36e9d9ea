"""The threshold of `--fail-on`: which results make a command end with exit code 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.errors import WrongUseError

VERDICTS = ("conflict", "missing", "partial", "not_assessable")
NORMS = ("N1", "N2", "N3", "N4", "N5")
DEFAULT_FAIL_ON = ("conflict:N1+N2+N3", "missing:N1", "partial:N1")
"""What a check fails on when nobody says; an audit fails on nothing then."""


@dataclass(frozen=True, slots=True)
class FailOn:
    """Pairs of verdict and norm at which a command fails; none by default."""

    pairs: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def parse(cls, texts: Iterable[str]) -> FailOn:
        """Read "conflict", "missing:N1" or "missing:N1+N2", also several with commas. Raises WrongUseError."""
        return cls(frozenset(pair for text in texts for word in text.split(",") for pair in cls.pairs_of(word.strip())))

    @staticmethod
    def pairs_of(word: str, label: str = "--fail-on") -> list[tuple[str, str]]:
        """The pairs that one word stands for; `label` names in the error where the word stood. Raises WrongUseError."""
        verdict, colon, tail = word.partition(":")
        norms = tuple(tail.split("+")) if colon else NORMS
        if verdict not in VERDICTS or not set(norms) <= set(NORMS):
            raise WrongUseError(
                f"{label} {word} kan inte användas; skriv {', '.join(VERDICTS[:-1])} eller {VERDICTS[-1]}, "
                "gärna med norm: missing:N1 eller missing:N1+N2."
            )
        return [(verdict, norm) for norm in norms]

    def holds(self, result: RequirementResult) -> bool:
        """Whether a result is at or above the threshold."""
        return (result.verdict, result.norm) in self.pairs

    def hits(self, report: AuditReport) -> tuple[RequirementResult, ...]:
        """The results at which the command fails, in the catalogue's order."""
        return tuple(result for result in report.results if self.holds(result))
