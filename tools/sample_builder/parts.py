"""Writes the smaller parts: header, footer, notes, comments, settings, properties."""

from __future__ import annotations

from typing import Final

from .model import Comment, Inline, Text
from .ooxml import Element, field, run, serialise, text, w
from .runs import CHANGE_DATES, PARTIES, RunWriter
from .styles import style_id
from .themes import Theme

_CORE: Final = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:creator></dc:creator>\
<cp:lastModifiedBy></cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">{date}T08:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T08:00:00Z</dcterms:modified>\
<dc:language>sv-SE</dc:language></cp:coreProperties>"""


def core_part(title: str, date: str) -> bytes:
    """Write ``docProps/core.xml`` with a fixed ``date`` and nobody's name."""
    return _CORE.format(title=title, date=date).encode()


def header_part(content: str, theme: Theme) -> bytes:
    """Write a header; ``|`` divides what stands to the left and to the right."""
    return serialise(w("hdr", _line("header", content, theme)))


def footer_part(content: str, theme: Theme) -> bytes:
    """Write a footer; ``{page}`` becomes "Sida 1 av 1" with fields."""
    return serialise(w("ftr", _line("footer", content, theme)))


def footnotes_part(contents: Text, runs: RunWriter) -> bytes:
    """Write the footnotes in the order in which the body refers to them."""
    separators = [
        w("footnote", w("p", w("r", w("separator"))), type="separator", id=-1),
        w(
            "footnote",
            w("p", w("r", w("continuationSeparator"))),
            type="continuationSeparator",
            id=0,
        ),
    ]
    notes = [w("footnote", _note(contents.notes[name], runs), id=number) for number, name in enumerate(runs.notes, 1)]
    return serialise(w("footnotes", *separators, *notes))


def comments_part(comments: list[Comment], theme: Theme) -> bytes:
    """Write the comments; their authors are the parties."""
    return serialise(
        w(
            "comments",
            *(_comment(number, comment, theme) for number, comment in enumerate(comments)),
        )
    )


def settings_part(*, notes: bool) -> bytes:
    """Write ``word/settings.xml`` for Word 2013 and later."""
    separators = [w("footnote", id=-1), w("footnote", id=0)]
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return serialise(
        w(
            "settings",
            w("zoom", percent=100),
            w("defaultTabStop", val=720),
            w("footnotePr", *separators) if notes else None,
            w("compat", mode),
            w("themeFontLang", val="sv-SE"),
            w("decimalSymbol", val=","),
            w("listSeparator", val=";"),
        )
    )


def _line(style: str, content: str, theme: Theme) -> Element:
    paragraph = w("p", w("pPr", w("pStyle", val=style_id(style, theme))))
    before, page, after = content.replace(" | ", "\t").partition("{page}")
    if before:
        paragraph.append(run(before))
    if page:
        paragraph.append(run("Sida "))
        paragraph.extend(field("PAGE", "1"))
        paragraph.append(run(" av "))
        paragraph.extend(field("NUMPAGES", "1"))
    if after:
        paragraph.append(run(after))
    return paragraph


def _note(content: Inline, runs: RunWriter) -> Element:
    paragraph = runs.paragraph("note_text", content)
    mark = w("rPr", w("rStyle", val=style_id("note_mark", runs.theme)))
    paragraph.insert(1, w("r", mark, w("footnoteRef")))
    paragraph.insert(2, w("r", text(" ")))
    return paragraph


def _comment(number: int, comment: Comment, theme: Theme) -> Element:
    mark = w("rPr", w("rStyle", val=style_id("comment_mark", theme)))
    return w(
        "comment",
        w(
            "p",
            w("pPr", w("pStyle", val=style_id("comment_text", theme))),
            w("r", mark, w("annotationRef")),
            run(comment.text),
        ),
        id=number,
        author=PARTIES[comment.party],
        date=CHANGE_DATES[comment.party],
        initials=comment.party,
    )
