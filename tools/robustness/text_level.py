"""Mutations of Markdown and plain text."""

from __future__ import annotations

from random import Random

from tools.robustness.packages import flipped
from tools.robustness.recipe import Recipes

RECIPES = Recipes()


def _inserted(data: bytes, random: Random, *pieces: bytes) -> bytes:
    lines = data.split(b"\n")
    for piece in pieces:
        lines.insert(random.randrange(len(lines)), piece)
    return b"\n".join(lines)


@RECIPES.odd
def truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(1, len(data))]


@RECIPES.odd
def flip_bytes(data: bytes, random: Random) -> bytes:
    return flipped(data, random, 0, len(data))


@RECIPES.odd
def zeroes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 5, 50, 2_000))):
        changed[random.randrange(len(changed))] = random.choice((0, 0, 1, 0x1B, 0x7F))
    return bytes(changed)


@RECIPES.harmless
def other_encoding(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8")
    return text.encode(random.choice(("utf-16", "utf-8-sig")))


@RECIPES.odd
def mixed_encodings(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 20)):
        at = random.randrange(len(lines))
        lines[at] = (
            lines[at].decode("utf-8", "replace").encode(random.choice(("latin-1", "utf-16-le", "cp850")), "replace")
        )
    return b"\n".join(lines)


@RECIPES.harmless
def other_line_ends(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", random.choice((b"\r\n", b"\r")))


@RECIPES.odd
def huge_line(data: bytes, random: Random) -> bytes:
    piece = random.choice(
        (b"x", b"ord ", b"|", b"*", b"_", b"`", b"[", b"<!--", b"\xcc\x88", b"1.", b"- ", b"#", b"(", b"\\")
    )
    return _inserted(data, random, piece * (random.choice((2_000, 100_000, 3_000_000)) // len(piece)))


@RECIPES.odd
def deep_lists(data: bytes, random: Random) -> bytes:
    sign = random.choice((b"- ", b"1. ", b"a) ", b"> ", b"* "))
    return _inserted(
        data, random, b"\n".join(b" " * 2 * depth + sign + b"punkt" for depth in range(random.choice((50, 1_500))))
    )


@RECIPES.odd
def deep_headings(data: bytes, random: Random) -> bytes:
    return _inserted(
        data,
        random,
        *(b"#" * random.randint(1, 9) + b" " + b"1." * random.randint(0, 40) + b" Rubrik" for _ in range(300)),
    )


@RECIPES.odd
def wide_pipes(data: bytes, random: Random) -> bytes:
    columns, rows = random.choice(((3, 800), (100, 20), (3, 10_000), (150, 200), (2_000, 10)))
    rule = b"|---" * columns + b"|"
    return _inserted(data, random, b"\n".join([b"| a " * columns + b"|", rule, *[b"| b " * columns + b"|"] * rows]))


@RECIPES.odd
def open_signs(data: bytes, random: Random) -> bytes:
    signs = (
        b"<!--",
        b"-->",
        b"```",
        b"~~~",
        b"[^1]:",
        b"[^1]: [^1]",
        b"**",
        b"***",
        b"===",
        b"---",
        b"|",
        b"\\",
        b"<div>",
        b"---\ntitle: x",
    )
    return _inserted(data, random, *random.choices(signs, k=random.randint(1, 40)))


@RECIPES.odd
def many_short_lines(data: bytes, random: Random) -> bytes:
    line = random.choice((b"x", b"", b"- x\n", b"1. x\n", b"# x\n", b"x\n"))
    return _inserted(data, random, b"\n".join([line] * random.choice((2_000, 2_000, 15_000, 400_000))))


@RECIPES.odd
def strange_characters(data: bytes, random: Random) -> bytes:
    text = list(data.decode("utf-8"))
    for _ in range(random.choice((3, 50, 1_000))):
        text.insert(
            random.randrange(len(text)),
            random.choice("\u202e\u200b\ufeff\u2028\u0308\U0001f600\u00a0\u00ad\u0085\ufffe\t"),
        )
    return "".join(text).encode()


@RECIPES.odd
def shuffled_lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


@RECIPES.odd
def other_signatures(data: bytes, random: Random) -> bytes:
    """Text that begins as another format does."""
    return (
        random.choice(
            (
                b"PK\x03\x04",
                b"%PDF-1.7\n",
                b"{\\rtf1 ",
                b"<?xml version='1.0'?>",
                b"<html>",
                b"\x89PNG",
                b"\xff\xfe",
                b"MZ",
            )
        )
        + data
    )
