"""List the patterns that hit only one text, or none, of all there is: `python -m tools.single_use [--but cycle6]`.

The texts are the checklist's own examples, the labelled cycles and the sample agreements. A pattern that only one
text in the world needs has been written for that text: it should be widened, merged with its neighbours or taken out.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from avtalskoll.agreement import Agreement
from avtalskoll.checklist import Checklist, Requirement, load_checklist
from avtalskoll.checklist.patterns import Pattern
from avtalskoll.engine.clauses import build_clauses
from avtalskoll.engine.matching import Matcher
from avtalskoll.engine.references import documents_in_set, mark_deferrals
from avtalskoll.readers import read_agreement, read_bytes

ROOT = Path(__file__).resolve().parent.parent
KEYS = {"partial": "delvis", "lowers": "sänker", "conflict": "strider", "clears": "klargör",
        "not_applicable": "ej_tillämpligt"}  # fmt: skip


def patterns(requirement: Requirement) -> Iterator[tuple[str, Pattern]]:
    """Every pattern of a requirement with its place in the file."""
    for part in requirement.rules.parts:
        for number, pattern in enumerate(part.patterns, 1):
            yield f"delar, {part.name}, mönster {number}", pattern
    for field, key in KEYS.items():
        for number, pattern in enumerate(getattr(requirement.rules, field), 1):
            yield f"{key} {number}", pattern


def uses(checklist: Checklist, but: Collection[str] = ()) -> dict[tuple[str, str], set[str]]:
    """For each pattern (requirement, place): names of the texts in which it hits, the cycles in `but` left out."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, agreement, wanted in _texts(checklist, but):
        clauses = build_clauses(agreement, checklist)
        mark_deferrals(clauses, checklist.manifest.structure, documents_in_set(agreement))
        matcher = Matcher(clauses, checklist.vocabulary, checklist.manifest.structure)
        for requirement in wanted:
            for place, pattern in patterns(requirement):
                if matcher.hits(pattern, requirement.rules):
                    found[requirement.id, place].add(name)
    return found


def _texts(checklist: Checklist, but: Collection[str]) -> Iterator[tuple[str, Agreement, list[Requirement]]]:
    for requirement in checklist.requirements:
        for number, (verdict, example) in enumerate(requirement.examples.by_verdict()):
            yield f"{requirement.id} {verdict} {number}", _agreement(example.text), [requirement]
    for folder in sorted((ROOT / "tests" / "corpus").iterdir()):
        if folder.name in but:
            continue
        for path in sorted(folder.glob("*.labels.json")):
            labels = json.loads(path.read_text(encoding="utf-8"))
            agreement = read_agreement([folder / name for name in labels["files"]])
            yield labels["id"], agreement, list(checklist.requirements)
        probes = folder / "probes.jsonl"
        for line in probes.read_text(encoding="utf-8").splitlines() if probes.exists() else ():
            probe = json.loads(line)
            yield probe["id"], _agreement(probe["text"]), [checklist.requirement(probe["requirement"])]
    for path in sorted((ROOT / "sample_agreements").glob("*.docx")):
        yield path.name, read_agreement([path]), list(checklist.requirements)


def _agreement(text: str) -> Agreement:
    return Agreement(documents=(read_bytes((text + "\n").encode(), "text.md"),))


def main(arguments: list[str]) -> int:
    """Print the patterns with fewer than two texts, and how many patterns there are."""
    checklist = load_checklist()
    found = uses(checklist, but=arguments)
    rare = total = 0
    for requirement in checklist.requirements:
        for place, pattern in patterns(requirement):
            total += 1
            texts = found.get((requirement.id, place), set())
            if len(texts) < 2:
                rare += 1
                print(f"{requirement.id} {place}: {', '.join(texts) or 'ingen text'}: {' + '.join(pattern.all)}")
    print(f"{total} mönster, {rare} av dem träffar högst en text", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
