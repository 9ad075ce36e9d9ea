"""Print the figures of the cycles named, or of all: `python -m tools.quality [cycle3 ...] [--details]`.

`--record` keeps the answers as the first run of a cycle; `--write` writes docs/quality-figures.md from all of them.
"""

from __future__ import annotations

import json
import subprocess
import sys

from avtalskoll.checklist import load_checklist
from tools.quality.answers import Answer, answer, cycles
from tools.quality.figures import write_figures
from tools.quality.first_runs import record
from tools.quality.score import accuracy, by, summary


def main(arguments: list[str]) -> int:
    """Run the program over the cycles and print what came out."""
    options = {argument for argument in arguments if argument.startswith("-")}
    named = [argument for argument in arguments if not argument.startswith("-")]
    checklist = load_checklist()
    now: dict[str, list[Answer]] = {}
    for folder in cycles():
        if named and folder.name not in named:
            continue
        now[folder.name] = answers = answer(folder, checklist)
        for title, material in by(answers, lambda answer: answer.material).items():
            print(f"{folder.name} {title}: {json.dumps(summary(material), ensure_ascii=False)}")
            groups = by(material, lambda answer: answer.phenomenon or answer.requirement)
            weakest = sorted((accuracy(group), name) for name, group in groups.items())[:10]
            print("   weakest: " + ", ".join(f"{name} {share:.2f}" for share, name in weakest))
            if "--details" in options:
                print("\n".join(answer.details for answer in material if answer.details))
        if "--record" in options:
            record(folder, answers, _commit())
    if "--write" in options:
        write_figures(now)
    return 0


def _commit() -> str:
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return found.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
