"""Exact intervals, against a search through the corners that shares no formula with the library."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gentbudget.intervals import (
    UNBOUNDED,
    Interval,
    IntervalSum,
    decimal_of,
    exact_sum,
    printable_units,
    printed_interval,
    printed_units,
    share_can_hold,
)

HALF = Fraction(1, 2)


def interval(lower: str, upper: str) -> Interval:
    return Interval(Fraction(lower), Fraction(upper))


@pytest.mark.parametrize(
    ("printed", "lower", "upper"),
    [
        ("33", "32.5", "33.5"),
        ("0", "-0.5", "0.5"),
        ("-0", "-0.5", "0.5"),
        ("-12", "-12.5", "-11.5"),
        ("22.50", "22.495", "22.505"),
        ("91.7", "91.65", "91.75"),
        ("522707722", "522707721.5", "522707722.5"),
    ],
)
def test_a_print_stands_for_half_a_unit_to_either_side(printed: str, lower: str, upper: str) -> None:
    assert printed_interval(Decimal(printed)) == interval(lower, upper)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_figure_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a printed figure"):
        printed_units(Decimal(value))


@pytest.mark.parametrize(
    ("share", "part", "whole", "holds"),
    [
        # 663.509 of 648.927 is 102,247..%, and half a euro moves that by less than a ten-thousandth.
        ("102.2", "663509", "648927", True),
        ("102.3", "663509", "648927", False),
        # A whole of nothing prints none of it; with 12 cents in it the share has no limit but these cents.
        ("0.0", "3320", "0", True),
        ("2766541.7", "3320", "0", True),
        # 3.319,5 of at most 50 cents is at least 663.900%.
        ("663900.0", "3320", "0", True),
        ("663899.9", "3320", "0", False),
        ("0.0", "0", "0", True),
        ("100.0", "0", "0", True),
        ("-5.0", "0", "0", True),
        # At most 50 cents less than nothing, of at least 9,5: -5,263..%.
        ("-5.3", "0", "10", True),
        ("-5.4", "0", "10", False),
        ("0.0", "0", "5855", True),
        ("0.1", "0", "5855", False),
        ("-25.0", "-25", "100", True),
        ("25.0", "-25", "-100", True),
        ("25.0", "25", "-100", False),
        # From 0,5 of 2,5 to 1,5 of 1,5.
        ("20.0", "1", "2", True),
        ("19.9", "1", "2", False),
        ("100.0", "1", "2", True),
        ("100.1", "1", "2", False),
        # From -25,5 of 99,5, -25,63..%, to -24,5 of 100,5, -24,38..%.
        ("-25.6", "-25", "100", True),
        ("-25.7", "-25", "100", False),
        ("-24.4", "-25", "100", True),
        ("-24.3", "-25", "100", False),
        # From 0,925 of 1,205, 76,76..%, to 0,935 of 1,195, 78,24..%.
        ("76.8", "0.93", "1.20", True),
        ("76.7", "0.93", "1.20", False),
        ("78.2", "0.93", "1.20", True),
        ("78.3", "0.93", "1.20", False),
        # From 0,925 of 1,5, 61,66..%, to 0,935 of 0,5.
        ("61.7", "0.93", "1", True),
        ("61.6", "0.93", "1", False),
        # Exactly met: 0,5% of 0,5 is 0,0025, 1,5% of 1,5 is 0,0225; the ends of what is printed are in it.
        ("1", "0.001", "1", False),
        ("1", "0.002", "1", True),
        ("1", "0.023", "1", True),
        ("1", "0.024", "1", False),
    ],
)
def test_a_share_holds_where_true_values_can_make_it(share: str, part: str, whole: str, holds: bool) -> None:
    assert share_can_hold(Decimal(share), Decimal(part), Decimal(whole)) is holds


def corners_hold(share: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Search the ends of the three intervals, and wholes next to nothing, for values that satisfy the share."""
    if not share and not whole:
        return True
    shares, parts, wholes = map(printed_interval, (share, part, whole))
    tiny = Fraction(1, 10**30)
    candidates = [wholes.lower, wholes.upper, *([tiny, -tiny] if 0 in wholes else [])]
    for of in candidates:
        assert of is not None
        ends = sorted(end * of / 100 for end in (shares.lower, shares.upper) if end is not None)
        if Interval(*ends) & parts is not None:
            return True
    return any(
        share_end and 100 * part_end / share_end in wholes
        for part_end, share_end in product((parts.lower, parts.upper), (shares.lower, shares.upper))
        if part_end is not None and share_end is not None
    )


def figures(size: int, decimals: int) -> st.SearchStrategy[Decimal]:
    return st.integers(-size, size).map(lambda units: Decimal(f"{units}E-{decimals}"))


@given(figures(3000, 1), figures(40, 0) | figures(300, 2), figures(40, 0) | figures(300, 2))
@example(Decimal("0.0"), Decimal(5), Decimal(0))
@example(Decimal("900.0"), Decimal(5), Decimal(0))
@example(Decimal("-0.1"), Decimal(0), Decimal(-1))
def test_a_share_is_judged_as_by_its_corners(share: Decimal, part: Decimal, whole: Decimal) -> None:
    assert share_can_hold(share, part, whole) is corners_hold(share, part, whole)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_what_was_rounded_is_never_refused(part: int, whole: int) -> None:
    tenths = round(Fraction(1000 * part, whole)) if whole else 0
    printed_part, printed_whole = (Decimal(round(Fraction(cents, 100))) for cents in (part, whole))
    assert share_can_hold(Decimal(f"{tenths}E-1"), printed_part, printed_whole)


def test_nothing_depends_on_the_decimal_context() -> None:
    with localcontext(prec=1):
        assert printed_units(Decimal("-123456.78")) == (-12345678, 100)
        assert exact_sum([Decimal("123456.78"), Decimal("-0.01"), Decimal(3)]) == Decimal("123459.77")
        assert share_can_hold(Decimal("102.2"), Decimal(663509), Decimal(648927))
        assert not share_can_hold(Decimal("102.3"), Decimal(663509), Decimal(648927))


def test_a_sum_keeps_the_finest_decimals() -> None:
    assert str(exact_sum([Decimal("1.10"), Decimal("2.4"), Decimal(-1)])) == "2.50"
    assert str(exact_sum([])) == "0"


bounded = st.tuples(st.fractions(-50, 50, max_denominator=20), st.fractions(-50, 50, max_denominator=20)).map(
    lambda ends: Interval(min(ends), max(ends))
)
within = st.fractions(0, 1, max_denominator=7)


def inside(one: Interval, where: Fraction) -> Fraction:
    assert one.lower is not None
    assert one.upper is not None
    return one.lower + where * (one.upper - one.lower)


@given(bounded, bounded, within, within)
def test_operations_cover_every_pair_of_numbers(one: Interval, other: Interval, here: Fraction, there: Fraction) -> None:
    a, b = inside(one, here), inside(other, there)
    assert a + b in one + other
    assert a - b in one - other
    assert a * b in one * other
    assert 7 * a in one.times(7)
    if b:
        assert a / b in one / other
    if a == b:
        common = one & other
        assert common is not None
        assert a in common


@given(bounded, bounded)
def test_the_ends_of_an_operation_are_reached(one: Interval, other: Interval) -> None:
    pairs = list(product((one.lower, one.upper), (other.lower, other.upper)))
    for result, values in (
        (one + other, [a + b for a, b in pairs if a is not None and b is not None]),
        (one - other, [a - b for a, b in pairs if a is not None and b is not None]),
        (one * other, [a * b for a, b in pairs if a is not None and b is not None]),
    ):
        assert (result.lower, result.upper) == (min(values), max(values))


def test_a_quotient_has_no_bound_where_the_divisor_may_be_zero() -> None:
    assert interval("1", "2") / interval("-1", "1") == UNBOUNDED
    assert interval("1", "2") / interval("4", "8") == interval("1/8", "1/2")
    assert interval("-1", "2") / interval("-8", "-4") == interval("-1/2", "1/4")


def test_intervals_apart_have_nothing_in_common() -> None:
    assert interval("1", "2") & interval("2", "3") == interval("2", "2")
    assert interval("1", "2") & interval("5/2", "3") is None
    assert Interval(Fraction(1)) & Interval(upper=Fraction(0)) is None
    assert Interval(Fraction(1)) & UNBOUNDED == Interval(Fraction(1))


@given(st.lists(bounded | st.just(UNBOUNDED), min_size=1, max_size=6))
def test_a_sum_without_one_addend_is_the_sum_of_the_others(addends: list[Interval]) -> None:
    def added(some: list[Interval]) -> Interval:
        total = Interval(Fraction(0), Fraction(0))
        for one in some:
            total += one
        return total

    whole = IntervalSum.of(addends)
    assert whole.interval == added(addends)
    for place, addend in enumerate(addends):
        assert whole.without(addend) == added(addends[:place] + addends[place + 1 :])


@given(bounded, st.sampled_from([1, 10, 100]))
def test_what_can_be_printed_of_an_interval(one: Interval, scale: int) -> None:
    least, greatest = printable_units(one, scale)
    assert least is not None
    assert greatest is not None
    for units, meets in ((least - 1, False), (least, True), (greatest, True), (greatest + 1, False)):
        print_ = Interval((units - HALF) / scale, (units + HALF) / scale)
        assert (print_ & one is not None) is meets


@pytest.mark.parametrize("digits", [4_301, 20_000])
def test_numbers_of_thousands_of_digits_are_counted_and_turned_back(digits: int) -> None:
    """Python writes out no int of more than 4.300 digits, and none has to be."""
    for text in ("9" * digits, "9" * digits + ".25", "-0." + "3" * digits):
        value = Decimal(text)
        assert decimal_of(*printed_units(value)).as_tuple() == value.as_tuple()
    assert exact_sum([Decimal("9" * digits), Decimal("1.5")]) == Decimal("1" + "0" * digits + ".5")
    assert share_can_hold(Decimal("100.0"), Decimal("9" * digits), Decimal("9" * digits))


def test_nothing_adds_up_to_nothing() -> None:
    assert str(exact_sum([])) == "0"
