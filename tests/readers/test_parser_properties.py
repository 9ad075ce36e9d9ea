"""What holds for the parsers' own code, whatever they are given."""

from __future__ import annotations

import string
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskoll.readers import Limits, read_bytes
from avtalskoll.readers.docx.number_formats import written_number
from avtalskoll.readers.docx.xml import number
from avtalskoll.readers.labels import citable, is_section_number, section_parts, typed_label
from avtalskoll.readers.lists import ListTracker
from avtalskoll.readers.markdown import read_markdown
from avtalskoll.readers.members import in_order, inside_name
from avtalskoll.readers.nodes import Mark
from avtalskoll.readers.pdf.glyphs import Face, Glyph
from avtalskoll.readers.pdf.hyphens import hyphenated_words, joined
from avtalskoll.readers.pdf.lines import lines_of, make_line, rows_of, stretches
from avtalskoll.readers.pdf.paragraphs import ParagraphFinder
from avtalskoll.readers.pipe_tables import is_pipe_row, pipe_row
from avtalskoll.readers.plaintext import read_plaintext
from avtalskoll.readers.recognise import decode, recognise
from avtalskoll.readers.refusals import Refused

from .opendocument import items, odt, p
from .test_properties import holds_together

PIECES = st.sampled_from(
    ["3.2 ", "§ 4 ", "4 a § ", "a) ", "iv) ", "- ", "1. ", "(1) ", "Bilaga 2 ", "Mom. 1 ", "\t", "\u00a0", "Ä",
     "å\u0308", "Regionen", "ska", ":", ".", "|", "\\|", "| ", "---", "**", "#", "> ", "<!--", "-->", "[^1]", "`", "\n",
     "\n\n", "  "]
)  # fmt: skip
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join)
LINE = TEXT.map(lambda text: " ".join(text.split()))
WORDS = st.text(string.ascii_letters + string.digits + "åäöÅÄÖ-/–. \u00ad", min_size=1, max_size=20)


@given(TEXT, st.booleans())
def test_a_label_stands_before_its_wording(text: str, heading: bool) -> None:
    label = typed_label(text, heading=heading)
    if label is None:
        return
    assert label.text in text[: label.end]
    assert label.end <= len(text)
    assert label.parts >= 1
    assert (label.kind == "bullet") == (label.text == "")
    assert typed_label(text, heading=heading) == label
    assert citable(citable(label.text)) == citable(label.text)


@given(TEXT)
def test_any_label_can_be_asked_of(text: str) -> None:
    is_section_number(text)
    assert section_parts(text) >= 1


@given(
    st.integers(-(2**31), 2**31),
    st.sampled_from(
        ["decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
         "ordinalText", "numberInDash", "none", "bullet", "finns inte"]
    ),
)  # fmt: skip
def test_written_numbers_are_short(value: int, form: str) -> None:
    written = written_number(value, form)
    assert len(written) <= 31
    assert (written == "") == (form in ("none", "bullet"))


@given(st.integers(1, 780), st.integers(1, 780), st.sampled_from(["decimal", "upperRoman", "lowerLetter", "ordinal"]))
def test_two_numbers_are_written_differently(one: int, two: int, form: str) -> None:
    assert (written_number(one, form) == written_number(two, form)) == (one == two)


@given(st.text(max_size=15) | st.integers().map(str))
def test_numbers_in_attributes_stay_within_bounds(text: str) -> None:
    found = number(text)
    assert found is None or abs(found) < 2**31


MARKS = st.builds(
    Mark,
    st.sampled_from(["", "1.", "a)", "7)", "(c)"]),
    st.sampled_from(["1.", "a)", "-", "auto 3"]),
    st.integers(-2_000, 2_000),
    st.integers(0, 9),
    st.integers(0, 2),
    st.booleans(),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("item"), MARKS, LINE),
        st.tuples(st.just("paragraph"), st.none() | st.integers(-100, 3_000), LINE),
        st.tuples(st.just("reset"), st.booleans(), LINE),
    ),
    max_size=60,
)


@given(STEPS)
def test_items_hang_on_what_stands_before_them(steps: list[tuple[str, object, str]]) -> None:
    def seats() -> list[object]:
        tracker, found = ListTracker(), []
        for ordinal, (what, how, text) in enumerate(steps):
            if isinstance(how, Mark):
                seat = tracker.item(how, ordinal, text)
                assert 0 <= seat.depth < 20
                assert seat.lead_in is None or seat.lead_in < ordinal
                assert seat.parent is None or seat.parent < ordinal
                assert (seat.parent is None) == (seat.depth == 0)
                found.append(seat)
            elif what == "paragraph":
                tracker.paragraph(ordinal, text, how if isinstance(how, int) else None)
            else:
                tracker.reset(ordinal if how else None, text)
        return found

    assert seats() == seats()


@given(LINE)
def test_cells_are_pieces_of_their_row(line: str) -> None:
    if not is_pipe_row(line):
        return
    rest = line
    for cell in pipe_row(line):
        assert cell == cell.strip()
        if not cell:
            continue
        before, found, rest = rest.partition(cell)
        assert found == cell
        assert not any(character.isalnum() for character in before)
    assert not any(character.isalnum() for character in rest)


@given(st.lists(st.text(string.ascii_letters + "åäö ", max_size=8), min_size=1, max_size=8))
def test_a_row_gives_the_cells_it_was_made_of(cells: list[str]) -> None:
    assert pipe_row("|" + "|".join(cells) + "|") == [cell.strip() for cell in cells]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_plain_text_loses_no_letter(text: str) -> None:
    text = text.replace("\r", "\n")
    blocks = read_plaintext(text, Limits())
    assert letters("".join(block.text for block in blocks)) == letters(text)
    assert [block.ordinal for block in blocks] == list(range(len(blocks)))
    assert read_plaintext(text, Limits()) == blocks


PROSE = st.text(string.ascii_letters + string.digits + "åäöÅÄÖ§.,:;()-–#|*\n ", max_size=200)


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_markdown_loses_no_letter(text: str) -> None:
    blocks, asides = read_markdown(text, Limits())
    shown = Counter(letters("".join(block.text for block in blocks)))
    beside = Counter(letters("".join(aside.text for aside in asides if aside.kind != "placeholder")))
    labels = Counter(letters("".join(block.number for block in blocks)))
    assert shown <= Counter(letters(text)) <= shown + beside + labels
    assert [block.ordinal for block in blocks] == list(range(len(blocks)))
    assert read_markdown(text, Limits()) == (blocks, asides)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 30), st.integers(1, 40))
def test_above_the_limit_is_refused(limit: int, count: int) -> None:
    text = "\n\n".join(f"Stycke {place}." for place in range(count))
    try:
        assert len(read_plaintext(text, Limits(paragraphs=limit))) == count <= limit
    except Refused:
        assert count > limit


@given(st.lists(WORDS, max_size=8))
def test_joined_lines_keep_their_letters(lines: list[str]) -> None:
    known = hyphenated_words(lines)
    text = joined(lines, known)
    assert text == joined(lines, known)
    kept, given_ = letters(text), letters("".join(lines))
    assert len(given_) - len(lines) <= len(kept) <= len(given_)  # of three consonants alike over a hyphen, one goes
    assert "\n" not in text


@given(st.binary(max_size=200) | TEXT.map(lambda text: text.encode("utf-16", "surrogatepass")), st.text(max_size=10))
def test_any_bytes_are_of_some_kind(data: bytes, name: str) -> None:
    assert recognise(data, name) is recognise(data, name)
    text = decode(data)
    assert text is None or "\r" not in text


@given(TEXT)
def test_text_in_utf_8_is_itself(text: str) -> None:
    if decoded := decode(text.encode("utf-8", "surrogatepass")):
        assert letters(decoded) == letters(text) or "\ud800" <= max(text) <= "\udfff"


NAMES = st.lists(
    st.one_of(st.sampled_from(["..", ".", "", "bilaga 10", "a/b", "\\", "å", "a\u030a"]), st.text(max_size=5)),
    max_size=6,
)


@given(NAMES.map("/".join))
def test_a_name_leads_nowhere_but_inside(path: str) -> None:
    name = inside_name(path)
    assert not name.startswith("/")
    assert all(part not in ("", ".", "..") for part in name.split("/")) or not name
    assert "\\" not in name
    assert inside_name(name) == name


@given(st.dictionaries(NAMES.map("/".join).map(inside_name).filter(bool), st.just(bytes), min_size=1, max_size=12))
def test_the_order_of_files_is_always_the_same(files: dict[str, type[bytes]]) -> None:
    order = [member.name for member in in_order(files)]
    assert sorted(order) == sorted(files)
    assert order == [member.name for member in in_order(dict(reversed(files.items())))]


@given(st.lists(st.integers(1, 200), min_size=2, max_size=10, unique=True))
def test_files_are_ordered_by_their_numbers(numbers: list[int]) -> None:
    files = {f"bilaga {number}.docx": bytes for number in numbers}
    assert [member.name for member in in_order(files)] == [f"bilaga {number}.docx" for number in sorted(numbers)]


LEVELS = st.lists(
    st.tuples(
        st.integers(-1, 12),
        st.sampled_from(["1", "a", "A", "i", "I", "", "x"]),
        st.sampled_from(["", "1", "0", "-3", "2000000000", "å"]),
        st.sampled_from(["", "1", "2", "9", "99", "-1"]),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(LEVELS, st.recursive(st.just(1), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8))
def test_odt_lists_hold_together_whatever_their_definition(
    levels: list[tuple[int, str, str, str]], tree: object
) -> None:
    defined = "".join(
        f'<text:list-level-style-number text:level="{place}" style:num-format="{form}" text:start-value="{start}" '
        f'text:display-levels="{shown}" style:num-suffix=")"/>'
        for place, form, start, shown in levels
    )
    styles = f'<text:list-style style:name="Any">{defined}</text:list-style>'
    body = p("Regionen ska:") + _nested(tree)
    data = odt(body, styles)
    document = read_bytes(data, "avtal.odt")
    holds_together(document)
    assert [block.text for block in document.blocks].count("utse läkare") == body.count("utse läkare")
    assert read_bytes(data, "avtal.odt") == document


def _nested(tree: object) -> str:
    contents = [p("utse läkare") + (_nested(inner) if isinstance(inner, list) else "") for inner in _inside(tree)]
    return items(*contents, style="Any")


def _inside(tree: object) -> list[object]:
    return tree if isinstance(tree, list) else [tree]


FACES = st.builds(
    Face, st.sampled_from([6.0, 10.0, 10.5, 22.0]), st.booleans(), st.just(True), st.just(0), st.booleans()
)
EDGES = st.floats(-1_000, 1_000, allow_nan=False, width=32)
GLYPHS = st.lists(
    st.builds(
        lambda text, x, width, base, face, spaced: Glyph(text, x, x + width, base, face, spaced),
        st.sampled_from("aåÖ1.-§•(\u00ad") | st.characters(categories=("L", "N", "P")),
        EDGES, st.floats(0, 30), EDGES, FACES, st.booleans(),
    ),
    min_size=1, max_size=30,
)  # fmt: skip


@settings(deadline=None)
@given(GLYPHS)
def test_lines_keep_every_character(glyphs: list[Glyph]) -> None:
    pieces = stretches(glyphs)
    assert Counter(glyph for piece in pieces for glyph in piece.glyphs) == Counter(glyphs)
    rows = rows_of(pieces)
    assert sum(len(row) for row in rows) == len(pieces)
    for row in rows:
        assert [piece.x0 for piece in row] == sorted(piece.x0 for piece in row)
    lines = lines_of(pieces, 1)
    if any(glyph.face.dingbat for glyph in glyphs):
        return  # a sign of such a font is shown as a bullet
    shown = "".join("".join(line.text.split()) for line in lines)
    figures = {chr(0xE000 + figure): str(figure) for figure in range(10)}
    assert Counter(figures.get(sign, sign) for sign in shown) == Counter("".join(glyph.text for glyph in glyphs))


@settings(deadline=None)
@given(GLYPHS)
def test_paragraphs_keep_every_line(glyphs: list[Glyph]) -> None:
    lines = lines_of(stretches(glyphs), 1)
    finder = ParagraphFinder(lines, 10.0)
    paragraphs = finder.paragraphs(lines, -1_000.0, 1_000.0)
    assert [line for paragraph in paragraphs for line in paragraph.lines] == lines
    for paragraph in paragraphs:
        assert paragraph.lines
        assert isinstance(paragraph.labelled, bool)
        assert isinstance(paragraph.edge, float)


@given(GLYPHS)
def test_places_in_a_line_are_those_of_its_characters(glyphs: list[Glyph]) -> None:
    line = make_line(glyphs, 3)
    assert line.page == 3
    assert len(line.text) <= len(line.places)
