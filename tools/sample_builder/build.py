"""Builds one sample."""

from __future__ import annotations

from pathlib import Path

from .body import document_part
from .numbering import numbering_part
from .package import Package
from .parse import parse_text
from .parts import (
    comments_part,
    core_part,
    footer_part,
    footnotes_part,
    header_part,
    settings_part,
)
from .runs import RunWriter
from .samples import Sample
from .styles import styles_part


def build(sample: Sample, folder: Path) -> Path:
    """Write the sample under ``folder`` and return the path of the file."""
    theme = sample.theme
    text = parse_text(sample.path, hard_spaces=theme.hard_spaces)
    runs = RunWriter(theme)
    package = Package(core_part(text.title, sample.date))
    package.put("styles", styles_part(theme))
    package.put("numbering", numbering_part(text, theme))
    package.put("settings", settings_part(notes=bool(text.notes)))
    package.put("header", header_part(text.header, theme))
    package.put("footer", footer_part(text.footer, theme))
    package.document = document_part(text, runs, header_id=package.id_of("header"), footer_id=package.id_of("footer"))
    if unused := set(text.notes) - set(runs.notes):
        raise ValueError(f"{sample.source}: footnotes without reference: {unused}")
    if text.notes:
        package.put("footnotes", footnotes_part(text, runs))
    if text.comments:
        package.put("comments", comments_part(text.comments, theme))
    path = folder / sample.target
    package.write(path)
    return path
