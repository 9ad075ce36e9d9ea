"""Quantities in a sentence: how often, how long, how much, and against what."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from avtalskoll.swedish.amounts import DENOMINATORS, amount_at, is_amount_unit
from avtalskoll.swedish.intervals import PER, SIMPLE_FREQUENCY, TIME_UNITS, every_at, period_at, simple_frequency
from avtalskoll.swedish.numbers import number_at, number_of, ordinal_of
from avtalskoll.swedish.quantity import Bound, Quantity
from avtalskoll.swedish.tokens import Token

_COUNTED_UNITS = frozenset("dagen dygnet veckan månaden arbetsdagen kalenderdagen vardagen".split())
_WORKDAYS = frozenset({"måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar"})
_PARTS_OF_WEEK = frozenset(
    """dag dagar halvdag halvdagar heldag heldagar förmiddag förmiddagar eftermiddag eftermiddagar
    arbetsdag arbetsdagar vardag vardagar pass""".split()
)
_GENITIVE_UNITS = frozenset("minuters timmars timmes dagars".split())
_ASKS_HOW_OFTEN = frozenset("ofta intervall intervaller frekvens periodicitet".split())
_AT_LEAST = frozenset({"minst", "lägst", "minimum", "åtminstone"})
_AT_MOST = frozenset({"högst", "maximalt", "max", "inom", "senast", "längst", "inte senare än"})


def quantities(tokens: list[Token]) -> tuple[Quantity, ...]:
    """All quantities of a sentence, in order of their first token. Overlapping readings are kept."""
    words = [token.word for token in tokens]
    found: list[Quantity] = []
    for index, word in enumerate(words):
        if SIMPLE_FREQUENCY.get(word):
            found.append(simple_frequency(words, index))
        elif word in ("jämna", "udda") and words[index + 1 : index + 2] == ["veckor"]:
            found.append(Quantity("frequency", index, index + 1, Decimal(1), days=Decimal(14)))
        elif every := every_at(words, index):
            found.append(every)
        number = number_at(words, index)
        if number is not None:
            value, after = number
            found.extend(_with_unit(words, index, value, after))
        elif (ordinal := ordinal_of(word)) and index + 1 < len(words) and words[index + 1] in _COUNTED_UNITS:
            days = ordinal * TIME_UNITS[words[index + 1]]
            found.append(Quantity("duration", index, index + 1, days, words[index + 1], days=days))
        elif word == "dag" and index + 1 < len(words) and (day := number_of(words[index + 1])) is not None:
            found.append(Quantity("duration", index, index + 1, day, "dag", days=day))  # "från dag 8"
        elif word in _WORKDAYS and words[index + 1 : index + 2] not in (["till"], ["–"], ["-"]):
            found.append(Quantity("frequency", index, index, Decimal(1), days=Decimal(7)))  # "rond hålls tisdagar"
    return tuple(found)


def period_of(tokens: Sequence[Token]) -> Decimal | None:
    """The period that a table head names ("Läkartid per vecka", "Timmar/vecka"), in days."""
    words = [token.word for token in tokens]
    for index, word in enumerate(words):
        if word in PER and (period := period_at(words, index)):
            return period[0]
    return None


def bare_amount(tokens: Sequence[Token], own_from: int) -> tuple[Quantity, ...]:
    """The amount that a cell's bare number is, when its heads (the tokens before it) name what is counted."""
    words = [token.word for token in tokens]
    unit = next((word for word in words[:own_from] if is_amount_unit(word)), None)
    own = [index for index in range(own_from, len(words)) if words[index] not in ("ca", "cirka", "c:a", "minst")]
    if unit is None or len(own) != 1 or (value := number_of(words[own[0]])) is None:
        return ()
    return (Quantity("amount", own[0], own[0], value, unit),)


def bare_frequency(tokens: Sequence[Token], own_from: int) -> tuple[Quantity, ...]:
    """How often, where a cell holds a period alone and its heads ask for it: "Intervall | Halvår"."""
    words = [token.word for token in tokens]
    own = words[own_from:]
    if len(own) != 1 or TIME_UNITS.get(own[0], 0) < 1 or not _ASKS_HOW_OFTEN & set(words[:own_from]):
        return ()
    return (Quantity("frequency", own_from, own_from, Decimal(1), days=TIME_UNITS[own[0]]),)


def _with_unit(words: list[str], first: int, value: Decimal, after: int) -> list[Quantity]:
    if after >= len(words):
        return []
    bound = _bound(words, first)
    unit = words[after]
    found: list[Quantity] = []
    if unit in ("gång", "gånger", "ggr", "g", "tillfälle", "tillfällen"):
        period = period_at(words, after + 1)
        if period:
            days, last = period
            found.append(
                Quantity("frequency", first, last, value, unit, days=days / max(value, Decimal(1)), bound=bound)
            )
    if unit in TIME_UNITS:
        found.append(Quantity("duration", first, after, value, unit, days=value * TIME_UNITS[unit], bound=bound))
    if unit in _GENITIVE_UNITS:
        found.append(amount_at(words, first, after, value, unit, bound))  # "45 minuters läkartid i veckan"
    bare = period_at(words, after) if unit in ("per", "i", "om", "varje", "var", "vart") else None
    if bare and bare[0] >= 1:  # "besök, minst ett per halvår"
        days, last = bare
        found.append(Quantity("frequency", first, last, value, days=days / max(value, Decimal(1)), bound=bound))
        found.append(Quantity("amount", first, last, value, period_days=days, bound=bound))
    if unit == "per" and words[after + 1 : after + 2] and words[after + 1] in DENOMINATORS:
        found.append(amount_at(words, first, after, value, "", bound))  # "läkarbesök: ett per boende och vecka"
    if unit in _PARTS_OF_WEEK:
        period = period_at(words, after + 1)
        if period and period[0] > 1:  # "två dagar i veckan", "en förmiddag varannan vecka"
            days, last = period
            found.append(
                Quantity("frequency", first, last, value, unit, days=days / max(value, Decimal(1)), bound=bound)
            )
            found.append(Quantity("amount", first, last, value, unit, period_days=days, bound=bound))
    deadline = first > 0 and words[first - 1] in ("inom", "senast", "efter", "före")
    if is_amount_unit(unit) and not deadline:
        found.append(amount_at(words, first, after, value, unit, bound))
    elif unit in ("kronor", "kr", "sek", "tkr", "miljoner"):
        found.append(Quantity("money", first, after, value, "kronor", bound=bound))
    elif unit in ("procent", "%", "procentenheter", "heltid"):
        found.append(Quantity("share", first, after, value, "procent", bound=bound))
    if not found:
        # "två planerade läkarbesök per vecka"
        for step in (1, 2, 3):
            at = after + step
            if at < len(words) and is_amount_unit(words[at]):
                found.append(amount_at(words, first, at, value, words[at], bound))
                break
    return found


def _bound(words: list[str], first: int) -> Bound:
    near = words[max(0, first - 3) : first]
    if "understiga" in near or "understiger" in near:
        return "at_least"
    if "överstiga" in near or "överstiger" in near or ("till" in near and "upp" in near):
        return "at_most"
    if any(word in _AT_LEAST for word in near):
        return "at_least"
    return "at_most" if any(word in _AT_MOST for word in near) else "exact"
