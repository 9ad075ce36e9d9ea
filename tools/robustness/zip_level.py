"""Mutations of the zip around a Word or OpenDocument document."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from random import Random

from tools.robustness.packages import entries_of, flipped, main_part, packed
from tools.robustness.recipe import Recipes

RECIPES = Recipes()


@RECIPES.damage
def truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(1, len(data))]


@RECIPES.damage
def truncate_the_end(data: bytes, random: Random) -> bytes:
    return data[: -random.randint(1, 60)]


@RECIPES.damage
def flip_bytes(data: bytes, random: Random) -> bytes:
    return flipped(data, random, 0, len(data))


@RECIPES.damage
def flip_in_directory(data: bytes, random: Random) -> bytes:
    return flipped(data, random, data.find(b"PK\x01\x02"), len(data))


@RECIPES.damage
def zeroes(data: bytes, random: Random) -> bytes:
    start, length = random.randrange(len(data)), random.choice((1, 16, 512, 4096))
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


@RECIPES.damage
def bad_checksum(data: bytes, random: Random) -> bytes:
    return _patched(data, random, 16, lambda old: old ^ 0x5A5A5A5A)


@RECIPES.damage
def huge_declared_size(data: bytes, random: Random) -> bytes:
    size = random.choice((2**32 - 1, 2**31, 3_000_000_000, 250_000_000, 70_000_000))
    return _patched(data, random, 24, lambda old: size)


@RECIPES.damage
def small_declared_size(data: bytes, random: Random) -> bytes:
    return _patched(data, random, 24, lambda old: old // 2)


@RECIPES.damage
def wrong_offset(data: bytes, random: Random) -> bytes:
    return _patched(data, random, 42, lambda old: old + random.choice((-1, 1, 30, 2**31)) & 0xFFFFFFFF)


@RECIPES.damage
def encrypted_flag(data: bytes, random: Random) -> bytes:
    return _patched(data, random, 8, lambda old: old | 1, "<H")


@RECIPES.damage
def unknown_compression(data: bytes, random: Random) -> bytes:
    return _patched(data, random, 10, lambda old: random.choice((1, 6, 9, 97, 99)), "<H")


@RECIPES.damage
def duplicate_entry(data: bytes, random: Random) -> bytes:
    entries = list(entries_of(data).items())
    name, content = random.choice(entries)
    other = random.choice((name, name.upper(), "/" + name, name.replace("/", "\\")))
    return packed([*entries, (other, random.choice((content, b"<x/>", b"")))])


@RECIPES.odd
def remove_entry(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    del entries[random.choice(sorted(entries))]
    return packed(entries)


@RECIPES.odd
def rename_entry(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    name = random.choice(sorted(entries))
    other = random.choice(("../../etc/passwd", "C:\\x.xml", "a" * 65_000, "word/\u202egnp.xml", name + "\0.xml", "."))
    return packed({(other if known == name else known): content for known, content in entries.items()})


@RECIPES.odd
def swap_entries(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    one, two = random.sample(sorted(entries), 2)
    entries[one], entries[two] = entries[two], entries[one]
    return packed(entries)


@RECIPES.odd
def empty_entry(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    entries[random.choice(sorted(entries))] = b""
    return packed(entries)


@RECIPES.odd
def bomb(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    name = random.choice((main_part(entries), "word/media/bomb.xml", "word/numbering.xml", "settings.xml"))
    filling = random.choice((b" ", b"<a/>", b"\0"))
    entries[name] = entries.get(name, b"") + filling * (random.choice((2, 20)) * 2**20 // len(filling))
    return packed(entries)


@RECIPES.odd
def many_entries(data: bytes, random: Random) -> bytes:
    extra = {f"word/media/{number}.xml": b"" for number in range(random.choice((3_000, 10_500)))}
    return packed({**entries_of(data), **extra})


@RECIPES.odd
def in_a_zip(data: bytes, random: Random) -> bytes:
    for depth in range(random.choice((1, 2, 5, 30))):
        data = packed({f"avtal{depth}.docx": data, **({"las.txt": b"Hej."} if random.random() < 0.3 else {})})
    return data


@RECIPES.harmless
def document_within(data: bytes, random: Random) -> bytes:
    entries = entries_of(data)
    return packed({**entries, "word/embeddings/ingen.docx": packed({"a.zip": data})})


@RECIPES.harmless
def stored_unpacked(data: bytes, random: Random) -> bytes:
    return packed(entries_of(data), stored=True)


@RECIPES.harmless
def other_order(data: bytes, random: Random) -> bytes:
    entries = list(entries_of(data).items())
    random.shuffle(entries)
    return packed(entries)


@RECIPES.harmless
def strange_extra_parts(data: bytes, random: Random) -> bytes:
    names = ("../../utanfor.txt", "word/å\u0308\u202e.bin", "/absolut", "con", "a" * 3000, "mapp/")
    return packed([*entries_of(data).items(), *((name, b"x") for name in random.sample(names, 3))])


@RECIPES.damage
def unicode_path(data: bytes, random: Random) -> bytes:
    """The Info-ZIP field with another name for an entry than the entry's own."""
    entries, target = entries_of(data), io.BytesIO()
    chosen = random.choice(sorted(entries))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name)
            if name == chosen:
                other = random.choice(("../../etc/passwd", "annat.xml", "word/document.xml")).encode()
                body = struct.pack("<BL", 1, random.choice((0, 0xFFFFFFFF))) + other
                info.extra = struct.pack("<HH", 0x7075, len(body)) + body
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


@RECIPES.damage
def something_before(data: bytes, random: Random) -> bytes:
    return random.choice((b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"#!/bin/sh\n", bytes(100))) + data


@RECIPES.damage
def something_after(data: bytes, random: Random) -> bytes:
    return data + random.choice((b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 18, bytes(70_000), data))


def _patched(data: bytes, random: Random, field: int, change: Callable[[int], int], form: str = "<L") -> bytes:
    """The data with a field of one central directory entry changed; of all its entries now and then."""
    changed = bytearray(data)
    places = list(_directory(data))
    for place in places if random.random() < 0.2 else random.sample(places, 1):
        old = struct.unpack_from(form, data, place + field)[0]
        struct.pack_into(form, changed, place + field, change(old) & (0xFFFFFFFF if form == "<L" else 0xFFFF))
    return bytes(changed)


def _directory(data: bytes) -> Iterator[int]:
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        yield at
