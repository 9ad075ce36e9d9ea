"""Numbers and bullets that somebody typed at the start of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from avtalskoll.readers.titles import is_title

LabelKind = Literal["clause", "item", "bullet"]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a paragraph: "3.2", "§ 4", "4 a §", "a)", "1.", or a bullet, whose text is ""."""

    text: str
    kind: LabelKind
    """`clause` for a section number, `item` for a list's number or letter."""
    end: int
    """Where in the paragraph the wording after the label begins."""
    parts: int = 1
    """For a clause: how deep its number is; "3.2" has two parts."""
    family: str = ""
    """Labels of one list have one family: "1.", "a)", "-"."""
    first: bool = False
    """Whether the label begins a list: 1, a or i."""

    @property
    def rank(self) -> int:
        """How far inside a label of this family usually stands: numbers, then letters, then bullets."""
        return 0 if self.kind == "clause" or self.family[:1] == "1" else 2 if self.kind == "bullet" else 1


_SPACE = r"[ \t\u00a0\u2002\u2003\u2007\u2009\u202f]"
_LEAD = rf"{_SPACE}*"
_END = rf"(?={_SPACE}|\n|$)"
_CAPITAL_FOLLOWS = rf"(?={_SPACE}*(?:$|\n|[–—:-]|[\"”'(\[*_]*[A-ZÅÄÖÉ\d]))"
_BULLET = re.compile(rf"{_LEAD}([-–—•·▪●○◦‣⁃■□*\uf0b7\uf0a7]){_SPACE}+(?=\S)")
_DECIMALS = re.compile(rf"{_LEAD}([1-9]\d{{0,2}}(?:\.[1-9]\d?){{1,5}}{_SPACE}?[a-z]?)(?![\w)])[.:]?{_END}")
_QUANTITY = re.compile(
    rf"{_SPACE}*(?:timm|tim\b|procent|%|kr\b|kronor|tkr|mkr|mnkr|milj|tjänst|läkart|platser|dagar|dygn|h\b)"
)
_SECTION_BEFORE = re.compile(
    rf"{_LEAD}(§{_SPACE}?[1-9]\d{{0,2}}(?:\.[1-9]\d?){{0,4}}(?:{_SPACE}?[a-z](?!\w))?)[.:]?{_END}{_CAPITAL_FOLLOWS}"
)
_SECTION_AFTER = re.compile(
    rf"{_LEAD}([1-9]\d{{0,2}}(?:\.[1-9]\d?){{0,4}}(?:{_SPACE}?[a-z])?{_SPACE}?§)(?!§)[.:]?{_END}{_CAPITAL_FOLLOWS}"
    rf"(?!{_SPACE}*\d{{1,2}}(?:{_SPACE}[a-z])?{_SPACE}+(?:erhåller|får|ges|ersätts|utgår|ändras|upphävs|upphör|stryks))"
)
"""But of "2 § 5 får följande lydelse" the number is 2."""
_NUMBER = re.compile(rf"{_LEAD}(?:([1-9]\d?)([.)])(?={_SPACE}|\n|[A-ZÅÄÖ]|$)|\(([1-9]\d?)\){_END})")
_LETTER = re.compile(
    rf"{_LEAD}(?:([a-zåäö]|[ivx]{{2,5}})([.)])|([A-Z])(\))|\(([a-zåäö]|[ivx]{{2,5}})\))(?={_SPACE}+\S)"
)
_NAMED = re.compile(
    rf"{_LEAD}((?:[Bb]ilaga|BILAGA|Artikel|ARTIKEL|Avsnitt|AVSNITT|Kapitel|KAPITEL|Del|DEL|Punkt|Appendix)"
    rf"{_SPACE}+(?:\d{{1,2}}(?:\.\d{{1,2}})*|[A-Z]))[.:]?{_END}{_SPACE}*[–—:-]?"
)
_MOMENT = re.compile(rf"{_LEAD}([Mm]om\.?{_SPACE}*[1-9]\d?)[.:]?{_END}")
_BARE = re.compile(rf"{_LEAD}([1-9]\d?){_SPACE}+(?=[A-ZÅÄÖ§])")


def typed_label(text: str, *, heading: bool = False) -> Label | None:
    """The label that `text` starts with, or None. The text itself is never changed.

    `heading` says that the text is known to be a heading: then a bare number ("3 Vad regionen ska göra") is its number.
    """
    start = text[:60]
    if match := _BULLET.match(start):
        return Label("", "bullet", match.end(), family=match[1])
    if match := _DECIMALS.match(start):
        if _QUANTITY.match(text, match.end()):
            return None
        return _clause(text, match)
    if match := _SECTION_BEFORE.match(start) or _SECTION_AFTER.match(start):
        return _clause(text, match)
    if match := _NUMBER.match(start):
        number = match[1] or match[3]
        label = f"{number}{match[2]}" if match[1] else f"({number})"
        family = "1" + (match[2] or "()")
        return Label(label, "item", _wording(text, match.end()), family=family, first=number == "1")
    if match := _LETTER.match(start):
        letter = match[1] or match[3] or match[5]
        label = f"({letter})" if match[5] else f"{letter}{match[2] or match[4]}"
        family = ("A" if match[3] else "a") + (match[2] or match[4] or "()")
        return Label(label, "item", _wording(text, match.end()), family=family, first=letter in ("a", "i", "A"))
    if match := _MOMENT.match(start):
        return Label(match[1], "clause", _wording(text, match.end()), parts=2, family="mom")
    if (match := _NAMED.match(start) or _BARE.match(start)) and (heading or _heads(text, match.end())):
        return _clause(text, match)
    return None


def is_moment(label: str) -> bool:
    """Whether the label numbers a moment within a paragraph sign's section ("Mom. 2" of "§ 4")."""
    return label[:3].lower() == "mom"


def is_section_number(label: str) -> bool:
    """Whether a label is one that a clause is cited by ("3.2", "§ 4", "Bilaga 1") and not a list's ("1.", "a)")."""
    bare = label.strip().rstrip(".:")
    return bool(re.search(r"\d\.\d|§|[A-Za-zÅÄÖåäö]{3,}\W*\d", bare))


def section_parts(label: str) -> int:
    """How deep a section number is: "3.2" has two parts, "§ 4" one."""
    return 1 + len(re.findall(r"(?<=[\w])\.(?=\w)", label.strip().rstrip(".")))


def citable(label: str) -> str:
    """A label as it is cited: "3." as "3"."""
    return " ".join(label.split()).rstrip(".:")


def _clause(text: str, match: re.Match[str]) -> Label:
    label = match[1].strip()
    return Label(
        label, "clause", _wording(text, match.end()), parts=section_parts(label), family="§" if "§" in label else "1.1"
    )


def _heads(text: str, end: int) -> bool:
    rest = text[end:]
    return not rest.strip() or is_title(rest)


def _wording(text: str, end: int) -> int:
    while end < len(text) and text[end] in " \t\n\u00a0\u2002\u2003\u2007\u2009\u202f":
        end += 1
    return end
