"""What is remembered for the visitors: in memory, under words that cannot be guessed, and not for ever."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.case import Case
from avtalskoll.web.refusal import not_found

_BYTES = 32


@dataclass
class _Kept:
    case: Case
    seen: float


class Cases:
    """Cases by their words of 256 random bits. The one that nobody has looked at for longest is forgotten first."""

    def __init__(self, allowance: Allowance, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowance = allowance
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._change = threading.Lock()

    def keep(self, case: Case) -> str:
        """Remember a case and return its word."""
        token = secrets.token_urlsafe(_BYTES)
        with self._change:
            self._kept[token] = _Kept(case, self._clock())
            self._forget()
        return token

    def find(self, session: str, token: str) -> Case:
        """The visitor's case. Raises Refusal, the same for a word that is wrong, forgotten or somebody else's."""
        with self._change:
            self._forget()
            kept = self._kept.get(token)
            if kept is None or not secrets.compare_digest(kept.case.session.encode(), session.encode()):
                raise not_found()
            kept.seen = self._clock()
            return kept.case

    def of(self, session: str) -> list[tuple[str, Case]]:
        """All that the visitor has asked for, newest first."""
        with self._change:
            self._forget()
            own = [(token, kept.case) for token, kept in self._kept.items() if kept.case.session == session]
        return own[::-1]

    def _forget(self) -> None:
        now = self._clock()
        by_age = sorted(self._kept, key=lambda token: self._kept[token].seen)
        held = sum(kept.case.size for kept in self._kept.values())
        left = len(by_age)
        for token in by_age:
            kept = self._kept[token]
            if not kept.case.done:
                continue  # whoever waits for it will want to see it
            too_old = now - kept.seen > self._allowance.kept_seconds
            too_much = left > self._allowance.kept_cases or held > self._allowance.kept_bytes
            if too_old or (too_much and left > 1):
                held -= kept.case.size
                left -= 1
                del self._kept[token]
