"""Page numbers in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def page_list(pages: Sequence[int]) -> str:
    """Which pages, in Swedish: "sidan 3", "sidorna 2 och 4–6". At least one page, in rising order."""
    if len(pages) == 1:
        return f"sidan {pages[0]}"
    spans = list(_spans(pages))
    return "sidorna " + (", ".join(spans[:-1]) + " och " + spans[-1] if len(spans) > 1 else spans[0])


def machine_read(pages: Sequence[int]) -> str:
    """That pages were read by machine and what to do about it: "sidan 3 är maskinläst från bild; kontrollera …"."""
    read = "är maskinläst" if len(pages) == 1 else "är maskinlästa"
    return f"{page_list(pages)} {read} från bild; kontrollera citaten mot originalet."


def _spans(pages: Sequence[int]) -> Iterator[str]:
    start = last = pages[0]
    for page in [*pages[1:], -1]:
        if page == last + 1:
            last = page
            continue
        if last > start + 1:
            yield f"{start}–{last}"
        else:
            yield from map(str, range(start, last + 1))
        start = last = page
