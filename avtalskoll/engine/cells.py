"""What a table cell says: by itself, for the head of its row, or only as a name of a row or column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalskoll.agreement import Block
from avtalskoll.checklist.checklist import Structure
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.wordings import Wordings
from avtalskoll.swedish.tokens import Token
from avtalskoll.swedish.verbs import modality

_CROSSES = frozenset({"nej", "–", "-", "ej"})
_NONE = frozenset({"inget", "ingen", "inga", "saknas", "aldrig"})
"""Alone in a cell they deny what the row's head names, as a cross does."""
_MARKS = frozenset({"x", "ja", "✓", "✔", "☒", "☑", "●", "•"})
_LONGEST_NAME = 4
_FILLS_IN = re.compile(
    r"(?:(?:dr|doktor|leg\.? läk\w*|överläkare|specialistläkare|distriktsläkare)\.? )?"
    r"[A-ZÅÄÖ][\w-]+ (?:[A-ZÅÄÖ]\. )?[A-ZÅÄÖ][a-zåäöéü-]+(?=$|[,(;])|[+\d][\d –-]{5,}\d$"
)
"""A person's name or a telephone number: a cell that fills in what its heads ask for."""
_NAME_ALONE = re.compile(
    r"(?!(?:vakant|ingen|inget|inga|nej|ja|saknas|oklart|utses|avtalas|bestäms|enligt|se|ej|alla|samma|region\w*|"
    r"kommun\w*)$)[A-ZÅÄÖ][a-zåäöéü-]{2,}$",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[A-ZÅÄÖ][a-zåäöéü-]{2,}(?:(?:,| och| samt| &|,? och) ?[A-ZÅÄÖ][a-zåäöéü-]{2,})+\.?$")
"""Names in a row: the kommuner of a county."""
_ROWS_ABOVE = 12


class Cells:
    """The cells of a document's tables."""

    def __init__(self, blocks: Sequence[Block], wordings: Wordings) -> None:
        self._blocks = blocks
        self._wordings = wordings
        self._rows: dict[tuple[int | None, int], list[Block]] = {}
        self._before: dict[int | None, int] = {}
        self._column_heads: dict[int | None, set[str]] = {}
        for block in blocks:
            if block.kind != "cell":
                continue
            self._rows.setdefault((block.table, block.row or 0), []).append(block)
            self._before.setdefault(block.table, block.ordinal - 1)
            self._column_heads.setdefault(block.table, set()).update(block.column_heads)

    def row_heads(self, block: Block) -> tuple[str, ...]:
        """The texts that head the row: as the reader saw them, else the row's first cell."""
        return block.row_heads or self._first_in_row(block)

    def only_names(self, block: Block) -> bool:
        """Whether a cell only names its row or column: its words count where the cells beside it inherit them."""
        if block.kind != "cell":
            return False
        if block.text in self._column_heads.get(block.table, ()) and self._names_columns(block):
            return True
        if block.column and (block.row or not self._names_columns(block)):
            return False
        if not any(token.is_word for token in self._wordings.of(block).tokens):
            return False  # a date or a figure, not a name
        others = [other for other in self._row(block) if other.column != block.column]
        if others and all(self._answers(other) for other in others):
            return True  # "| Läkartiden räknas ned | Nej |": the answer says what holds
        return bool(others) and not any(modality(token.word) for token in self._wordings.of(block).tokens)

    def ticked(self, block: Block) -> Block | None:
        """The block that heads the row of a cell with nothing but a mark (x, ja) or a cross; None for other cells."""
        words = self._wordings.of(block).tokens
        if block.kind != "cell" or not words or len(words) > 2 or words[0].word not in _MARKS | _CROSSES:
            return None
        return next(
            (o for o in self._row(block) if o.column == 0 and o.ordinal < block.ordinal and o.text.strip()), None
        )

    def _answers(self, block: Block) -> bool:
        """Whether a cell says yes or no to what heads its row, with or without more words after it."""
        words = [token.word for token in self._wordings.of(block).tokens]
        return bool(words) and words[0] in _MARKS | _CROSSES and (len(words) == 1 or words[1] in ",.")

    def crossed(self, block: Block) -> bool:
        """Whether the cell is a cross: it denies what its heads name."""
        words = self._wordings.of(block).tokens
        return block.kind == "cell" and bool(words) and words[0].word in _CROSSES

    def denies_row(self, block: Block, own: Sequence[Token]) -> bool:
        """Whether a sentence of the block is a plain no to what stands before it ("Nej", "Inget")."""
        if own[0].word == "nej":
            return True
        return block.kind == "cell" and len(own) == 1 and own[0].word in _CROSSES | _NONE

    def counts_from(self, block: Block, own: Sequence[Token], own_from: int) -> int:
        """From which token on words make the clause its own: a cell that says something speaks for its row's head."""
        if (
            block.kind != "cell"
            or (own[0].word in _CROSSES and len(own) <= 2)
            or (len(own) == 1 and own[0].word in _NONE)
        ):
            return own_from
        text = block.text.strip()
        if (
            _FILLS_IN.match(text)
            or _NAMES.match(text)
            or (text[:1].isupper() and _NAME_ALONE.match(text) and not modality(own[0].word))
        ):
            return 0
        heads = sum(len(self._wordings.heading(text).tokens) + 1 for text in block.column_heads if text != block.text)
        return min(heads, own_from)

    def around(self, block: Block) -> tuple[Passage, ...]:
        """The other cells of the row, the first row, the rows' heads above, and the block before the table."""
        row = block.row or 0
        near = [other for other in self._row(block) if other is not block]
        if row:
            near += self._rows.get((block.table, 0), [])
        for above in range(max(1, row - _ROWS_ABOVE), row):
            near += [other for other in self._rows.get((block.table, above), []) if other.column == 0]
        before = self._before[block.table]
        if before >= 0 and self._blocks[before].kind in ("paragraph", "item"):
            near.append(self._blocks[before])
        return tuple(self._wordings.of(other).whole for other in near)

    def of_other_topic(self, block: Block, structure: Structure) -> bool:
        """Whether the row's head names another matter and the cell does not come back to ours."""
        heads = [self._wordings.heading(text) for text in self.row_heads(block)]
        other = any(head.has(structure.other_matter) and not head.has(structure.own_matter) for head in heads)
        return other and not self._wordings.of(block).whole.has(structure.own_matter)

    def _row(self, block: Block) -> list[Block]:
        return self._rows.get((block.table, block.row or 0), [])

    def _first_in_row(self, block: Block) -> tuple[str, ...]:
        if block.kind != "cell" or not block.column:
            return ()
        return next(((other.text,) for other in self._row(block) if other.column == 0), ())

    def _names_columns(self, block: Block) -> bool:
        """Whether the cell, and the cell that begins its row, are names rather than statements of their own."""
        first = self._first_in_row(block)
        own = self._wordings.of(block).tokens
        return _is_name(own) and all(_is_name(self._wordings.heading(text).tokens) for text in first)


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether a cell names its column rather than says something: few words and no figures."""
    return sum(token.is_word for token in tokens) <= _LONGEST_NAME and not any(token.is_number for token in tokens)
