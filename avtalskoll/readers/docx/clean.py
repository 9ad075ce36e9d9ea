"""The minimal clean document that docx2python reads in place of the user's file.

docx2python never sees the file itself: on ordinary files it raises (a comment inside a link), and on hostile ones it
hangs. It is given a document of nothing but paragraphs and their text, with the ordinal of the original paragraph as an
attribute, and what it reads is matched back by that. Its time goes by the number of elements, so there are no runs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from docx2python import docx2python
from docx2python.iterators import iter_at_depth

from avtalskoll.readers.docx.names import R_NAMESPACE, W_NAMESPACE

_ORDINAL = "avk"
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R_NAMESPACE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_ESCAPES = {"\r": "&#13;"}


def read_clean(paragraphs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """What docx2python reads in a clean document of the paragraphs, given and returned by ordinal."""
    texts: dict[int, str] = {}
    with docx2python(io.BytesIO(_clean_document(paragraphs)), duplicate_merged_cells=False) as document:
        for paragraph in iter_at_depth(document.body_pars, 4):
            ordinal = None if paragraph.elem is None else paragraph.elem.get(_ORDINAL)
            if ordinal is not None:
                texts[int(ordinal)] = "".join([run.text for run in paragraph.runs])
    return texts


def _clean_document(paragraphs: Iterable[tuple[int, str]]) -> bytes:
    document = "".join(
        [
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W_NAMESPACE}" '
            f'xmlns:r="{R_NAMESPACE}"><w:body>',
            *_elements(paragraphs),
            "</w:body></w:document>",
        ]
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (("_rels/.rels", _RELS), ("word/document.xml", document)):
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _elements(paragraphs: Iterable[tuple[int, str]]) -> Iterator[str]:
    for ordinal, text in paragraphs:
        yield f'<w:p {_ORDINAL}="{ordinal}"><w:t xml:space="preserve">{escape(text, _ESCAPES)}</w:t></w:p>'
