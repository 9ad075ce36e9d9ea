"""Where a subordinate clause begins, ends or is broken off."""

from __future__ import annotations

from avtalskoll.swedish import markers
from avtalskoll.swedish.segment import BOUNDARIES, COORDINATORS, Segment, SegmentKind, starts_with
from avtalskoll.swedish.verbs import is_infinitive, is_supine, modality

_DENIED_BEFORE = frozenset({"om", "när", "då", "i", "för", "under", ".", ",", ";"})


_SUBJECTS = frozenset(
    """
        den det de denna detta en ett part parterna kommunen regionen landstinget han hon läkaren vårdcentralen man
        ingen inget inga någon något några varje samtliga mas mar direktören chefen vi ni de dessa båda
    """.split()
)


_SUBJECT_STEMS = ("region", "kommun", "landsting", "läkar", "vårdcentral", "sjuksköterska")


_AIMS = frozenset({"mål", "målet", "målsättning", "ambition", "syfte", "avsikt", "uppgift", "utgångspunkt"})


_COMPARES = frozenset("räknas räknades ses betraktas anses behandlas definieras klassas dock".split())
"""Before "som": what follows says as what something counts."""


_BUT = frozenset(
    {"även", "också", "endast", "bara", "enbart", "blott", "istället", "snarare", "tvärtom"}
)  # "inte A utan endast B"


_ASKS_FOR = frozenset({"ansvarar", "ansvar", "svarar", "ansvarig", "ansvariga", "verkar", "verka", "arbetar", "arbeta",
                       "skäl", "krav", "förutsättning", "villkor", "sörjer", "sörja", "hinder"})  # fmt: skip
"""Before "för att": what follows is the matter itself, not its purpose."""


_TIMES = frozenset(
    """året dagen dagarna dygnet natten nätterna kvällen kvällarna helgen helgerna vardagen vardagarna veckan veckorna
    månaden timmen måndagarna tisdagarna onsdagarna torsdagarna fredagarna lördagarna söndagarna lördagen söndagen
    sommaren somrarna vintern vintrarna hösten höstarna våren vårarna morgonen morgnarna förmiddagen förmiddagarna
    eftermiddagen eftermiddagarna""".split()
)
"""After "om": when something happens, unless they are what a condition speaks of."""


_RELATIVES = frozenset({"som", "vilken", "vilket", "vilka", "vars"})


_OPENERS = frozenset(
    {*markers.EXCEPTION_STARTS, *markers.CONDITION_STARTS, *_RELATIVES,
     "och", "samt", "utan", "så", "för", "om", "då", "sedan", "när", "innan", "till"}
)  # fmt: skip
"""All words that can open a segment."""


def opening(words: list[str], index: int) -> tuple[SegmentKind | None, int]:
    """Which kind of segment begins at the word, and of how many words its opening consists."""
    word = words[index]
    if word not in _OPENERS:
        return None, 0
    before = words[index - 1] if index else ""
    size = starts_with(words, index, markers.EXCEPTION_STARTS)
    if size and word == "förutom" and (index == 0 or any(w in markers.ADDING for w in words)):
        size = 0  # "förutom X omfattas även Y" adds
    if size:
        # "detta gäller dock inte om ..." denies the clause it stands in; "dock inte korttidsboende" makes an exception
        # and so does one after the clause's verb: "någon läkare ställs dock inte till förfogande"
        denies_own = index + size >= len(words) or words[index + size] in _DENIED_BEFORE or bool(modality(before))
        return (None, 0) if denies_own and word == "dock" else ("exception", size)
    if word in ("och", "samt") and (denied := _denied_conjunct(words, index)) is not None:
        return denied, 2
    if word == "utan" and words[index + 1 : index + 3] == ["hinder", "av"]:
        return "condition", 4 if words[index + 3 : index + 4] == ["att"] else 3
    if word == "utan" and index + 1 < len(words) and (modality(words[index + 1]) or words[index + 1] in _BUT):
        return "main", 1  # "inte ... utan gäller": the contrast affirms
    if word == "utan":
        if any(noun in markers.ADVERBIAL_WITHOUT for noun in words[index + 1 : index + 3]):
            return None, 0
        return (None, 0) if before == "," and not _noun_phrase_follows(words, index) else ("without", 1)
    if word == "som" and before in ("har", "ha", "med") and words[index + 1 : index + 2] and words[index + 1] in _AIMS:
        return None, 0  # "har som mål att"
    if word == "som" and before in _COMPARES:
        return None, 0
    if word in _RELATIVES:
        if word == "som" and (before in ("såväl", "så", "liksom", "sådan") or _no_verb_ahead(words, index)):
            return None, 0
        return "relative", 1
    asked_for = bool(_ASKS_FOR & set(words[max(0, index - 3) : index]))
    if words[index + 1 : index + 2] == ["att"] and (word == "så" or (word == "för" and not asked_for)):
        return "relative", 2  # what is to come of it: a negation there denies nothing else
    if word == "om":
        if starts_with(words, index, markers.WEAK_PHRASES):
            return None, 0
        return ("condition", 1) if _om_is_condition(words, index) else (None, 0)
    if word == "då" and index + 1 < len(words) and modality(words[index + 1]):
        return None, 0  # "läkarkontakt då sker", "då svarar regionen": at that time
    till_dess = words[index : index + 2] == ["till", "dess"]  # "till dess förfogande"
    if (word in ("då", "sedan", "när", "innan") or till_dess) and _no_verb_ahead(words, index):
        return None, 0
    size = starts_with(words, index, markers.CONDITION_STARTS)
    return ("condition", size) if size else (None, 0)


def _denied_conjunct(words: list[str], index: int) -> SegmentKind | None:
    """What begins at "och" before a negator: "av sjuksköterskan och inte av övrig personal" makes an exception.

    With a verb of its own it is a clause: "ska lämnas genast och inte skjutas upp".
    """
    negator, *following = [*words[index + 1 : index + 3], ""][:2]
    if negator not in ("inte", "ej", "icke") or following[0] in ("", *markers.NOT_NEGATING_BEFORE, *BOUNDARIES):
        return None
    if is_supine(following[0]):
        return None  # "som har uteblivit och inte ersatts"
    return "main" if modality(following[0]) or is_infinitive(following[0]) else "exception"


def resumes(words: list[str], comma: int, interrupted: Segment) -> bool:
    """Whether the clause that a parenthesis broke off goes on: "Kommunen får inte, så länge ..., anlita läkare"."""
    has_modal = any(modality(words[verb]) not in (None, "present") for verb in interrupted.verbs)
    following = words[comma + 1 : comma + 3]
    return (
        has_modal
        and any(is_infinitive(word) for word in following)
        and not any(modality(word) for word in following[:1])
    )


def inverted_condition(words: list[str], index: int) -> bool:
    """Whether a sentence that begins with its finite verb is a condition: a second verb with its subject follows."""
    if not modality(words[index]):
        return False
    for at in range(index + 2, len(words) - 1):
        if words[at] in (";", ":", "?") or (words[at] in BOUNDARIES and not modality(words[at + 1])):
            continue
        joined = words[at - 1] in (*COORDINATORS, *_RELATIVES, "att")
        below = words[at - 1] in ("inte", "ej") and any(word in (*_RELATIVES, "att", "om") for word in words[index:at])
        if modality(words[at]) and not joined and not below:
            subject = words[at + 1]
            if (
                subject in _SUBJECTS
                or subject.startswith(_SUBJECT_STEMS)
                or (len(subject) > 5 and subject.endswith(("en", "et", "an", "na")))
            ):
                return words[-1] != "?"
    return False


def _noun_phrase_follows(words: list[str], index: int) -> bool:
    """After a comma: "utan regionens godkännande" (without) or "utan ska ..." (but)."""
    return index + 1 < len(words) and words[index + 1] in ("att", "föregående", "hinder", "regionens", "begränsning")


def _no_verb_ahead(words: list[str], index: int) -> bool:
    for at, word in enumerate(words[index + 1 : index + 14], index + 1):
        if word in ",;:.":
            return True
        if modality(word) or _elliptic_supine(words, at):
            return False
    return True


def _verbs_ahead(words: list[str], index: int) -> int:
    """How many finite verbs stand before the next clause of the sentence begins."""
    found = 0
    for word in words[index:]:
        if word in BOUNDARIES or word in _RELATIVES or word in markers.CONDITION_STARTS or word == "att":
            break
        found += bool(modality(word))
    return found


def _elliptic_supine(words: list[str], index: int) -> bool:
    """A supine without "har": "när regionen inte fullgjort avtalet", "den läkare som anlitats"."""
    word = words[index]
    passive = len(word) > 6 and word.endswith(("ats", "its", "tts"))
    denied = words[index - 1] in markers.PLAIN_NEGATORS or words[index - 2] in markers.PLAIN_NEGATORS
    return is_supine(word) and (passive or denied)


def _names_its_matter(words: list[str], index: int) -> bool:
    """ "Åtagandet om läkare gäller ...": a noun before its sentence's verb, and "om" says what it is about."""
    start = next((at + 1 for at in range(index - 1, -1, -1) if words[at] in BOUNDARIES), 0)
    noun = words[index - 1] if index > start else ""
    named = len(noun) > 5 and noun.isalpha() and noun.endswith(("en", "et", "na", "an", "er", "or", "ar"))
    return named and not any(modality(word) for word in words[start:index])


def _om_is_condition(words: list[str], index: int) -> bool:
    before = words[index - 1] if index else ""
    if words[index + 1 : index + 2] and words[index + 1] in _TIMES:
        return not index and _verbs_ahead(words, index + 2) > 1  # "om helgen infaller ... gäller", but "om året"
    if before == ")" and any(word.startswith(("lag", "förordning")) for word in words[max(0, index - 6) : index]):
        return False  # "lagen (1993:387) om stöd och service"
    following = words[index + 1] if index + 1 < len(words) else ""
    if _names_its_matter(words, index):
        return False
    if before in markers.TAKES_OM or following == "att" or following[:1].isdigit() or before == "även":
        return before == "även"
    return not _no_verb_ahead(words, index)
