"""Readings of a misread digit, against all texts that differ in one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.checks.misreading import one_digit_readings
from gentbudget.intervals import UNBOUNDED, Interval, printed_interval


def all_readings(text: str) -> set[str]:
    """Change every digit into every other, and keep what may be printed so."""
    changed = {
        text[:place] + digit + text[place + 1 :]
        for place, old in enumerate(text)
        for digit in "0123456789"
        if old.isdigit() and digit != old
    }
    return {one for one in changed if not (one.lstrip("-").startswith("0") and one.lstrip("-")[1:2].isdigit())}


printed = st.tuples(st.integers(-20_000, 20_000), st.integers(0, 2)).map(lambda n: str(Decimal(f"{n[0]}E-{n[1]}")))


@given(printed, st.fractions(-30_000, 30_000, max_denominator=8), st.fractions(0, 5_000, max_denominator=8))
def test_every_reading_in_the_room_is_found(text: str, lower: Fraction, width: Fraction) -> None:
    room = Interval(lower, lower + width)
    expected = {one for one in all_readings(text) if printed_interval(Decimal(one)) & room is not None}
    readings = one_digit_readings(Decimal(text), room)
    assert {str(one) for one in readings} == expected
    assert len(readings) == len(expected)


@pytest.mark.parametrize("text", ["0", "-0", "7", "-7", "10", "0.45", "-0.4", "12.00", "1002"])
def test_without_bounds_every_reading_is_found(text: str) -> None:
    assert {str(one) for one in one_digit_readings(Decimal(text), UNBOUNDED)} == all_readings(text)
