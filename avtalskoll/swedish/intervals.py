"""Units of time, and how often something happens."""

from __future__ import annotations

from decimal import Decimal

from avtalskoll.swedish.numbers import number_at, number_of, ordinal_of
from avtalskoll.swedish.quantity import Quantity

_EVERY = {"varje": 1, "var": 1, "vart": 1, "varannan": 2, "vartannat": 2}
_SECOND = {"annan": Decimal(2), "annat": Decimal(2)}

TIME_UNITS: dict[str, Decimal] = {}
for _days, _words in (
    (Decimal(1) / 1440, "minut minuter min minuters"),
    (Decimal(15) / 1440, "kvart kvarts"),
    (Decimal(30) / 1440, "halvtimme halvtimmes halvtimma"),
    (Decimal(1) / 24, "timme timmar timmars tim timma timmes h"),
    (Decimal(1), "dag dagar dagars dagen dygn dygns dygnet arbetsdag arbetsdagar arbetsdagars vardag vardagar "
                 "vardagars "
                 "kalenderdag kalenderdagar kalenderdagars vardagen bankdagar helgfri arbetsdagen"),
    (Decimal(7), "vecka veckor veckors veckas veckan kalendervecka arbetsvecka v"),
    (Decimal(30), "månad månader månaders månads månaden kalendermånad kalendermånader mån"),
    (Decimal(91), "kvartal kvartalet kvartals tertial"),
    (Decimal(182), "halvår halvårs halvåret termin terminen"),
    (Decimal(365), "år års året kalenderår kalenderåret verksamhetsår verksamhetsåret budgetår avtalsår"),
    (Decimal(1461), "mandatperiod mandatperioden"),
):  # fmt: skip
    for _word in _words.split():
        TIME_UNITS[_word] = _days
WEEKDAYS = {
    f"{d}{e}" for d in "måndag tisdag onsdag torsdag fredag lördag söndag".split() for e in ("", "en", "ar", "arna")
}
_SEASONS = {"vår", "höst", "sommar", "vinter", "våren", "hösten", "januari", "februari", "mars", "april",
           "maj", "juni", "juli",
            "augusti", "september", "oktober", "november", "december", "årsskifte", "nyår"}  # fmt: skip
SIMPLE_FREQUENCY = {
    "dagligen": 1, "dagliga": 1, "veckovis": 7, "veckovisa": 7, "veckoliga": 7, "varannanvecka": 14, "månatligen": 30,
    "månatliga": 30, "månadsvis": 30, "månadsvisa": 30, "kvartalsvis": 91, "kvartalsvisa": 91, "tertialvis": 121,
    "halvårsvis": 182, "halvårsvisa": 182, "halvårliga": 182, "halvårligen": 182, "terminsvis": 182, "årligen": 365,
    "årlig": 365, "årliga": 365, "årligt": 365, "årsvis": 365, "årsvisa": 365, "varje": 0,
}  # fmt: skip
EVERY = frozenset(_EVERY)
PER = frozenset("per i om varje / á à var under".split())


def simple_frequency(words: list[str], index: int) -> Quantity:
    """The frequency that the one word at `index` is: "årligen"; "två årliga möten" is twice as often."""
    days = Decimal(SIMPLE_FREQUENCY[words[index]])
    first = index
    if index and (number := number_of(words[index - 1])) is not None and number > 1:
        days, first = days / number, index - 1  # två årliga möten
    return Quantity("frequency", first, index, Decimal(1), days=days)


def every_at(words: list[str], index: int) -> Quantity | None:
    """varje vecka, var tredje månad, var 14:e dag, varje torsdag, varje höst; None where nothing of the kind is."""
    if words[index] not in EVERY:
        return None
    factor = Decimal(_EVERY[words[index]])
    at = index + 1
    while at < len(words) and words[at] in ("hel", "helgfri", "nytt", "påbörjad", "enskild", "ny", "jämn", "udda"):
        if words[at] in ("jämn", "udda"):
            factor *= 2
        at += 1
    if at < len(words) and words[index] in ("var", "vart"):
        which = _SECOND.get(words[at]) or ordinal_of(words[at])
        factor, at = (which, at + 1) if which else (factor, at)
    if at >= len(words):
        return None
    unit = words[at]
    if unit in TIME_UNITS and TIME_UNITS[unit] >= 1:
        days = factor * TIME_UNITS[unit]
    elif unit in WEEKDAYS:
        days = factor * 7
    elif unit in _SEASONS:
        days = factor * 365
    elif unit in ("mandatperiod",):
        days = Decimal(1461)
    else:
        return None
    return Quantity("frequency", index, at, Decimal(1), days=days)


def period_at(words: list[str], index: int) -> tuple[Decimal, int] | None:
    """The period after "per", "i", "om", "varje", "under ... varje": its days and its last token."""
    if index >= len(words):
        return None
    if words[index] in EVERY:
        every = every_at(words, index)
        return (every.days, every.last) if every and every.days else None
    if words[index] not in PER:
        return None
    at = index + 1
    while at < len(words) and words[at] in ("påbörjad", "kalender", "genomsnitt", "snitt", "hel", "och"):
        at += 1
    if at < len(words) and words[at] in EVERY:
        every = every_at(words, at)
        return (every.days, every.last) if every and every.days else None
    if at < len(words) and words[at] in TIME_UNITS and TIME_UNITS[words[at]] >= 1:
        return TIME_UNITS[words[at]], at
    number = number_at(words, at) if at < len(words) else None
    if number and number[1] < len(words) and words[number[1]] in TIME_UNITS:
        return number[0] * TIME_UNITS[words[number[1]]], number[1]
    return None
