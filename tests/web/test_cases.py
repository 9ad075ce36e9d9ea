from __future__ import annotations

from concurrent.futures import Future
from datetime import date, datetime

import pytest

from avtalskoll.web.allowance import Allowance
from avtalskoll.web.case import Case
from avtalskoll.web.cases import Cases
from avtalskoll.web.jobs import Job
from avtalskoll.web.order import Answer, Choices, Order
from avtalskoll.web.refusal import Refusal

ORDER = Order("audit", Choices(date(2026, 11, 22)))


def _case(session: str = "hon", *, done: bool = True, size: int = 0) -> Case:
    job = Job(ORDER, lambda: None)
    job.answer = Future()
    if done:
        job.answer.set_result(Answer(problem="Trasig."))
    return Case(session, ORDER, ("a.docx",), job, datetime(2026, 11, 22), (("a.docx", b"x" * size),))


def _here(cases: Cases, token: str, session: str = "hon") -> bool:
    try:
        cases.find(session, token)
    except Refusal:
        return False
    return True


def test_words_are_long_and_never_alike() -> None:
    cases = Cases(Allowance())
    words = {cases.keep(_case()) for _ in range(50)}
    assert len(words) == 50 and all(len(word) >= 43 for word in words)


def test_a_case_is_found_by_its_owner_alone() -> None:
    cases = Cases(Allowance())
    token = cases.keep(_case("hon"))
    assert _here(cases, token, "hon")
    assert not _here(cases, token, "någon annan")
    assert [found for found, _ in cases.of("hon")] == [token] and cases.of("någon annan") == []


def test_what_nobody_looks_at_is_forgotten() -> None:
    now = [0.0]
    cases = Cases(Allowance(kept_seconds=100), lambda: now[0])
    looked_at, left = cases.keep(_case()), cases.keep(_case())
    now[0] = 90
    assert _here(cases, looked_at)
    now[0] = 120
    assert _here(cases, looked_at) and not _here(cases, left)


def test_the_oldest_goes_first_when_there_are_too_many() -> None:
    now = [0.0]
    cases = Cases(Allowance(kept_cases=3), lambda: now[0])
    words = []
    for _ in range(5):
        now[0] += 1
        words.append(cases.keep(_case()))
    assert [_here(cases, word) for word in words] == [False, False, True, True, True]


def test_what_takes_too_much_memory_goes() -> None:
    now = [0.0]
    cases = Cases(Allowance(kept_bytes=1000), lambda: now[0])
    first = cases.keep(_case(size=700))
    now[0] = 1
    second = cases.keep(_case(size=700))
    assert not _here(cases, first) and _here(cases, second)


@pytest.mark.parametrize("kept", [1, 2])
def test_what_is_under_way_is_never_forgotten(kept: int) -> None:
    cases = Cases(Allowance(kept_cases=kept))
    waiting = cases.keep(_case(done=False))
    for _ in range(5):
        cases.keep(_case())
    assert _here(cases, waiting)
