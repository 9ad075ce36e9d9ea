"""Mutations of a document's XML as bytes: what no tree can hold."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.robustness.packages import entries_of, main_part, packed
from tools.robustness.recipe import Recipes

RECIPES = Recipes()


@RECIPES.damage
def cut_xml(data: bytes, random: Random) -> bytes:
    return _on_bytes(data, lambda content: content[: random.randrange(1, len(content) - 1)])


@RECIPES.damage
def broken_tags(data: bytes, random: Random) -> bytes:
    def change(content: bytes) -> bytes:
        at = random.randrange(len(content))
        return (
            content[:at] + random.choice((b"<", b">", b"&", b"</w:p>", b"\0", b"\xff", b"]]>", b"&#0;")) + content[at:]
        )

    return _on_bytes(data, change)


@RECIPES.damage
def entities(data: bytes, random: Random) -> bytes:
    many = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    declared = random.choice(
        (
            b'<!ENTITY x "text">',
            b'<!ENTITY x SYSTEM "file:///etc/passwd">',
            b'<!ENTITY l0 "ha">' + many + b'<!ENTITY x "&l9;">',
            b'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
            b'<!ENTITY x "' + b"a" * 100_000 + b'">',
        )
    )

    def change(content: bytes) -> bytes:
        start = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
        body = content[start:].replace(b"</w:t>", b"&x;</w:t>", 1000).replace(b"</text:p>", b"&x;</text:p>", 1000)
        return content[:start] + b"<!DOCTYPE x [" + declared + b"]>" + body

    return _on_bytes(data, change)


@RECIPES.odd
def wrong_encoding(data: bytes, random: Random) -> bytes:
    def change(content: bytes) -> bytes:
        declared = random.choice((b"UTF-16", b"UTF-7", b"ISO-8859-1", b"IBM037", b"finns-inte"))
        return b'<?xml version="1.0" encoding="%s"?>' % declared + content[content.find(b"?>") + 2 :]

    return _on_bytes(data, change)


@RECIPES.harmless
def renamed_prefixes(data: bytes, random: Random) -> bytes:
    def change(content: bytes) -> bytes:
        for old, new in ((b"w", b"ns0"), (b"text", b"ns1"), (b"office", b"o")):
            for sign, then in (
                (b"<%s:", b"<%s:"),
                (b"</%s:", b"</%s:"),
                (b" %s:", b" %s:"),
                (b"xmlns:%s=", b"xmlns:%s="),
            ):
                content = content.replace(sign % old, then % new)
        return content.replace(b'Ignorable="w', b'Ignorable="ns0w')

    return _on_bytes(data, change)


@RECIPES.harmless
def other_encoding(data: bytes, random: Random) -> bytes:
    def change(content: bytes) -> bytes:
        text = content.decode("utf-8")
        return ('<?xml version="1.0" encoding="UTF-16"?>' + text[text.find("?>") + 2 :]).encode("utf-16")

    return _on_bytes(data, change)


@RECIPES.harmless
def comments_everywhere(data: bytes, random: Random) -> bytes:
    remark = random.choice((b"<!-- x -->", b"<?x y?>"))
    return _on_bytes(
        data, lambda content: content.replace(b"</w:p>", remark + b"</w:p>").replace(b"<text:p", remark + b"<text:p")
    )


def _on_bytes(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    entries = entries_of(data)
    entries[main_part(entries)] = change(entries[main_part(entries)])
    return packed(entries)
