"""What the segments of a sentence hand on to each other: force, negation, conditions, a shared subject."""

from __future__ import annotations

from avtalskoll.swedish import markers
from avtalskoll.swedish.segment import Force, Segment
from avtalskoll.swedish.verbs import modality


def settle(segments: list[Segment], words: list[str], of_token: list[int], inherited: Force | None) -> None:
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
    if any(token >= 0 and words[token] == "varken" for token in segment.negators):
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


def _reserving_at(words: list[str]) -> int:
    return next(i for i, word in enumerate(words) if word in markers.RESERVING or word in markers.SUFFICING)


def _asks_for_resources(words: list[str]) -> bool:
    """ "om tiden räcker", "när bemanningen finns": what is done depends on what there is to do it with."""
    has = any(word in markers.SUFFICING for word in words) and not any(word in markers.NEGATORS for word in words)
    return has and any(word.startswith(markers.RESOURCES) for word in words)


def _reserve(segments: list[Segment], words: list[str], of_token: list[int]) -> None:
    """A condition that only reserves ("i den mån tiden medger", "när bemanningen tillåter") weakens its main clause."""
    for index, segment in enumerate(segments):
        if segment.kind != "condition":
            continue
        own = [words[token] for token, place in enumerate(of_token) if place == index]
        if any(word in markers.RESERVING for word in own) or _asks_for_resources(own):
            mains = [other for other in segments[:index] if other.kind == "main" and other.verbs]
            mains = mains[-1:] or [other for other in segments[index:] if other.kind == "main" and other.verbs][:1]
            for main in mains:
                main.force, main.need_only = "weak", False
                main.weak_because = " ".join(word for word in own[: _reserving_at(own) + 1] if word not in ",;")
