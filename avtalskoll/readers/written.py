"""Markdown and plain text as documents."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers.asides import bracket_placeholders, warnings_of
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.markdown import read_markdown
from avtalskoll.readers.plaintext import read_plaintext
from avtalskoll.readers.refusals import Reason, Refused

_LINES = 5
"""Lines for each paragraph that a text may have; more are not even looked through."""


def read_written(text: str, name: str, sha256: str, limits: Limits, *, markdown: bool) -> Document:
    """The document that a text file holds; raises `Refused` above the limits."""
    if text.count("\n") > _LINES * limits.paragraphs:
        raise Refused(Reason.TOO_LARGE)
    if markdown:
        blocks, found = read_markdown(text, limits)
    else:
        blocks, found = read_plaintext(text, limits), ()
    asides = (*found, *bracket_placeholders(blocks))
    return Document(
        name=name,
        sha256=sha256,
        format="markdown" if markdown else "text",
        blocks=blocks,
        asides=asides,
        warnings=tuple(warnings_of(asides)),
    )
