"""From an agreement to its clauses."""

from __future__ import annotations

from avtalskoll.agreement import Agreement, Block
from avtalskoll.checklist import Checklist
from avtalskoll.engine.cells import Cells
from avtalskoll.engine.clause import Clause, Role
from avtalskoll.engine.passage import Passage
from avtalskoll.engine.roles import counts_anyway, opening_role, section_role, topic_role
from avtalskoll.engine.short_names import ShortNames, short_names
from avtalskoll.engine.wordings import BlockWords, Wordings, is_run_in
from avtalskoll.swedish.segment import Force, SentenceStructure
from avtalskoll.swedish.segments import structure
from avtalskoll.swedish.tokens import Token

_RUNS_ON = frozenset("att ska skall bör kan får för har inte ej måste genom om av till är och".split())

_TITLES = 3
_LONGEST_TITLE = 12
_NEAR_THE_START = 3


def build_clauses(agreement: Agreement, checklist: Checklist) -> list[Clause]:
    """All clauses of all documents in order. Headings and tables of contents give clauses too, with those roles."""
    clauses: list[Clause] = []
    names = short_names(agreement)
    for number, document in enumerate(agreement.documents):
        _DocumentClauses(number, document.blocks, checklist, names, clauses).build()
    return clauses


class _DocumentClauses:
    def __init__(
        self, number: int, blocks: tuple[Block, ...], checklist: Checklist, names: ShortNames, out: list[Clause]
    ) -> None:
        self.number = number
        self.blocks = blocks
        self.vocabulary = checklist.vocabulary
        self.rules = checklist.manifest.structure
        self.out = out
        self.wordings = Wordings(checklist.vocabulary, names)
        self.cells = Cells(blocks, self.wordings)
        self.minutes = False
        self.lists: dict[object, list[int]] = {}

    def build(self) -> None:
        """Append the clauses of the document to the list given."""
        first = next((block for block in self.blocks if block.text.strip()), None)
        self.minutes = first is not None and self._is_of_minutes(first)
        previous: Block | None = None
        carried: Role = "operative"
        for block in self.blocks:
            if previous is None or previous.headings != block.headings:
                carried = "operative"
            carried = self._block(block, previous, carried)
            if block.kind not in ("heading", "toc"):
                previous = block

    def _block(self, block: Block, previous: Block | None, carried: Role) -> Role:
        words = self.wordings.of(block)
        headings = outer = tuple(self.wordings.heading(text) for text in block.headings)
        base: Role = section_role(headings, self.rules)
        if self.minutes and base == "operative":
            base = "background"
        if block.kind in ("heading", "toc"):
            base = "title" if self._is_title(block) else block.kind
        elif base == "operative":
            base = opening_role(words.whole, self.rules) or base
        if block.lead_in is not None and self._lists_contents(self.blocks[block.lead_in]):
            base = "toc"
        if base == "operative" and self.cells.only_names(block):
            base = "heading"
        around = self._around(block, previous, words)
        inherited, lead_words = self._inherited(block)
        indexes: list[int] = []
        lead = block.lead_in
        ticked, cell = self.cells.ticked(block), block
        for sentence_number, (first, last) in enumerate(words.spans):
            own = words.tokens[first:last]
            if block.kind != "cell" and sentence_number and not any(t.is_word or t.is_number for t in own):
                continue  # a closing quotation mark
            if ticked is not None:
                # A mark says that the row's head holds for the column: the head's words are the clause.
                block, own = ticked, self.wordings.of(ticked).tokens
                inherited = [token for token in inherited if token.word not in {t.word for t in own}]
                first, last = 0, len(own)
            role = base
            if base == "operative":
                before = carried if sentence_number or lead is not None else "operative"
                role = carried = topic_role(words.sentences[sentence_number], before, self.rules)
                if role == "operative" and block.kind == "cell" and self.cells.of_other_topic(block, self.rules):
                    role = "other_topic"
            elif counts_anyway(words.sentences[sentence_number], base, self.rules):
                role = "background" if self.minutes and base == "background" else "operative"
            if not sentence_number and block.kind != "cell" and is_run_in(words) and role == "operative":
                role = "heading"
            if own[-1].word == "?" and role == "operative":
                role = "heading" if ticked is None else role
            prefix = inherited
            tokens = [*prefix, *own]
            sentence = structure(tokens, own_from=len(inherited))
            if sentence_number and block.kind != "cell" and is_run_in(words):
                headings = (*outer, words.sentences[0])  # "Avtalstid. 1 januari 2025 – 31 december 2027."
            said = [token for token in own if token.word != "*"] or own  # Markdown's emphasis is not quoted at the ends
            clause = Clause(
                index=len(self.out), document=self.number, block=block, start=said[0].start, end=said[-1].end,
                passage=Passage(tokens, self.vocabulary) if prefix else words.sentences[sentence_number],
                own_from=len(prefix), counts_from=self.cells.counts_from(block, own, len(prefix)), structure=sentence,
                role=role, headings=headings, around=around,
                section_key=f"{self.number}|{'|'.join(block.headings) or block.section.split('.')[0]}",
            )  # fmt: skip
            if ticked is not None and self.cells.crossed(cell):
                for segment in sentence.segments:
                    segment.negators = segment.negators or [-1]
            if prefix and ticked is None and self.cells.denies_row(block, own):
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

    def _is_of_minutes(self, first: Block) -> bool:
        """Whether the first block names the text minutes: a heading, a line by itself, or how a sentence begins."""
        words = self.wordings.of(first)
        by_itself = first.kind == "heading" or sum(token.is_word for token in words.tokens) <= _LONGEST_TITLE
        return any(by_itself or span.first < _NEAR_THE_START for span in words.whole.hits(self.rules.minutes))

    def _is_title(self, block: Block) -> bool:
        """Whether the block opens the document as an unnumbered heading: only there, perhaps, are the parties named."""
        if block.ordinal >= _TITLES:
            return False
        return all(b.kind == "heading" and not b.number for b in self.blocks[: block.ordinal + 1])

    def _lists_contents(self, block: Block) -> bool:
        """Whether the block is the word "Innehåll" alone: the list below it is a table of contents."""
        words = self.wordings.of(block)
        return words.whole.has(self.rules.contents) and sum(token.is_word for token in words.tokens) == 1

    def _introduces(self, block: Block) -> bool:
        """Whether the block above a list item leads into it: a colon, an unfinished sentence, or items that run on."""
        if block.lead_in is None or not 0 <= block.lead_in < len(self.blocks):
            return False
        above = self.blocks[block.lead_in].text.rstrip()
        if above.endswith(":"):
            return True
        words = self.wordings.of(self.blocks[block.lead_in]).tokens
        if words and words[-1].word in _RUNS_ON:
            return True
        own = self.wordings.of(block).tokens
        begins_low = bool(own) and block.text[own[0].start : own[0].start + 1].islower()
        return begins_low and not above.endswith(".")

    def _around(self, block: Block, previous: Block | None, words: BlockWords) -> tuple[Passage, ...]:
        if block.kind == "cell":
            return self.cells.around(block)
        around = list(words.sentences) if len(words.sentences) > 1 else []
        if previous is not None and previous.headings == block.headings:
            around.extend(self.wordings.of(previous).sentences)
            if previous.lead_in is not None and block.lead_in is None:
                around.append(self.wordings.of(self.blocks[previous.lead_in]).whole)
        if block.parent is not None and 0 <= block.parent < len(self.blocks):
            around.append(self.wordings.of(self.blocks[block.parent]).whole)
        return tuple(around)

    def _inherited(self, block: Block) -> tuple[list[Token], int]:
        """Tokens of table heads and lead-ins that the block's sentences inherit, and how many of them are lead-in."""
        tokens: list[Token] = []
        for text in (*block.column_heads, *self.cells.row_heads(block)):
            head = self.wordings.heading(text).tokens
            if head and text != block.text:
                tokens += [Token(token.word, 0, 0) for token in head] + [Token(",", 0, 0)]
        lead = block.lead_in if self._introduces(block) else None
        lead_tokens: list[Token] = []
        steps = 0
        while lead is not None and 0 <= lead < block.ordinal and steps < 4:
            above = self.wordings.of(self.blocks[lead])
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
