"""What stands beside the agreement text, and the sentences that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from avtalskoll.agreement import Aside, Block
from avtalskoll.readers.options import View

_BRACKETED = re.compile(r"\[(?P<inside>[^\[\]\n]{1,80})\](?![(\[:])")
_REFERENCE = re.compile(r"\^.*|[xX ]|\d{1,3}|sic|!.*")
_BLANK = re.compile(
    r"(?:_ ?){3,}"  # den ____ 2026
    r"|(?<![\w.])(?:\.\s?){5,}(?![\w.])|…{2,}"  # den .......... 2026
    r"|(?<=\s)(?:…|\.{3})(?=\s+(?:20\d\d|kr\b|kronor|procent|%|timm|minut|dag|veck|månad|år\b))"  # inom … dagar
    r"|(?<![\w-])(?:20)?[xX]{2,}(?:-[xX]{2}){0,2}(?![\w-])"  # XX dagar, 20XX-XX-XX
    r"|(?<!\w)(?:å{4}|Å{4})(?:-(?:mm|MM))?(?:-(?:dd|DD))?(?!\w)"
)
_SIGNING = re.compile(
    r"\b(?:ort|datum|underskrift|namnteckning|namnförtydligande|signatur|titel|befattning|för (?:regionen|kommunen))\b",
    re.IGNORECASE,
)
"""Words of a place to sign: its lines are to be empty until the agreement is signed."""


def bracket_placeholders(blocks: Iterable[Block]) -> list[Aside]:
    """Blanks that wait to be filled in: "[datum]", "XX dagar", "____", "… kronor". They stay in the text."""
    return [
        Aside(kind="placeholder", text=text, block=block.ordinal)
        for block in blocks
        if block.kind != "toc"
        for text in _blanks(block)
    ]


def _blanks(block: Block) -> Iterable[str]:
    text = block.text
    bracketed = [match for match in _BRACKETED.finditer(text) if not _REFERENCE.fullmatch(match["inside"])]
    found = [(match.start(), match[0]) for match in bracketed]
    if not _is_for_signing(text):
        inside = {at for match in bracketed for at in range(*match.span())}
        found += [
            (match.start(), match[0].strip())
            for match in _BLANK.finditer(text)
            if inside.isdisjoint(range(*match.span()))
        ]
    return [blank for _, blank in sorted(found)]


def _is_for_signing(text: str) -> bool:
    """Whether a block is a line to sign on, with or without the words that say so."""
    left = _BLANK.sub("", text).strip(" \t\n:,.()/|")
    return not left or (len(left) <= 60 and bool(_SIGNING.search(left)))


def warnings_of(asides: Sequence[Aside], view: View = "accepted") -> list[str]:
    """A Swedish sentence for each kind of aside that a reader of the report should know of."""
    counts: dict[str, int] = {}
    for aside in asides:
        counts[aside.kind] = counts.get(aside.kind, 0) + 1
    changes = sum(counts.get(kind, 0) for kind in ("insertion", "deletion", "move"))
    warnings = []
    if changes:
        how = "ingen vore gjord" if view == "original" else "alla vore godkända"
        warnings.append(
            f"Dokumentet har {_count(changes, 'spårad ändring', 'spårade ändringar')} som väntar på beslut; "
            f"det är läst som om {how}."
        )
    if hidden := counts.get("hidden"):
        warnings.append(f"Dokumentet har dold text på {_count(hidden, 'ställe', 'ställen')}; den är inte granskad.")
    if comments := counts.get("comment"):
        warnings.append(
            f"Dokumentet har {_count(comments, 'kommentar', 'kommentarer')}, som inte räknas som avtalstext."
        )
    if blanks := counts.get("placeholder"):
        warnings.append(
            f"Dokumentet har {_count(blanks, 'lucka', 'luckor')} som inte är ifylld{'a' if blanks > 1 else ''}."
        )
    return warnings


_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def _count(number: int, one: str, many: str) -> str:
    if number == 1:
        return f"{'ett' if one == 'ställe' else 'en'} {one}"
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} {many}"
