"""Abbreviations with a full stop, and the words they stand for."""

from __future__ import annotations

# Never last in a sentence.
_ALWAYS = {
    "enl": "enligt", "f": "för", "t": "till",
     "äv": "även", "o": "och", "el": "eller", "resp": "respektive", "inkl": "inklusive",
    "exkl": "exklusive", "ang": "angående", 
    "omf": "omfattar", "tillh": "tillhandahåller", "ansv": "ansvarar", 
    "komm": "kommunen", "reg": "regionen", "spec": "särskilt", "särsk": "särskilt", 
    "ord": "ordinärt", "gm": "genom", "förb": "förbinder", "överensk": "överenskommelse", "skr": "skriftlig",
}  # fmt: skip
# May end a sentence: the stop stays before a capital letter.
_NOUNS = {
    "läk": "läkare", "medv": "medverkan", "läkmedv": "läkarmedverkan", "bost": "bostad", "pat": "patient",
    "tel": "telefon", "mån": "månad", "bil": "bilaga", "avd": "avdelning", "ssk": "sjuksköterska",
    "dsk": "distriktssköterska", "boe": "boende", "bem": "bemanning", "ers": "ersättning", "uppf": "uppföljning",
    "beh": "behov", "verks": "verksamhet", "sekr": "sekretess", "tim": "timmar", "ggr": "gånger",
    "vårdc": "vårdcentral", "sjv": "sjukvård", "ssj": "sjuksköterska", "dr": "doktor",
}  # fmt: skip
_ENDINGS = {"bost": "bostad", "medv": "medverkan", "mott": "mottagning", "läk": "läkare", "ssk": "sjuksköterska"}
_SHORTEST_COMPOUND = 7


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
