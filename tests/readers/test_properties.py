"""What holds for every file: no other error than UnreadableError, and no text that the file does not hold."""

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtalskoll.agreement import Document
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import read_bytes
from avtalskoll.readers.docx.clean import read_clean
from avtalskoll.readers.labels import typed_label

from .word import abstract, asides, deleted, docx, ins, level, num, p, r, read, tbl, text_box, texts, tr, use

FRAGMENTS = st.sampled_from(
    ["# ", "## 3 ", "\n", "\n\n", "- ", "  - ", "a) ", "1. ", "3.2 ", "§ 4 ", "| a | b |", "|---|---|", "**Bakgrund**",
     "<!-- ", " -->", "[^1]", "[^1]: ", "```\n", "---\n", "===\n", "> ", "Regionen ska:", "utse en läkare.", "[datum]",
     "Innehåll\n", "x ..... 3", "Mom. 1 ", "    ", "\t", "Ä\u0308", "\u00ad", "UPPFÖLJNING", "Tabell 1", ":", "\\|"]
)  # fmt: skip
WRITTEN = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=40).map("".join)
XML_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\t\n\r"),
    min_size=1,
    max_size=40,
)
SWEDISH = st.sampled_from(
    ["Regionen ska:", "utse läkare", "3.2 Jour", "a) läkare", "- jour", "Parter", "§ 4 Tvist", "[datum]"]
)


def holds_together(document: Document) -> None:
    """The relations between blocks that others rely on."""
    for place, block in enumerate(document.blocks):
        assert block.ordinal == place
        assert block.text.strip()
        assert block.lead_in is None or block.lead_in < place
        assert block.parent is None or block.parent < place
        assert (block.kind == "cell") <= (block.table is not None)
        assert (block.lead_in is None) or block.kind in ("item", "cell")
        assert "\n" not in block.section
    for aside in document.asides:
        assert aside.text.strip()
        assert aside.block is None or aside.block < len(document.blocks)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["avtal.docx", "avtal.md", "avtal.txt"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        holds_together(read_bytes(data, name))
    except UnreadableError as error:
        assert error.sentence.endswith(".")


@settings(max_examples=300, deadline=None)
@given(WRITTEN, st.sampled_from(["avtal.md", "avtal.txt"]))
def test_written_text_is_a_piece_of_its_source(text: str, name: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), name)
    except UnreadableError:
        return
    holds_together(document)
    source = "\n".join(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    source = source.replace("\f", "\n").replace("\v", "\n")
    for block in document.blocks:
        if "<!--" not in source:
            assert block.text in source


@settings(max_examples=150, deadline=None)
@given(st.lists(XML_TEXT, max_size=8))
def test_docx2python_agrees_with_the_walk(paragraphs: list[str]) -> None:
    numbered = dict(enumerate(paragraphs))
    assert read_clean(numbered.items()) == numbered


PARAGRAPHS = st.builds(
    lambda parts, style, numbering: p("".join(parts) or r("x"), style, numbering),
    st.lists(
        st.one_of(
            SWEDISH.map(r),
            SWEDISH.map(ins),
            SWEDISH.map(deleted),
            SWEDISH.map(lambda text: r(text, "<w:vanish/>")),
            SWEDISH.map(lambda text: r(text, "<w:b/>")),
            SWEDISH.map(lambda text: text_box(p(text))),
        ),
        max_size=3,
    ),
    st.sampled_from(["", "Rubrik1", "Rubrik2", "Innehll1", "Finnsinte"]),
    st.sampled_from(["", num(1, 0), num(1, 1), num(2, 0), num(9), num(0)]),
)
BODIES = st.recursive(
    st.lists(PARAGRAPHS, min_size=1, max_size=5).map("".join),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda cells: tbl(tr(*cells), tr(*cells)))
        | st.tuples(inner, inner).map("".join)
    ),
    max_leaves=4,
)
NUMBERING = (
    abstract(0, level(0, "%1."), level(1, "%1.%2"))
    + abstract(1, level(0, "%1)", "lowerLetter"))
    + use(1, 0)
    + use(2, 1)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_word_documents_hold_together(body: str) -> None:
    try:
        document = read(body, numbering=NUMBERING)
    except UnreadableError as error:
        assert "ingen läsbar text" in error.sentence
        return
    holds_together(document)
    for text, _ in asides(document, "hidden"):
        assert text
    assert all(text.strip() for text in texts(document))


SEED = docx(
    p("Parter", "Rubrik1")
    + p(r("Regionen ") + ins("ska") + deleted("bör"))
    + tbl(tr("a", "b"))
    + p("a) x", "", num(1)),
    numbering=NUMBERING,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_altered_packages_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SEED)
    for place, byte in changes:
        data[place] = byte
    try:
        holds_together(read_bytes(bytes(data), "avtal.docx"))
    except UnreadableError as error:
        assert error.sentence.endswith(".")


def with_part(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SEED)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == name else old.read(entry))
    return target.getvalue()


PARTS = {name: zipfile.ZipFile(io.BytesIO(SEED)).read(name) for name in zipfile.ZipFile(io.BytesIO(SEED)).namelist()}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_altered_parts_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = PARTS[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    other = data.draw(
        st.sampled_from([b"", b"<w:p>", b"</w:p>", b"1000000000", b"-1", b'"', b"<w:tbl>", content[:40], b"w:vanish"])
    )
    try:
        holds_together(read_bytes(with_part(name, content[:start] + other + content[end:]), "avtal.docx"))
    except UnreadableError as error:
        assert error.sentence.endswith(".")


@given(st.text(max_size=80))
def test_a_label_is_a_piece_of_its_text(text: str) -> None:
    label = typed_label(text)
    if label is not None:
        assert label.text in text
        assert 0 < label.end <= len(text)
