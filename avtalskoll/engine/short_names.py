"""Short names that an agreement gives its parties: "vi", "ni", "R", "K", "Beställaren"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from avtalskoll.agreement import Agreement
from avtalskoll.swedish.normal import plain_text
from avtalskoll.swedish.tokens import Token

ShortNames = Mapping[str, str]
"""Words of the text and what they stand for: regionen, regionens, kommunen or kommunens."""

_PARTY = r"(?P<party>\b(?:region|landsting|\w*regionen\b)|\w*kommun)\w*"
_NAME = (
    r"\b(?P<name>r|k|vi|ni|beställaren|utföraren|vårdgivaren|köparen|uppdragsgivaren|uppdragstagaren|"
    r"leverantören|vårdleverantören|huvudmannen|sjukvårdshuvudmannen|staden)\b"
)
_OPENS, _CLOSES = r"[\"”“'»]", r"[\"”“'«]"
_WITHIN = r"(?:(?!region|landsting|kommun)[^.;]){0,90}?"
_HERE = r"(?: ?här| ?nedan| ?fortsättningsvis| ?i avtalet)*"
_CALLED = r"(?:kalla[ds]\w*|benämn[ds]\w*|benämn|skrivs|förkorta[ds]\w*)(?: här| nedan| för| till)*"
_MEANS = r"(?:=|står för|betyder|avser|avses|menas|är lika med)"
_GIVES = (
    re.compile(rf"{_PARTY}{_WITHIN}\({_HERE} ?(?:{_CALLED} )?{_OPENS}?{_NAME}{_CLOSES}?\)"),
    re.compile(rf"{_PARTY}{_WITHIN}{_CALLED} {_OPENS}?{_NAME}"),
    re.compile(rf"{_OPENS}{_NAME}{_CLOSES} (?:är |{_MEANS} )?(?:\w+ )?{_PARTY}"),
    re.compile(rf"{_NAME}{_CLOSES}? ?{_MEANS} (?:\w+ )?{_PARTY}"),
    re.compile(rf"\b(?P<name>vi|ni) ?\((?:\w+ )?{_PARTY}[^)]*\)"),
)
_ANY_NAME = re.compile(_NAME)
_PRONOUNS = {"vi": (("oss",), ("vår", "vårt", "våra")), "ni": ((), ("ert", "era"))}
_PAIRS = (
    ("vi", "ni"), ("r", "k"), ("beställaren", "utföraren"), ("uppdragsgivaren", "uppdragstagaren"),
    ("köparen", "leverantören"),
)  # fmt: skip
"""Where one is defined, the other is the other party."""
_OBJECT_OF = frozenset("till från med hos för av åt på vid mot genom".split())


def short_names(agreement: Agreement) -> ShortNames:
    """The short names that the text defines, in all their forms."""
    given: dict[str, str] = {}
    for document in agreement.documents:
        for block in document.blocks:
            text = plain_text(block.text)
            if not ("kommun" in text or "region" in text or "landsting" in text) or not _ANY_NAME.search(text):
                continue
            for form in _GIVES:
                for match in form.finditer(text):
                    party = "kommunen" if "kommun" in match["party"] else "regionen"
                    given.setdefault(match["name"], party)
    for one, other in _PAIRS:
        for name, its_pair in ((one, other), (other, one)):
            if its_pair in given and name not in given:
                given[name] = "kommunen" if given[its_pair] == "regionen" else "regionen"
    forms: dict[str, str] = {}
    for name, party in given.items():
        objects, genitives = _PRONOUNS.get(name, ((), (f"{name}s", f"{name}:s")))
        forms |= dict.fromkeys((name, *objects), party)
        forms |= dict.fromkeys(genitives, party + "s")
        if name == "ni":
            forms["er"] = party
    return forms


def with_parties(tokens: list[Token], names: ShortNames) -> list[Token]:
    """The tokens with the parties' short names as the words that they stand for; places are kept."""
    if not names:
        return tokens
    found = []
    for index, token in enumerate(tokens):
        word = names.get(token.word)
        if word is None:
            found.append(token)
            continue
        if token.word == "er" and _owns(tokens, index):
            word += "s"  # "er MAS", but "betalar er"
        found.append(Token(word, token.start, token.end))
    return found


def _owns(tokens: list[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 2]
    return bool(following) and following[0].is_word and following[0].word not in _OBJECT_OF
