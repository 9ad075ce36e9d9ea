"""Whom a clause binds."""

from __future__ import annotations

from typing import Literal

from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.passage import Passage
from avtalskoll.swedish.verbs import is_infinitive, modality

Bearer = Literal["region", "kommun", "båda"]

_PREPOSITIONS = frozenset(
    "till från med i hos för mot gentemot inför vid inom på åt genom om mellan enligt per utan efter än".split()
)
_RESTS_ON = frozenset({"ankommer", "ankomma", "vilar", "faller"})
_ACTORS = tuple(
    """personal medarbetar chef enhetschef verksamhetschef handläggar sjuksköters läkar mottagning enhet vårdcentral
    nämnd förvaltning företrädar representant legitimerad omvårdnadspersonal ledning""".split()
)
_SKIP_BACK = frozenset(
    """
        den det de sin sina varje respektive berörd berörda ansvarig ansvariga aktuell aktuella samtliga en ett
        alla ordinarie
    """.split()
)


def bearer_at(clause: Clause, token: int, structure: Structure) -> Bearer | None:
    """The party that the sentence part with this token binds, None where the text does not say.

    The grammatical subject of the part's own verb, else the agent ("av regionen"), else the subject of the
    sentence's other parts, else the column head or heading that names one party alone.
    """
    segment = _with_the_subject(clause, clause.structure.of_token[token])
    own = _subject(clause, structure, lambda index: clause.structure.of_token[index] == segment)
    if own is None:
        own = _subject(
            clause, structure, lambda index: clause.structure.segments[clause.structure.of_token[index]].kind == "main"
        )
    if own is not None:
        return own
    for heading in reversed(clause.headings):
        named = {
            party
            for party, concept in _concepts(structure)
            for span in heading.hits(concept)
            if _heads(heading, span.first)
        }
        if len(named) == 1:
            return named.pop()
    return None


def _with_the_subject(clause: Clause, segment: int) -> int:
    """The segment that holds the subject: the one before, where a verb follows right after "och" ("och utbildar")."""
    words = [token.word for token in clause.passage.tokens]
    while segment:
        first = clause.structure.of_token.index(segment) if segment in clause.structure.of_token else 0
        joined = words[first : first + 1] in (["och"], ["samt"]) and first + 1 < len(words)
        before = clause.structure.segments[segment - 1]
        if not joined or not modality(words[first + 1]) or before.kind != "main" or not before.verbs:
            return segment
        if modality(words[first + 1]) != "present":
            return segment
        segment -= 1
    return segment


def _heads(heading: Passage, first: int) -> bool:
    """Whether a party in a heading owns the section: "Kommunens åtagande", "Ansvar för regionen"."""
    words = [token.word for token in heading.tokens[:first]]
    if not any(word.isalpha() for word in words):
        return True
    return words[-1] == "för" and any(
        word.startswith(("ansvar", "åtagande", "uppgift", "skyldighet")) for word in words
    )


def _concepts(structure: Structure) -> tuple[tuple[Bearer, str], ...]:
    return (("region", structure.region), ("kommun", structure.kommun), ("båda", structure.both))


def _subject(clause: Clause, structure: Structure, inside) -> Bearer | None:  # type: ignore[no-untyped-def]
    words = [token.word for token in clause.passage.tokens]
    mentions: list[tuple[int, Bearer]] = []
    agents: list[tuple[int, Bearer]] = []
    for party, concept in _concepts(structure):
        for first, last, _ in clause.passage.hits(concept):
            if not inside(first):
                continue
            before = first - 1
            while before >= 0 and _attributive(words[before]):
                before -= 1
            preposition = words[before] if before >= 0 else ""
            if preposition == "på" and before and words[before - 1] in _RESTS_ON:
                mentions.append((first, party))
            elif preposition == "av" and _does_it(clause, first):
                agents.append((first, party))
            elif (
                (_governed(words, before) and (_between(words, before) or not _begins_clause(words, before, last)))
                or is_infinitive(preposition)
                or (len(words[last - 1]) > 4 and words[last - 1].endswith("s") and _owns(words, last))
            ):
                continue
            else:
                mentions.append((first, party))
    chosen = agents if agents and not mentions else mentions
    if not chosen:
        return None
    chosen.sort()
    parties = (
        {party for _, party in chosen[:2]}
        if len(chosen) > 1 and "och" in words[chosen[0][0] : chosen[1][0]] and chosen[1][0] - chosen[0][0] <= 4
        else {chosen[0][1]}
    )
    return "båda" if len(parties) > 1 else parties.pop()


def _does_it(clause: Clause, token: int) -> bool:
    """Whether "av" names who does it: after the verb ("ges av regionen"), not before ("vård av patienten ges")."""
    verbs = clause.structure.at(token).verbs
    return not verbs or min(verbs) < token


def _governed(words: list[str], before: int) -> bool:
    """Whether a preposition governs what follows `before`, also across "och": "mellan läkare och sjuksköterska"."""
    if before < 0:
        return False
    if words[before] in ("och", "eller", "samt"):
        return any(word in _PREPOSITIONS for word in words[max(0, before - 3) : before - 1])
    return words[before] in _PREPOSITIONS


def _between(words: list[str], before: int) -> bool:
    """ "samverkan mellan läkare och sjuksköterska sker": the second of two that something is between."""
    return "mellan" in words[max(0, before - 4) : before]


def _begins_clause(words: list[str], before: int, after: int) -> bool:
    """ "för läkarinsatser och kommunen ansvarar för": after a conjunction, the subject of a verb of its own."""
    return words[before] in ("och", "samt", "eller") and after < len(words) and modality(words[after]) is not None


def _attributive(word: str) -> bool:
    """A word that stands between a preposition and its noun: article, genitive or adjective."""
    if word in _SKIP_BACK:
        return True
    return (
        len(word) > 4
        and word.isalpha()
        and (
            (word.endswith("s") and not modality(word))
            or word.endswith(("iga", "ade", "ande", "ella", "iska", "ala", "ativa", "erade", "nya"))
        )
    )


def _owns(words: list[str], after: int) -> bool:
    """A genitive with its noun after it: "regionens ansvar"; but "kommunens personal" is the kommun acting."""
    if after >= len(words) or not words[after][:1].isalpha():
        return False
    return not any(word.startswith(_ACTORS) for word in words[after : after + 2])
