"""What changed between a clause and its counterpart in words that bear on the law."""

from avtalskoll.comparing.alterations.altering import alterations

__all__ = ["alterations"]
