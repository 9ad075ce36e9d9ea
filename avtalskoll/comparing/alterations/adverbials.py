"""Phrases without a verb that set a condition or leave a matter to others: "efter samråd", "enligt överenskommelse"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from avtalskoll.comparing.alterations.saying import Saying
from avtalskoll.swedish.segment import BOUNDARIES
from avtalskoll.swedish.verbs import modality

_AFTER = frozenset({"efter", "i", "under", "med"})
_ASKING = tuple(
    """samråd samtycke godkännande medgivande överläggning förhandling förankring ansökan begäran prövning beslut
    tillstyrkan dialog samförstånd hörande förutsättning""".split()
)
"""Nouns that make "efter ..." a condition, by their beginnings: samråd, samrådet."""
_BY = frozenset({"enligt", "genom", "efter"})
_SETTLING = tuple("överenskommelse avtal rutin riktlinje anvisning instruktion".split())
_OTHER = tuple("särskil separat lokal enskil kommande framtida senare annan annat respektive skriftlig".split())
"""Words that make an agreement another one than this: "enligt särskild överenskommelse"."""
_REACH = 3
_MEETING = frozenset({"samråd", "dialog", "samförstånd"})
_GOES_ON = frozenset({"med", "av", "från", "hos", "mellan"})


@dataclass(frozen=True, slots=True)
class Adverbial:
    """Such a phrase as it stands in the agreement."""

    kind: Literal["condition", "deferral"]
    quote: str


def adverbials(saying: Saying) -> tuple[Adverbial, ...]:
    """All of a clause, in order; those that stand in a condition of their own are told of with it."""
    found = []
    words = saying.words
    for index in range(saying.clause.own_from, len(words)):
        if saying.clause.structure.at(index).kind in ("condition", "exception", "without"):
            continue
        kind, last = _phrase(words, index)
        if kind:
            found.append(Adverbial(kind, saying.quote(range(index, _end(words, last) + 1))))
    return tuple(found)


def _phrase(words: list[str], index: int) -> tuple[Literal["condition", "deferral"] | None, int]:
    for at in range(index + 1, min(len(words), index + 1 + _REACH)):
        word, between = words[at], words[index + 1 : at]
        if word in BOUNDARIES or modality(word):
            break
        if words[index] in _AFTER and word.startswith(_ASKING):
            meets = words[index] == "efter" or (words[index] == "i" and word in _MEETING and not between)
            return ("condition", at) if meets else (None, 0)
        if words[index] in _BY and word.startswith(_SETTLING) and _is_other(words[index], between):
            return "deferral", at
    return None, 0


def _is_other(preposition: str, between: list[str]) -> bool:
    return any(word.startswith(_OTHER) for word in between) or (preposition == "efter" and not between)


def _end(words: list[str], last: int) -> int:
    """With whom, or whose, up to three words: "efter samråd med regionens direktör"."""
    if words[last + 1 : last + 2] and words[last + 1] in _GOES_ON:
        last += 1
        for _ in range(2):
            following = words[last + 1 : last + 2]
            if not following or following[0] in BOUNDARIES or not following[0].isalpha() or modality(following[0]):
                break
            last += 1
            if not following[0].endswith("s"):
                break
    return last
