"""Reads the marks inside a paragraph.

The marks follow CriticMarkup where it has one, with the party's initial (R or K)
first::

    **bold**                      {++K|inserted++}       {--R|deleted--}
    {==anchor==}{>>R|comment<<}   {%%hidden text%%}      {[unfilled placeholder]}
    [^note]                       <br>                   {--K|¶--} paragraph mark
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .model import Change, ChangeKind, Comment, Inline, Span

_TOKEN = re.compile(
    r"""
    (?P<open>\{(?:\+\+|--)[RK]\|) | (?P<close>(?:\+\+|--)\})
  | (?P<anchor>\{==) | (?P<anchored>==\})
  | \{>>(?P<party>[RK])\|(?P<comment>.*?)<<\}
  | (?P<hide>\{%%) | (?P<unhide>%%\})
  | \{\[(?P<placeholder>.*?)\]\}
  | \[\^(?P<note>\w+)\]
  | (?P<bold>\*\*) | (?P<br><br>) | (?P<mark>¶)
    """,
    re.VERBOSE,
)
_KINDS: dict[str, ChangeKind] = {"+": "ins", "-": "del"}


@dataclass
class InlineParser:
    """Parses paragraphs and collects the comments of the whole document."""

    comments: list[Comment] = field(default_factory=list)
    _pending: int | None = None

    def parse(self, source: str) -> Inline:
        """Return the content of one paragraph.

        Raises:
            ValueError: a mark is left open at the end of the paragraph.
        """
        spans: list[Span] = []
        state = _State()
        mark: Change | None = None
        position = 0
        for token in _TOKEN.finditer(source):
            if token.start() > position:
                spans.append(state.span(source[position : token.start()]))
            position = token.end()
            if token["mark"]:
                mark = state.change
            elif token["br"]:
                spans.append(Span(line_break=True))
            elif token["note"]:
                spans.append(Span(note=token["note"]))
            elif token["placeholder"]:
                spans.append(Span(token["placeholder"], placeholder=True))
            elif token["comment"]:
                self._attach(Comment(token["party"], token["comment"]))
            elif token["anchor"]:
                state.comment = self._pending = len(self.comments)
            elif token["anchored"]:
                state.comment = None
            else:
                state.toggle(token)
        if position < len(source):
            spans.append(state.span(source[position:]))
        if state != _State() or self._pending is not None:
            raise ValueError(f"unclosed mark in: {source}")
        return Inline(tuple(spans), mark)

    def _attach(self, comment: Comment) -> None:
        if self._pending is None:
            raise ValueError(f"comment without anchor: {comment.text}")
        self.comments.append(comment)
        self._pending = None


@dataclass
class _State:
    """The formatting that is switched on at a point of the paragraph."""

    bold: bool = False
    hidden: bool = False
    change: Change | None = None
    comment: int | None = None

    def toggle(self, token: re.Match[str]) -> None:
        """Switch bold, hidden text or a tracked change on or off."""
        if token["bold"]:
            self.bold = not self.bold
        elif token["hide"] or token["unhide"]:
            self.hidden = bool(token["hide"])
        elif token["open"]:
            self.change = Change(_KINDS[token["open"][1]], token["open"][3])
        else:
            self.change = None

    def span(self, text: str) -> Span:
        """A span of ``text`` in the present formatting."""
        return Span(
            text,
            bold=self.bold,
            hidden=self.hidden,
            change=self.change,
            comment=self.comment,
        )
