"""What stands beside the agreement text, and the sentences that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from avtalskoll.agreement import Aside, Block

_BRACKETED = re.compile(r"\[(?P<inside>[^\[\]\n]{1,80})\](?![(\[:])")
_REFERENCE = re.compile(r"\^.*|[xX ]|\d{1,3}|sic|!.*")


def bracket_placeholders(blocks: Iterable[Block]) -> list[Aside]:
    """Blanks that wait to be filled in, in square brackets: "[datum]", "[XX]", "[…]". They stay in the text."""
    return [
        Aside(kind="placeholder", text=match[0], block=block.ordinal)
        for block in blocks
        if "[" in block.text
        for match in _BRACKETED.finditer(block.text)
        if not _REFERENCE.fullmatch(match["inside"])
    ]


def warnings_of(asides: Sequence[Aside]) -> list[str]:
    """A Swedish sentence for each kind of aside that a reader of the report should know of."""
    counts: dict[str, int] = {}
    for aside in asides:
        counts[aside.kind] = counts.get(aside.kind, 0) + 1
    changes = sum(counts.get(kind, 0) for kind in ("insertion", "deletion", "move"))
    warnings = []
    if changes:
        warnings.append(
            f"Dokumentet har {_count(changes, 'spårad ändring', 'spårade ändringar')} som väntar på beslut; "
            "det är läst som om alla vore godkända."
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
