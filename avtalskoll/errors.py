"""What a person is told when something is wrong.

Every error that a user can meet is an `AvtalskollError`: one Swedish sentence that says what is wrong and
what to do, and the exit code that the command line ends with. Library text (parser messages, tracebacks)
never reaches the sentence.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command."""

    OK = 0
    FINDINGS = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERNAL = 4


class AvtalskollError(Exception):
    """An error with a Swedish sentence for the reader.

    `sentence` is complete Swedish, ends with a full stop and holds no contract text.
    """

    exit_code: ExitCode = ExitCode.INTERNAL

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WrongUseError(AvtalskollError):
    """Arguments, configuration or dates that cannot be used."""

    exit_code = ExitCode.WRONG_USE


class ChecklistError(WrongUseError):
    """A checklist file with a mistake; the sentence names file, line and field."""


class UnreadableError(AvtalskollError):
    """A document, or a part of one, that could not be read reliably. Never reported as gaps."""

    exit_code = ExitCode.UNREADABLE
