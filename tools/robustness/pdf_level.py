"""Mutations of PDFs: the bytes, the table of objects, and what the objects say of each other."""

from __future__ import annotations

import re
import zlib
from random import Random

from tools.robustness.packages import flipped
from tools.robustness.paper import FONT, assembled, page_object, stream, with_contents
from tools.robustness.recipe import Recipes

RECIPES = Recipes()
_TEXT = b"BT /F 11 Tf 60 700 Td (Regionen ska utse en ansvarig l\xe4kare.) Tj ET\n"
_OBJECT = re.compile(rb"(?:^|(?<=[\r\n]))(\d+) 0 obj\b")


@RECIPES.damage
def truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(1, len(data))]


@RECIPES.damage
def truncate_the_end(data: bytes, random: Random) -> bytes:
    return data[: -random.randint(1, 200)]


@RECIPES.damage
def flip_bytes(data: bytes, random: Random) -> bytes:
    return flipped(data, random, 0, len(data))


@RECIPES.odd
def flip_in_dictionary(data: bytes, random: Random) -> bytes:
    places = [match.start() for match in re.finditer(rb"<<|/[A-Z]|\d 0 R|obj", data)]
    at = random.choice(places)
    return flipped(data, random, at, min(at + 30, len(data)))


@RECIPES.damage
def zeroes(data: bytes, random: Random) -> bytes:
    start, length = random.randrange(len(data)), random.choice((1, 16, 512, 4096))
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


@RECIPES.odd
def swap_objects(data: bytes, random: Random) -> bytes:
    """Two objects with each other's numbers."""
    found = list(_OBJECT.finditer(data))
    one, two = sorted(random.sample(found, 2), key=lambda match: match.start())
    return data[: one.start(1)] + two[1] + data[one.end(1) : two.start(1)] + one[1] + data[two.end(1) :]


@RECIPES.odd
def lost_object(data: bytes, random: Random) -> bytes:
    found = random.choice(list(_OBJECT.finditer(data)))
    end = data.find(b"endobj", found.end())
    return data[: found.start()] + b" " * (end + 6 - found.start()) + data[end + 6 :]


@RECIPES.odd
def wrong_references(data: bytes, random: Random) -> bytes:
    def other(match: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % random.choice((0, 1, 2, 3, 9_999_999)) if random.random() < 0.1 else match[0]

    return re.sub(rb"\b\d+ 0 R", other, data)


@RECIPES.damage
def broken_table(data: bytes, random: Random) -> bytes:
    at = data.rfind(b"xref", 0, data.rfind(b"startxref"))
    return flipped(data, random, max(at, 0), len(data))


@RECIPES.damage
def wrong_start(data: bytes, random: Random) -> bytes:
    place = random.choice((0, 7, len(data), 2**31, 10**15))
    return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % place, data)


@RECIPES.damage
def wrong_lengths(data: bytes, random: Random) -> bytes:
    length = random.choice((b"0", b"-1", b"99999999", b"2147483648", b"17"))
    return re.sub(rb"/Length \d+(?! 0 R)", b"/Length " + length, data, count=random.choice((1, 0)))


@RECIPES.odd
def huge_boxes(data: bytes, random: Random) -> bytes:
    box = random.choice(
        (b"0 0 1e38 1e38", b"0 0 0 0", b"-9999999 -9999999 9999999 9999999", b"595 842 0 0", b"0 0 nan 1")
    )
    return re.sub(rb"/MediaBox\s*\[[^\]]*\]", b"/MediaBox [" + box + b"]", data)


@RECIPES.odd
def broken_fonts(data: bytes, random: Random) -> bytes:
    old, new = random.choice(
        (
            (rb"/BaseFont", b"/XBaseFont"),
            (rb"/ToUnicode", b"/XToUnicode"),
            (rb"/Subtype\s*/(?:TrueType|Type1)", b"/Subtype /Type3"),
            (rb"/FontFile2?", b"/XFontFile"),
            (rb"/Widths", b"/XWidths"),
            (rb"/Encoding", b"/XEncoding"),
            (rb"/WinAnsiEncoding", b"/Identity-H"),
        )
    )
    return re.sub(old, new, data)


@RECIPES.damage
def something_before(data: bytes, random: Random) -> bytes:
    return random.choice((b"\n" * 500, b"x" * 900, b"%PDF-9.9\n", bytes(40))) + data


@RECIPES.harmless
def something_after(data: bytes, random: Random) -> bytes:
    return data + random.choice((b"\n\n", bytes(30), b"\n% slut\n"))


@RECIPES.odd
def says_it_is_encrypted(data: bytes, random: Random) -> bytes:
    entry = random.choice((b"/Encrypt 1 0 R ", b"/Encrypt << /Filter /Standard /V 5 /R 6 >> ", b"/Encrypt null "))
    return data.replace(b"/Root", entry + b"/Root")


@RECIPES.odd
def deep_page_tree(data: bytes, random: Random) -> bytes:
    depth = random.choice((20, 500, 5_000))
    objects = {1: b"<< /Type /Catalog /Pages 4 0 R >>", 3: FONT, 2: stream(_TEXT)}
    for number in range(4, 4 + depth):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
    objects[4 + depth] = page_object(2, parent=3 + depth)
    return assembled(objects)


@RECIPES.odd
def looping_page_tree(data: bytes, random: Random) -> bytes:
    count = random.choice((1, 3, 1_999, 2_000_000_000, -1))
    kids = random.choice((b"2 0 R", b"2 0 R 4 0 R", b"4 0 R " * 50, b"1 0 R 4 0 R"))
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: FONT, 4: page_object(5), 5: stream(_TEXT)}
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d /Parent 2 0 R >>" % (kids, count)
    return assembled(objects)


@RECIPES.odd
def looping_forms(data: bytes, random: Random) -> bytes:
    """Forms that draw themselves, or each other many times over."""
    depth, width = random.choice(((1, 1), (2, 300), (12, 10), (30, 2)))
    head = (
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        "/Resources << /Font << /F 3 0 R >> /XObject << /X {} 0 R >> >> "
    )
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", 3: FONT}
    objects[4] = page_object(5).replace(b"/F 3 0 R >>", b"/F 3 0 R >> /XObject << /X 6 0 R >>")
    objects[5] = stream(_TEXT + b"/X Do\n")
    for level in range(depth):
        inner = 7 + level if level + 1 < depth or depth > 12 else 6
        objects[6 + level] = stream(b"/X Do\n" * width + _TEXT, head.format(inner))
    return assembled(objects)


@RECIPES.odd
def many_pages(data: bytes, random: Random) -> bytes:
    return with_contents([_TEXT] * random.choice((100, 400, 2_500)))


@RECIPES.odd
def much_in_a_page(data: bytes, random: Random) -> bytes:
    """A small stream that unpacks to very much: text, drawing, blanks, saved states."""
    piece = random.choice((_TEXT, b"0 0 m 9 9 l S\n", b" " * 20, b"q ", b"BT ET\n", b"[" * 20, b"10 10 5 5 re f\n"))
    size = random.choice((2, 5, 30, 100)) * 2**20
    return with_contents([_TEXT + piece * (size // len(piece))], packed=True)


@RECIPES.odd
def packed_again_and_again(data: bytes, random: Random) -> bytes:
    content, times = _TEXT + b" " * random.choice((20, 60)) * 2**20, random.choice((2, 3))
    for _ in range(times):
        content = zlib.compress(content, 9)
    head = "/Filter [" + "/FlateDecode " * times + "] "
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", 3: FONT}
    return assembled({**objects, 4: page_object(5), 5: stream(content, head)})


@RECIPES.odd
def odd_operands(data: bytes, random: Random) -> bytes:
    operands = (
        b"BT /F 1e30 Tf 1 0 0 1e30 0 0 Tm (Region) Tj ET\n",
        b"0 0 0 0 0 0 cm\n" + _TEXT,
        b"/Saknas 12 Tf\n" + _TEXT,
        b"BT /F 0 Tf (Region) Tj ET\n",
        b"3 Tr\n" + _TEXT,
        b"BT /F -11 Tf 60 700 Td (Regionen) Tj ET\n",
        b"BT /F 11 Tf 60 700 Td [(Re) -1e9 (gion)] TJ ET\n",
        b"Q Q Q ET ET\n" + _TEXT,
        b"BI /W 99999 /H 99999 ID x EI\n",
    )
    return with_contents([_TEXT + b"".join(random.choices(operands, k=random.randint(1, 30)))])
