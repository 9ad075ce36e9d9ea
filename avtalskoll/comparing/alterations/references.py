"""The law that the clauses cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtalskoll.comparing.alterations.saying import Saying
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.swedish.lawrefs import LawReference, law_references


def reference_alterations(old: Saying, new: Saying) -> Iterator[Alteration]:
    """Provisions that have been exchanged, have come or have gone."""
    cited, cites = law_references(old.clause.plain), law_references(new.clause.plain)
    gone, come = _without(cited, cites), _without(cites, cited)
    if len(gone) == len(come) == 1:
        sentence = f"Lagrummet {gone[0]} har bytts mot {come[0]}."
        yield Alteration(kind="law", sentence=sentence, before=gone[0], after=come[0])
        return
    for words in gone:
        yield Alteration(kind="law", sentence=f"Hänvisningen till {words} har tagits bort.", before=words)
    for words in come:
        yield Alteration(kind="law", sentence=f"Hänvisningen till {words} har lagts till.", after=words)


def _without(references: Iterable[LawReference], others: Iterable[LawReference]) -> list[str]:
    """The provisions that the other clause does not cite, in words."""
    known = list(others)
    found = (_words(one) for one in references if not any(_same(one, other) for other in known))
    return list(dict.fromkeys(words for words in found if words))


def _same(one: LawReference, other: LawReference) -> bool:
    """The same provision; the act or its number may be left out."""
    numbers = {one.sfs, other.sfs} - {""}
    return (
        len({one.act, other.act} - {""}) < 2
        and len(numbers) < 2
        and (one.chapter, one.section) == (other.chapter, other.section)
    )


def _words(reference: LawReference) -> str:
    """The provision as it is cited: "16 kap. 1 § HSL"; "" for a section of the agreement itself."""
    act = reference.act or (f"lagen ({reference.sfs})" if reference.sfs else "")
    if not act and not reference.chapter:
        return ""
    act += f" ({reference.sfs})" if reference.act and reference.sfs else ""
    parts = (
        f"{reference.chapter} kap." if reference.chapter else "",
        f"{reference.section} §" if reference.section else "",
        act,
    )
    return " ".join(part for part in parts if part)
