"""From hits to a verdict, for one requirement."""

from __future__ import annotations

from dataclasses import replace

from avtalskoll.audit_report import EvidenceRole
from avtalskoll.checklist.patterns import Part, Pattern, Rules
from avtalskoll.checklist.requirement import Requirement
from avtalskoll.engine import reasons
from avtalskoll.engine.finding import Finding, Quoted
from avtalskoll.engine.hit import Hit
from avtalskoll.engine.matching import Matcher
from avtalskoll.engine.parts import PartResult, alternatives, full_hits, near, one_a_clause, spread, weaker

MAX_QUOTES = 6


class Decider:
    """Decides requirements over one agreement."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def decide(self, requirement: Requirement, extra: tuple[PartResult, ...] = ()) -> Finding:
        """The finding for one requirement; `extra` are parts that a special rule has already decided."""
        rules = requirement.rules
        exempt = self._all(rules.not_applicable, rules, ("full", "background", "definition")) if rules.home_care else []
        if exempt:
            return self._by_pattern("not_applicable", exempt, "supports", [])
        against = self._all(rules.conflict, rules, ("full", "weak"))
        conflicts = self._prevailing([hit for hit in against if hit.strength == "full"], rules)
        if conflicts:
            return self._conflict(requirement, conflicts)
        if not requirement.prohibition:
            return self._obligation(rules, extra)
        finding = self._prohibition(rules)
        doubtful = [hit for hit in against if hit.strength == "weak"]
        if doubtful and finding.verdict == "met":
            because = doubtful[0].because
            reason = f"Villkoret är inte bindande skrivet (”{because}”) men pekar åt det håll som inte bör avtalas."
            return Finding("partial", reason, _quotes(doubtful, "weakens"))
        return finding

    def _conflict(self, requirement: Requirement, conflicts: list[Hit]) -> Finding:
        """A conflict; where other clauses alone would meet the requirement, or deny the condition, it says so."""
        rules = requirement.rules
        deciding = {hit.clause.index for hit in conflicts}
        results = self._parts(rules)
        full = {result.part.name for result in results if result.full}
        enough = any(set(names) <= full for names in alternatives(rules, results) if names)
        met = [hit for hit in (results[0].hits if results and enough else ()) if hit.strength == "full"]
        cleared = self._all(rules.clears, rules, ("full",))
        for contrary, says in ((met, reasons.WOULD_SUFFICE), (cleared, reasons.DENIES_IT)):
            other = [hit for hit in contrary if hit.clause.index not in deciding]
            if other:
                finding = self._by_pattern("conflict", conflicts, "conflicts", other)
                reason = finding.reason + reasons.two_readings(conflicts[0].clause, other[0].clause, says)
                return replace(finding, reason=reason)
        return self._by_pattern("conflict", conflicts, "conflicts", [hit for r in results for hit in full_hits(r)])

    def _prevailing(self, conflicts: list[Hit], rules: Rules) -> list[Hit]:
        """Conflicts that no contrary clause of a higher-ranked document sets aside (reading rule R14)."""
        if all(hit.clause.rank == 0 for hit in conflicts):
            return conflicts
        contrary = [hit.clause.rank for hit in (*self._supports(rules), *self._all(rules.clears, rules, ("full",)))]
        return [
            hit
            for hit in conflicts
            if all(rank >= hit.clause.rank for rank in contrary) and not self._said_otherwise(hit, conflicts, rules)
        ]

    def _said_otherwise(self, hit: Hit, conflicts: list[Hit], rules: Rules) -> bool:
        """Whether a higher-ranked clause says the same with another figure that is no conflict."""
        if hit.pattern.quantity is None:
            return False
        same = self.matcher.hits(hit.pattern.model_copy(update={"quantity": None}), rules)
        against = {other.clause.index for other in conflicts}
        return any(
            other.strength == "full" and other.clause.rank < hit.clause.rank and other.clause.index not in against
            for other in same
        )

    def _all(self, patterns: tuple[Pattern, ...], rules: Rules, strengths: tuple[str, ...]) -> list[Hit]:
        hits = [hit for pattern in patterns for hit in self.matcher.hits(pattern, rules) if hit.strength in strengths]
        return sorted(hits, key=lambda hit: hit.rank, reverse=True)

    def _by_pattern(self, verdict: str, hits: list[Hit], role: EvidenceRole, supports: list[Hit]) -> Finding:
        reason = hits[0].pattern.reason or "En bestämmelse av det slaget finns i avtalet."
        return Finding(verdict, reason, _quotes(hits, role) + _quotes(supports[:1], "supports"))  # type: ignore[arg-type]

    def _supports(self, rules: Rules) -> list[Hit]:
        return [hit for part in rules.parts for hit in full_hits(self._part(part, rules, None))]

    def _prohibition(self, rules: Rules) -> Finding:
        partial = self._prevailing(self._all(rules.partial, rules, ("full", "weak", "deferred")), rules)
        cleared = self._all(rules.clears, rules, ("full",))
        if partial and not (cleared and rules.clears_first):
            finding = self._by_pattern("partial", partial, "weakens", [])
            contrary = [hit for hit in cleared if hit.clause is not partial[0].clause]
            if not contrary:
                return finding
            reason = finding.reason + reasons.two_readings(partial[0].clause, contrary[0].clause, reasons.DENIES_IT)
            return Finding("partial", reason, finding.quoted + _quotes(contrary[:1], "clears"))
        if cleared:
            return Finding(
                "met", cleared[0].pattern.reason or reasons.CLEARED, _quotes(cleared, "clears"), cleared=True
            )
        return Finding("met", reasons.SILENT, caveats=self._deferred_topic(rules))

    def _deferred_topic(self, rules: Rules) -> tuple[str, ...]:
        """Reading rule R4: the caveat where the matter is regulated in a document that was not audited."""
        for clause in self.matcher.clauses:
            deferred = clause.defers_to_absent and clause.role == "operative"
            if deferred and any(self.matcher.where.spans(expression, clause.passage) for expression in rules.topic):
                place = f"avsnitt {clause.block.section}" if clause.block.section else "texten"
                return (
                    f"Enligt {place} regleras frågan i ett dokument som inte ingår i underlaget och inte är granskat.",
                )
        return ()

    def _obligation(self, rules: Rules, extra: tuple[PartResult, ...]) -> Finding:
        results = self._parts(rules) + list(extra)
        by_name = {result.part.name: result for result in results}
        wanted = alternatives(rules, results)
        satisfied = [names for names in wanted if names and all(by_name[name].full for name in names)]
        if satisfied:
            return self._satisfied(rules, [by_name[name] for name in satisfied[0]], results)
        carriers = [
            r
            for i, r in enumerate(results)
            if r.touched and (r.part.alone or ("delvis" if i == 0 else "inget")) == "delvis"
        ]
        if carriers:
            closest = min(wanted, key=lambda names: sum(not by_name[name].full for name in names))
            return self._incomplete([by_name[name] for name in closest], carriers)
        partial = self._all(rules.partial, rules, ("full", "weak", "deferred", "definition", "background"))
        if partial:
            return self._by_pattern("partial", partial, "weakens", [])
        exempt = self._all(rules.not_applicable, rules, ("full", "background", "definition"))
        if exempt:
            return self._by_pattern("not_applicable", exempt, "supports", [])
        return Finding("missing", reasons.MISSING)

    def _satisfied(self, rules: Rules, needed: list[PartResult], results: list[PartResult]) -> Finding:
        lowering = self._all(rules.lowers, rules, ("full", "weak", "deferred"))
        best = spread([r for r in results if r in needed or (r.part.optional and r.full)], full_only=True)
        if lowering:
            return self._by_pattern("partial", lowering, "weakens", best)
        reason = reasons.met([result.part for result in needed])
        unbinding = weaker(needed[0])
        if unbinding is None:
            return Finding("met", reason, _quotes(best, "supports"))
        reason += reasons.two_readings(best[0].clause, unbinding.clause, reasons.BINDS_LESS)
        quoted = _quotes(best[: MAX_QUOTES - 1], "supports") + _quotes([unbinding], "weakens")
        return Finding("met", reason, quoted)

    def _incomplete(self, needed: list[PartResult], carriers: list[PartResult]) -> Finding:
        missing = [
            r.part.lacking
            for r in needed
            if not r.touched or (r.part.at_least > len(r.hits) and all(h.strength == "full" for h in r.hits))
        ]
        shown = spread([*carriers, *[r for r in needed if r.touched and r not in carriers]], full_only=False)
        strong = [hit for hit in shown if hit.strength == "full"]
        quoted = tuple(
            Quoted(q.clause, "supports" if any(hit.quoted is q.clause for hit in strong) else "weakens")
            for q in _quotes(shown, "supports")
        )
        weak = [hit for hit in shown if hit.strength != "full"]
        if weak and (not missing or weak[0] is shown[0]):
            reason = reasons.weak(weak[0])
            if missing:
                reason = reason[:-1] + f"; dessutom framgår inte {reasons.joined(missing)}."
        else:
            reason = reasons.lacking(missing) if missing else "Frågan tas upp men är inte fullständigt reglerad."
        return Finding("partial", reason, quoted, tuple(missing))

    def _parts(self, rules: Rules) -> list[PartResult]:
        results: list[PartResult] = []
        anchor: PartResult | None = None
        for part in rules.parts:
            result = self._part(part, rules, anchor)
            anchor = anchor or result
            results.append(result)
        return results

    def _part(self, part: Part, rules: Rules, anchor: PartResult | None) -> PartResult:
        found: list[Hit] = []
        for pattern in part.patterns:
            hits = self.matcher.hits(pattern, rules)
            if anchor is not None and part.where != "avtal":
                hits = [hit for hit in hits if any(near(hit, other, part.where) for other in anchor.hits)]
            if part.at_least > 1:
                hits = sorted(hits, key=lambda hit: hit.rank, reverse=True)[:1]
            found.extend(hits)
        ranked = sorted(found, key=lambda hit: hit.rank, reverse=True)
        return PartResult(part, tuple(ranked) if part.at_least > 1 else one_a_clause(ranked))


def _quotes(hits: list[Hit], role: EvidenceRole) -> tuple[Quoted, ...]:
    seen: list[Quoted] = []
    for hit in hits:
        for clause in (hit.quoted, hit.quoted.amended_by):
            if clause is not None and all(quoted.clause is not clause for quoted in seen):
                seen.append(Quoted(clause, role))
    return tuple(seen[:MAX_QUOTES])
