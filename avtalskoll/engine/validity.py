"""Whether the agreement is in force on the audit date (FM-01)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from avtalskoll.engine.clause import Clause
from avtalskoll.swedish.dates import DateMention, dates

_VALIDITY = re.compile(
    r"gäller|gällde|gällt|att gälla|gällande från|giltig|i kraft|löper|löpt|trädde i kraft|avtalstid|"
    r"avtalsperiod|avtalets längd|avtalslängd|fr ?\.? ?o ?\.? ?m|"
    r"från och med|t ?\.? ?o ?\.? ?m|till och med|upphör|avser (?:tiden|perioden|tidsperioden|åren)|tiden är bestämd|"
    r"perioden|börja[rd]|starta[dr]|(?:satte|sätter) igång|fortsätter|håller på|"
    r"(?:tecknas|ingås|träffas|sluts) för|omfattar (?:tiden|åren)|förläng|prolong|vidare|"
    r"i sänder|i taget|ikraftträdande|slutdatum|slutdag|startdatum"
)
_PERIOD_HEADING = re.compile(r"avtalstid|giltig|avtalsperiod|löptid|ikraftträd|avtalets längd|tid och upphörande")
# Clauses about the time of something other than the agreement.
_OTHER_THING = re.compile(
    r"(?:bolagets|företagets|leverantörens|entreprenörens|driftsentreprenörens|förmedlarens) (?:avtal|kontrakt)|"
    r"hyresavtal|leasing|personuppgiftsbiträdes|biträdesavtal|gallring|arkiv|dnr|diarienummer|reviderad(?! lydelse)|"
    r"ledam[oö]t|utses|ersätter (?:\w+ )?(?:tidigare|avtal|överenskommelse)|tidigare avtal|föregående avtal|utvärder|"
    r"uppfölj|"
    r"\blag(?:en)?\b|hsl|\((?:19|20)\d\d:|"
    r"(?:vårdplan|planen|riktlinje\w*|rutin\w*|ordination\w*|behörighet\w*|delegering\w*|beslutet|"
    r"förordnande\w*)(?: \w+){0,3}? (?:gäller|är giltig)|"
    r"skatteväxling|berörs (?:inte|ej) av|\bår gammal|års ålder|under \d\d år|fyllda"
)
_OF_REVIEW = re.compile(r"(?:första gången|översyn|ses över|omförhandl\w*|utvärder\w*)[^.,;|]{0,30}$")
"""Before a date: when the terms are looked over, not when they apply."""
_OPEN = re.compile(
    r"tills vidare|tillsvidare|förläng|prolonger|(?:rullar|löper|gäller|fortsätter) (?:det |avtalet )?(?:vidare|på )|"
    r"på nytt (?:ett|två|tre|\d) år|år (?:i taget|i sänder|åt gången)|"
    r"utan (?:tidsbegränsning|slutdatum|slutdag|bortre gräns)|"
    r"till dess (?:att )?(?:någon|endera|det|den|part|nytt)|"
    r"så länge|"
    r"tills (?:någon|endera|det|den|part|nytt|vi\b|ni\b|en av)"
)
_NO_EXTENSION = re.compile(
    r"\b(?:inte|ej|icke|ingen|utan)\b(?! upp| sägs| sagts| uppsa)[^.]{0,40}(?:förläng|prolong)|"
    r"förläng\w*[^.]{0,25}\b(?:inte|ej|icke)\b|"
    r"förlängning\W+(?:ingen|inga|nej|ej|sker inte|utgår inte|–|-)|kan (?:\w+ )?förlängas|"
    r"förläng\w*(?: \w+){0,3} (?:bara|endast|enbart)\b|(?:bara|endast|enbart)(?: \w+){0,3} förläng|"
    r"förläng\w*(?: \w+){0,5} om (?:båda|bägge|parterna)\b|"
    r"överens om (?:en )?förläng|möjlighet till förläng|option|förlängning (?:kan|får|må) |"
    r"(?:får|rätt att|möjlighet att|kan) (?:\w+ )?förlänga\b"
)
_FROM = re.compile(
    r"(?:fr ?\.? ?o ?\.? ?m ?\.?|från och med|från|sedan|träde?r? i kraft|trädde i kraft|börja[rd]e?|starta[dr]e?|"
    r"igång|gäller|startdatum\W*)(?: \w+){0,3}? *$"
)
_TO = re.compile(
    r"(?:t ?\.? ?o ?\.? ?m ?\.?|till och med|till|längst|upphör(?:de)?|fram till|mot|–|-|"
    r"slutda(?:tum|g)\w*\W*(?: \w+){0,4})(?: \w+){0,3}? *$"
)
_MAKES = re.compile(r"träffa[td]|slutit|sluti?ts|ingå(?:tt|tts|nget)|underteckn|tecknat|denna dag|överenskommit|enats")
_LENGTH_BEFORE = re.compile(r"gäller|löper|avtalstid|period|därefter|framåt|tecknas|ingås|sluts|för en tid")


@dataclass(frozen=True)
class Validity:
    """What the text says of its own time: the clauses that say it, the first and the last day where they are named."""

    clauses: tuple[Clause, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    open_ended: bool = False
    made: date | None = None
    """The first day named as that of making or signing the agreement."""

    def covers(self, day: date) -> bool | None:
        """True or False where the text decides, None where it is unclear or silent."""
        if self.valid_from is None and self.valid_to is None:
            return True if self.open_ended and self.made is not None and self.made <= day else None
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
    lengths: list[Decimal] = []
    open_ended = False
    for clause in clauses:
        if clause.only_names or clause.block.kind == "heading":
            continue
        if clause.role in ("other_topic", "negotiation", "replaced"):
            continue
        heads = clause.passage.tokens[: clause.own_from]
        # A row's other dates are not the cell's own.
        inherited = " ".join(token.word for token in heads if not token.is_number)
        own = clause.plain
        text = f"{inherited} | {own}"
        under_heading = bool(_PERIOD_HEADING.search(_last_heading(clause)))
        if not (_VALIDITY.search(text) or under_heading) or _OTHER_THING.search(text):
            continue
        mentions = [
            m
            for m in dates(text)
            if m.start > text.index("|")
            and (under_heading or _near_word(text, m))
            and not _OF_REVIEW.search(text[: m.start])
        ]
        crossed = all(segment.negators == [-1] for segment in clause.structure.segments)  # "| Förlängning | Nej |"
        opens = bool(_OPEN.search(own)) and not _NO_EXTENSION.search(text) and not crossed
        length = _length(clause, text)
        if not mentions and not opens and length is None:
            continue
        speaking.append(clause)
        open_ended = open_ended or opens
        if length is not None:
            lengths.append(length)
        _sort_dates(text, mentions, starts, ends)
    if starts and lengths and not ends:
        ends.append(date.fromordinal(min(starts).toordinal() + int(max(lengths) * Decimal("365.25") / 365) - 1))
    made = _made(clauses) if open_ended and not starts else None
    return Validity(tuple(speaking), min(starts) if starts else None, max(ends) if ends else None, open_ended, made)


def _made(clauses: list[Clause]) -> date | None:
    """The first date in a clause that tells of making or signing the agreement."""
    days = [
        mention.first
        for clause in clauses
        if clause.role in ("operative", "background", "title", "heading") and _MAKES.search(clause.plain)
        for mention in dates(clause.plain)
    ]
    return min(days) if days else None


def _near_word(text: str, mention: DateMention) -> bool:
    """Whether a word of validity stands within some words before the date, or right after it."""
    return bool(
        _VALIDITY.search(text[max(0, mention.start - 75) : mention.start])
        or _VALIDITY.match(text[mention.end + 1 : mention.end + 20])
    )


def _length(clause: Clause, text: str) -> Decimal | None:
    """The length of the period in days: "gäller i tre år", "under fem år därefter", "för en tid av 24 månader"."""
    if not _LENGTH_BEFORE.search(text):
        return None
    words = [token.word for token in clause.passage.tokens]
    for quantity in clause.quantities:
        before = words[quantity.first - 1] if quantity.first else ""
        after = words[quantity.last + 1] if quantity.last + 1 < len(words) else ""
        near = words[max(0, quantity.first - 4) : quantity.last + 4]
        notice = any("uppsäg" in word or "varsel" in word or "förläng" in word for word in near)
        fits = quantity.kind == "duration" and quantity.days and 180 <= quantity.days <= 5500 and not notice
        leads = before in ("i", "under", "av", "om", "på", "och", "är", "till", "omfattar", "bestäms")
        if fits and (leads or after in ("framåt", "därefter", "från", "räknat", "räknade")):
            return quantity.days
    return None


def _last_heading(clause: Clause) -> str:
    return " ".join(token.word for token in clause.headings[-1].tokens) if clause.headings else ""


def _sort_dates(text: str, mentions: list[DateMention], starts: list[date], ends: list[date]) -> None:
    previous = 0  # the heads of a table row stand before the bar
    for number, mention in enumerate(mentions):
        before = text[previous : mention.start].replace("|", " ").replace(",", " ").rstrip() + " "
        previous = mention.end
        until, since = _TO.search(before), _FROM.search(before)
        if until and (number > 0 or since is None or since.start() < until.start()):
            ends.append(mention.last)
        elif not starts:
            starts.append(mention.first)
            whole_year = mention.first != mention.last
            if whole_year and len(mentions) == 1 and re.search(r"\bunder\b|\båret\b", before):
                ends.append(mention.last)
