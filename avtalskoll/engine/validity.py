"""Whether the agreement is in force on the audit date (FM-01)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.dates import DateMention, dates
from avtalskoll.swedish.normal import normalise

_VALIDITY = re.compile(
    r"gäller|giltig|i kraft|löper|löpt|träder i kraft|trädde i kraft|avtalstid|avtalsperiod|fr\.? ?o\.? ?m|från och med|till och med|t\.? ?o\.? ?m|"
    r"upphör|avser (?:tiden|perioden|tidsperioden)|tiden är bestämd|perioden|börja[rd]|tecknas för|ingås för|omfattar tiden|avtalslängd|"
    r"förlängs|ikraftträdande"
)
_OTHER_THING = re.compile(r"hyresavtal|leasing|personuppgiftsbiträdes|vårdval(?:et)?speriod|gallring|arkiv|dnr|diarienummer|reviderad|"
                          r"ledam[oö]t|utses|styrgrupp|ersätter (?:tidigare|avtal)|tidigare avtal|föregående avtal|utvärder|uppfölj|\blag(?:en)?\b|hsl|\(20\d\d:")  # fmt: skip
_OPEN = re.compile(r"tills vidare|tillsvidare|förläng|utan tidsbegränsning|till dess (?:att )?(?:någon|endera|det|den|part|nytt)|så länge")
_NO_EXTENSION = re.compile(r"(?:inte|ej|utan)[^.]{0,30}(?:förläng|prolong)|förläng\w* (?:sker |görs )?(?:inte|ej)|kan (?:\w+ )?förlängas|"
                           r"möjlighet till förläng|option")  # fmt: skip
_FROM = re.compile(r"(?:fr\.? ?o\.? ?m\.?|från och med|från|träde?r? i kraft|trädde i kraft|börja[rd]e?|gäller)(?: \w+){0,3}? *$")
_TO = re.compile(r"(?:t\.? ?o\.? ?m\.?|till och med|till|längst|upphör(?:de)?|fram till|–|-|slutdatum)(?: \w+){0,3}? *$")


@dataclass(frozen=True)
class Validity:
    """What the text says of its own time: the clauses that say it, the first and the last day where they are named."""

    clauses: tuple[Clause, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    open_ended: bool = False

    def covers(self, day: date) -> bool | None:
        """True or False where the text decides, None where it is unclear or silent."""
        if self.valid_from is None and self.valid_to is None:
            return None
        if self.valid_from is not None and day < self.valid_from:
            return False
        if self.open_ended:
            return True
        if self.valid_to is None:
            return None
        return day <= self.valid_to


def find_validity(clauses: list[Clause]) -> Validity:
    """Read the period out of the clauses that speak of it; a table cell is read with its heads."""
    speaking: list[Clause] = []
    starts: list[date] = []
    ends: list[date] = []
    open_ended = False
    lengths: list[Decimal] = []
    for clause in clauses:
        if clause.role in ("toc", "heading", "other_topic", "negotiation", "replaced"):
            continue
        text = " ".join(token.word for token in clause.passage.tokens[: clause.own_from]) + " | " + normalise(clause.quote).text
        if not (_VALIDITY.search(text) or (_VALIDITY.search(_last_heading(clause)) and dates(text))) or _OTHER_THING.search(text):
            continue
        mentions = [mention for mention in dates(text) if mention.start > text.index("|")]
        opens = bool(_OPEN.search(text)) and not _NO_EXTENSION.search(text)
        length = _length(clause)
        if not mentions and not opens and length is None:
            continue
        speaking.append(clause)
        open_ended = open_ended or opens
        if length is not None:
            lengths.append(length)
        _sort_dates(text, mentions, starts, ends)
    if starts and lengths and not ends:
        ends.append(date.fromordinal(min(starts).toordinal() + int(max(lengths) * Decimal("365.25") / 365) - 1))
    return Validity(tuple(speaking), min(starts) if starts else None, max(ends) if ends else None, open_ended)


def _length(clause: Clause) -> Decimal | None:
    """The length of the period in days: "gäller i tre år", "under fem år", "för en tid av 24 månader"."""
    words = [token.word for token in clause.passage.tokens]
    for quantity in clause.quantities:
        before = words[quantity.first - 1] if quantity.first else ""
        notice = any("uppsäg" in word or "varsel" in word or "förläng" in word for word in words[max(0, quantity.first - 4) : quantity.last + 4])
        if quantity.kind == "duration" and quantity.days and quantity.days >= 180 and before in ("i", "under", "av", "om", "på") and not notice:
            return quantity.days
    return None


def _last_heading(clause: Clause) -> str:
    return clause.block.headings[-1].lower() if clause.block.headings else ""


def _sort_dates(text: str, mentions: list[DateMention], starts: list[date], ends: list[date]) -> None:
    previous = text.index("|")
    for number, mention in enumerate(mentions):
        before = text[previous : mention.start]
        previous = mention.end
        if number > 0 and _TO.search(before):
            ends.append(mention.last)
        elif _TO.search(before) and not _FROM.search(before):
            ends.append(mention.last)
        elif not starts:
            starts.append(mention.first)
            if mention.first != mention.last and len(mentions) == 1 and mention.last.month == 12 and mention.last.day == 31 and "under" in before:
                ends.append(mention.last)
