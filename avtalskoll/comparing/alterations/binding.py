"""How firmly the clauses bind: ska and bör, denials, and text that is no rule any more."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.comparing.alterations.saying import Part, Saying, paired
from avtalskoll.comparing.comparison import Alteration
from avtalskoll.engine.clause import Role
from avtalskoll.swedish.markers import PLAIN_NEGATORS, WEAK_WORDS
from avtalskoll.swedish.segment import Force
from avtalskoll.swedish.verbs import is_infinitive, modality

_ENDS: dict[tuple[Force, Force], str] = {
    ("binding", "weak"): "Orden binder inte längre.",
    ("weak", "binding"): "Orden binder nu.",
    ("binding", "right"): "Det som var en skyldighet blir en möjlighet.",
    ("right", "binding"): "Det som var en möjlighet blir en skyldighet.",
    ("right", "weak"): "",
    ("weak", "right"): "",
}
_ROLES: dict[Role, str] = {
    "background": "som bakgrund",
    "definition": "som definition",
    "negotiation": "som en anteckning från förhandlingen",
    "replaced": "i en del som en senare handling ersätter",
}


def binding_alterations(old: Saying, new: Saying) -> Iterator[Alteration]:
    """The force of the verbs, then what is denied, then what part the text plays."""
    mains = paired([part for part in old.parts if part.is_main], [part for part in new.parts if part.is_main])
    both = [(one, other) for one, other in mains if one and other]
    for one, other in both:
        yield from _force(old, one, new, other)
    for one, other in both:
        yield from _negation(old, one, new, other)
    yield from _role(old.clause.role, new.clause.role)


def _force(old: Saying, one: Part, new: Saying, other: Part) -> Iterator[Alteration]:
    before, after = _modal_force(old, one), _modal_force(new, other)
    if before is None or after is None or before == after:
        return
    said, says = _verb(old, one), _verb(new, other)
    if said and says and said != says:
        sentence = f"”{said}” blir ”{says}”. {_ENDS[before, after]}".strip()
        yield Alteration(kind="force", sentence=sentence, before=said, after=says)


def _modal_force(saying: Saying, part: Part) -> Force | None:
    """How the verb itself binds, whatever is reserved beside it; None where there is no verb."""
    force = part.segment.force
    if force == "weak" and not is_verbal(part.segment.weak_because):
        force = "binding"
    has_verb = bool(part.segment.verbs) or (force == "weak" and bool(part.segment.weak_because))
    return None if force == "nominal" or not has_verb else force


def _verb(saying: Saying, part: Part) -> str:
    """The finite verb, with the infinitive that follows a modal: "ska avsätta"."""
    weak = part.segment.weak_because
    if part.segment.force == "weak" and is_verbal(weak) and modality(weak) in (None, "present"):
        return weak
    first = part.segment.verbs[0]
    if modality(saying.words[first]) == "present":
        return saying.words[first]
    following = [index for index in part.tokens if first < index <= first + 6 and is_infinitive(saying.words[index])]
    return f"{saying.words[first]} {saying.words[following[0]]}" if following else saying.words[first]


def is_verbal(reserving: str) -> bool:
    """Whether reserving words are a verb, as in "bör", "strävar", "har som mål", and not "om möjligt"."""
    first = reserving.split()[0] if reserving else ""
    wishes = first in WEAK_WORDS and first.endswith(("ar", "er", "as"))
    return bool(first) and (modality(first) is not None or is_infinitive(first) or wishes)


def _negation(old: Saying, one: Part, new: Saying, other: Part) -> Iterator[Alteration]:
    before, after = _denials(old, one), _denials(new, other)
    if bool(before) == bool(after):
        return
    word = (before or after)[0]
    if after:
        yield Alteration(kind="negation", sentence=f"”{word}” har lagts till: satsen är nu nekande.", after=word)
    else:
        yield Alteration(
            kind="negation", sentence=f"”{word}” har tagits bort: satsen är inte längre nekande.", before=word
        )


def _denials(saying: Saying, part: Part) -> list[str]:
    """The words that deny the part; two plain ones deny each other."""
    words = [saying.words[index] for index in part.segment.negators if index in part.tokens]
    plain = [word for word in words if word in PLAIN_NEGATORS]
    return [] if len(words) == 2 and len(plain) < 2 else words


def _role(before: Role, after: Role) -> Iterator[Alteration]:
    if before == after or not {before, after} & {"operative"}:
        return
    if before == "operative" and after in _ROLES:
        yield Alteration(
            kind="role", sentence=f"Texten står nu {_ROLES[after]}, inte som avtalsvillkor.", after=_ROLES[after]
        )
    elif after == "operative" and before in _ROLES:
        yield Alteration(
            kind="role", sentence=f"Texten står nu som avtalsvillkor, förut {_ROLES[before]}.", before=_ROLES[before]
        )
