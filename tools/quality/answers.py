"""What the program answers on a cycle of labelled material, beside the labels.

The material is synthetic, written and labelled for this purpose by authors who had not seen the program. A label is
the verdict of a requirement; an evidence quote counts as found when one of the first three quotes shares at least
half of its words, or holds four fifths of them without being more than four times as long.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.readers import read_agreement, read_bytes
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.tokens import tokenise

CORPUS = Path(__file__).resolve().parent.parent.parent / "tests" / "corpus"
Material = Literal["agreements", "probes"]


@dataclass(frozen=True)
class Answer:
    """One labelled verdict and what the program said. `where` is the agreement or the probe."""

    material: Material
    where: str
    requirement: str
    label: str
    got: str
    phenomenon: str = ""
    evidence_found: bool | None = None
    """None where the label has no quote or the verdict differs."""
    details: str = ""

    @property
    def key(self) -> str:
        """Names the verdict within its cycle."""
        return f"{self.where} {self.requirement}"

    @property
    def right(self) -> bool:
        """Whether the program said what the label says."""
        return self.label == self.got


def cycles() -> list[Path]:
    """The folders of the cycles, in order."""
    return sorted(path for path in CORPUS.iterdir() if path.is_dir())


def answer(folder: Path, checklist: Checklist) -> list[Answer]:
    """Run the program over a cycle."""
    return [*_agreements(folder, checklist), *_probes(folder, checklist)]


def labels(folder: Path) -> list[Answer]:
    """The labels of a cycle as answers that are all right, without running the program."""
    found = []
    for path in sorted(folder.glob("*.labels.json")):
        labelled = json.loads(path.read_text(encoding="utf-8"))
        for requirement, label in labelled["labels"].items():
            verdict = label["verdict"]
            found.append(Answer("agreements", labelled["id"], requirement, verdict, verdict))
    for probe in _probe_lines(folder):
        verdict = probe["verdict"]
        found.append(Answer("probes", probe["id"], probe["requirement"], verdict, verdict, probe["phenomenon"]))
    return found


def _agreements(folder: Path, checklist: Checklist) -> Iterator[Answer]:
    for path in sorted(folder.glob("*.labels.json")):
        labelled = json.loads(path.read_text(encoding="utf-8"))
        agreement = read_agreement([folder / name for name in labelled["files"]])
        day = date.fromisoformat(labelled.get("as_of", "2026-11-22"))
        report = audit_agreement(agreement, as_of=day, checklist=checklist)
        for requirement, label in labelled["labels"].items():
            yield _compare(labelled["id"], requirement, label, report)


def _compare(where: str, requirement: str, label: dict[str, Any], report: AuditReport) -> Answer:
    result = report.result(requirement)
    quotes = [evidence.quote for evidence in result.evidence[:3]]
    found, details = None, ""
    if label["verdict"] == result.verdict and label.get("evidence"):
        found = any(_overlaps(wanted, quote) for wanted in label["evidence"] for quote in quotes)
    if label["verdict"] != result.verdict or found is False:
        lines = [f"{where} {requirement}: label {label['verdict']}, got {result.verdict}: {result.reason}"]
        lines += [f"      label: {wanted}" for wanted in label.get("evidence", [])]
        lines += [f"      got:   {quote}" for quote in quotes]
        details = "\n".join(lines)
    return Answer("agreements", where, requirement, label["verdict"], result.verdict, "", found, details)


def _probes(folder: Path, checklist: Checklist) -> Iterator[Answer]:
    for probe in _probe_lines(folder):
        agreement = Agreement(documents=(read_bytes((probe["text"] + "\n").encode(), f"{probe['id']}.md"),))
        day = date.fromisoformat(probe.get("as_of", "2026-11-22"))
        result = audit_agreement(agreement, as_of=day, checklist=checklist).result(probe["requirement"])
        details = ""
        if probe["verdict"] != result.verdict:
            head = f"{probe['id']} {probe['requirement']} [{probe['phenomenon']}]"
            head += f": label {probe['verdict']}, got {result.verdict}"
            details = f"{head}: {result.reason}\n      {probe['text']!r}"
        yield Answer(
            "probes", probe["id"], probe["requirement"], probe["verdict"], result.verdict, probe["phenomenon"],
            None, details,
        )  # fmt: skip


def _probe_lines(folder: Path) -> Iterator[dict[str, Any]]:
    path = folder / "probes.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def _words(text: str) -> Counter[str]:
    return Counter(token.word for token in tokenise(normalise(text)) if token.is_word or token.is_number)


def _overlaps(label: str, quote: str) -> bool:
    wanted, got = _words(label), _words(quote)
    common, size = sum((wanted & got).values()), sum(wanted.values())
    if not size or not got:
        return False
    return common / sum((wanted | got).values()) >= 0.5 or (common / size >= 0.8 and sum(got.values()) <= 4 * size + 20)
