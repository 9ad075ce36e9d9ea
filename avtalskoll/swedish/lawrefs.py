"""Citations of law: which act, chapter, section and paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from avtalskoll.swedish.numbers import ordinal_of

_ACT_NAMES = (
    ("hälso- och sjukvårdslag", "HSL"),
    ("hsl", "HSL"),
    ("socialtjänstlag", "SoL"),
    ("sol", "SoL"),
    ("patientdatalag", "PDL"),
    ("patientlag", "PL"),
    ("patientsäkerhetslag", "PSL"),
    ("kommunallag", "KL"),
    ("betalningsansvar", "BAL"),
    ("hälso- och sjukvårdsförordning", "HSF"),
)
_SECTION = re.compile(
    r"(?:(?P<chapter>\d{1,2}(?: ?[a-z])?) ?kap\.? ?)?(?P<section>\d{1,2}(?: ?[a-z](?![a-zåäö]))?) ?(?:§+|paragraf\w*)"
)
_COLON = re.compile(r"(?<![\d(])(?P<chapter>\d{1,2}):(?P<section>\d{1,2}(?: ?[a-z](?![a-zåäö]))?)(?![\d:])")  # HSL 16:1
_WORDED = re.compile(r"(?P<chapter>\d{1,2}) ?kap\.? ?(?P<word>första|andra|tredje|fjärde) paragrafen")
_TURNED = re.compile(  # "kapitel 16, § 1", "sextonde kapitlet, första paragrafen"
    r"(?:(?<!\d )(?<![\da-z] )\bkap(?:itel|itlet|\.)? (?P<chapter>\d{1,2})|"
    r"\b(?P<chapter_word>[a-zåäö]+de|första|andra|elfte|tolfte) kapitlet)"
    r"(?:,? (?:i )?(?:(?P<word>första|andra|tredje|fjärde) paragrafen|(?:§+|paragraf(?:en)?) ?(?P<section>\d{1,2})))?"
)
_CHAPTER = re.compile(r"(?P<chapter>\d{1,2}(?: ?[a-z])?) ?kap(?:\.|itlet|itel)?(?! ?\d)")
_SFS = re.compile(r"\(?(?:sfs ?)?(?P<sfs>(?:19|20)\d\d:\d{1,4})\)?")
_ACT = re.compile(
    r"(?:hälso- och sjukvårdslag|socialtjänstlag|patientdatalag|patientsäkerhetslag|patientlag|kommunallag|"
    r"hälso- och sjukvårdsförordning)\w*(?: ?\((?:sfs ?)?(?:19|20)\d\d:\d+\))?|\b(?:hsl|sol|hsf|pdl|psl)\b|"
    r"(?:\blag(?:en)? ?)?\((?:sfs ?)?(?:19|20)\d\d:\d{2,4}\)"
)
_MAY_CITE = re.compile(r"\d ?(?:§|:|kap|paragraf|[a-z] ?(?:§|kap|paragraf))|kap|§")
"""Stands wherever a section or a chapter is cited; quicker to look for than each way of citing."""
_REACH = 70


@dataclass(frozen=True, slots=True)
class LawReference:
    """One cited provision. `act` is the abbreviation or "" where it cannot be told; `sfs` "2017:30" or "";
    `chapter` "16" or ""; `section` "1", "3 a" or "". `start` and `end` are offsets of the given text."""

    act: str
    sfs: str
    chapter: str
    section: str
    start: int
    end: int


def law_references(text: str) -> tuple[LawReference, ...]:
    """All citations in `text` (normalised, lower case). A section belongs to the nearest act within 70 characters."""
    acts = [(m.start(), m.end(), *_identify(m.group(), text, m.end())) for m in _ACT.finditer(text)]
    found: list[LawReference] = []
    used: set[int] = set()
    forms = (_TURNED, _SECTION, _WORDED, _COLON, _CHAPTER) if _MAY_CITE.search(text) else ()
    matches = [match for form in forms for match in form.finditer(text)]
    for match in matches:
        parts = match.groupdict()
        chapter = _spaced(parts.get("chapter") or _figure(parts.get("chapter_word")))
        section = _spaced(parts.get("section") or _figure(parts.get("word")))
        if match.re is _TURNED and not chapter:
            continue
        if match.re is _COLON and _nearest(acts, match.start(), match.end()) is None:
            continue  # a time of day
        if any(other.start <= match.start() < other.end for other in found):
            continue
        nearest = _nearest(acts, match.start(), match.end())
        if nearest is not None:
            used.add(nearest)
            _, _, act, sfs = acts[nearest]
        else:
            act, sfs = "", ""
        found.append(LawReference(act, sfs, chapter, section, match.start(), match.end()))
    for index, (start, end, act, sfs) in enumerate(acts):
        if index not in used:
            found.append(LawReference(act, sfs, "", "", start, end))
    return tuple(sorted(found, key=lambda reference: (reference.start, reference.end)))


def _identify(name: str, text: str, end: int) -> tuple[str, str]:
    act = next((short for stem, short in _ACT_NAMES if name.startswith(stem)), "")
    sfs_match = _SFS.search(name) or _SFS.match(text[end : end + 14].lstrip())
    sfs = sfs_match.group("sfs") if sfs_match else ""
    if not act and sfs in ("1982:763", "2017:30"):
        act = "HSL"
    if not act and sfs in ("2001:453", "2025:400", "1980:620"):
        act = "SoL"
    return act, sfs


def _nearest(acts: list[tuple[int, int, str, str]], start: int, end: int) -> int | None:
    best: tuple[int, int] | None = None
    for index, (act_start, act_end, _, _) in enumerate(acts):
        distance = start - act_end if act_end <= start else act_start - end
        # Swedish mostly names the act after the section; equally near goes to the one that follows.
        weight = distance * 2 + (0 if act_start >= end else 1)
        if distance <= _REACH and (best is None or weight < best[0]):
            best = (weight, index)
    return best[1] if best else None


def _figure(word: str | None) -> str:
    number = ordinal_of(word) if word else None
    return str(number) if number else ""


def _spaced(value: str) -> str:
    return re.sub(r"(\d) ?([a-z])", r"\1 \2", value.strip())
