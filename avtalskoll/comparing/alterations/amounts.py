"""Numbers with a meaning: how much, how often, how soon, and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from avtalskoll.comparing.alterations.saying import Saying
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.comparing.worded import overlap
from avtalskoll.swedish.dates import dates
from avtalskoll.swedish.quantity import Quantity, QuantityKind

_KINDS: tuple[QuantityKind, ...] = ("money", "share", "frequency", "amount", "duration")
"""Of readings of the same words the first of these is told."""
_BOUNDING = frozenset("minst lägst högst maximalt max längst senast inom understiga överstiga".split())
_DEADLINES = frozenset({"inom", "senast"})
_HOURS = {word: Decimal(1) for word in "timme timmar tim timma h timmars timmes".split()} | {
    word: Decimal(1) / 60 for word in "minut minuter min minuters".split()
}
_NEAR = 3
_PLACES = 9
"""So that sixty minutes are an hour."""


@dataclass(frozen=True)
class _Amount:
    """A quantity as it stands, with the words around it."""

    quantity: Quantity
    quote: str
    around: tuple[str, ...]
    deadline: bool

    @property
    def measure(self) -> tuple[object, ...]:
        """What it says, whatever the words."""
        q = self.quantity
        return (q.kind, self.size, self.unit, q.per, q.bound if q.kind != "duration" else "")

    @property
    def size(self) -> Decimal:
        """What can be compared with another one of the same unit."""
        q = self.quantity
        if q.days is not None:
            return round(q.days, _PLACES)
        value = q.value * _HOURS.get(q.unit, Decimal(1))
        return round(value / q.period_days if q.period_days else value, _PLACES)

    @property
    def unit(self) -> str:
        """What is counted."""
        q = self.quantity
        if q.days is not None:
            return "tid"
        return ("timmar" if q.unit in _HOURS else q.unit[:6]) + ("/tid" if q.period_days else "")

    @property
    def name(self) -> str:
        """What such a number is called, in the definite form."""
        if self.deadline:
            return "Fristen"
        names = {"money": "Beloppet", "share": "Andelen", "frequency": "Uppgiften om hur ofta,", "amount": "Måttet"}
        return names.get(self.quantity.kind, "Tidsangivelsen")


def amount_alterations(old: Saying, new: Saying) -> Iterator[Alteration]:
    """Each number that has become another one, has come or has gone."""
    before, after = _amounts(old), _amounts(new)
    for amount in list(before):
        same = next((other for other in after if other.measure == amount.measure), None)
        if same is not None:
            before.remove(amount)
            after.remove(same)
    for one, other in _counterparts(before, after):
        yield Alteration(kind="quantity", sentence=_changed(one, other), before=one.quote, after=other.quote)
        before.remove(one)
        after.remove(other)
    for gone in before:
        if gone.deadline and _unread_deadline(new):
            continue
        yield Alteration(kind="quantity", sentence=f"{gone.name} ”{gone.quote}” har tagits bort.", before=gone.quote)
    for come in after:
        if come.deadline and _unread_deadline(old):
            continue
        yield Alteration(kind="quantity", sentence=f"{come.name} ”{come.quote}” har lagts till.", after=come.quote)
    yield from _dates(old, new)


def _amounts(saying: Saying) -> list[_Amount]:
    taken: set[int] = set()
    found = []
    for quantity in sorted(saying.clause.quantities, key=_order):
        tokens = range(quantity.first, quantity.last + 1)
        if taken.isdisjoint(tokens) and quantity.last >= saying.clause.own_from and not _is_article(saying, quantity):
            taken.update(tokens)
            found.append(_amount(saying, quantity))
    return sorted(found, key=lambda amount: amount.quantity.first)


def _is_article(saying: Saying, quantity: Quantity) -> bool:
    """Whether "en" says no number: "en läkare", "en ansvarig läkare för varje boende"."""
    if quantity.unit.startswith("läkare"):
        return saying.words[quantity.first] in ("en", "ett")
    plain = quantity.kind == "amount" and not quantity.period_days and not quantity.per
    return plain and quantity.unit not in _HOURS and saying.words[quantity.first] in ("en", "ett")


def _unread_deadline(saying: Saying) -> bool:
    """Whether the clause sets a deadline in words that are not read as a number ("inom en halvtimme")."""
    read = sum(amount.deadline for amount in _amounts(saying))
    dated = len(dates(saying.clause.plain))
    return sum(word == "inom" for word in saying.words) > read + dated


def _order(quantity: Quantity) -> tuple[int, int, int]:
    plain = quantity.kind == "amount" and not quantity.period_days and not quantity.per
    return (len(_KINDS) - 1 if plain else _KINDS.index(quantity.kind), quantity.first, -quantity.last)


def _amount(saying: Saying, quantity: Quantity) -> _Amount:
    words, first = saying.words, quantity.first
    bounding = [at for at in range(max(saying.clause.own_from, first - _NEAR), first) if words[at] in _BOUNDING]
    begin = bounding[0] if bounding else max(first, saying.clause.own_from)
    last = quantity.last
    while words[last + 1 : last + 2] == ["per"] and last + 2 < len(words):
        last += 2
        if words[last].endswith(("ad", "d")) and last + 1 < len(words) and words[last + 1] in _HOURS:
            last += 1  # "per arbetad timme"
    near = (*words[max(0, first - _NEAR - 1) : first], *words[last + 1 : last + 1 + _NEAR])
    deadline = quantity.kind == "duration" and any(words[at] in _DEADLINES for at in bounding)
    return _Amount(quantity, saying.quote(range(begin, last + 1)), near, deadline)


def _counterparts(before: list[_Amount], after: list[_Amount]) -> list[tuple[_Amount, _Amount]]:
    """Numbers of one kind whose words around them are the most alike; then the nearer place, then the earlier."""
    ranked = sorted(
        (-overlap(one.around, other.around), abs(a - b), a + b, a, b)
        for a, one in enumerate(before)
        for b, other in enumerate(after)
        if one.quantity.kind == other.quantity.kind and one.deadline == other.deadline
    )
    pairs: dict[int, int] = {}
    for _, _, _, a, b in ranked:
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return [(before[a], after[b]) for a, b in sorted(pairs.items())]


def _changed(one: _Amount, other: _Amount) -> str:
    words = f"”{one.quote}” blir ”{other.quote}”"
    if one.unit != other.unit or one.quantity.per != other.quantity.per:
        return f"{words}."
    if one.size == other.size:
        bounds = (one.quantity.bound, other.quantity.bound)
        if bounds == ("at_least", "at_most"):
            return f"{words}: en lägsta nivå blir en övre gräns."
        if bounds == ("at_most", "at_least"):
            return f"{words}: en övre gräns blir en lägsta nivå."
        return f"{words}."
    more = other.size > one.size
    if one.quantity.kind == "frequency":
        return f"{words}: {'glesare' if more else 'tätare'}."
    if one.deadline:
        return f"{words}: fristen {'förlängs' if more else 'kortas'}."
    if one.quantity.kind == "duration":
        return f"{words}: tiden blir {'längre' if more else 'kortare'}."
    return f"{words}: {'högre' if more else 'lägre'}."


def _dates(old: Saying, new: Saying) -> Iterator[Alteration]:
    before = {(d.first, d.last): old.clause.plain[d.start : d.end] for d in dates(old.clause.plain)}
    after = {(d.first, d.last): new.clause.plain[d.start : d.end] for d in dates(new.clause.plain)}
    gone = [text for day, text in before.items() if day not in after]
    come = [text for day, text in after.items() if day not in before]
    if len(gone) == len(come):
        for said, says in zip(gone, come, strict=True):
            yield Alteration(kind="date", sentence=f"Datumet ”{said}” blir ”{says}”.", before=said, after=says)
        return
    for text in gone:
        yield Alteration(kind="date", sentence=f"Datumet ”{text}” har tagits bort.", before=text)
    for text in come:
        yield Alteration(kind="date", sentence=f"Datumet ”{text}” har lagts till.", after=text)
