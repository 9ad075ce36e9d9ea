"""How well the program judges the labelled material in tests/corpus: `python -m tools.quality`."""
