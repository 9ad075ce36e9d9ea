"""Builds the sample agreements in Word from the texts in ``texts/``.

Run ``python -m tools.sample_builder`` from the root of the repository. The same
texts and the same code give the same bytes on every machine.
"""
