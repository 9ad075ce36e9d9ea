"""A read agreement in, report out."""

from avtalskoll.auditing.audit import audit_agreement, audit_with_clauses, check_day

__all__ = ["audit_agreement", "audit_with_clauses", "check_day"]
