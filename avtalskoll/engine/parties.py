"""Who the parties are, as far as the text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from avtalskoll.agreement import Document

_NAME = r"[A-ZÅÄÖÉ][\wåäöéÅÄÖ\-]+"
_REGION = re.compile(
    rf"\b(Region(?:en)? (?:{_NAME})(?:(?: och|-)? ?{_NAME}){{0,2}}|{_NAME}(?: {_NAME})?regionen|"
    rf"{_NAME}s läns landsting|"
    rf"Landstinget(?: i)? {_NAME}(?: län)?|{_NAME} läns landsting)"
)
_KOMMUN = re.compile(rf"\b((?:{_NAME} (?:och )?){{0,2}}{_NAME}) (kommun|stad|kommuner)\b")
_LIST = rf"{_NAME}(?:, {_NAME})*,? (?:och|samt) {_NAME}"
_KOMMUNER = re.compile(
    rf"[Kk]ommunerna (?:i {_NAME}(?: {_NAME})?(?: län)? )?[(:]? ?({_LIST})|({_LIST}) [Kk]ommuner(?:na)?\b"
)
"""Several in one breath: "kommunerna Björkarp, Granviken och Lindås", "Björkarps, Granvikens och Lindås kommuner"."""
_NOT_NAMES = frozenset(
    """Regionen Kommunen Varje Samtliga Berörd Respektive Avtal Avtalet Parterna Denna Detta Mellan Och Den Det En Vid I
    För Av Till Från Om Som Med Länets Part Parter Aktuell Ingående Deltagande""".split()
)


@dataclass(frozen=True)
class Parties:
    """Names as written in one document; the region's first, kommuner in order."""

    region: str | None
    municipalities: tuple[str, ...]


def find_parties(document: Document) -> Parties:
    """Names of the region and the kommuner in the text, from its beginning; empty where only roles are used."""
    region: str | None = None
    kommuner: dict[str, int] = {}
    for block in document.blocks:
        if block.kind == "toc":
            continue
        text = " ".join(block.text.replace("\u00ad", "").split())
        if region is None:
            for match in _REGION.finditer(text):
                name = _trim(match.group(1))
                if name.split()[-1] not in _NOT_NAMES and len(name.split()) > (0 if "region" in name.split()[0] else 1):
                    region = name
                    break
        for match in _KOMMUNER.finditer(_REGION.sub("", text)):
            end = "" if match.group(1) else " kommun"
            for name in re.findall(_NAME, match.group(1) or match.group(2)):
                if name not in _NOT_NAMES:
                    kommuner[name + end] = kommuner.get(name + end, 0) + 1
        for match in _KOMMUN.finditer(text):
            words = [word for word in match.group(1).split() if word not in _NOT_NAMES]
            if words and match.group(2) != "kommuner":
                name = f"{words[-1]} {match.group(2)}" if len(words) < 2 else " ".join([*words[-2:], match.group(2)])
                if "och" in words:
                    name = f"{words[-1]} {match.group(2)}"
                kommuner[name] = kommuner.get(name, 0) + 1
    return Parties(region, tuple(kommuner))


def _trim(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words[-1] in ("och", "Kommun", "Avtal", "Organisationsnummer"):
        words.pop()
    if "och" in words:
        words = words[: words.index("och")]
    return " ".join(words)
