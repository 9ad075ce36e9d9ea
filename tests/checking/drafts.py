"""Small agreements in Markdown for the tests of the check."""

from __future__ import annotations

from pathlib import Path

CONFLICT = "Kommunen får anlita läkare först efter regionens skriftliga godkännande."
DRAFT_WORDS = "Detta är ett utkast."
README = "# Läs mig\n\nHär ligger våra utkast. Kör kontrollen innan du skickar vidare.\n"


def agreement(*clauses: str, parties: str = "Region Nordvik och Ådals kommun", since: str = "2026-01-01") -> str:
    """An agreement on läkarmedverkan with these clauses after the parties and the period."""
    body = "\n\n".join(clauses)
    return (
        "# Avtal om läkarmedverkan\n\n## 1 Parter\n\n"
        f"Parter i avtalet är {parties}. Avtalet gäller från och med {since} och tills vidare.\n\n"
        f"## 2 Villkor\n\n{body}\n"
    )


def write(path: str | Path, text: str) -> Path:
    """The text as a file, with the folders it needs."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
