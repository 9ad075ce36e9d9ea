"""What is denied in a segment, and what only looks so."""

from __future__ import annotations

from avtalskoll.swedish import markers
from avtalskoll.swedish.segment import BOUNDARIES, Segment, starts_with
from avtalskoll.swedish.verbs import is_infinitive, modality

_HIDDEN_SUPINES = frozenset(
    "gått kunnat kommit fått hunnit funnits svarat infunnit varit blivit gjorts hållits lämnats utförts".split()
)

_OPENING_NEGATION = frozenset("inte ej icke heller ens aldrig".split())


def find_negation(words: list[str], own: list[int], segment: Segment) -> None:
    """Note on the segment which of its tokens, `own`, deny it."""
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
            if segment.kind == "main" and word in markers.PLAIN_NEGATORS and _in_a_hidden_clause(words, index):
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
        if words[at] in BOUNDARIES or words[at] == "som":
            return False
        if words[at] in ("annan", "annat", "andra") and words[at + 1] == "än":
            return True
    return False


def _in_a_hidden_clause(words: list[str], index: int) -> bool:
    """ "antal gånger läkaren inte gått att nå": a supine without "har" stands in a clause below the others."""
    following = words[index + 1] if index + 1 < len(words) else ""
    auxiliary = any(word in ("har", "hade", "ha") for word in words[max(0, index - 4) : index])
    return following in _HIDDEN_SUPINES and not auxiliary


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
        if words[offset] in BOUNDARIES:
            return False
        if words[offset] in markers.COMPARATIVES and "än" in words[offset + 1 : offset + 4]:
            return True
    return False


def hand_on_neither(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """ "varken ska eller får": what follows "eller" is denied too."""
    for index, segment in enumerate(segments[1:], 1):
        first = next((token for token, place in enumerate(of_token) if place == index), None)
        before = segments[index - 1]
        if first is None or words[first] != "eller" or segment.negators:
            continue
        segment.negators = [token for token in before.negators if token >= 0 and words[token] in ("varken", "vare")]


def hand_on_opening(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """ "Inte heller när regionen brister får kommunen ...": what opens the sentence denies its main clause."""
    first = [words[token] for token, place in enumerate(of_token) if place == 0]
    if len(segments) < 2 or not segments[0].negators or not _OPENING_NEGATION.issuperset(first):
        return
    main = next((segment for segment in segments[1:] if segment.kind == "main" and segment.verbs), None)
    if main is not None and not main.negators:
        main.negators = list(segments[0].negators)


def hand_back_no(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """ "LSS-boende, läkarinsatser: nej": the answer denies what stands before it."""
    for index in range(1, len(words)):
        if words[index] != "nej" or words[index - 1] not in (":", "–"):
            continue
        place = of_token[index]
        before = segments[place - 1] if place else None
        if before is not None and not before.negators:
            before.negators = [index]
