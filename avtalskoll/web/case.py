"""What a visitor has asked for: under way, done or in vain, with what came of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from avtalskoll.comparing.comparison import Comparison
from avtalskoll.portfolios.portfolio import Portfolio
from avtalskoll.web.audited import Audited
from avtalskoll.web.jobs import Job
from avtalskoll.web.order import Compared, Examined, Order, Overview

_IN_MEMORY = 3
"""How much more room a model takes than its JSON."""


@dataclass(eq=False)
class Case:
    """One thing asked for."""

    session: str
    """Whose it is; nobody else gets to see it."""
    order: Order
    names: tuple[str, ...]
    """The files as the visitor calls them."""
    job: Job
    began: datetime
    originals: tuple[tuple[str, bytes], ...] = ()
    """The files of an audit with their labels, where they are small enough to be kept for the comments in Word."""

    @property
    def done(self) -> bool:
        """Whether there is an answer, for better or worse."""
        return self.job.answer.done()

    @property
    def problem(self) -> str:
        """Why nothing came of it; "" while it is under way and where something did."""
        return self.job.answer.result().problem if self.done else ""

    @property
    def result(self) -> object:
        """What came of it; None while it is under way and where nothing did."""
        return self.job.answer.result().result if self.done else None

    @cached_property
    def audited(self) -> Audited | None:
        """What came of an audit."""
        if not isinstance(self.result, Examined):
            return None
        return Audited(self.result.report, self.result.agreement, self.originals)

    @cached_property
    def comparison(self) -> Comparison | None:
        """What came of a comparison."""
        found = self.result
        return Comparison.model_validate_json(found.comparison) if isinstance(found, Compared) else None

    @cached_property
    def portfolio(self) -> Portfolio | None:
        """What came of an overview."""
        return Portfolio.model_validate_json(self.result.portfolio) if isinstance(self.result, Overview) else None

    def audited_in(self, stem: str) -> Audited | None:
        """One of the agreements of an overview."""
        if self.portfolio is None or all(one.stem != stem for one in self.portfolio.agreements):
            return None
        return Audited(self.kept_file(f"data/{stem}.json").decode())

    def kept_file(self, name: str) -> bytes:
        """A file of an overview by its place among those that were made."""
        assert isinstance(self.result, Overview)
        with zipfile.ZipFile(io.BytesIO(self.result.archive)) as archive:
            return archive.read(name)

    @cached_property
    def _result_size(self) -> int:
        match self.result:
            case Examined():
                return _IN_MEMORY * (len(self.result.report) + len(self.result.agreement))
            case Compared():
                return _IN_MEMORY * len(self.result.comparison)
            case Overview():
                return _IN_MEMORY * len(self.result.portfolio) + len(self.result.archive)
        return 0

    @property
    def size(self) -> int:
        """Roughly how much memory it takes."""
        return sum(len(data) for _, data in self.originals) + (self._result_size if self.done else 0)
