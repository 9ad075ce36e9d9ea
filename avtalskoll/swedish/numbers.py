"""Numbers in figures and words, counting and ordering."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

_UNITS = {
    word: value
    for value, words in {
        1: "en ett", 2: "två båda", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio",
        11: "elva", 12: "tolv", 13: "tretton", 14: "fjorton", 15: "femton", 16: "sexton", 17: "sjutton", 18: "arton",
        19: "nitton",
    }.items()
    for word in words.split()
}  # fmt: skip
_TENS = {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80,
         "nittio": 90}  # fmt: skip
_BELOW_HUNDRED = {
    **_UNITS,
    **_TENS,
    **{ten + unit: _TENS[ten] + _UNITS[unit] for ten in _TENS for unit in _UNITS if _UNITS[unit] < 10},
}
_NUMBER_WORDS = {
    **_BELOW_HUNDRED,
    **{
        head + "hundra" + rest: value * 100 + _BELOW_HUNDRED.get(rest, 0)
        for head, value in {**{unit: n for unit, n in _UNITS.items() if n < 10}, "": 1}.items()
        for rest in ("", *_BELOW_HUNDRED)
    },
    "tusen": 1000,
    "ettusen": 1000,
}
_FIRST_ORDINALS = {
    word: number
    for number, word in enumerate(
        """första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde
        femtonde sextonde sjuttonde artonde nittonde""".split(),
        1,
    )
}
_ORDINALS = (
    _FIRST_ORDINALS
    | {ten + "nde": number for ten, number in _TENS.items()}
    | {"tjugonde": 20, "hundrade": 100}
    | {ten + word: _TENS[ten] + number for ten in _TENS for word, number in _FIRST_ORDINALS.items() if number < 10}
)


def number_at(words: list[str], index: int) -> tuple[Decimal, int] | None:
    """The number that begins at `index` and the index after it: "tre (3)", "2-3" (the larger), "en halv"."""
    value = number_of(words[index])
    if value is None:
        return None
    after = index + 1
    if (
        after + 2 < len(words)
        and words[after] == "("
        and words[after + 2] == ")"
        and number_of(words[after + 1]) is not None
    ):
        after += 3
    if (
        after + 1 < len(words)
        and words[after] in ("-", "–", "till")
        and (upper := number_of(words[after + 1])) is not None
    ):
        value, after = max(value, upper), after + 2
    if after < len(words) and words[index] in ("en", "ett") and words[after] in ("halv", "halvt"):
        value, after = Decimal("0.5"), after + 1
    if words[after : after + 3] in (["och", "en", "halv"], ["och", "ett", "halvt"]):
        value, after = value + Decimal("0.5"), after + 3
    if after < len(words) and words[after] in ("hela", "helgfria", "enstaka"):
        after += 1
    return value, after


def number_of(word: str) -> Decimal | None:
    """The number of "tre", "tjugofem", "14", "1,5" or "1 200"."""
    if word in _NUMBER_WORDS:
        return Decimal(_NUMBER_WORDS[word])
    if not word[:1].isdigit() or "-" in word or ":" in word:
        return None
    try:
        return Decimal(word.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None


def ordinal_of(word: str) -> Decimal | None:
    """The number of "sjätte", "femtioförsta" or "50:e"."""
    figures, colon, ending = word.partition(":")
    if colon and ending in ("e", "a") and figures.isdecimal() and len(figures) <= 4:
        return Decimal(figures)
    return Decimal(_ORDINALS[word]) if word in _ORDINALS else None
