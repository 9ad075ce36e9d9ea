"""List forms that may be words of their own: `python -m tools.overgeneration DICTIONARY [CONCEPT]`.

DICTIONARY is a Hunspell list of Swedish words (sv_SE.dic of Debian's hunspell-sv, for instance). For every word that
the vocabulary inflects by rule, the forms that stand in the dictionary as entries of their own are printed for a
reader to judge: most are relatives (samråd, samråda); words that mean something else belong in swedish/inflection.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

from avtalskoll.checklist.loading import read_vocabulary
from avtalskoll.checklist.terms import parse_term
from avtalskoll.swedish.inflection import forms


def entries(path: Path) -> frozenset[str]:
    """The entries of a Hunspell dictionary, lower case."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return frozenset(line.split("/")[0].strip().lower() for line in lines)


def main(arguments: list[str]) -> int:
    """Print concept, word and the doubtful forms, a line each."""
    known = entries(Path(arguments[0]))
    for name, concept in read_vocabulary().items():
        if arguments[1:] and name not in arguments[1:]:
            continue
        words = {word.text for term in concept.terms for word in parse_term(term) if word.kind == "form"}
        for word in sorted(words):
            doubtful = sorted((forms(word) & known) - {word}) if word in known else []
            if doubtful:
                print(f"@{name}: {word} -> {', '.join(doubtful)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
