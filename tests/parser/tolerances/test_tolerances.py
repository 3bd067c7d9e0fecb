"""What needs a tolerance is read right with it, and wrong with half or twice as much."""

from __future__ import annotations

import pytest

from .changed import FACTORS, changed, factored, names
from .headers import HEADERS
from .lines import LINES
from .tables import TABLES

CASES = {**LINES, **TABLES, **HEADERS}


def test_every_tolerance_has_a_text_that_needs_it() -> None:
    assert sorted(CASES) == sorted(names())


@pytest.mark.parametrize("name", CASES)
def test_what_needs_a_tolerance_is_read_wrong_with_half_or_twice_as_much(name: str) -> None:
    case = CASES[name]
    assert case.read() == case.right
    held = []
    for factor in FACTORS.values():
        with changed(name, factored(name, factor)):
            held.append(case.holds())
    assert not all(held)
