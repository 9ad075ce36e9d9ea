"""The clauses (satser) of a sentence, each with its verb force and its negation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from avtalskoll.swedish import markers
from avtalskoll.swedish.tokens import Token
from avtalskoll.swedish.verbs import Modality, is_infinitive, is_supine, modality

SegmentKind = Literal["main", "condition", "exception", "relative", "without"]
Force = Literal["binding", "right", "weak", "nominal"]

_BOUNDARIES = frozenset(",;:()–[]/")
_COORDINATORS = frozenset({"och", "eller", "samt"})
_DENIED_BEFORE = frozenset({"om", "när", "då", "i", "för", "under", ".", ",", ";"})
_SUBJECTS = frozenset(
    """
        den det de denna detta part parterna kommunen regionen landstinget han hon läkaren vårdcentralen man
        ingen inget inga någon något några varje samtliga mas mar direktören chefen vi ni de dessa båda
    """.split()
)
_SUBJECT_STEMS = ("region", "kommun", "landsting", "läkar", "vårdcentral", "sjuksköterska")
_AIMS = frozenset({"mål", "målet", "målsättning", "ambition", "syfte", "avsikt", "uppgift", "utgångspunkt"})
_BUT = frozenset(
    {"även", "också", "endast", "bara", "enbart", "blott", "istället", "snarare", "tvärtom"}
)  # "inte A utan endast B"
_COMPLEMENTS = frozenset({"att", "hur", "huruvida", "vad", "vilka", "vilken", "vem"})
_ASKS_FOR = frozenset({"ansvarar", "ansvar", "svarar", "ansvarig", "ansvariga", "verkar", "verka", "arbetar", "arbeta",
                       "skäl", "krav", "förutsättning", "villkor", "sörjer", "sörja", "hinder"})  # fmt: skip
"""Before "för att": what follows is the matter itself, not its purpose."""
_RELATIVES = frozenset({"som", "vilken", "vilket", "vilka", "vars"})


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence with one verb: what it says, and how strongly.

    `negators` are token indexes of the sentence; a pattern that takes up a negator as part of its own words ("inte
    uppfyller") is not denied by it. `force` is None until a verb or a neighbour decides it.
    """

    kind: SegmentKind = "main"
    negators: list[int] = field(default_factory=list)
    force: Force | None = None
    weak_because: str = ""
    need_only: bool = False
    """The only reservation is 'vid behov' or the like."""
    conditional_negation: bool = False
    """Denied only until something else has happened: "får inte ... förrän", "inte utan samtycke"."""
    verbs: list[int] = field(default_factory=list)
    narrates: bool = False
    """Tells what has been, is wished for or is a problem; states no rule."""


@dataclass(frozen=True, slots=True)
class SentenceStructure:
    """Which segment each token belongs to."""

    segments: tuple[Segment, ...]
    of_token: tuple[int, ...]

    def at(self, token: int) -> Segment:
        """The segment of the token with this index in the sentence."""
        return self.segments[self.of_token[token]]


def structure(tokens: list[Token], inherited: Force | None = None, own_from: int = 0) -> SentenceStructure:
    """Divide a sentence. `inherited` is the force of a lead-in, for an item that has no finite verb of its own;
    the sentence's own words begin at token `own_from`, after what it inherits."""
    words = [token.word for token in tokens]
    segments, of_token = _divide(words, own_from)
    for index, segment in enumerate(segments):
        own = [i for i, s in enumerate(of_token) if s == index]
        _negation(words, own, segment)
        _force(words, own, segment)
        segment.narrates = _narrates(words, own)
    _neither(segments, words, of_token)
    _settle(segments, words, of_token, inherited)
    return SentenceStructure(tuple(segments), tuple(of_token))


def starts_with(words: list[str], index: int, phrases: markers.Phrases) -> int:
    """Length of the longest of `phrases` that begins at `index`, 0 if none does."""
    for phrase in phrases.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _divide(words: list[str], own_from: int) -> tuple[list[Segment], list[int]]:
    segments = [Segment()]
    of_token: list[int] = []
    current, resume, interrupted = 0, 0, 0
    verb_seen, open_complement = False, False

    def start(kind: SegmentKind) -> None:
        nonlocal current, verb_seen, open_complement
        segments.append(Segment(kind=kind))
        current, verb_seen, open_complement = len(segments) - 1, False, False

    skip_until = 0
    for index, word in enumerate(words):
        kind = segments[current].kind
        if word in _BOUNDARIES:
            of_token.append(current)
            if (
                kind in ("condition", "relative", "exception")
                and word == ","
                and _resumes(words, index, segments[interrupted])
            ):
                current, verb_seen, open_complement = interrupted, True, False
                resume = current
            elif index + 1 < len(words):
                if segments[current].verbs and kind == "main":
                    interrupted = current
                start("main")
                resume = current
            continue
        begins, size = _opening(words, index) if index >= skip_until else (None, 0)
        if index == own_from and not begins and _inverted_condition(words, index):
            begins = "condition"  # "Fullgör regionen inte ... har kommunen rätt"
        skip_until = max(skip_until, index + size)
        if begins == "relative":
            resume = current if kind == "main" else resume
            start("relative")
        elif begins:
            start(begins)
            resume = current if begins == "main" else resume
        elif (
            word in _COORDINATORS
            and segments[current].verbs
            and not _infinitive_goes_on(words, index, segments[current])
            and (_verb_soon(words, index) or (verb_seen and words[index + 1 : index + 2] == ["att"]))
        ):
            start(kind if kind in ("condition", "exception") else "main")
            resume = current
        elif word == "men":
            start("main")
            resume = current
        elif kind == "without" and (modality(word) or (is_infinitive(word) and words[index - 1] != "att")):
            current, verb_seen, open_complement = resume, True, False
        elif kind != "main" and modality(word) and verb_seen and not open_complement:
            # a second finite verb: the subordinate clause is over
            if kind == "relative" and words[index - 1] not in _COORDINATORS:
                current, verb_seen = resume, True
            elif words[index - 1] not in _COORDINATORS:
                start("main")
                resume = current
        if modality(word):
            verb_seen, open_complement = True, False
            segments[current].verbs.append(index)
        elif kind in ("condition", "relative") and not verb_seen and is_supine(word):
            verb_seen = True  # "om regionen inte lämnat besked"
        elif word in ("att", "hur", "huruvida", "vad", "vem") and not open_complement and index >= skip_until:
            open_complement = not any(is_infinitive(w) and not modality(w) for w in words[index + 1 : index + 3])
        of_token.append(current)
    return segments, of_token


def _opening(words: list[str], index: int) -> tuple[SegmentKind | None, int]:
    """Which kind of segment begins at the word, and of how many words its opening consists."""
    word = words[index]
    before = words[index - 1] if index else ""
    size = starts_with(words, index, markers.EXCEPTION_STARTS)
    if size and word == "förutom" and (index == 0 or any(w in markers.ADDING for w in words)):
        size = 0  # "förutom X omfattas även Y" adds
    if size:
        # "detta gäller dock inte om ..." denies the clause it stands in; "dock inte korttidsboende" makes an exception
        denies_own = index + size >= len(words) or words[index + size] in _DENIED_BEFORE
        return (None, 0) if denies_own and word == "dock" else ("exception", size)
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
    if word in _RELATIVES:
        if word == "som" and (before in ("såväl", "så", "liksom", "sådan") or _no_verb_ahead(words, index)):
            return None, 0
        return "relative", 1
    if words[index + 1 : index + 2] == ["att"] and (word == "så" or (word == "för" and before not in _ASKS_FOR)):
        return "relative", 2  # what is to come of it: a negation there denies nothing else
    if word == "om":
        if starts_with(words, index, markers.WEAK_PHRASES):
            return None, 0
        return ("condition", 1) if _om_is_condition(words, index) else (None, 0)
    if word in ("då", "sedan", "när", "innan") and _no_verb_ahead(words, index):
        return None, 0
    size = starts_with(words, index, markers.CONDITION_STARTS)
    return ("condition", size) if size else (None, 0)


def _resumes(words: list[str], comma: int, interrupted: Segment) -> bool:
    """Whether the clause that a parenthesis broke off goes on: "Kommunen får inte, så länge ..., anlita läkare"."""
    has_modal = any(modality(words[verb]) not in (None, "present") for verb in interrupted.verbs)
    following = words[comma + 1 : comma + 3]
    return (
        has_modal
        and any(is_infinitive(word) for word in following)
        and not any(modality(word) for word in following[:1])
    )


def _inverted_condition(words: list[str], index: int) -> bool:
    """Whether a sentence that begins with its finite verb is a condition: a second verb with its subject follows."""
    if not modality(words[index]):
        return False
    for at in range(index + 2, len(words) - 1):
        if words[at] in (";", ":", "?") or (words[at] in _BOUNDARIES and not modality(words[at + 1])):
            continue
        if modality(words[at]) and words[at - 1] not in (*_COORDINATORS, *_RELATIVES, "att", "inte", "ej"):
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


def _elliptic_supine(words: list[str], index: int) -> bool:
    """A supine without "har": "när regionen inte fullgjort avtalet", "den läkare som anlitats"."""
    word = words[index]
    passive = len(word) > 6 and word.endswith(("ats", "its", "tts"))
    denied = words[index - 1] in markers.PLAIN_NEGATORS or words[index - 2] in markers.PLAIN_NEGATORS
    return is_supine(word) and (passive or denied)


def _om_is_condition(words: list[str], index: int) -> bool:
    before = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if before in markers.TAKES_OM or following == "att" or following[:1].isdigit() or before == "även":
        return before == "även"
    return not _no_verb_ahead(words, index)


def _verb_soon(words: list[str], index: int) -> bool:
    """Whether a coordinated clause with its own finite verb begins at the conjunction `index`."""
    for offset, word in enumerate(words[index + 1 : index + 5]):
        if word in _BOUNDARIES or word in _COORDINATORS:
            return False
        found = modality(word)
        if found:
            return offset == 0 or found != "present" or offset <= 2
        if word in ("att", "som", "i", "på", "för", "med", "av", "till", "vid", "om", "från"):
            return False
    return False


def _infinitive_goes_on(words: list[str], index: int, segment: Segment) -> bool:
    """ "får inte sättas ned eller begränsas": a passive after the conjunction is an infinitive of the same modal."""
    following = words[index + 1] if index + 1 < len(words) else ""
    modal = any(modality(words[verb]) not in (None, "present") for verb in segment.verbs)
    return modal and following.endswith("s") and modality(following) == "present"


def _negation(words: list[str], own: list[int], segment: Segment) -> None:
    for index in own:
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in markers.NEGATORS:
            if word in ("inte", "ej", "icke") and (following in markers.NOT_NEGATING_BEFORE or _bounds(words, index)):
                continue
            if index and words[index - 1] == "eller" and word in ("inte", "ej"):
                continue  # "oavsett om ... eller inte"
            if _other_than(words, index):
                continue
            if word in ("icke", "ej", "inte") and _attribute_follows(words, index):
                continue
            segment.negators.append(index)
        elif starts_with(words, index, markers.NEGATING_PHRASES):
            segment.negators.append(index)
    if segment.negators and any(words[index] in markers.DELAYING for index in own):
        segment.negators = [index for index in segment.negators if words[index] not in markers.PLAIN_NEGATORS]
    if segment.kind == "without" or (segment.kind == "exception" and not segment.negators):
        segment.negators.append(own[0] if own else -1)


def _other_than(words: list[str], index: int) -> bool:
    """ "av ingen annan än läkaren", "inte kontaktas av någon annan än sjuksköterskan": says who, denies nothing."""
    for at in range(index + 1, min(len(words) - 1, index + 8)):
        if words[at] in _BOUNDARIES:
            return False
        if words[at] in ("annan", "annat", "andra") and words[at + 1] == "än":
            return True
    return False


def _attribute_follows(words: list[str], index: int) -> bool:
    """ "icke akuta ärenden", "ej brådskande frågor": only the adjective is denied."""
    following = words[index + 1 : index + 3]
    if index and (words[index - 1] in ("vara", "anses") or modality(words[index - 1])):
        return False  # after its finite verb the negator denies the verb: "omfattar inte boende i ..."
    if len(following) < 2 or modality(following[0]) or modality(following[1]) or not following[1].isalpha():
        return False
    adjective = following[0].endswith(("ande", "ende")) or following[0] in (
        "akuta",
        "akut",
        "planerade",
        "planerad",
        "legitimerad",
        "legitimerade",
    )
    return adjective and not is_infinitive(following[1])


def _bounds(words: list[str], index: int) -> bool:
    """ "inte ... längre tid än tolv månader" sets a bound; it denies nothing."""
    for offset in range(index + 1, min(len(words) - 1, index + 7)):
        if words[offset] in _BOUNDARIES:
            return False
        if words[offset] in markers.COMPARATIVES and "än" in words[offset + 1 : offset + 4]:
            return True
    return False


def _force(words: list[str], own: list[int], segment: Segment) -> None:
    verbs: list[Modality] = []
    for index in segment.verbs:
        found = modality(words[index])
        if words[index] == "får" and not _infinitive_follows(words, index):
            found = "present"
        if words[index] == "äger" and words[index + 1 : index + 2] in (["rum"], ["giltighet"], ["tillämpning"]):
            found = "present"
        if words[index] == "avser" and words[index + 1 : index + 2] != ["att"]:
            found = "present"
        if found:
            verbs.append(found)
    if verbs:
        first = segment.verbs[0]
        # "bör planera för hur ... ska upprätthållas": the duty stands in a complement of the advice
        duty = next((i for i in segment.verbs if modality(words[i]) == "duty"), None)
        complement = duty is not None and any(word in _COMPLEMENTS for word in words[first + 1 : duty])
        if duty is not None and not (verbs[0] in ("advice", "possibility") and complement):
            segment.force = "binding"
        elif verbs[0] in ("advice", "possibility"):
            # "kan inte", "får inte" deny as firmly as "ska inte"
            if verbs[0] == "possibility" and segment.negators:
                segment.force = "binding"
            else:
                segment.force, segment.weak_because = "weak", words[segment.verbs[0]]
        else:
            segment.force = "right" if verbs[0] == "right" and not segment.negators else "binding"
    for index in own:
        size = starts_with(words, index, markers.WEAK_PHRASES) or (1 if words[index] in markers.WEAK_WORDS else 0)
        if words[index] == "helst" and words[index - 1 : index] == ["som"]:
            size = 0
        if size and not (words[index] in ("bör", "borde", "vill") and segment.force == "binding"):
            segment.force, segment.weak_because = "weak", " ".join(words[index : index + size])
            segment.need_only = False
            return
        size = starts_with(words, index, markers.NEED_PHRASES)
        floor = any(word in ("minst", "alltid", "senast") for word in words[index + size : index + size + 4])
        if size and not floor and not segment.weak_because:
            segment.need_only = segment.force != "weak"
            segment.weak_because = " ".join(words[index : index + size])


def _narrates(words: list[str], own: list[int]) -> bool:
    for index in own:
        word = words[index]
        if word in markers.NARRATING:
            return True
        if word in ("har", "hade") and any(is_supine(w) for w in words[index + 1 : index + 5]):
            return True
        if len(word) > 5 and word.endswith(("ades", "ade")) and word not in ("samordnade", "angivna"):
            before = words[index - 1] if index else ""
            if before in (
                "som",
                "regionen",
                "kommunen",
                "parterna",
                "landstinget",
                "läkaren",
                "utredningen",
                "avtalet",
            ):
                return True
    return False


def _neither(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """ "varken ska eller får": what follows "eller" is denied too."""
    for index, segment in enumerate(segments[1:], 1):
        first = next((token for token, place in enumerate(of_token) if place == index), None)
        before = segments[index - 1]
        if first is None or words[first] != "eller" or segment.negators:
            continue
        segment.negators = [token for token in before.negators if token >= 0 and words[token] in ("varken", "vare")]


def _infinitive_follows(words: list[str], index: int) -> bool:
    return any(is_infinitive(word) for word in words[index + 1 : index + 5] if word not in _BOUNDARIES)


def _settle(segments: list[Segment], words: list[str], of_token: list[int], inherited: Force | None) -> None:
    """Let verbless segments take over force and negation, and turn "inte ... förrän" into a condition."""
    before: Segment | None = None
    for index, segment in enumerate(segments):
        first = next((i for i, s in enumerate(of_token) if s == index), len(words))
        if segment.kind in ("condition", "without", "exception") and before is not None and before.negators:
            opening = words[first] if first < len(words) else ""
            mindre = words[first : first + 2] == ["med", "mindre"]
            not_needed = any(
                words[token] in markers.NEEDING for token, place in enumerate(of_token) if segments[place] is before
            )
            waits = opening != "innan" or _awaits(before, words, of_token, segments.index(before))
            if not_needed or not waits or first < max(before.negators):
                pass
            elif (
                opening in markers.UNTIL
                or mindre
                or (opening == "om" and words[first + 1 : first + 2] in (["inte"], ["ej"]))
            ):
                before.conditional_negation = True
                if any(modality(words[verb]) == "right" for verb in before.verbs):
                    before.force = "right"
        if segment.force is None and not segment.verbs and segment.kind == "main":
            source = before
            if source is not None:
                segment.force = source.force
                segment.weak_because = segment.weak_because or source.weak_because
                segment.need_only = segment.need_only or source.need_only
                opening = words[first] if first < len(words) else ""
                if not segment.negators and source.kind != "without" and opening not in ("men", "utan"):
                    segment.negators = list(source.negators)
                    if source.kind == "exception":
                        segment.kind = "exception"
                    segment.conditional_negation = source.conditional_negation
            else:
                segment.force = inherited
        if segment.force is None:
            segment.force = inherited or (before.force if before else None) or "nominal"
        if segment.kind in ("main", "exception"):
            before = segment
    _reserve(segments, words, of_token)
    _share_subject(segments, words, of_token)


def _awaits(segment: Segment, words: list[str], of_token: list[int], place: int) -> bool:
    """Whether "inte ... innan" in the segment means "not until": it speaks of a right or of what is done to a thing.

    "gör inte X innan Y" and "är inte skyldig att X innan Y" deny X.
    """
    own = [words[token] for token, where in enumerate(of_token) if where == place]
    if any(word.startswith(("skyldig", "åtar", "åligger", "ansvar")) for word in own):
        return False
    modals = {modality(words[verb]) for verb in segment.verbs}
    return bool(modals & {"right", "possibility"}) or any(words[verb].endswith("s") for verb in segment.verbs)


def _share_subject(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """ "Vite, straffavgift eller avgift utgår inte": what stands before the first verb belongs to it."""
    for index, segment in enumerate(segments):
        last = max((token for token, place in enumerate(of_token) if place == index), default=-1)
        if segment.verbs or segment.kind != "main" or last < 0 or words[last] != ",":
            return
        following = next((other for other in segments[index + 1 :] if other.kind == "main" and other.verbs), None)
        if following is None:
            return
        if not segment.negators:
            segment.negators = list(following.negators)
            segment.conditional_negation = following.conditional_negation
        segment.force, segment.weak_because = following.force, following.weak_because
        segment.need_only = following.need_only


def _reserve(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """A condition that only reserves ("i den mån tiden medger", "när bemanningen tillåter") weakens its main clause."""
    for index, segment in enumerate(segments):
        if segment.kind != "condition":
            continue
        own = [words[token] for token, place in enumerate(of_token) if place == index]
        if any(word in markers.RESERVING for word in own):
            mains = [other for other in segments[:index] if other.kind == "main" and other.verbs]
            mains = mains[-1:] or [other for other in segments[index:] if other.kind == "main" and other.verbs][:1]
            for main in mains:
                main.force, main.need_only = "weak", False
                main.weak_because = " ".join(word for word in own if word not in ",;")
