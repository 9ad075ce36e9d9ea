"""How much: an amount of doctors' work, with the period and the denominator that it is measured against."""

from __future__ import annotations

from decimal import Decimal

from avtalskoll.swedish.intervals import PER, SIMPLE_FREQUENCY, TIME_UNITS, WEEKDAYS, every_at, period_at
from avtalskoll.swedish.quantity import Bound, Quantity

_AMOUNT_UNITS = frozenset("""timme timmar tim min timma h läkartimme läkartimmar läkartimmarna minuter
    läkarminuter dagar heldag
    heldagar halvdag halvdagar besök läkarbesök hembesök rond ronder rondtillfälle rondtillfällen tillfälle
    tillfällen gång gånger tjänst tjänster heltidstjänst heltidstjänster läkartjänst läkartjänster
    årsarbetare pass läkarpass möte möten teammöten läkardag läkardagar årsarbetskraft årsarbetskrafter
    läkarhalvdag""".split())  # fmt: skip
_AMOUNT_ENDINGS = (
    "dag",
    "dagar",
    "timme",
    "timmar",
    "rond",
    "ronder",
    "besök",
    "tillfälle",
    "tillfällen",
    "pass",
    "möte",
    "möten",
)
DENOMINATORS = frozenset("""plats platser boende boendeplats boendeplatser patient patienter person personer vårdplats
    vårdplatser enhet avdelning brukare individ inskriven inskrivna lägenhet lägenheter säbo-plats invånare äldreboende
    boendeenhet gruppbostad gruppboende demensboende kommun hus våningsplan""".split())  # fmt: skip


def is_amount_unit(word: str) -> bool:
    """timmar, besök, ronddagar, läkarpass: what doctors' work is counted in."""
    if word in _AMOUNT_UNITS or word.startswith("läkar"):
        return True
    return word not in TIME_UNITS and word not in WEEKDAYS and len(word) > 6 and word.endswith(_AMOUNT_ENDINGS)


def amount_at(words: list[str], first: int, last: int, value: Decimal, unit: str, bound: Bound) -> Quantity:
    """The amount `value` of `unit` at the tokens `first` to `last`, with what stands around it: per what and when."""
    period_days: Decimal | None = None
    per = ""
    for back in range(max(0, first - 8), first):  # "per boende och år genomförs femtio ronder"
        if words[back] == "per":
            period = period_at(words, back)
            period_days = period[0] if period else period_days
            following = words[back + 1] if back + 1 < first else ""
            per = following if following in DENOMINATORS else per
            if back + 3 < first and words[back + 2] == "och" and words[back + 3] in TIME_UNITS:
                period_days = TIME_UNITS[words[back + 3]]
        elif words[back] in DENOMINATORS and any(w in ("varje", "vart", "var") for w in words[max(0, back - 4) : back]):
            per = words[back]  # "för varje påbörjat tiotal platser avsätts två timmar"
    at = last + 1
    limit = min(len(words), at + 14)
    while at < limit:
        if words[at] in (".", ";"):
            break
        if words[at] in PER:
            period = period_at(words, at)
            if period and period_days is None:
                period_days, last = period
        elif words[at] == "och" and at + 1 < limit and per and period_days is None:  # "per boende och vecka"
            unit_days = TIME_UNITS.get(words[at + 1])
            if unit_days is not None and unit_days >= 1:
                period_days, last = unit_days, at + 1
        if words[at] in DENOMINATORS and any(
            word in ("per", "och", "varje", "för", "/", "var") for word in words[max(0, at - 4) : at]
        ):
            per, last = words[at], at
        at += 1
    every = next(
        (q for i in range(max(0, first - 6), min(len(words), last + 8)) if (q := every_at(words, i))),
        None,
    )
    if period_days is None and every is not None:
        period_days = every.days
    simple = next((SIMPLE_FREQUENCY[w] for w in words[max(0, first - 4) : last + 6] if SIMPLE_FREQUENCY.get(w)), None)
    if period_days is None and simple:
        period_days = Decimal(simple)
    return Quantity("amount", first, last, value, unit, period_days=period_days, per=per, bound=bound)
