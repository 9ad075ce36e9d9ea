"""A number with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal["frequency", "duration", "amount", "money", "share"]
Bound = Literal["exact", "at_least", "at_most"]


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
