"""How strongly a segment binds, and whether it only tells."""

from __future__ import annotations

from avtalskoll.swedish import markers
from avtalskoll.swedish.segment import BOUNDARIES, Segment, starts_with
from avtalskoll.swedish.verbs import Modality, is_infinitive, is_supine, modality

_ASSURED = frozenset({"räkna", "påräkna", "lita", "påräknas"})
_LAWGIVERS = ("lag", "riksdag", "hsl", "bestämmelse", "föreskrift")
_COMPLEMENTS = frozenset({"att", "hur", "huruvida", "vad", "vilka", "vilken", "vem"})

_PAST_MODALS = frozenset({"kunde", "skulle", "fick", "borde", "måste"})
_PARTICIPLES = ("ade", "ad", "at", "da", "dda", "tt", "gen", "ven", "na")


def find_force(words: list[str], own: list[int], segment: Segment) -> None:
    """Note on the segment how its verb binds and which word reserves; `own` are its token indexes."""
    verbs: list[Modality] = []
    for index in segment.verbs:
        found = modality(words[index])
        if words[index] == "får" and (_has_it_done(words, index) or not _infinitive_follows(words, index)):
            found = "present"
        if words[index] == "äger" and words[index + 1 : index + 2] in (["rum"], ["giltighet"], ["tillämpning"]):
            found = "present"
        if words[index : index + 2] == ["vill", "säga"]:
            continue  # "det vill säga"
        if words[index] == "avser" and words[index + 1 : index + 2] != ["att"]:
            found = "present"
        if found == "possibility" and _ASSURED & set(words[index + 1 : index + 4]):
            found = "present"  # "kan räkna med", "kan påräkna"
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
        if words[index] not in markers.OPENS_RESERVATION:
            continue
        size = starts_with(words, index, markers.WEAK_PHRASES) or (1 if words[index] in markers.WEAK_WORDS else 0)
        said_otherwise = words[index : index + 2] == ["vill", "säga"]
        if said_otherwise or (words[index] == "helst" and words[index - 1 : index] == ["som"]):
            size = 0
        if size and not (words[index] in ("bör", "borde", "vill") and segment.force == "binding"):
            segment.force, segment.weak_because = "weak", " ".join(words[index : index + size])
            segment.need_only = False
            return
        size = starts_with(words, index, markers.NEED_PHRASES)
        adds = index > 0 and words[index - 1] in ("och", "samt")  # "årligen och vid behov"
        if adds or words[index + size : index + size + 1] == ["av"]:  # "vid behov av läkare": when one is needed
            size = 0
        floor = any(word in ("minst", "alltid", "senast") for word in words[index + size : index + size + 4])
        if size and not floor and not segment.weak_because:
            segment.need_only = segment.force != "weak"
            segment.weak_because = " ".join(words[index : index + size])


def narrates(words: list[str], own: list[int]) -> bool:
    """Whether the tokens tell what has been, is wished for or is a problem."""
    for index in own:
        word = words[index]
        if word in markers.NARRATING:
            return True
        told = word in ("har", "hade") and any(is_supine(w) for w in words[index + 1 : index + 5])
        if told and not any(before.startswith(_LAWGIVERS) for before in words[max(0, index - 3) : index]):
            return True  # but "lagen har gett kommunen rätt att ..." states the rule
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


def bygone(words: list[str], own: list[int], segment: Segment) -> bool:
    """Whether the tokens tell how it used to be: a word such as "tidigare", a verb in the past and none in the present.

    "Den tidigare nämnda läkaren svarar för ..." states a rule: it has its verb in the present.
    """
    formerly = any(words[index] in markers.FORMERLY or _of_a_past_year(words, index) for index in own)
    if not formerly or not all(_in_the_past(words[verb]) for verb in segment.verbs):
        return False
    return any(_in_the_past(words[index]) for index in own)


def _of_a_past_year(words: list[str], index: int) -> bool:
    """ "före 2024", "före den 1 juli 2026", "i 2019 års avtal": with a verb in the past, how it was then."""
    following = words[index + 1 : index + 5]
    years = [place for place, word in enumerate(following) if len(word) == 4 and word.isdigit()]
    if words[index] in ("före", "innan"):
        return bool(years)
    return words[index] in ("i", "enligt") and years[:1] == [0] and following[1:2] == ["års"]


def tells_on(words: list[str], segment: Segment, before: Segment) -> bool:
    """Whether a subordinate clause goes on telling how it used to be: "... de som kunde få en läkare"."""
    below = before.bygone and segment.kind in ("relative", "condition")
    return below and all(_in_the_past(words[verb]) for verb in segment.verbs)


def _in_the_past(word: str) -> bool:
    return word in _PAST_MODALS or word in markers.PAST_VERBS or (len(word) > 5 and word.endswith(("ade", "ades")))


def _has_it_done(words: list[str], index: int) -> bool:
    """ "får sina besvär bedömda av läkaren", "får sin medicinering genomgången": a passive, no permission."""
    return words[index + 1 : index + 2] in (["sin"], ["sitt"], ["sina"]) and any(
        len(word) > 4 and word.endswith(_PARTICIPLES) for word in words[index + 3 : index + 5]
    )


def _infinitive_follows(words: list[str], index: int) -> bool:
    return any(is_infinitive(word) for word in words[index + 1 : index + 5] if word not in BOUNDARIES)
