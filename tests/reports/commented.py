"""Word files given comments by the program, and what they hold afterwards."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from avtalskoll.agreement import Document
from avtalskoll.audit_report import AuditedDocument, AuditReport, Evidence
from avtalskoll.negotiating.annotating import AnnotatedFile, annotate
from avtalskoll.readers import Limits, ReadingOptions, read_bytes
from avtalskoll.readers.docx.content import content_of
from avtalskoll.readers.docx.names import P, T, w
from avtalskoll.readers.docx.package import Package
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.views import ChangesRead
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.options import View

from .sample_report import sample_report

Span = tuple[int, int, int]
"""Block, start and end."""
_CARRIERS = re.compile(r"\[Content_Types\]\.xml|word/(?:_rels/document\d?\.xml\.rels|(?:document|comments)\d?\.xml)")


@dataclass
class Commented:
    """A Word file with comments."""

    data: bytes
    view: View = "accepted"
    old: int = 0
    """How many comments it had before."""
    package: Package = field(init=False)

    def __post_init__(self) -> None:
        self.package = Package(self.data, Limits())

    @cached_property
    def comments(self) -> list[Element]:
        part = self.package.related(self.package.main, "comments")[0]
        return list(self.package.root(part).iter(w("comment")))

    def texts(self) -> list[list[str]]:
        """The paragraphs of each comment that the program added."""
        return [
            ["".join(text.text or "" for text in paragraph.iter(T)) for paragraph in comment.iter(P)]
            for comment in self.comments[self.old :]
        ]

    def anchored(self) -> list[str]:
        """The words that each comment of the program's hangs on, in the order of the comments."""
        root = self.package.root(self.package.main)
        styles = self.package.related(self.package.main, "styles")
        read = Styles(self.package.root(styles[0]) if styles else None, ChangesRead.of(self.view))
        pieces = [piece for p in root.iter(P) for piece in content_of(p, read).pieces if piece.state == "read"]
        texts = {piece.source: piece.text for piece in pieces}
        begun: dict[str, str] = {}
        whole: dict[str, str] = {}
        for element in root.iter():
            comment = element.get(w("id")) or ""
            if element.tag == w("commentRangeStart"):
                begun[comment] = ""
            elif element.tag == w("commentRangeEnd"):
                whole[comment] = begun.pop(comment)
            elif element in texts:
                begun = {key: text + texts[element] for key, text in begun.items()}
        assert not begun
        return [whole[comment.get(w("id")) or ""] for comment in self.comments[self.old :]]


def comment_on(folder: Path, data: bytes, spans: Sequence[Span], view: View = "accepted") -> Commented:
    """The file with a comment on the whole and one on each span, which must stand in the order of the text."""
    document = read_bytes(data, "avtal.docx", ReadingOptions(view=view))
    copy = annotated(folder, data, report_on(document, spans), view).content
    return Commented(copy, view, old=len(old_comments(data)))


def annotated(folder: Path, data: bytes, report: AuditReport, view: View = "accepted") -> AnnotatedFile:
    path = folder / "avtal.docx"
    path.write_bytes(data)
    return annotate([path], report, reading=ReadingOptions(view=view)).files[0]


def report_on(document: Document, spans: Sequence[Span]) -> AuditReport:
    """A report with a partial requirement for each span."""
    base = sample_report(notices=())
    partial = next(result for result in base.results if result.verdict == "partial")
    results = []
    for number, (block, start, end) in enumerate(spans):
        evidence = Evidence(
            quote=document.blocks[block].text[start:end],
            document=document.name,
            section="",
            page=None,
            block=block,
            start=start,
            end=end,
            fingerprint="",
            role="weakens",
        )
        results.append(partial.model_copy(update={"id": f"ZZ-{number:02}", "evidence": (evidence,)}))
    audited = AuditedDocument(name=document.name, sha256=document.sha256, format="docx", pages=None)
    return base.model_copy(update={"documents": (audited,), "results": tuple(results)})


def old_comments(data: bytes) -> list[Element]:
    package = Package(data, Limits())
    parts = package.related(package.main, "comments")
    return list(package.root(parts[0]).iter(w("comment"))) if parts else []


def raw_entries(data: bytes) -> dict[str, bytes]:
    """Every entry of a zip as the bytes that it is, local header and all, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        found = {}
        for entry in archive.infolist():
            names = struct.unpack_from("<2H", data, entry.header_offset + 26)
            end = entry.header_offset + 30 + sum(names) + entry.compress_size
            found[entry.filename] = data[entry.header_offset : end]
        return found


def assert_only_comments_added(before: bytes, after: bytes) -> None:
    """All that carries no comments is byte for byte what it was, in its order; the text is the same in both views."""
    old, new = raw_entries(before), raw_entries(after)
    changed = {name for name in new if old.get(name) != new[name]}
    assert all(_CARRIERS.fullmatch(name) for name in changed)
    assert [name for name in new if name in old] == list(old)
    views: tuple[View, View] = ("accepted", "original")
    for view in views:
        options = ReadingOptions(view=view)
        was, now = read_bytes(before, "avtal.docx", options), read_bytes(after, "avtal.docx", options)
        assert was.blocks == now.blocks
        kept = [aside for aside in was.asides if aside.kind != "comment"]
        assert kept == [aside for aside in now.asides if aside.kind != "comment"]
        assert {a.text for a in was.asides if a.kind == "comment"} <= {a.text for a in now.asides}
