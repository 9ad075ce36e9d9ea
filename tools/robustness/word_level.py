"""Mutations of what Word documents are made of: numbering, styles, fields, tables, notes, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tools.robustness.packages import entries_of, packed
from tools.robustness.recipe import Recipes

RECIPES = Recipes()
_MAIN, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"


def _on(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    entries = entries_of(data)
    if part in entries:
        entries[part] = change(entries[part])
    return packed(entries)


def _within(data: bytes, random: Random, inserted: bytes) -> bytes:
    """The document with something between two of its paragraphs."""

    def change(content: bytes) -> bytes:
        ends = [match.end() for match in re.finditer(b"</w:p>(?=<w:p[ >])", content)] or [content.find(b"</w:body>")]
        at = random.choice(ends)
        return content[:at] + inserted + content[at:]

    return _on(data, _MAIN, change)


def _around(data: bytes, random: Random, start: bytes, end: bytes) -> bytes:
    """The document with something around one of its paragraphs."""

    def change(content: bytes) -> bytes:
        found = list(re.finditer(b"<w:p[ >].*?</w:p>", content, re.DOTALL))
        one = random.choice(found)
        return content[: one.start()] + start + one[0] + end + content[one.end() :]

    return _on(data, _MAIN, change)


@RECIPES.odd
def deep_nesting(data: bytes, random: Random) -> bytes:
    start, end = random.choice(
        (
            (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"),
            (b'<w:ins w:id="1" w:author="a">', b"</w:ins>"),
            (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
            (b"<w:customXml>", b"</w:customXml>"),
            (b"<x>", b"</x>"),
            (b"<w:p><w:r><w:pict><w:txbxContent>", b"</w:txbxContent></w:pict></w:r></w:p>"),
        )
    )
    depth = random.choice((10, 40, 80, 120, 240, 5_000, 100_000))
    return _around(data, random, start * depth, end * depth)


@RECIPES.odd
def huge_spans(data: bytes, random: Random) -> bytes:
    size = random.choice((b"1000000000", b"50000", b"-5", b"2147483647"))
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="%s"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>' % size
    after = b'<w:trPr><w:gridBefore w:val="%s"/><w:gridAfter w:val="%s"/></w:trPr>' % (size, size)
    return _within(data, random, b"<w:tbl>" + (b"<w:tr>" + after + cell * 3 + b"</w:tr>") * 20 + b"</w:tbl>")


@RECIPES.odd
def wide_table(data: bytes, random: Random) -> bytes:
    columns, rows = random.choice(((500, 4), (40, 40), (1, 2_000), (5_000, 5), (200, 200)))
    cell = b"<w:tc><w:p><w:r><w:t>Region</w:t></w:r></w:p></w:tc>"
    return _within(data, random, b"<w:tbl>" + (b"<w:tr>" + cell * columns + b"</w:tr>") * rows + b"</w:tbl>")


@RECIPES.odd
def huge_starts(data: bytes, random: Random) -> bytes:
    size = random.choice((b"2000000000", b"-2000000000", b"3999", b"800"))
    form = random.choice((b"lowerRoman", b"upperLetter", b"cardinalText", b"finns-inte", b"ordinal"))

    def change(content: bytes) -> bytes:
        content = re.sub(rb'<w:start w:val="\d+"/>', b'<w:start w:val="%s"/>' % size, content)
        return re.sub(rb'<w:numFmt w:val="\w+"/>', b'<w:numFmt w:val="%s"/>' % form, content)

    return _on(data, _NUMBERING, change)


@RECIPES.odd
def odd_number_texts(data: bytes, random: Random) -> bytes:
    text = random.choice((b"%1" * 5_000, b"%9.%9", b"%0", b"%", b"%1%2%3%4%5%6%7%8%9", b"x" * 50_000))
    return _on(
        data, _NUMBERING, lambda part: re.sub(rb'<w:lvlText w:val="[^"]*"', b'<w:lvlText w:val="%s"' % text, part)
    )


@RECIPES.odd
def broken_references(data: bytes, random: Random) -> bytes:
    tag = random.choice((rb"numId", rb"ilvl", rb"pStyle", rb"rStyle", rb"tblStyle"))
    value = random.choice((b"999999", b"-1", b"", b"finns inte", b"9" * 50))
    return _on(data, _MAIN, lambda part: re.sub(rb'(<w:%s w:val=")[^"]*' % tag, rb"\g<1>" + value, part))


@RECIPES.odd
def missing_notes(data: bytes, random: Random) -> bytes:
    kind = random.choice((b"footnote", b"endnote", b"comment"))
    mark = b'<w:p><w:r><w:%sReference w:id="%d"/><w:t>Text.</w:t></w:r></w:p>'
    return _within(data, random, b"".join(mark % (kind, random.choice((-1, 0, 1, 2, 999_999))) for _ in range(50)))


@RECIPES.odd
def cyclic_styles(data: bytes, random: Random) -> bytes:
    def change(content: bytes) -> bytes:
        ids = re.findall(rb'w:styleId="([^"]+)"', content) or [b"x"]
        return re.sub(rb'<w:basedOn w:val="[^"]*"', lambda _: b'<w:basedOn w:val="%s"' % random.choice(ids), content)

    return _on(data, _STYLES, change)


@RECIPES.odd
def long_chain_of_styles(data: bytes, random: Random) -> bytes:
    style = b'<w:style w:type="paragraph" w:styleId="k%d"><w:name w:val="k%d"/><w:basedOn w:val="k%d"/></w:style>'
    chain = b"".join(style % (n, n, n + 1) for n in range(random.choice((100, 20_000))))
    data = _on(data, _STYLES, lambda part: part.replace(b"</w:styles>", chain + b"</w:styles>"))
    return _within(data, random, b'<w:p><w:pPr><w:pStyle w:val="k0"/></w:pPr><w:r><w:t>Text.</w:t></w:r></w:p>')


@RECIPES.odd
def linked_numbering(data: bytes, random: Random) -> bytes:
    """List definitions that point at styles, which point back."""
    link = b'<w:numStyleLink w:val="%s"/>' % random.choice((b"Rubrik1", b"ListaA", b"finns-inte"))
    link += b'<w:styleLink w:val="ListaA"/>'
    return _on(data, _NUMBERING, lambda part: re.sub(rb"(<w:abstractNum [^>]*>)", rb"\1" + link, part))


@RECIPES.odd
def many_attributes(data: bytes, random: Random) -> bytes:
    attributes = b" ".join(b'a%d="%d"' % (number, number) for number in range(random.choice((1_000, 200_000))))
    return _around(data, random, b"<w:sdt %s><w:sdtContent>" % attributes, b"</w:sdtContent></w:sdt>")


@RECIPES.odd
def many_paragraphs(data: bytes, random: Random) -> bytes:
    paragraph = random.choice((b"<w:p/>", b"<w:p><w:r><w:t>Regionen ska.</w:t></w:r></w:p>"))
    return _within(data, random, paragraph * random.choice((1_000, 1_000, 1_000, 15_000, 150_000)))


@RECIPES.odd
def many_runs(data: bytes, random: Random) -> bytes:
    run = random.choice(
        (
            b'<w:hyperlink w:anchor="x"><w:r><w:t>ord </w:t></w:r></w:hyperlink>',
            b'<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>',
            b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            b"<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>",
            b"<w:r><w:tab/><w:br/></w:r>",
        )
    )
    return _within(data, random, b"<w:p>" + run * random.choice((1_000, 30_000)) + b"</w:p>")


@RECIPES.odd
def open_fields(data: bytes, random: Random) -> bytes:
    gone = random.choice((b"begin", b"separate", b"end"))
    data = _within(data, random, b'<w:p><w:r><w:fldChar w:fldCharType="%s"/></w:r></w:p>' % gone)
    return _on(data, _MAIN, lambda part: re.sub(rb'<w:fldChar w:fldCharType="%s"[^>]*/>' % gone, b"", part))


@RECIPES.odd
def tracked_changes(data: bytes, random: Random) -> bytes:
    kind = random.choice((b"ins", b"del", b"moveFrom", b"moveTo"))
    share = random.choice((0.05, 0.5, 1.0))

    def wrapped(match: re.Match[bytes]) -> bytes:
        if random.random() > share:
            return match[0]
        return b'<w:%s w:id="1" w:author="a">%s</w:%s>' % (kind, match[0], kind)

    return _on(data, _MAIN, lambda part: re.sub(rb"<w:r(?: [^>]*)?>.*?</w:r>", wrapped, part, flags=re.DOTALL))


@RECIPES.odd
def all_hidden(data: bytes, random: Random) -> bytes:
    hidden = random.choice((b"<w:rPr><w:vanish/></w:rPr>", b'<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'))
    return _on(data, _MAIN, lambda part: re.sub(rb"(<w:r(?: [^>]*)?>)(?!<w:rPr>)", rb"\1" + hidden, part))


@RECIPES.odd
def embedded_parts(data: bytes, random: Random) -> bytes:
    inserted = random.choice(
        (
            b'<w:altChunk r:id="rId99"/>',
            b'<w:p><w:subDoc r:id="rId99"/></w:p>',
            b'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
            b'ProgID="Word.Document.12"/>'
            b"</w:object></w:r></w:p>",
        )
    )
    return _within(data, random, inserted)
