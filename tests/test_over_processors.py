from __future__ import annotations

import os
from contextlib import closing

import pytest

from avtalskoll import over_processors as module
from avtalskoll.errors import UnreadableError
from avtalskoll.over_processors import over_processors


@pytest.fixture(params=[True, False], ids=["forked", "alone"])
def forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param and not module.can_fork():
        pytest.skip("processes cannot be forked here")
    monkeypatch.setattr(module, "processors", lambda: 3)
    if not request.param:
        monkeypatch.setattr(module, "can_fork", lambda: False)
    return bool(request.param)


def doubled(number: int) -> int:
    if number == 7:
        raise UnreadableError("Sju går inte att läsa.")
    return 2 * number


def test_each_item_has_its_result(forked: bool) -> None:
    for count in (0, 1, 2, 6):
        assert sorted(over_processors(doubled, range(count))) == [(number, 2 * number) for number in range(count)]


def test_an_error_comes_through_whole(forked: bool) -> None:
    with pytest.raises(UnreadableError) as error:
        list(over_processors(doubled, range(20)))
    assert error.value.sentence == "Sju går inte att läsa."


def test_work_can_be_left(forked: bool) -> None:
    with closing(over_processors(doubled, range(5))) as results:
        next(results)


def test_a_process_that_dies_loses_its_piece_alone(forked: bool) -> None:
    def dying(number: int) -> int:
        if number in (1, 4):
            os._exit(3)
        return number

    if forked:
        results = dict(over_processors(dying, range(6)))
        assert results == {0: 0, 1: None, 2: 2, 3: 3, 4: None, 5: 5}
