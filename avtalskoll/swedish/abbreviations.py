"""Abbreviations, mostly with a full stop, and the words they stand for."""

from __future__ import annotations

# Never last in a sentence.
_ALWAYS = {
    "enl": "enligt", "f": "för", "t": "till", "äv": "även", "o": "och", "el": "eller", "resp": "respektive",
    "inkl": "inklusive", "exkl": "exklusive", "ang": "angående", "omf": "omfattar", "tillh": "tillhandahåller",
    "ansv": "ansvarar", "komm": "kommunen", "reg": "regionen", "spec": "särskilt", "särsk": "särskilt",
    "ord": "ordinärt", "gm": "genom", "förb": "förbinder", "överensk": "överenskommelse", "skr": "skriftlig",
    "gemens": "gemensam", "bet": "betalar",
}  # fmt: skip
# May end a sentence: the stop stays before a capital letter.
_NOUNS = {
    "läk": "läkare", "medv": "medverkan", "läkmedv": "läkarmedverkan", "bost": "bostad", "pat": "patient",
    "tel": "telefon", "mån": "månad", "bil": "bilaga", "avd": "avdelning", "ssk": "sjuksköterska",
    "dsk": "distriktssköterska", "boe": "boende", "bem": "bemanning", "ers": "ersättning", "uppf": "uppföljning",
    "beh": "behov", "verks": "verksamhet", "sekr": "sekretess", "tim": "timmar", "ggr": "gånger",
    "vårdc": "vårdcentral", "sjv": "sjukvård", "sjukv": "sjukvård", "ssj": "sjuksköterska", "dr": "doktor",
    "vard": "vardagar", "arbetsd": "arbetsdagar", "dgr": "dagar", "dagl": "dagligen", "bedömn": "bedömning",
    "samv": "samverkan", "kont": "kontakt", "verksch": "verksamhetschef", "läkem": "läkemedel", "ordin": "ordination",
    "dok": "dokumentation", "förv": "förvaltning", "upps": "uppsägning", "avt": "avtal", "primärv": "primärvård",
}  # fmt: skip
_ENDINGS = {
    "bost": "bostad", "medv": "medverkan", "mott": "mottagning", "läk": "läkare", "ssk": "sjuksköterska",
    "tel": "telefon", "sjukv": "sjukvård", "sjv": "sjukvård", "genomg": "genomgång", "bedömn": "bedömning",
    "ers": "ersättning", "verks": "verksamhet",
}  # fmt: skip
_SHORTEST_COMPOUND = 7
_HEADS = {
    "läk": "läkar", "läkem": "läkemedels", "prim": "primär", "komm": "kommun", "reg": "region", "pat": "patient",
    "vårdc": "vårdcentrals", "sjukv": "sjukvårds", "arb": "arbets", "arbets": "arbets", "hembes": "hembesöks",
}  # fmt: skip
"""First parts of compounds that are written with a stop inside: "läk.besök"."""


def expanded(word: str, before_capital: bool) -> tuple[str, bool] | None:
    """The word that the abbreviation `word` (without its stop) stands for, and whether the stop ends a sentence.

    None where it is no known abbreviation. "servicebost" gives "servicebostad".
    """
    if word in _ALWAYS:
        return _ALWAYS[word], False
    if word in _NOUNS:
        return _NOUNS[word], before_capital
    if len(word) >= _SHORTEST_COMPOUND:
        for ending, whole in _ENDINGS.items():
            if word.endswith(ending):
                return word.removesuffix(ending) + whole, before_capital
    return None


def compound_head(word: str) -> str | None:
    """The first part that `word` and a stop stand for before another word: "läk" in "läk.besök" gives "läkar"."""
    return _HEADS.get(word)


def spelled_out(word: str, glued: bool = False) -> str:
    """A word with its last part in full where that is abbreviated without a stop: "direktnr" gives "direktnummer".

    After the first part of a compound, known abbreviations too: "dgr" of "arb.dgr" gives "dagar".
    """
    if glued and word in _NOUNS:
        return _NOUNS[word]
    return word.removesuffix("nr") + "nummer" if len(word) > 4 and word.endswith("nr") else word
