"""Finite verbs: where a clause has its verb, and how strongly that verb binds."""

from __future__ import annotations

from typing import Literal

from avtalskoll.swedish.present_verbs import PRESENT_VERBS

Modality = Literal["duty", "right", "possibility", "advice", "present"]

_MODALS: dict[str, Modality] = {
    "ska": "duty", "skall": "duty", "skola": "duty", "skulle": "duty", "måste": "duty", "åligger": "duty",
    "ålåg": "duty",
    "bör": "advice", "borde": "advice", "vill": "advice", "avser": "advice",
    "kan": "possibility", "kunde": "possibility", "torde": "possibility",
    "får": "right", "fick": "right", "äger": "right", "äge": "right", "må": "right",
}  # fmt: skip

_VERB_ENDINGS = tuple(
    """erar eras ieras lägger sätter håller ställer ligger skriver gör står tecknar mottar åtar förs görs läggs sätts
    hålls ställs skrivs tager giver bliver haver drager""".split()
)
_NOT_VERBS = frozenset(
    """läkare sjuksköterskor timmar dagar veckor månader personer patienter insatser resurser rutiner former parter
    kommuner regioner enheter bilagor villkor kostnader delar nätter helger ronder besök vardagar boendeformer
    annas båda flertalet vars deras dess vardera tillika alltid andras allas ens hans hennes tvärtom dessas övriga
    förfogas boendes enskildas respektives inga samma denna anhörigas närståendes""".split()
)


def modality(word: str) -> Modality | None:
    """How a finite verb binds, or None where `word` is no finite verb as far as its form tells."""
    found = _MODALS.get(word)
    if found:
        return found
    if word in PRESENT_VERBS or (word.endswith("es") and word[:-2] + "s" in PRESENT_VERBS):
        return "present"  # drives, erlägges: the older passive
    if len(word) > 6 and word not in _NOT_VERBS and word.endswith(_VERB_ENDINGS):
        return "present"
    return None


def is_infinitive(word: str) -> bool:
    """Whether `word` looks like an infinitive: ends in -a or -as, or is one of the short ones."""
    if word in _SHORT_INFINITIVES:
        return True
    if len(word) < 4 or word in _NOT_INFINITIVES or word.endswith(_NOT_INFINITIVE_ENDINGS):
        return False
    return word.endswith(("a", "as"))


_SHORT_INFINITIVES = frozenset(
    "se ge ta få gå stå bli ske nå ha dra le slå klä förstå ingå uppgå avstå bistå ges tas nås ses görs".split()
)
_NOT_INFINITIVE_ENDINGS = ("liga", "iga", "iska", "ella", "erna", "arna", "orna", "enta", "ala", "bara", "samma",
                           "sköterska", "vecka", "bilaga", "timma")  # fmt: skip
_NOT_INFINITIVES = frozenset(
    """kopia data schema hela ena andra båda alla samma denna dessa inga sina deras flera enda berörda fasta egna
    bestämda planerade särskilda klocka lista skola kvinna sida vissa extra första samtida norra södra östra
    västra""".split()
)


def is_supine(word: str) -> bool:
    """Whether `word` looks like a supine (lämnat, skett, godkänts), which can stand without "har" in a condition."""
    return word in _SUPINES or (len(word) > 3 and word.endswith(_SUPINE_ENDINGS) and word not in _NOT_SUPINES)


_SUPINE_ENDINGS = tuple(
    ending + passive
    for ending in "at it tt fört hört kört ärt ält änt ävt öpt ökt jälpt yllt ällt sagt lagt".split()
    for passive in ("", "s")
)


_SUPINES = frozenset(
    "gjort gjorts fullgjort fullgjorts godkänt godkänts uppfyllt uppfyllts anställt anställts ställt "
    "ställts inställt hållit hållits valt valts samtyckt medgett medgivit åtgärdats skett hört "
    "hörts nåtts nått följt följts utsett utsetts tillsatt tillsatts ersatt ersatts bestämt löst lösts uppnåtts".split()
)
_NOT_SUPINES = frozenset(
    """annat avsnitt privat resultat format inget något enskilt kandidat mandat delat dygnet rätt ett natt sitt mitt
    nytt brott plats insats arbetsplats vårdplats boendeplats läkarinsats landsting totalt snitt genomsnitt nätt
    omfattat separat adekvat explicit implicit apparat allmänt tvärt bitit vitt fritt rätts""".split()
)
