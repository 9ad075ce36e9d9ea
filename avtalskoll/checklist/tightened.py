"""A requirement made stricter: more is asked for, never less.

A tightening only ever adds: a further part that must be there as well, a clause that lowers or conflicts. What the
requirement asked before it still asks, so a text can get a graver verdict by it and never a milder one.
"""

from __future__ import annotations

from avtalskoll.checklist.patterns import Part, Pattern, Rules
from avtalskoll.checklist.requirement import Requirement
from avtalskoll.checklist.tightening import Limit, Tightening

Location = tuple[str | int, ...]


class TighteningError(ValueError):
    """A tightening that cannot be used; says at which of its fields and why, a Swedish sentence."""

    def __init__(self, location: Location, sentence: str) -> None:
        super().__init__(sentence)
        self.location, self.sentence = location, sentence


def tighten(requirement: Requirement, tightening: Tightening, checklist: str) -> Requirement:
    """The requirement as `tightening` of the checklist so titled makes it. Raises TighteningError."""
    _check(requirement, tightening)
    rules = requirement.rules
    for number, limit in enumerate(tightening.limits):
        rules = _limited(rules, limit, ("gränser", number))
    for number, name in enumerate(tightening.mandatory):
        rules = _made_mandatory(rules, name, ("obligatoriska_delar", number))
    added = tightening.rules
    rules = _with_parts(rules, tuple(part.model_copy(update={"alone": "inget"}) for part in added.parts))
    rules = rules.model_copy(
        update={
            "lowers": (*rules.lowers, *added.lowers),
            "partial": (*rules.partial, *added.partial),
            "conflict": (*rules.conflict, *added.conflict),
        }
    )
    note = f"Skärpt i ”{checklist}”: {tightening.reason}"
    return requirement.model_copy(
        update={
            "norm": tightening.norm or requirement.norm,
            "basis": (*requirement.basis, *tightening.basis),
            "note": f"{requirement.note} {note}".strip(),
            "met": tightening.met or f"{requirement.met} Skärpt: {tightening.reason}",
            "suggestion": tightening.suggestion or requirement.suggestion,
            "rules": rules,
        }
    )


def _check(requirement: Requirement, tightening: Tightening) -> None:
    added, id = tightening.rules, requirement.id
    asks_more = bool(tightening.limits or tightening.mandatory or added.parts or added.lowers)
    if not (asks_more or added.partial or added.conflict or tightening.norm):
        raise TighteningError(("krav",), f"skärpningen av {id} ändrar ingenting; ange vad som skärps.")
    if tightening.norm and requirement.norm not in ("N4", "N5"):
        raise TighteningError(("norm",), f"{id} vilar på lag ({requirement.norm}); den normen kan inte ändras.")
    if tightening.norm and not tightening.basis:
        raise TighteningError(
            ("norm",), "ett eget krav (N5) behöver en ”grund”, till exempel beslutet som det vilar på."
        )
    if requirement.prohibition and asks_more:
        raise TighteningError(
            ("krav",), f"{id} är ett förbud; det skärps med mönster under ”regler”: ”delvis” eller ”strider”."
        )
    if not requirement.prohibition and added.partial:
        raise TighteningError(
            ("regler",), f"”delvis” skulle mildra {id}, som annars saknas; använd ”sänker” eller ”delar”."
        )
    if added.conflict and requirement.norm not in ("N4", "N5"):
        raise TighteningError(
            ("regler",),
            f"vad som kan strida mot lag avgörs i {id} själv; använd "
            f"”{'delvis' if requirement.prohibition else 'sänker'}” eller skriv ett eget krav.",
        )
    if requirement.rules.special == "lagrum" and asks_more:
        raise TighteningError(("krav",), f"{id} avgörs av programmet; bara ”norm” och ”strider” går att skärpa.")
    for key, patterns in (("sänker", added.lowers), ("delvis", added.partial), ("strider", added.conflict)):
        for number, pattern in enumerate(patterns):
            if not pattern.reason:
                raise TighteningError(("regler", key, number), "mönstret avgör ensamt och måste ha ett ”skäl”.")
    names = {part.name for part in requirement.rules.parts}
    for number, part in enumerate(added.parts):
        if part.name in names:
            raise TighteningError(("regler", "delar", number), f"{id} har redan en del som heter ”{part.name}”.")
        names.add(part.name)
        if part.optional or part.alone == "delvis":
            raise TighteningError(
                ("regler", "delar", number), f"delen {part.name} skulle inte skärpa {id}; ta bort ”valfri” och ”ensam”."
            )


def _limited(rules: Rules, limit: Limit, at: Location) -> Rules:
    """The rules with one more part: the part's own patterns under the stricter limit."""
    known = _part(rules, limit.part, at)
    patterns: list[Pattern] = []
    stricter = False
    for pattern in known.patterns:
        test = limit.test(pattern.quantity) if pattern.quantity else None
        if test is not None:
            stricter = stricter or test != pattern.quantity
            patterns.append(pattern.model_copy(update={"quantity": test}))
    if not patterns:
        raise TighteningError(at, f"delen ”{known.name}” har ingen sådan tidsgräns att skärpa; skriv en egen del.")
    if not stricter:
        raise TighteningError(at, f"gränsen för delen ”{known.name}” är inte strängare än den som redan gäller.")
    names = {part.name for part in rules.parts}
    name = f"{known.name}, skärpt"
    while name in names:
        name += " igen"
    part = Part(
        name=name, lacking=limit.lacking, patterns=(*patterns, *limit.patterns),
        where=known.where, alone="inget",
    )  # fmt: skip
    return _with_parts(rules, (part,), beside=None if known.optional else known.name)


def _made_mandatory(rules: Rules, name: str, at: Location) -> Rules:
    known = _part(rules, name, at)
    if not known.optional:
        raise TighteningError(at, f"delen ”{name}” är redan obligatorisk eller ett av flera sätt att uppfylla kravet.")
    parts = tuple(part.model_copy(update={"optional": False}) if part is known else part for part in rules.parts)
    return rules.model_copy(
        update={"parts": parts, "alternatives": tuple((*names, name) for names in rules.alternatives)}
    )


def _with_parts(rules: Rules, parts: tuple[Part, ...], beside: str | None = None) -> Rules:
    """The rules with further mandatory parts: in every set that is enough, or in those with the part `beside`."""
    names = tuple(part.name for part in parts)
    alternatives = tuple(
        (*enough, *names) if beside is None or beside in enough else enough for enough in rules.alternatives
    )
    return rules.model_copy(update={"parts": (*rules.parts, *parts), "alternatives": alternatives})


def _part(rules: Rules, name: str, at: Location) -> Part:
    found = next((part for part in rules.parts if part.name == name), None)
    if found is None:
        names = ", ".join(f"”{part.name}”" for part in rules.parts) or "inga delar"
        raise TighteningError(at, f"kravet har ingen del ”{name}”; det har {names}.")
    return found
