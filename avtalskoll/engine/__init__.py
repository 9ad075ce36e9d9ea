"""Clauses + requirements -> findings with verdict, reason and evidence. No I/O and no format in here."""

from avtalskoll.engine.assessment import Assessment, assess

__all__ = ["Assessment", "assess"]
