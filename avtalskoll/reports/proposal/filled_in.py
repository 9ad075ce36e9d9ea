"""A proposed wording with the parties' names in place of the roles."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROLES = re.compile(r"(?<![\w(])(Regionen|Kommunen)(s?)\b")
_DEFINED = re.compile(r"\((?:var för sig )?(?:Regionen|Kommunen)\)")
_NO_S = ("s", "x", "z")


class Names:
    """Who Regionen and Kommunen are. A role keeps its name where the agreement has several, or none known."""

    def __init__(self, region: str | None, municipalities: Sequence[str]) -> None:
        self.region = region
        self.municipalities = tuple(municipalities)
        self._names = {"Regionen": region} if region else {}
        if len(self.municipalities) == 1:
            self._names["Kommunen"] = self.municipalities[0]

    def fill_in(self, wording: str) -> str:
        """The wording with the names, in the genitive where the role is; one that defines the roles keeps them."""
        if _DEFINED.search(wording):
            return re.sub(r"\bregionen(?= \(Regionen\))", self.region or "regionen", wording)
        return _ROLES.sub(self._name, wording)

    @property
    def kept(self) -> tuple[str, ...]:
        """The roles that stay in the wordings."""
        return tuple(role for role in ("Regionen", "Kommunen") if role not in self._names)

    def _name(self, match: re.Match[str]) -> str:
        name = self._names.get(match[1])
        if name is None:
            return match[0]
        return f"{name}s" if match[2] and not name.endswith(_NO_S) else name
