"""Numbers as Word writes them: 3, iii, C, "3:e", "tredje"."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CARDINALS = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_ORDINALS = (
    "nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde "
    "femtonde sextonde sjuttonde artonde nittonde tjugonde"
)


def written_number(number: int, form: str) -> str:
    """The number in one of Word's formats (w:numFmt); decimal for a format or a size that is not known."""
    match form:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "upperRoman" | "lowerRoman" if 0 < number < 4000:
            roman = _roman(number)
            return roman if form == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter" if 0 < number <= 780:
            letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "upperLetter" else letter.lower()
        case "ordinal":
            return f"{number}:{'a' if number % 10 in (1, 2) and number % 100 not in (11, 12) else 'e'}"
        case "cardinalText" if 0 <= number < 20:
            return _CARDINALS.split()[number].capitalize()
        case "ordinalText" if 0 <= number <= 20:
            return _ORDINALS.split()[number].capitalize()
        case "numberInDash":
            return f"- {number} -"
    return str(number)


def _roman(number: int) -> str:
    result = ""
    for size, letters in _ROMAN:
        result += letters * (number // size)
        number %= size
    return result
