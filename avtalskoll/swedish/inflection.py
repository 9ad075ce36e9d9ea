"""Inflected forms of a Swedish word, by rules that can be looked at.

The rules cover the regular declensions and conjugations. They over-generate harmless non-words for long content
words; words of four letters or fewer, where that would give other real words (plan, plant), get no forms at all
unless they are listed one by one. Strong verb forms are listed by the author of a term.
"""

from __future__ import annotations

from functools import lru_cache

_SHORT = 4
_NOUN = "s en ens n ns et ets t ts ar ars arna arnas er ers erna ernas or ors orna ornas na nas r rna rnas".split()
_ADJECTIVE = "t a as are ast aste".split()
_VERB_A = (
    "a as ar ade ades at ats ad ande andet er es s te tes t ts d da de des it its r or ors orna ornas an ans".split()
)
_NOUN_E = "e es en ens ar ars arna arnas er ers erna ernas n".split()
_NOUN_ARE = "are ares aren arens arna arnas ares".split()

# Words of their own that the rules would take for forms of another (found against a spelling dictionary, see
# tools/overgeneration.py).
_OTHER_WORDS: dict[str, frozenset[str]] = {
    word: frozenset(others.split())
    for word, others in {
        "konto": "kontor kontors kontorna kontoren kontoret",
        "nämnd": "nämnda nämndas nämndare",
        "kvart": "kvarter kvarters kvarteret kvarta",
        "klinik": "kliniker klinikers",
        "kritik": "kritiker kritikers",
        "direkt": "direktor direkten",
        "recept": "receptor receptors",
        "accept": "acceptor acceptors",
        "brott": "brottas brottare brottar",
        "bland": "blanda blandar blandas",
        "skall": "skalla skallar skallas skaller",
        "skala": "skald skalda skalde skaldes",
        "legal": "legat",
        "medel": "medla medlar medlas",
        "regel": "regla reglas",
        "svara": "svart svarts",
        "storm": "stormast stormare",
        "delta": "deltas deltans",
        "statistik": "statistiker statistikers",
        "historik": "historiker historikers",
        "diagnostik": "diagnostiker diagnostikers",
        "exempel": "exemplar exemplars",
        "separat": "separator separators",
        "kontakt": "kontaktor kontaktors",
        "utesluta": "uteslutande uteslutandes",
    }.items()
}


@lru_cache(maxsize=8192)
def forms(word: str) -> frozenset[str]:
    """All forms of `word` (lower case, base form), itself included; only itself for words of four letters or fewer."""
    if len(word) <= _SHORT or not word.replace("-", "").isalpha():
        return frozenset({word})
    found = {word, word + "s"}
    if word.endswith("man"):
        found |= {word[:-3] + stem + case for stem in ("man", "mannen", "män", "männen") for case in ("", "s")}
    elif word.endswith("are"):
        found |= {word[:-3] + ending for ending in _NOUN_ARE}
    elif word.endswith("else"):
        found |= {word[:-1] + ending for ending in _NOUN_E}
    elif word.endswith("a"):
        found |= {word[:-1] + ending for ending in _VERB_A}
    elif word.endswith("e"):
        stem = word[:-1]
        found |= {stem + ending for ending in _NOUN_E} | {
            word + ending for ending in ("t", "ts", "n", "ns", "na", "nas")
        }
    else:
        found |= {word + ending for ending in _NOUN} | {word + ending for ending in _ADJECTIVE}
        if word.endswith(("el", "er", "en", "al", "or", "mm")):
            found |= _shortened(word)
        if word.endswith(("nad", "het", "ing", "ion", "skap")):
            found -= {word + "t", word + "a", word + "as"}
    return frozenset(found - _OTHER_WORDS.get(word, frozenset()))


def _shortened(word: str) -> set[str]:
    """Forms that drop the vowel of the last syllable: nyckel, nyckeln, nycklar; läkemedel, läkemedlet; öppen, öppna."""
    stem = word[:-2] + word[-1]
    endings = "ar ars arna arnas et ets en ens er ers erna ernas a as na".split()
    return {stem + ending for ending in endings} | {word[:-1] + "t"}
