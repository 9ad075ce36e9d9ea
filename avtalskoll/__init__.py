"""avtalskoll: checks Swedish agreements on läkarmedverkan against the law and good practice.

    import avtalskoll
    report = avtalskoll.audit(["avtal.docx"])
    print(report.result("OV-01").verdict)

Nothing is sent anywhere; the same files, checklist and date give the same report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from avtalskoll._version import __version__

if TYPE_CHECKING:
    from avtalskoll.api import audit
    from avtalskoll.audit_report import AuditReport, Facts
    from avtalskoll.checking.check_run import CheckRun
    from avtalskoll.checking.checking import check
    from avtalskoll.checklist import Checklist, load_checklist
    from avtalskoll.comparing.comparing import compare
    from avtalskoll.comparing.comparison import Comparison
    from avtalskoll.errors import AvtalskollError, ChecklistError, UnreadableError, WrongUseError
    from avtalskoll.negotiating.annotating import AnnotatedAgreement, annotate
    from avtalskoll.negotiating.proposing import propose
    from avtalskoll.portfolios.portfolio import Portfolio
    from avtalskoll.portfolios.running import portfolio
    from avtalskoll.settings import Settings

__all__ = [
    "AnnotatedAgreement",
    "AuditReport",
    "AvtalskollError",
    "CheckRun",
    "Checklist",
    "ChecklistError",
    "Comparison",
    "Facts",
    "Portfolio",
    "Settings",
    "UnreadableError",
    "WrongUseError",
    "__version__",
    "annotate",
    "audit",
    "check",
    "compare",
    "load_checklist",
    "portfolio",
    "propose",
]

_HOMES = {
    "AnnotatedAgreement": "avtalskoll.negotiating.annotating",
    "annotate": "avtalskoll.negotiating.annotating",
    "propose": "avtalskoll.negotiating.proposing",
    "AuditReport": "avtalskoll.audit_report",
    "Facts": "avtalskoll.audit_report",
    "audit": "avtalskoll.api",
    "CheckRun": "avtalskoll.checking.check_run",
    "check": "avtalskoll.checking.checking",
    "Comparison": "avtalskoll.comparing.comparison",
    "compare": "avtalskoll.comparing.comparing",
    "Portfolio": "avtalskoll.portfolios.portfolio",
    "portfolio": "avtalskoll.portfolios.running",
    "Settings": "avtalskoll.settings",
    "Checklist": "avtalskoll.checklist",
    "load_checklist": "avtalskoll.checklist",
    "AvtalskollError": "avtalskoll.errors",
    "ChecklistError": "avtalskoll.errors",
    "UnreadableError": "avtalskoll.errors",
    "WrongUseError": "avtalskoll.errors",
}


def __getattr__(name: str) -> Any:
    """Load public names on first use: `avtalskoll --version` must not wait for the readers."""
    if name not in _HOMES:
        raise AttributeError(f"module 'avtalskoll' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
