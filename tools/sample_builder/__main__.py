"""Rebuilds the sample agreements: ``python -m tools.sample_builder``."""

from __future__ import annotations

import argparse
from pathlib import Path

from .build import build
from .check import count_words
from .samples import SAMPLES

_DEFAULT = Path(__file__).resolve().parents[2] / "sample_agreements"


def main() -> None:
    """Build every sample, open it again and print its number of words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--output",
        type=Path,
        default=_DEFAULT,
        help="folder to write to (default: sample_agreements in the repository)",
    )
    folder = parser.parse_args().output
    for sample in SAMPLES:
        path = build(sample, folder)
        print(f"{count_words(path):5} words  {sample.target}")


if __name__ == "__main__":
    main()
