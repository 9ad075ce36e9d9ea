"""Sentences of a block."""

from __future__ import annotations

from avtalskoll.swedish.tokens import Token

_ABBREVIATIONS = frozenset(
    "bl a ca dvs d.v.s eg enl ev exkl f fd fr ggr ink inkl jfr kap kl kr m mm m.m max min mfl mkt mom nr "
    "obs osv p pga resp s sid st stk t tel tex tf tfn tim tom ex t.o.m u äv ö övr".split()
)


def sentence_spans(tokens: list[Token], text: str) -> list[tuple[int, int]]:
    """Split `tokens` of `text` into sentences: (first token, past the last token) each, covering all tokens.

    A full stop ends a sentence unless it belongs to an abbreviation ("kap.", "t.ex."), a number ("3.") or an
    initial; ?, ! and a line break before a capital or a list mark end one too.
    """
    spans: list[tuple[int, int]] = []
    first = 0
    for index in range(len(tokens)):
        last = index == len(tokens) - 1
        if last or _ends(tokens, index, text):
            spans.append((first, index + 1))
            first = index + 1
    return spans


def _ends(tokens: list[Token], index: int, text: str) -> bool:
    token, following = tokens[index], tokens[index + 1]
    between = text[token.end : following.start]
    if token.word in "?!":
        return True
    if token.word == ".":
        if not between and (following.is_word or following.is_number):
            return False
        before = tokens[index - 1].word if index else ""
        starts_low = text[following.start : following.start + 1].islower()
        if before in _ABBREVIATIONS:
            return not starts_low and before in ("mm", "m.m", "m", "osv", "mfl") and "\n" in between
        # "3. " at the head of a line is a list mark; "16. " within a sentence before a small letter is an ordinal
        year = before.isdigit() and len(before) == 4 and before[:2] in ("19", "20")
        if before[:1].isdigit() and (index < 2 or (starts_low and not year)):
            return False
        return not (len(before) == 1 and before.isalpha() and starts_low)
    if "\n" not in between:
        return False
    head = text[following.start : following.start + 1]
    if between.count("\n") > 1 or head in "-•–*·":
        return True
    return token.word in ":;" and (head.isupper() or head.isdigit())
