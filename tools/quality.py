"""Score the labelled material in tests/corpus: `python -m tools.quality [cycle ...] [--details]`.

The material is synthetic, written and labelled for this purpose by authors who had not seen the program. A label is
the verdict of a requirement; an evidence quote counts as found when one of the first three quotes shares at least
half of its words, or holds four fifths of them without being more than four times as long.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.readers import read_agreement, read_bytes
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.tokens import tokenise

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"
MAIN_VERDICTS = ("met", "partial", "missing", "conflict")


@dataclass
class Score:
    """Pairs of (label, answer) with what is needed for the figures."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    per_requirement: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    per_phenomenon: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    evidence: list[bool] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    def add(self, requirement: str, label: str, answer: str) -> None:
        """Count one verdict."""
        self.pairs.append((label, answer))
        self.per_requirement[requirement].append(label == answer)

    @property
    def accuracy(self) -> float:
        """Share of verdicts that equal the label."""
        return sum(a == b for a, b in self.pairs) / max(1, len(self.pairs))

    def f1(self, verdict: str) -> float | None:
        """F1 of one verdict; None where no label has it."""
        both = sum(a == b == verdict for a, b in self.pairs)
        either = sum(a == verdict for a, _ in self.pairs) + sum(b == verdict for _, b in self.pairs)
        return None if not any(a == verdict for a, _ in self.pairs) else 2 * both / max(1, either)

    def summary(self) -> dict[str, Any]:
        """The figures by name."""
        f1s = {verdict: self.f1(verdict) for verdict in MAIN_VERDICTS}
        known = [value for value in f1s.values() if value is not None]
        return {
            "n": len(self.pairs),
            "accuracy": round(self.accuracy, 3),
            "macro_f1": round(sum(known) / max(1, len(known)), 3),
            "f1": {verdict: None if value is None else round(value, 3) for verdict, value in f1s.items()},
            "dangerous": sum(a in ("conflict", "missing") and b == "met" for a, b in self.pairs),
            "false_alarm": sum(a == "met" and b == "conflict" for a, b in self.pairs),
            "false_gap": sum(a == "met" and b == "missing" for a, b in self.pairs),
            "evidence": round(sum(self.evidence) / len(self.evidence), 3) if self.evidence else None,
        }


def words(text: str) -> Counter[str]:
    """The words of a text, letter case and soft hyphens aside."""
    return Counter(token.word for token in tokenise(normalise(text)) if token.is_word or token.is_number)


def overlaps(label: str, quote: str) -> bool:
    """Whether a returned quote is the labelled one, as the module's docstring says."""
    wanted, got = words(label), words(quote)
    common, size = sum((wanted & got).values()), sum(wanted.values())
    if not size or not got:
        return False
    return common / sum((wanted | got).values()) >= 0.5 or (common / size >= 0.8 and sum(got.values()) <= 4 * size + 20)


def score_agreements(folder: Path, checklist: Checklist, score: Score) -> None:
    """Audit every labelled agreement of a cycle."""
    for path in sorted(folder.glob("*.labels.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        agreement = read_agreement([folder / name for name in labels["files"]])
        day = date.fromisoformat(labels.get("as_of", "2026-11-22"))
        report = audit_agreement(agreement, as_of=day, checklist=checklist)
        for requirement, label in labels["labels"].items():
            compare(score, labels["id"], requirement, label, report)


def compare(score: Score, where: str, requirement: str, label: dict[str, Any], report: AuditReport) -> None:
    """Count one labelled verdict of an agreement, with its evidence."""
    result = report.result(requirement)
    score.add(requirement, label["verdict"], result.verdict)
    quotes = [evidence.quote for evidence in result.evidence[:3]]
    found = None
    if label["verdict"] == result.verdict and label.get("evidence"):
        found = any(overlaps(wanted, quote) for wanted in label["evidence"] for quote in quotes)
        score.evidence.append(found)
    if label["verdict"] != result.verdict or found is False:
        lines = [f"{where} {requirement}: label {label['verdict']}, got {result.verdict}: {result.reason}"]
        lines += [f"      label: {wanted}" for wanted in label.get("evidence", [])]
        lines += [f"      got:   {quote}" for quote in quotes]
        score.differences.append("\n".join(lines))


def score_probes(folder: Path, checklist: Checklist, score: Score) -> None:
    """Judge every probe of a cycle, each as the agreement's only text."""
    for probe in probes(folder):
        agreement = Agreement(documents=(read_bytes((probe["text"] + "\n").encode(), f"{probe['id']}.md"),))
        day = date.fromisoformat(probe.get("as_of", "2026-11-22"))
        result = audit_agreement(agreement, as_of=day, checklist=checklist).result(probe["requirement"])
        score.add(probe["requirement"], probe["verdict"], result.verdict)
        score.per_phenomenon[probe["phenomenon"]].append(probe["verdict"] == result.verdict)
        if probe["verdict"] != result.verdict:
            head = f"{probe['id']} {probe['requirement']} [{probe['phenomenon']}]"
            head += f": label {probe['verdict']}, got {result.verdict}"
            score.differences.append(f"{head}: {result.reason}\n      {probe['text']!r}")


def probes(folder: Path) -> Iterator[dict[str, Any]]:
    """The probes of a cycle."""
    path = folder / "probes.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def main(arguments: list[str]) -> int:
    """Print the figures of the cycles named, or of all."""
    details = "--details" in arguments
    named = [argument for argument in arguments if not argument.startswith("-")]
    checklist = load_checklist()
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir() and (not named or path.name in named)):
        for title, run in (("agreements", score_agreements), ("probes", score_probes)):
            score = Score()
            run(folder, checklist, score)
            if not score.pairs:
                continue
            print(f"{folder.name} {title}: {json.dumps(score.summary(), ensure_ascii=False)}")
            weakest = sorted((sum(v) / len(v), k) for k, v in (score.per_phenomenon or score.per_requirement).items())[
                :10
            ]
            print("   weakest: " + ", ".join(f"{name} {share:.2f}" for share, name in weakest))
            if details:
                print("\n".join(score.differences))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
