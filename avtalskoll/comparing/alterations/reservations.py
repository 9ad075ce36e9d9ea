"""What the clauses reserve: "om möjligt", conditions, exceptions, and what is left to be settled elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from avtalskoll.comparing.alterations.adverbials import Adverbial, adverbials
from avtalskoll.comparing.alterations.binding import is_verbal
from avtalskoll.comparing.alterations.saying import Part, Saying, paired
from avtalskoll.comparing.comparison import Alteration, AlterationKind
from avtalskoll.swedish.lawrefs import law_references
from avtalskoll.swedish.markers import NEED_PHRASES, WEAK_PHRASES
from avtalskoll.swedish.normal import plain_text
from avtalskoll.swedish.segment import BOUNDARIES, starts_with

_NAMES: dict[AlterationKind, str] = {
    "reservation": "Förbehållet",
    "condition": "Villkoret",
    "exception": "Undantaget",
}
_NEAR = 0.9
_FLOORS = frozenset({"minst", "alltid", "senast"})


def reservation_alterations(old: Saying, new: Saying) -> Iterator[Alteration]:
    """Reservations, then conditions and exceptions, then deferrals."""
    yield from _difference("reservation", _reservations(old), _reservations(new))
    yield from _subordinate(old, new)
    said, says = adverbials(old), adverbials(new)
    for kind in ("condition", "deferral"):
        before, after = (_of_kind(found, kind) for found in (said, says))
        if kind == "deferral":
            before, after = before or _deferrals(old), after or _deferrals(new)
        yield from _difference(kind, before, after)


def _of_kind(found: Iterable[Adverbial], kind: str) -> list[str]:
    return [adverbial.quote for adverbial in found if adverbial.kind == kind]


def _reservations(saying: Saying) -> list[str]:
    """The reserving words that are no verbs of their own: "om möjligt", "vid behov"; also the lead-in's."""
    mains = [part for part in saying.parts if part.is_main]
    found = [part.segment.weak_because for part in mains if part.segment.weak_because]
    for part in mains:  # beside a weak verb the engine needs no further reservation
        found += [phrase for index in part.tokens if (phrase := _reserving(saying.words, index))]
    if saying.clause.lead_weak:
        found.append(saying.clause.lead_weak)
    return list(dict.fromkeys(words.strip(" .:") for words in found if not is_verbal(words)))


def _reserving(words: list[str], index: int) -> str:
    """The reserving words that begin here; "vid behov, dock minst en gång om året" reserves nothing."""
    size = starts_with(words, index, WEAK_PHRASES)
    if not size and (size := starts_with(words, index, NEED_PHRASES)):
        size = 0 if _FLOORS & set(words[index + size : index + size + 4]) else size
    return " ".join(words[index : index + size])


def _deferrals(saying: Saying) -> list[str]:
    """What the clause says of the place where the matter is settled, where that is its main statement."""
    clause = saying.clause
    if not clause.defers:
        return []
    first = next(span.first for span in clause.passage.hits(saying.structure.deferral) if span.last > clause.own_from)
    last = first
    while last + 1 < len(saying.words) and saying.words[last + 1] not in BOUNDARIES | {"."} and last < first + 7:
        last += 1
    said = saying.quote(range(first, last + 1))
    return [] if law_references(plain_text(said)) else [said]  # what follows from the law is left to nobody


def _difference(kind: AlterationKind, before: list[str], after: list[str]) -> Iterator[Alteration]:
    known, now = {text.lower() for text in before}, {text.lower() for text in after}
    gone = [text for text in before if text.lower() not in now]
    come = [text for text in after if text.lower() not in known]
    if len(gone) == len(come) == 1:
        sentence = _sentence(kind, gone[0], come[0])
        yield Alteration(kind=kind, sentence=sentence, before=gone[0], after=come[0])
        return
    for text in gone:
        yield Alteration(kind=kind, sentence=_sentence(kind, text, ""), before=text)
    for text in come:
        yield Alteration(kind=kind, sentence=_sentence(kind, "", text), after=text)


def _sentence(kind: AlterationKind, before: str, after: str) -> str:
    if kind == "deferral":
        if before and after:
            return f"Texten hänvisar vidare på annat sätt: ”{before}” blir ”{after}”."
        return f"Texten hänvisar nu vidare: ”{after}”." if after else f"Texten hänvisar inte längre vidare: ”{before}”."
    if before and after:
        return f"{_NAMES[kind]} ”{before}” har ändrats till ”{after}”."
    return f"{_NAMES[kind]} ”{before or after}” har {'tagits bort' if before else 'lagts till'}."


def _subordinate(old: Saying, new: Saying) -> Iterator[Alteration]:
    """Conditions, "utan regionens samtycke" among them, and exceptions."""
    for kind, segments in (("condition", ("condition", "without")), ("exception", ("exception",))):
        before = [part for part in old.parts if part.segment.kind in segments]
        after = [part for part in new.parts if part.segment.kind in segments]
        for one, other in paired(before, after):
            yield from _changed(kind, old, one, new, other)  # type: ignore[arg-type]


def _changed(
    kind: AlterationKind, old: Saying, one: Part | None, new: Saying, other: Part | None
) -> Iterator[Alteration]:
    said = old.quote(old.with_relative(one)) if one and not _told(old, one) else ""
    says = new.quote(new.with_relative(other)) if other and not _told(new, other) else ""
    if one and other:
        if said and says and one.words != other.words:
            yield Alteration(kind=kind, sentence=_sentence(kind, said, says), before=said, after=says)
    elif one and said and not _stands_in(one, new):
        yield Alteration(kind=kind, sentence=_sentence(kind, said, ""), before=said)
    elif other and says and not _stands_in(other, old):
        yield Alteration(kind=kind, sentence=_sentence(kind, "", says), after=says)


def _told(saying: Saying, part: Part) -> bool:
    """Whether the words are told of as a reservation: "i den mån tiden medger", "om möjligt"."""
    text = " ".join(part.words)
    return any(reservation in text or text in reservation for reservation in _reservations(saying))


def _stands_in(part: Part, saying: Saying) -> bool:
    """Whether the other clause has the same words although it is divided otherwise."""
    there = Counter(saying.words)
    return (Counter(part.words) & there).total() >= _NEAR * len(part.words)
