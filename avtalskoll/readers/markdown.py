"""Markdown, and text that only looks like it."""

from __future__ import annotations

import re

from avtalskoll.agreement import Aside, Block
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.lines import begins_block, heads_alone, indent_of
from avtalskoll.readers.nodes import CellDraft, Draft, Mark, Node, TableDraft
from avtalskoll.readers.pipe_tables import is_pipe_row, pipe_row, pipe_rule
from avtalskoll.readers.titles import is_title

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)", re.DOTALL)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
_BOLD = re.compile(r"[ \t]*(\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)[ \t]*")
_LONGEST_BOLD = 300
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")


def read_markdown(text: str, limits: Limits) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """The blocks of a Markdown text with line ends "\\n", and its comments and front matter.

    Every block's text is a piece of the source, inner line ends and emphasis marks kept; only the signs that make a
    heading, a bullet, a quotation or a cell are left out, and comments within. `origin` is the line, from 0.
    """
    parser = _Parser(text)
    nodes = parser.parse()
    builder = BlockBuilder(limits.paragraphs)
    waiting = dict(parser.notes)
    places: list[tuple[int, int]] = []

    def placed(draft: Draft, ordinal: int | None) -> None:
        if ordinal is None:
            return
        places.append((draft.origin or 0, ordinal))
        for mark in _NOTE_MARK.findall(draft.text) if waiting else ():
            for note in waiting.pop(mark, ()):
                builder.note(note, ordinal, mark)

    Arranger(builder, placed).arrange(nodes)
    for mark, notes in waiting.items():
        for note in notes:
            builder.note(note, None, mark)
    asides = [Aside(kind="header", text=front) for front in parser.front]
    place = 0
    for line, comment in parser.comments:
        while place < len(places) and places[place][0] <= line:
            place += 1
        asides.append(Aside(kind="comment", text=comment, block=places[place - 1][1] if place else None))
    return tuple(builder.blocks), tuple(asides)


class _Parser:
    """Lines to drafts, in one pass."""

    def __init__(self, text: str) -> None:
        self.front: list[str] = []
        self.comments: list[tuple[int, str]] = []
        self.notes: dict[str, list[Draft]] = {}
        if front := _FRONT.match(text):
            self.front.append((front[1] or "").strip())
            text = "\n" * front[0].count("\n") + text[front.end() :]
        self.lines = self._without_comments(text).split("\n")
        self.nodes: list[Node] = []
        self.start: int | None = None

    def _without_comments(self, text: str) -> str:
        """Take out every comment that is closed; the line ends within it stay."""
        kept: list[str] = []
        line = at = 0
        while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
            line += text.count("\n", at, start)
            comment = text[start + 4 : end]
            if comment.strip():
                self.comments.append((line, comment.strip()))
            kept += (text[at:start], "\n" * comment.count("\n"))
            line += comment.count("\n")
            at = end + 3
        return "".join([*kept, text[at:]])

    def parse(self) -> list[Node]:
        lines = self.lines
        place = 0
        while place < len(lines):
            line = lines[place]
            if not line.strip():
                self._flush(place)
            elif heading := _HEADING.match(line):
                self._flush(place)
                if text := _heading_text(line[heading.end() :]):
                    self.nodes.append(Draft(text, shape="heading", level=len(heading[1]), origin=place))
            elif self.start is not None and _SETEXT.fullmatch(line) and self._underlines(place):
                level = 1 if "=" in line else 2
                self.nodes.append(
                    Draft(_join(lines, self.start, place), shape="heading", level=level, origin=self.start)
                )
                self.start = None
            elif _RULE.fullmatch(line) or _FENCE.fullmatch(line):
                self._flush(place)
            elif note := _NOTE.fullmatch(line):
                self._flush(place)
                place = self._note(note[1], place)
                continue
            elif is_pipe_row(line) and (end := self._table_end(place)):
                self._flush(place)
                self.nodes.append(self._table(place, end))
                place = end
                continue
            else:
                self._line(place)
            place += 1
        self._flush(len(lines))
        return self.nodes

    def _line(self, place: int) -> None:
        line = self.lines[place]
        if self.start is None:
            self.start = place
            return
        before = self.lines[place - 1]
        first = place - self.start == 1
        headed = first and (heads_alone(before) or self._bold_heading(self.start)) and line.strip()[:1].isupper()
        if headed or begins_block(line, before) or _bold_title(line):
            self._flush(place)
            self.start = place

    def _underlines(self, place: int) -> bool:
        start = self.start or 0
        if place - start > 2:
            return False
        text = _join(self.lines, start, place)
        return is_title(text.replace("\n", " "), marked=True) or "=" in self.lines[place]

    def _flush(self, end: int) -> None:
        if self.start is None:
            return
        start, self.start = self.start, None
        source = "\n".join(self.lines[start:end])
        quoted = _QUOTED.match(source)
        if quoted:
            source = source[quoted.end() :]
        text = source.strip()
        if not text:
            return
        indent = indent_of(source)
        draft = Draft(text, indent=indent, origin=start, alone=end - start == 1)
        label = typed_label(source)
        if label is not None and label.kind == "bullet":
            draft.text = source[label.end :].strip()
            draft.shape = "item"
            draft.mark = Mark("", "typed " + label.family, indent, indent, label.rank)
        elif label is None and self._bold_heading(start) and end - start == 1:
            bold = _bold(source)
            if bold is not None:
                draft.text, draft.marked, draft.look = bold[2], True, "bold"
        else:
            draft.continues = label is None and indent >= 2
        self.nodes.append(draft)

    def _bold_heading(self, place: int) -> bool:
        """Whether the line is bold from end to end, reads as a heading and introduces no list."""
        bold = _bold(self.lines[place])
        if bold is None or not _bold_title(self.lines[place]):
            return False
        if not bold[3] and not bold[2].endswith(":"):
            return True
        below = next((line for line in self.lines[place + 1 : place + 3] if line.strip()), "")
        label = typed_label(below)
        return label is None or label.kind == "clause"

    def _note(self, mark: str, place: int) -> int:
        """Take a footnote's definition with the indented lines that belong to it; give the line after it."""
        end = place + 1
        while end < len(self.lines):
            line = self.lines[end]
            if line.strip():
                if _NOTE.fullmatch(line) or (indent_of(line) < 2 and not self.lines[end - 1].strip()):
                    break
                if _HEADING.match(line):
                    break
            elif end + 1 >= len(self.lines) or indent_of(self.lines[end + 1]) < 2:
                break
            end += 1
        match = _NOTE.fullmatch("\n".join(self.lines[place:end]))
        text = match[2].strip() if match else ""
        if text:
            self.notes.setdefault(mark, []).append(Draft(text, origin=place))
        return end

    def _table_end(self, place: int) -> int:
        """The line after the table that begins at `place`; 0 where none begins."""
        lines = self.lines
        if place + 1 >= len(lines):
            return 0
        fenced = lines[place].lstrip().startswith("|") and lines[place].rstrip().endswith("|")
        if not pipe_rule(lines[place + 1]) and not (fenced and lines[place + 1].lstrip().startswith("|")):
            return 0
        end = place
        while end < len(lines) and is_pipe_row(lines[end]):
            end += 1
        return end

    def _table(self, place: int, end: int) -> TableDraft:
        table = TableDraft()
        headed = pipe_rule(self.lines[place + 1])
        row = 0
        for line in range(place, end):
            if pipe_rule(self.lines[line]):
                continue
            for column, text in enumerate(pipe_row(self.lines[line])):
                drafts: list[Node] = [Draft(text, origin=line)] if text else []
                table.cells.append(
                    CellDraft(row, column, drafts, head=headed and row == 0, marked=_bold(text) is not None)
                )
            row += 1
        return table


def _bold_title(line: str) -> bool:
    bold = _bold(line)
    if bold is None or bold[1] in bold[2]:
        return False
    wording = bold[2].rstrip(":")
    label = typed_label(wording)
    return is_title(wording[label.end :] if label else wording, marked=True)


def _bold(line: str) -> re.Match[str] | None:
    return _BOLD.fullmatch(line) if len(line) <= _LONGEST_BOLD else None


def _heading_text(rest: str) -> str:
    """The text of a heading without the signs that may close it."""
    text = rest.strip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare != text and (not bare or bare[-1] in " \t") else text


def _join(lines: list[str], start: int, end: int) -> str:
    return "\n".join(lines[start:end]).strip()
