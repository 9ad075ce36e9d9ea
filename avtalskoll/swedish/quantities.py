"""Quantities in a sentence: how often, how long, how much, and against what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from avtalskoll.swedish.tokens import Token

QuantityKind = Literal["frequency", "duration", "amount", "money", "share"]
Bound = Literal["exact", "at_least", "at_most"]

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
_ORDINAL_PERIODS = {
    "varje": 1, "var": 1, "vart": 1, "varannan": 2, "vartannat": 2, "annan": 2, "annat": 2,
    "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6,
    "tionde": 10, "fjortonde": 14, "åttonde": 8, "sjunde": 7,
}  # fmt: skip

_TIME_UNITS: dict[str, Decimal] = {}
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
        _TIME_UNITS[_word] = _days
_WEEKDAYS = {
    f"{d}{e}" for d in "måndag tisdag onsdag torsdag fredag lördag söndag".split() for e in ("", "en", "ar", "arna")
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
_COUNTED_UNITS = frozenset("dagen dygnet veckan månaden arbetsdagen kalenderdagen vardagen".split())
_WORKDAYS = frozenset({"måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar"})
_SEASONS = {"vår", "höst", "sommar", "vinter", "våren", "hösten", "januari", "februari", "mars", "april",
           "maj", "juni", "juli",
            "augusti", "september", "oktober", "november", "december", "årsskifte", "nyår"}  # fmt: skip
_SIMPLE_FREQUENCY = {
    "dagligen": 1, "dagliga": 1, "veckovis": 7, "veckovisa": 7, "veckoliga": 7, "varannanvecka": 14, "månatligen": 30,
    "månatliga": 30, "månadsvis": 30, "månadsvisa": 30, "kvartalsvis": 91, "kvartalsvisa": 91, "tertialvis": 121,
    "halvårsvis": 182, "halvårsvisa": 182, "halvårliga": 182, "halvårligen": 182, "terminsvis": 182, "årligen": 365,
    "årlig": 365, "årliga": 365, "årligt": 365, "årsvis": 365, "årsvisa": 365, "varje": 0,
}  # fmt: skip
_AMOUNT_UNITS = frozenset("""timme timmar tim min timma h läkartimme läkartimmar läkartimmarna minuter
    läkarminuter dagar heldag
    heldagar halvdag halvdagar besök läkarbesök hembesök rond ronder rondtillfälle rondtillfällen tillfälle
    tillfällen gång gånger tjänst tjänster heltidstjänst heltidstjänster läkartjänst läkartjänster
    årsarbetare pass läkarpass möte möten teammöten läkardag läkardagar årsarbetskraft årsarbetskrafter
    läkarhalvdag""".split())  # fmt: skip
_PARTS_OF_WEEK = frozenset(
    """dag dagar halvdag halvdagar heldag heldagar förmiddag förmiddagar eftermiddag eftermiddagar
    arbetsdag arbetsdagar vardag vardagar pass""".split()
)
_GENITIVE_UNITS = frozenset("minuters timmars timmes dagars".split())
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
_PER = frozenset("per i om varje / á à var under".split())
_DENOMINATORS = frozenset("""plats platser boende boendeplats boendeplatser patient patienter person personer vårdplats
    vårdplatser enhet avdelning brukare individ inskriven inskrivna lägenhet lägenheter säbo-plats invånare äldreboende
    boendeenhet gruppbostad gruppboende demensboende kommun hus våningsplan""".split())  # fmt: skip
_AT_LEAST = frozenset({"minst", "lägst", "minimum", "åtminstone"})
_AT_MOST = frozenset({"högst", "maximalt", "max", "inom", "senast", "längst", "inte senare än"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning.

    frequency: `days` is the longest interval between two occasions. duration: `days` (minutes are fractions).
    amount: `value` of `unit` ("timmar"), with `period_days` where a period is named and `per` where a denominator is.
    money: `value` kronor. share: `value` per cent. `first` and `last` are token indexes of the sentence.
    """

    kind: QuantityKind
    first: int
    last: int
    value: Decimal
    unit: str = ""
    days: Decimal | None = None
    period_days: Decimal | None = None
    per: str = ""
    bound: Bound = "exact"


def quantities(tokens: list[Token]) -> tuple[Quantity, ...]:
    """All quantities of a sentence, in order of their first token. Overlapping readings are kept."""
    words = [token.word for token in tokens]
    found: list[Quantity] = []
    for index, word in enumerate(words):
        if _SIMPLE_FREQUENCY.get(word):
            found.append(_simple_frequency(words, index))
        elif word in ("varje", "var", "vart", "varannan", "vartannat"):
            every = _every(words, index)
            if every:
                found.append(every)
        number = _number(words, index)
        if number is not None:
            value, after = number
            found.extend(_with_unit(words, index, value, after))
        elif (ordinal := _ordinal(word)) and index + 1 < len(words) and words[index + 1] in _COUNTED_UNITS:
            days = ordinal * _TIME_UNITS[words[index + 1]]
            found.append(Quantity("duration", index, index + 1, days, words[index + 1], days=days))
        elif word == "dag" and index + 1 < len(words) and (day := _single(words[index + 1])) is not None:
            found.append(Quantity("duration", index, index + 1, day, "dag", days=day))  # "från dag 8"
        elif word in _WORKDAYS and words[index + 1 : index + 2] not in (["till"], ["–"], ["-"]):
            found.append(Quantity("frequency", index, index, Decimal(1), days=Decimal(7)))  # "rond hålls tisdagar"
    return tuple(found)


def _ordinal(word: str) -> Decimal | None:
    """The number of "sjätte", "femtioförsta" or "50:e"."""
    figures, colon, ending = word.partition(":")
    if colon and ending in ("e", "a") and figures.isdecimal() and len(figures) <= 4:
        return Decimal(figures)
    return Decimal(_ORDINALS[word]) if word in _ORDINALS else None


def period_of(tokens: Sequence[Token]) -> Decimal | None:
    """The period that a table head names ("Läkartid per vecka", "Timmar/vecka"), in days."""
    words = [token.word for token in tokens]
    for index, word in enumerate(words):
        if word in _PER and (period := _period(words, index)):
            return period[0]
    return None


def bare_amount(tokens: Sequence[Token], own_from: int) -> tuple[Quantity, ...]:
    """The amount that a cell's bare number is, when its heads (the tokens before it) name what is counted."""
    words = [token.word for token in tokens]
    unit = next((word for word in words[:own_from] if _is_amount_unit(word)), None)
    own = [index for index in range(own_from, len(words)) if words[index] not in ("ca", "cirka", "c:a", "minst")]
    if unit is None or len(own) != 1 or (value := _single(words[own[0]])) is None:
        return ()
    return (Quantity("amount", own[0], own[0], value, unit),)


def _simple_frequency(words: list[str], index: int) -> Quantity:
    days = Decimal(_SIMPLE_FREQUENCY[words[index]])
    first = index
    if index and (number := _single(words[index - 1])) is not None and number > 1:
        days, first = days / number, index - 1  # två årliga möten
    return Quantity("frequency", first, index, Decimal(1), days=days)


def _every(words: list[str], index: int) -> Quantity | None:
    """varje vecka, var tredje månad, vartannat år, varje torsdag, varje höst."""
    factor = Decimal(_ORDINAL_PERIODS[words[index]])
    at = index + 1
    while at < len(words) and words[at] in ("hel", "helgfri", "nytt", "påbörjad", "enskild", "ny", "jämn", "udda"):
        if words[at] in ("jämn", "udda"):
            factor *= 2
        at += 1
    if at < len(words) and words[index] in ("var", "vart") and words[at] in _ORDINAL_PERIODS:
        factor, at = Decimal(_ORDINAL_PERIODS[words[at]]), at + 1
    if at >= len(words):
        return None
    unit = words[at]
    if unit in _TIME_UNITS and _TIME_UNITS[unit] >= 1:
        days = factor * _TIME_UNITS[unit]
    elif unit in _WEEKDAYS:
        days = factor * 7
    elif unit in _SEASONS:
        days = factor * 365
    elif unit in ("mandatperiod",):
        days = Decimal(1461)
    else:
        return None
    return Quantity("frequency", index, at, Decimal(1), days=days)


def _with_unit(words: list[str], first: int, value: Decimal, after: int) -> list[Quantity]:
    if after >= len(words):
        return []
    bound = _bound(words, first)
    unit = words[after]
    found: list[Quantity] = []
    if unit in ("gång", "gånger", "ggr", "g", "tillfälle", "tillfällen"):
        period = _period(words, after + 1)
        if period:
            days, last = period
            found.append(
                Quantity("frequency", first, last, value, unit, days=days / max(value, Decimal(1)), bound=bound)
            )
    if unit in _TIME_UNITS:
        found.append(Quantity("duration", first, after, value, unit, days=value * _TIME_UNITS[unit], bound=bound))
    if unit in _GENITIVE_UNITS:
        found.append(_amount(words, first, after, value, unit, bound))  # "45 minuters läkartid i veckan"
    bare = _period(words, after) if unit in ("per", "i", "om", "varje", "var", "vart") else None
    if bare and bare[0] >= 1:  # "besök, minst ett per halvår"
        days, last = bare
        found.append(Quantity("frequency", first, last, value, days=days / max(value, Decimal(1)), bound=bound))
        found.append(Quantity("amount", first, last, value, period_days=days, bound=bound))
    if unit == "per" and words[after + 1 : after + 2] and words[after + 1] in _DENOMINATORS:
        found.append(_amount(words, first, after, value, "", bound))  # "läkarbesök: ett per boende och vecka"
    if unit in _PARTS_OF_WEEK:
        period = _period(words, after + 1)
        if period and period[0] > 1:  # "två dagar i veckan", "en förmiddag varannan vecka"
            days, last = period
            found.append(
                Quantity("frequency", first, last, value, unit, days=days / max(value, Decimal(1)), bound=bound)
            )
            found.append(Quantity("amount", first, last, value, unit, period_days=days, bound=bound))
    deadline = first > 0 and words[first - 1] in ("inom", "senast", "efter", "före")
    if _is_amount_unit(unit) and not deadline:
        found.append(_amount(words, first, after, value, unit, bound))
    elif unit in ("kronor", "kr", "sek", "tkr", "miljoner"):
        found.append(Quantity("money", first, after, value, "kronor", bound=bound))
    elif unit in ("procent", "%", "procentenheter", "heltid"):
        found.append(Quantity("share", first, after, value, "procent", bound=bound))
    if not found:
        # "två planerade läkarbesök per vecka"
        for step in (1, 2, 3):
            at = after + step
            if at < len(words) and _is_amount_unit(words[at]):
                found.append(_amount(words, first, at, value, words[at], bound))
                break
    return found


def _is_amount_unit(word: str) -> bool:
    """timmar, besök, ronddagar, läkarpass: what doctors' work is counted in."""
    if word in _AMOUNT_UNITS or word.startswith("läkar"):
        return True
    return word not in _TIME_UNITS and word not in _WEEKDAYS and len(word) > 6 and word.endswith(_AMOUNT_ENDINGS)


def _amount(words: list[str], first: int, last: int, value: Decimal, unit: str, bound: Bound) -> Quantity:
    period_days: Decimal | None = None
    per = ""
    for back in range(max(0, first - 8), first):  # "per boende och år genomförs femtio ronder"
        if words[back] == "per":
            period = _period(words, back)
            period_days = period[0] if period else period_days
            following = words[back + 1] if back + 1 < first else ""
            per = following if following in _DENOMINATORS else per
            if back + 3 < first and words[back + 2] == "och" and words[back + 3] in _TIME_UNITS:
                period_days = _TIME_UNITS[words[back + 3]]
        elif words[back] in _DENOMINATORS and words[max(0, back - 4)] in ("för", "på"):
            per = words[back]  # "för varje påbörjat tiotal platser avsätts två timmar"
        elif words[back] in _DENOMINATORS and any(
            w in ("varje", "vart", "var") for w in words[max(0, back - 4) : back]
        ):
            per = words[back]
    at = last + 1
    limit = min(len(words), at + 14)
    while at < limit:
        if words[at] in (".", ";"):
            break
        if words[at] in _PER:
            period = _period(words, at)
            if period and period_days is None:
                period_days, last = period
        elif words[at] == "och" and at + 1 < limit and per and period_days is None:  # "per boende och vecka"
            unit_days = _TIME_UNITS.get(words[at + 1])
            if unit_days is not None and unit_days >= 1:
                period_days, last = unit_days, at + 1
        if words[at] in _DENOMINATORS and any(
            word in ("per", "och", "varje", "för", "/", "var") for word in words[max(0, at - 4) : at]
        ):
            per, last = words[at], at
        at += 1
    every = next(
        (
            q
            for i in range(max(0, first - 6), min(len(words), last + 8))
            if words[i].startswith("var") and (q := _safe_every(words, i))
        ),
        None,
    )
    if period_days is None and every is not None:
        period_days = every.days
    simple = next((_SIMPLE_FREQUENCY[w] for w in words[max(0, first - 4) : last + 6] if _SIMPLE_FREQUENCY.get(w)), None)
    if period_days is None and simple:
        period_days = Decimal(simple)
    return Quantity("amount", first, last, value, unit, period_days=period_days, per=per, bound=bound)


def _safe_every(words: list[str], index: int) -> Quantity | None:
    return _every(words, index) if words[index] in ("varje", "var", "vart", "varannan", "vartannat") else None


def _period(words: list[str], index: int) -> tuple[Decimal, int] | None:
    """The period after "per", "i", "om", "varje", "under ... varje": its days and its last token."""
    if index >= len(words):
        return None
    if words[index] in ("varje", "var", "vart", "varannan", "vartannat"):
        every = _every(words, index)
        return (every.days, every.last) if every and every.days else None
    if words[index] not in _PER:
        return None
    at = index + 1
    while at < len(words) and words[at] in ("påbörjad", "kalender", "genomsnitt", "snitt", "hel", "och"):
        at += 1
    if at < len(words) and words[at] in ("varje", "var", "vart", "varannan", "vartannat"):
        every = _every(words, at)
        return (every.days, every.last) if every and every.days else None
    if at < len(words) and words[at] in _TIME_UNITS and _TIME_UNITS[words[at]] >= 1:
        return _TIME_UNITS[words[at]], at
    number = _number(words, at) if at < len(words) else None
    if number and number[1] < len(words) and words[number[1]] in _TIME_UNITS:
        return number[0] * _TIME_UNITS[words[number[1]]], number[1]
    return None


def _number(words: list[str], index: int) -> tuple[Decimal, int] | None:
    """The number that begins at `index` and the index after it: "tre (3)", "2-3" (the larger), "en halv"."""
    value = _single(words[index])
    if value is None:
        return None
    after = index + 1
    if (
        after + 2 < len(words)
        and words[after] == "("
        and words[after + 2] == ")"
        and _single(words[after + 1]) is not None
    ):
        after += 3
    if (
        after + 1 < len(words)
        and words[after] in ("-", "–", "till")
        and (upper := _single(words[after + 1])) is not None
    ):
        value, after = max(value, upper), after + 2
    if after < len(words) and words[index] in ("en", "ett") and words[after] in ("halv", "halvt"):
        value, after = Decimal("0.5"), after + 1
    if words[after : after + 3] in (["och", "en", "halv"], ["och", "ett", "halvt"]):
        value, after = value + Decimal("0.5"), after + 3
    if after < len(words) and words[after] in ("hela", "helgfria", "enstaka"):
        after += 1
    return value, after


def _single(word: str) -> Decimal | None:
    if word in _NUMBER_WORDS:
        return Decimal(_NUMBER_WORDS[word])
    if not word[:1].isdigit() or "-" in word or ":" in word:
        return None
    try:
        return Decimal(word.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None


def _bound(words: list[str], first: int) -> Bound:
    near = words[max(0, first - 3) : first]
    if "understiga" in near or "understiger" in near:
        return "at_least"
    if "överstiga" in near or "överstiger" in near or ("till" in near and "upp" in near):
        return "at_most"
    if any(word in _AT_LEAST for word in near):
        return "at_least"
    return "at_most" if any(word in _AT_MOST for word in near) else "exact"
