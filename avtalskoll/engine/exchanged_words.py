"""An amendment that exchanges words of an older clause (R14): "I § 12 byts ”två dagar” ut mot ”tio dagar”"."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalskoll.engine.clause import Clause
from avtalskoll.engine.passage import Passage
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.segments import structure
from avtalskoll.swedish.tokens import Token, tokenise

_OLD, _NEW = r"[\"'”“»](?P<old>[^\"'”“«»]{2,60})[\"'”“«]", r"[\"'”“»](?P<new>[^\"'”“«»]{2,60})[\"'”“«]"
_FOR = r"(?: ut)? (?:mot|med|av|till) (?:orden |ordet )?"
_EXCHANGES = (
    re.compile(rf"{_OLD} (?:ska |skall )?(?:ut)?(?:byts|bytas|ersätts|ersättas|ändras){_FOR}{_NEW}"),
    re.compile(rf"(?:byts|ersätts|ändras) (?:orden |ordet |uttrycket )?{_OLD}{_FOR}{_NEW}"),
)


class Exchange(NamedTuple):
    """Words and what stands in their place, normalised."""

    old: str
    new: str


def exchanged_words(text: str) -> Exchange | None:
    """The exchange that a sentence (normalised) orders, None where it orders none."""
    for form in _EXCHANGES:
        if match := form.search(text):
            return Exchange(match["old"].strip(), match["new"].strip())
    return None


def exchange_words(clause: Clause, exchange: Exchange, amending: Clause) -> None:
    """Have the clause say the new words where it says the old ones. Its quote stays as it stands in the text.

    The new words bear the places of the old ones.
    """
    old = [token.word for token in tokenise(normalise(exchange.old))]
    tokens = list(clause.passage.tokens)
    for first in range(clause.own_from, len(tokens) - len(old) + 1):
        if old and [token.word for token in tokens[first : first + len(old)]] == old:
            start, end = tokens[first].start, tokens[first + len(old) - 1].end
            new = [Token(token.word, start, end) for token in tokenise(normalise(exchange.new))]
            tokens[first : first + len(old)] = new
            clause.passage = Passage(tokens, clause.passage.vocabulary)
            clause.structure = structure(tokens, own_from=clause.own_from)
            clause.plain = clause.plain.replace(exchange.old, exchange.new)
            clause.amended_by = amending
            return
