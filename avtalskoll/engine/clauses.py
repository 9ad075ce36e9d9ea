"""From an agreement to its clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from avtalskoll.agreement import Agreement, Block
from avtalskoll.checklist import Checklist
from avtalskoll.engine.clause import Clause, Role
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.roles import opening_role, section_role, topic_role
from avtalskoll.swedish.normal import normalise
from avtalskoll.swedish.segments import Force, SentenceStructure, structure
from avtalskoll.swedish.sentences import sentence_spans
from avtalskoll.swedish.tokens import Token, tokenise
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
_BULLETS = frozenset("-•*–·▪◦")
_RUNS_ON = frozenset("att ska skall bör kan får för har inte ej måste genom om av till är och".split())


def build_clauses(agreement: Agreement, checklist: Checklist) -> list[Clause]:
    """All clauses of all documents in order. Headings and tables of contents give clauses too, with those roles."""
    clauses: list[Clause] = []
    for number, document in enumerate(agreement.documents):
        _DocumentClauses(number, document.blocks, checklist, clauses).build()
    return clauses


@dataclass
class _BlockWords:
    """A block's tokens and sentences."""

    tokens: list[Token]
    spans: list[tuple[int, int]]
    whole: Passage
    sentences: list[Passage] = field(default_factory=list)


def _without_label(block: Block, tokens: list[Token]) -> list[Token]:
    """The tokens after a bullet or a typed number ("a)", "3.2") at the head of the block."""
    if tokens and tokens[0].word in _BULLETS and len(tokens) > 1:
        return tokens[1:]
    label = block.number.strip()
    if not label or not block.text.lstrip().startswith(label):
        return tokens
    end = len(block.text) - len(block.text.lstrip()) + len(label)
    rest = [token for token in tokens if token.start >= end]
    while rest and rest[0].word in ").:–-":
        rest = rest[1:]
    return rest or tokens


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether a cell in the first row names its column rather than says something: few words and no figures."""
    return sum(token.is_word for token in tokens) <= _LONGEST_NAME and not any(token.is_number for token in tokens)


class _DocumentClauses:
    def __init__(self, number: int, blocks: tuple[Block, ...], checklist: Checklist, out: list[Clause]) -> None:
        self.number = number
        self.blocks = blocks
        self.vocabulary = checklist.vocabulary
        self.rules = checklist.manifest.structure
        self.out = out
        self.words: dict[int, _BlockWords] = {}
        self.heading_passages: dict[str, Passage] = {}
        self.minutes = False
        self.lists: dict[object, list[int]] = {}
        self.column_heads: dict[int | None, set[str]] = {}
        for block in blocks:
            self.column_heads.setdefault(block.table, set()).update(block.column_heads)

    def build(self) -> None:
        """Append the clauses of the document to the list given."""
        first = next((block for block in self.blocks if block.text.strip()), None)
        self.minutes = first is not None and self._read(first).whole.has(self.rules.minutes)
        previous: Block | None = None
        carried: Role = "operative"
        for block in self.blocks:
            if previous is None or previous.headings != block.headings:
                carried = "operative"
            carried = self._block(block, previous, carried)
            if block.kind not in ("heading", "toc"):
                previous = block

    def _read(self, block: Block) -> _BlockWords:
        words = self.words.get(block.ordinal)
        if words is None:
            tokens = _without_label(block, tokenise(normalise(block.text)))
            spans = sentence_spans(tokens, block.text)
            words = _BlockWords(tokens, spans, Passage(tokens, self.vocabulary))
            words.sentences = (
                [words.whole]
                if len(spans) == 1
                else [Passage(tokens[first:last], self.vocabulary) for first, last in spans]
            )
            self.words[block.ordinal] = words
        return words

    def _heading(self, text: str) -> Passage:
        if text not in self.heading_passages:
            self.heading_passages[text] = Passage(tokenise(normalise(text)), self.vocabulary)
        return self.heading_passages[text]

    def _block(self, block: Block, previous: Block | None, carried: Role) -> Role:
        words = self._read(block)
        headings = tuple(self._heading(text) for text in block.headings)
        base: Role = section_role(headings, self.rules)
        if self.minutes and base == "operative":
            base = "background"
        if block.kind in ("heading", "toc"):
            base = block.kind
        elif base == "operative":
            base = opening_role(words.whole, self.rules) or base
        if base == "operative" and self._is_label(block):
            base = "heading"
        around = self._around(block, previous, words)
        inherited, lead_words = self._inherited(block)
        indexes: list[int] = []
        lead = block.lead_in
        ticked = self._ticked_row(block, words)
        for sentence_number, (first, last) in enumerate(words.spans):
            own = words.tokens[first:last]
            if ticked is not None:
                # A mark says that the row's head holds for the column: the head's words are the clause.
                block, own = ticked, self._read(ticked).tokens
                inherited = [token for token in inherited if token.word not in {t.word for t in own}]
                first, last = 0, len(own)
            role = base
            if base == "operative":
                before = carried if sentence_number or lead is not None else "operative"
                role = carried = topic_role(words.sentences[sentence_number], before, self.rules)
            elif base == "other_topic" and words.sentences[sentence_number].has(self.rules.own_matter):
                role = "operative"
            if own[-1].word == "?" and role == "operative":
                role = "heading" if ticked is None else role
            prefix = inherited
            tokens = [*prefix, *own]
            sentence = structure(tokens, own_from=len(inherited))
            clause = Clause(
                index=len(self.out), document=self.number, block=block, start=own[0].start, end=own[-1].end,
                passage=Passage(tokens, self.vocabulary) if prefix else words.sentences[sentence_number],
                own_from=len(prefix), counts_from=self._counts_from(block, own, len(prefix)), structure=sentence,
                role=role, headings=headings, around=around,
                section_key=f"{self.number}|{'|'.join(block.headings) or block.section.split('.')[0]}",
            )  # fmt: skip
            if ticked is not None and words.tokens[0].word in _CROSSES:
                for segment in sentence.segments:
                    segment.negators = segment.negators or [-1]
            denies_row = own[0].word == "nej" or (block.kind == "cell" and len(own) == 1 and own[0].word in _CROSSES | _NONE)
            if prefix and denies_row and ticked is None:
                for token in range(len(prefix)):
                    sentence.at(token).negators = sentence.at(token).negators or [-1]
            if prefix:
                self._hand_down(clause, sentence, lead_words)
            indexes.append(clause.index)
            self.out.append(clause)
        key: object = (block.table, block.row) if block.kind == "cell" else lead if lead is not None else block.ordinal
        family = self.lists.setdefault(key, [])
        family.extend(indexes)
        for index in indexes:
            self.out[index].siblings = family
        return carried

    def _introduces(self, block: Block) -> bool:
        """Whether the block above a list item leads into it: a colon, an unfinished sentence, or items that run on."""
        if block.lead_in is None or not 0 <= block.lead_in < len(self.blocks):
            return False
        above = self.blocks[block.lead_in].text.rstrip()
        if above.endswith(":"):
            return True
        words = self._read(self.blocks[block.lead_in]).tokens
        if words and words[-1].word in _RUNS_ON:
            return True
        own = self._read(block).tokens
        begins_low = bool(own) and block.text[own[0].start : own[0].start + 1].islower()
        return begins_low and not above.endswith(".")

    def _counts_from(self, block: Block, own: list[Token], own_from: int) -> int:
        """From which token on words make the clause its own: a cell that says something speaks for its row's head."""
        if block.kind != "cell" or own[0].word in _CROSSES or (len(own) == 1 and own[0].word in _NONE):
            return own_from
        if _FILLS_IN.match(block.text):
            return 0  # "| Ansvarig läkare | Anna Berg |": what the column asks for stands there
        heads = sum(len(self._heading(text).tokens) + 1 for text in block.column_heads if text != block.text)
        return min(heads, own_from)

    def _first_in_row(self, block: Block) -> tuple[str, ...]:
        """The text of the row's first cell, which heads the row also where the reader saw no head in it."""
        if block.kind != "cell" or not block.column:
            return ()
        for other in self.blocks[max(0, block.ordinal - 12) : block.ordinal]:
            if other.kind == "cell" and (other.table, other.row, other.column) == (block.table, block.row, 0):
                return (other.text,)
        return ()

    def _names_columns(self, block: Block) -> bool:
        """Whether the cell, and the cell that begins its row, are names rather than statements of their own."""
        first = self._first_in_row(block)
        return _is_name(self._read(block).tokens) and all(_is_name(self._heading(text).tokens) for text in first)

    def _is_label(self, block: Block) -> bool:
        """Whether a cell only names its row or column: its words count where the cells beside it inherit them."""
        if block.kind != "cell":
            return False
        if block.text in self.column_heads.get(block.table, ()) and self._names_columns(block):
            return True
        if block.column and (block.row or not self._names_columns(block)):
            return False
        beside = any(
            other.kind == "cell"
            and other.table == block.table
            and other.row == block.row
            and other.column != block.column
            for other in self.blocks[max(0, block.ordinal - 8) : block.ordinal + 9]
        )
        return beside and not any(modality(token.word) for token in self._read(block).tokens)

    def _ticked_row(self, block: Block, words: _BlockWords) -> Block | None:
        """The block that heads the row of a cell with nothing but a mark (x, ja), None for other cells."""
        if (
            block.kind != "cell"
            or len(words.tokens) > 2
            or not words.tokens
            or words.tokens[0].word not in _MARKS | _CROSSES
        ):
            return None
        for other in self.blocks[max(0, block.ordinal - 12) : block.ordinal]:
            if (
                other.kind == "cell"
                and (other.table, other.row, other.column) == (block.table, block.row, 0)
                and other.text.strip()
            ):
                return other
        return None

    def _around(self, block: Block, previous: Block | None, words: _BlockWords) -> tuple[Passage, ...]:
        if block.kind == "cell":
            return self._around_cell(block)
        around = list(words.sentences) if len(words.sentences) > 1 else []
        if previous is not None and previous.headings == block.headings:
            around.extend(self._read(previous).sentences)
            if previous.lead_in is not None and block.lead_in is None:
                around.append(self._read(self.blocks[previous.lead_in]).whole)
        if block.parent is not None and 0 <= block.parent < len(self.blocks):
            around.append(self._read(self.blocks[block.parent]).whole)
        return tuple(around)

    def _around_cell(self, block: Block) -> tuple[Passage, ...]:
        """The other cells of the row, the first row of the table, and the block that stands before the table."""
        first = block.ordinal
        near: list[Block] = []
        while first > 0 and self.blocks[first - 1].table == block.table and self.blocks[first - 1].kind == "cell":
            first -= 1
            if self.blocks[first].row in (block.row, 0) or self.blocks[first].column == 0:
                near.append(self.blocks[first])
        for following in self.blocks[block.ordinal + 1 :]:
            if following.kind != "cell" or (following.table, following.row) != (block.table, block.row):
                break
            near.append(following)
        if first > 0 and self.blocks[first - 1].kind in ("paragraph", "item"):
            near.append(self.blocks[first - 1])
        return tuple(self._read(other).whole for other in near)

    def _inherited(self, block: Block) -> tuple[list[Token], int]:
        """Tokens of table heads and lead-ins that the block's sentences inherit, and how many of them are lead-in."""
        tokens: list[Token] = []
        row_heads = block.row_heads or self._first_in_row(block)
        for text in (*block.column_heads, *row_heads):
            head = self._heading(text).tokens
            if head and text != block.text:
                tokens += [Token(token.word, 0, 0) for token in head] + [Token(",", 0, 0)]
        lead = block.lead_in if self._introduces(block) else None
        lead_tokens: list[Token] = []
        steps = 0
        while lead is not None and 0 <= lead < block.ordinal and steps < 4:
            above = self._read(self.blocks[lead])
            if above.spans:
                first, last = above.spans[-1]
                piece = [Token(token.word, 0, 0) for token in above.tokens[first:last]]
                while piece and piece[-1].word in ":.;,":
                    piece.pop()
                if piece and piece[-1].word not in _RUNS_ON:
                    piece.append(Token(",", 0, 0))
                lead_tokens = piece + lead_tokens
            lead, steps = self.blocks[lead].lead_in, steps + 1
        return tokens + lead_tokens, len(lead_tokens)

    @staticmethod
    def _hand_down(clause: Clause, sentence: SentenceStructure, lead_words: int) -> None:
        """Let a lead-in that reserves or denies reserve or deny the whole item."""
        if not lead_words:
            return
        last_lead = sentence.at(clause.own_from - 1)
        force: Force | None = last_lead.force if last_lead.kind != "condition" else None
        if force == "weak" and not last_lead.need_only:
            clause.lead_weak = last_lead.weak_because
        says_itself = last_lead.kind in ("main", "without", "exception")
        if says_itself and last_lead.negators and not last_lead.conditional_negation:
            for token in range(clause.own_from, len(sentence.of_token)):
                segment = sentence.at(token)
                if not segment.negators and segment.kind not in ("condition", "relative"):
                    segment.negators = list(last_lead.negators)
