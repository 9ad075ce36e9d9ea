"""Where blocks begin among the lines of a text: shared by Markdown and plain text."""

from __future__ import annotations

import re

from avtalskoll.readers.contents import is_dotted_line
from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.titles import is_capitals, is_title

_TAB = 4
_REFERS = re.compile(
    r"(?:\b(?:punkt|punkten|punkterna|p|avsnitt|avsnitten|kap|kapitel|paragraf|bilaga|artikel|enligt|se|jfr|jämför|i|och"
    r"|till|av|från|med|mellan|eller|samt|stycket|nr|sid|den)\.?|§)[ \t]*$",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r"\b(?:och|eller|samt|av|från|med|mellan|till|för|i|på|om|att|som|den|det|de|en|ett|enligt|genom|region|regionen"
    r"|kommun|kommunen|kommunerna|parterna|avtalet|ska|skall|får|har|är|inte|sluts|gäller)$",
    re.IGNORECASE,
)
"""The last word of a line that goes on: no heading ends so."""
_ENDS = (".", ":", ";", ",", "!", "?", " och", " eller", " samt")


def indent_of(line: str) -> int:
    """Columns of white space before the text."""
    columns = 0
    for character in line:
        if character == "\t":
            columns += _TAB - columns % _TAB
        elif character in " \u00a0":
            columns += 1
        else:
            break
    return columns


def begins_block(line: str, before: str) -> bool:
    """Whether a line begins a block although no blank line precedes it.

    A bullet always does; a section number unless the line before refers to it ("enligt punkt / 3.2 Läkare"); a list's
    number or letter where the line before has come to an end or is an item too.
    """
    if is_dotted_line(line) or is_dotted_line(before):
        return True
    label = typed_label(line)
    if label is None:
        return False
    if label.kind == "bullet":
        return len(line.strip()) > 1
    if _REFERS.search(before[-40:]) or not line[label.end :]:
        return False
    if label.kind == "clause":
        return not line[label.end].islower()
    return before.rstrip().endswith(_ENDS) or heads_alone(before) or typed_label(before) is not None


def heads_alone(line: str) -> bool:
    """Whether a line at the start of a paragraph is a heading by itself: numbered or in capitals, and short."""
    text = line.strip()
    if len(text) > 70 or _RUNS_ON.search(text):
        return False
    label = typed_label(text)
    rest = text[label.end :] if label else text
    if label is not None and (label.kind == "clause" or label.family == "1."):
        return is_title(rest, marked=is_capitals(rest))
    return label is None and is_capitals(text) and is_title(text, marked=True)
