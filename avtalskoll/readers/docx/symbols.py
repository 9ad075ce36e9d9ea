"""Characters that Word writes by font and code."""

from __future__ import annotations

_SYMBOL_FONTS = {
    "wingdings": {0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xFE: "☒", 0xFD: "☒", 0x78: "☒", 0xFC: "✓", 0xFB: "✗", 0xA7: "•",
                  0x9F: "•", 0x6C: "•", 0x6E: "•", 0xE0: "→", 0xD8: "•"},
    "wingdings 2": {0xA3: "☐", 0x2A: "☐", 0x52: "☒", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗"},
    "symbol": {0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0x2D: "−", 0x61: "α", 0x62: "β"},
}  # fmt: skip


def symbol(font: str | None, code: str | None) -> str:
    """The Unicode character for a w:sym; "" where the font's own sign has none that is known."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    table = _SYMBOL_FONTS.get((font or "").strip().lower())
    if table is not None:
        return table.get(point & 0xFF, "")
    if 0xF000 <= point <= 0xF0FF or not 0x20 <= point <= 0x10FFFF or 0xD800 <= point <= 0xDFFF:
        return ""
    return chr(point)
