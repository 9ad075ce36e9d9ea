"""The clauses (satser) of a sentence, each with its verb force and its negation."""

from __future__ import annotations

from avtalskoll.swedish.force import bygone, find_force, narrates, tells_on
from avtalskoll.swedish.negation import find_negation, hand_back_no, hand_on_neither, hand_on_opening
from avtalskoll.swedish.openings import inverted_condition, opening, resumes
from avtalskoll.swedish.segment import BOUNDARIES, COORDINATORS, Force, Segment, SegmentKind, SentenceStructure
from avtalskoll.swedish.settling import settle
from avtalskoll.swedish.tokens import Token
from avtalskoll.swedish.verbs import is_infinitive, is_supine, modality


def structure(tokens: list[Token], inherited: Force | None = None, own_from: int = 0) -> SentenceStructure:
    """Divide a sentence. `inherited` is the force of a lead-in, for an item that has no finite verb of its own;
    the sentence's own words begin at token `own_from`, after what it inherits."""
    words = [token.word for token in tokens]
    segments, of_token = _divide(words, own_from)
    for index, segment in enumerate(segments):
        own = [i for i, s in enumerate(of_token) if s == index]
        find_negation(words, own, segment)
        find_force(words, own, segment)
        segment.narrates = narrates(words, own)
        segment.bygone = bygone(words, own, segment) or (index > 0 and tells_on(words, segment, segments[index - 1]))
    hand_on_neither(segments, words, of_token)
    hand_on_opening(segments, words, of_token)
    hand_back_no(segments, words, of_token)
    settle(segments, words, of_token, inherited)
    return SentenceStructure(tuple(segments), tuple(of_token))


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
        if word in BOUNDARIES:
            of_token.append(current)
            if (
                kind in ("condition", "relative", "exception")
                and word == ","
                and resumes(words, index, segments[interrupted])
            ):
                current, verb_seen, open_complement = interrupted, True, False
                resume = current
            elif index + 1 < len(words):
                if segments[current].verbs and kind == "main":
                    interrupted = current
                start("main")
                resume = current
            continue
        begins, size = opening(words, index) if index >= skip_until else (None, 0)
        if index == own_from and not begins and inverted_condition(words, index):
            begins = "condition"  # "Fullgör regionen inte ... har kommunen rätt"
        skip_until = max(skip_until, index + size)
        if begins == "relative":
            resume = current if kind == "main" else resume
            start("relative")
        elif begins:
            start(begins)
            resume = current if begins == "main" else resume
        elif (
            word in COORDINATORS
            and words[index - 1][-1:] != "-"  # "vård- och omsorgsboende"
            and segments[current].verbs
            and not _infinitive_goes_on(words, index, segments[current])
            and (_verb_soon(words, index) or (verb_seen and words[index + 1 : index + 2] == ["att"]))
        ):
            # "för varje rond som inte blir av och inte ersätts ska ...": the main clause has its verb yet to come
            goes_on = kind == "relative" and not segments[resume].verbs
            start(kind if goes_on or kind in ("condition", "exception") else "main")
            resume = resume if goes_on else current
        elif word == "men":
            start("main")
            resume = current
        elif kind == "without" and (modality(word) or (is_infinitive(word) and words[index - 1] != "att")):
            current, verb_seen, open_complement = resume, True, False
        elif kind != "main" and modality(word) and verb_seen and not open_complement:
            # a second finite verb: the subordinate clause is over
            if kind == "relative" and words[index - 1] not in COORDINATORS:
                current, verb_seen = resume, True
            elif words[index - 1] not in COORDINATORS:
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


def _verb_soon(words: list[str], index: int) -> bool:
    """Whether a coordinated clause with its own finite verb begins at the conjunction `index`."""
    for offset, word in enumerate(words[index + 1 : index + 5]):
        if word in BOUNDARIES or word in COORDINATORS:
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
