"""Readings of a misread digit, against all texts that differ in one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Sum, as_printed
from gentbudget.checks.misreading import one_digit_makes, one_digit_readings, slip_readings
from gentbudget.checks.rows import Reader
from gentbudget.intervals import UNBOUNDED, Interval, printable_units, printed_interval
from gentbudget.model import Action, BudgetRow, Cell, Column


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


def sum_of(numbers: Sequence[tuple[int, int] | None]) -> Sum:
    """A sum whose total is the first of these numbers, each in units of its last decimal; None is missing."""
    columns = (Column("Krediet"),)
    home = [
        Reader().row(Action(), BudgetRow("Saldo", columns, (Cell(one and Decimal(f"{one[0]}E-{one[1]}"), "?"),)))
        for one in numbers
    ]
    total, *addends = home
    figures = {id(row): Figure(row, 0) for row in home}
    return Sum(next(iter(total.places)), total, tuple(addends), lambda row, index: figures[id(row)])


@given(
    st.lists(st.tuples(st.integers(-9_999, 9_999), st.integers(0, 2)), min_size=2, max_size=6),
    st.integers(0, 5),
)
def test_what_a_sum_leaves_is_the_same_in_whole_numbers(numbers: list[tuple[int, int]], place: int) -> None:
    one = sum_of(numbers)
    figure = one.figures[place % len(numbers)]
    assert figure.units is not None
    assert one.prints(figure) == printable_units(one.leaves(figure), figure.units[1])


@given(st.lists(st.none() | st.tuples(st.integers(-9_999, 9_999), st.integers(0, 2)), min_size=2, max_size=5))
def test_what_a_sum_leaves_is_what_its_figures_as_printed_leave(numbers: list[tuple[int, int] | None]) -> None:
    """Added up as intervals, without the one; with another one missing, that is nothing at all."""
    one = sum_of(numbers)
    assert [(figure, one.leaves(figure)) for figure in one.figures] == list(one.leave(one.figures, as_printed))


@given(st.integers(1, 10**7), st.integers(0, 10**5))
def test_a_difference_that_one_digit_makes_is_a_digit_and_zeros(least: int, more: int) -> None:
    made = [digit * 10**power for digit in range(1, 10) for power in range(9)]
    assert one_digit_makes(least, least + more) == any(least <= one <= least + more for one in made)


@given(st.lists(st.integers(-9_999, 9_999), min_size=2, max_size=6), st.data())
def test_how_far_a_sum_is_off_is_what_one_figure_is_off(numbers: list[int], data: st.DataObject) -> None:
    """Whichever of its figures is put right: what that is printed as lies so far from what it is now, and no less far."""
    one = sum_of([(number, 0) for number in numbers])
    assume(not one.can_hold())
    figure = data.draw(st.sampled_from(one.figures))
    least, greatest = one.prints(figure)
    units, _ = figure.units or (0, 1)
    assert sorted((abs(least - units), abs(greatest - units))) == list(one.misses or ())


def all_slips(units: int) -> set[int]:
    """Lose a digit, add one, swap two neighbours, or change the sign."""
    digits, sign = str(abs(units)), -1 if units < 0 else 1
    places = range(len(digits))
    lost = {digits[:i] + digits[i + 1 :] for i in places if len(digits) > 1}
    added = {digits[:i] + digit + digits[i:] for i in (*places, len(digits)) for digit in "0123456789"}
    swapped = {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in places[:-1]}
    return {-units, *(sign * int(one) for one in lost | added | swapped)} - {units}


@given(st.integers(-20_000, 20_000).filter(bool), st.data())
def test_every_slip_between_the_bounds_is_found(units: int, data: st.DataObject) -> None:
    slips = sorted(all_slips(units))
    one, other = (data.draw(st.sampled_from(slips)) for _ in range(2))
    least, greatest = min(one, other), max(one, other)
    digits = {Decimal(text) for text in all_readings(str(units))}
    found = slip_readings(units, 1, units < 0, least, greatest)
    assert set(found) == {Decimal(n) for n in {*slips, *map(int, digits)} if least <= n <= greatest}
    assert set(slip_readings(units, 1, units < 0, -(10**6), 10**6)) == {*map(Decimal, slips), *digits}
