"""Exact interval arithmetic: what a printed figure says about the figure behind it.

Figures are rounded when they are printed, so a print stands for a whole interval of true values: ``33`` for everything
from 32,5 to 33,5. Both ends belong to it, because the document does not say which way it rounds halves. All arithmetic
is on whole numbers and fractions; nothing here depends on a tolerance, on floating point or on the decimal context.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

Bound = Fraction | None
"""An end of an interval; None where the interval has no end."""

Units = tuple[int, int]
"""A printed value, counted in units of its last decimal, and how many of these make one."""


@frozen
class Interval:
    """All numbers from ``lower`` to ``upper``, both included; an end that is None is infinitely far away."""

    lower: Bound = None
    upper: Bound = None

    def __contains__(self, number: Fraction | int) -> bool:
        return (self.lower is None or self.lower <= number) and (self.upper is None or number <= self.upper)

    def __neg__(self) -> Interval:
        return Interval(None if self.upper is None else -self.upper, None if self.lower is None else -self.lower)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.lower, other.lower), _sum(self.upper, other.upper))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Cover every product of a number of this interval and one of the other, where both have two ends."""
        if self.lower is None or self.upper is None or other.lower is None or other.upper is None:
            return UNBOUNDED
        products = [a * b for a in (self.lower, self.upper) for b in (other.lower, other.upper)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: Interval) -> Interval:
        """Cover every quotient of a number of this interval and one of the other that is not zero."""
        if 0 in other or other.lower is None or other.upper is None:
            return UNBOUNDED
        return self * Interval(1 / other.upper, 1 / other.lower)

    def times(self, factor: Fraction | int) -> Interval:
        """Multiply by a positive number."""
        return Interval(
            None if self.lower is None else self.lower * factor, None if self.upper is None else self.upper * factor
        )

    def __and__(self, other: Interval) -> Interval | None:
        """Keep what both intervals have in common; None where they have nothing in common."""
        lower, upper = self.lower, self.upper
        if lower is None or (other.lower is not None and other.lower > lower):
            lower = other.lower
        if upper is None or (other.upper is not None and other.upper < upper):
            upper = other.upper
        if lower is not None and upper is not None and lower > upper:
            return None
        return Interval(lower, upper)


UNBOUNDED = Interval()


def printed_interval(value: Decimal) -> Interval:
    """Every true value that a figure may have that is printed as ``value``, whose decimals are those of the print.

    Raises ValueError for NaN and infinities.

    >>> printed_interval(Decimal("33"))
    Interval(lower=Fraction(65, 2), upper=Fraction(67, 2))
    """
    return interval_of_units(*printed_units(value))


def interval_of_units(units: int, scale: int) -> Interval:
    """Every true value of a figure that is printed as so many units of its last decimal.

    >>> interval_of_units(33, 1) == printed_interval(Decimal("33"))
    True
    """
    return Interval(Fraction(2 * units - 1, 2 * scale), Fraction(2 * units + 1, 2 * scale))


def printed_units(value: Decimal) -> Units:
    """Count a printed value in units of its last decimal, and say how many of these make one.

    Raises ValueError for NaN and infinities.

    >>> printed_units(Decimal("22.50"))
    (2250, 100)
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a printed figure")
    scale = 10**-exponent if exponent < 0 else 1
    numerator, denominator = value.as_integer_ratio()
    return numerator * (scale // denominator), scale


def printable_units(interval: Interval, scale: int) -> tuple[int | None, int | None]:
    """Give the least and the greatest print of a number in the interval, as `printed_units` counts at this scale.

    >>> printable_units(Interval(Fraction(5, 2), Fraction(7, 2)), 1)
    (2, 4)
    """
    half = Fraction(1, 2)
    return (
        None if interval.lower is None else ceil(interval.lower * scale - half),
        None if interval.upper is None else floor(interval.upper * scale + half),
    )


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """Add up without rounding, whatever the decimal context is, and with as many decimals as the finest value has.

    >>> exact_sum([Decimal("22.50"), Decimal("-0.5")])
    Decimal('22.00')
    """
    return decimal_of(*sum_of_units(map(printed_units, values)))


def sum_of_units(printed: Iterable[Units]) -> Units:
    """Add up what `printed_units` counts, in units of the finest.

    >>> sum_of_units([(2250, 100), (-5, 10)])
    (2200, 100)
    """
    printed = tuple(printed)
    finest = max((scale for _, scale in printed), default=1)
    return sum(count * (finest // scale) for count, scale in printed), finest


def decimal_of(units: int, scale: int) -> Decimal:
    """Turn what `printed_units` counts back into a value.

    >>> decimal_of(2250, 100)
    Decimal('22.50')
    """
    # Without a text in between: Python refuses to write out an int of thousands of digits.
    return Decimal(units).scaleb(-Decimal(scale).adjusted(), _EXACT)


_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)


def share_can_hold(share: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether a printed percentage can be 100 · part / whole, for any true values behind the three prints.

    A whole of exactly nothing prints ``0,0%`` whatever its part. One that prints as 0 may yet hide some cents, and then
    its percentages are as large as they please.

    >>> share_can_hold(Decimal("33.3"), Decimal("1"), Decimal("3"))
    True
    >>> share_can_hold(Decimal("2766541.7"), Decimal("3320"), Decimal("0"))
    True
    >>> share_can_hold(Decimal("106.2"), Decimal("1158616"), Decimal("1178695"))
    False
    """
    return units_can_hold(printed_units(share), printed_units(part), printed_units(whole))


def units_can_hold(share: Units, part: Units, whole: Units) -> bool:
    """Whether a printed percentage can hold, as `share_can_hold` says, for what is counted in units already.

    >>> units_can_hold((333, 10), (1, 1), (3, 1))
    True
    """
    share_units, share_scale = share
    part_units, part_scale = part
    whole_units, whole_scale = whole
    if not share_units and not whole_units:
        return True
    # In half units, so that every end is a whole number; the four scales are multiplied out of the division.
    factor = 200 * share_scale * whole_scale
    low_part, high_part = factor * (2 * part_units - 1), factor * (2 * part_units + 1)
    low_whole, high_whole = (2 * whole_units - 1) * part_scale, (2 * whole_units + 1) * part_scale
    # Positive and negative wholes are looked at apart: seen from a negative one, the part has the other sign. A whole
    # may come as near to zero as it pleases; that zero itself is excluded does not matter, since no end of a printed
    # part is zero.
    share_ends = 2 * share_units - 1, 2 * share_units + 1
    return (high_whole > 0 and _meet(share_ends, (max(low_whole, 0), high_whole), (low_part, high_part))) or (
        low_whole < 0 and _meet(share_ends, (max(-high_whole, 0), -low_whole), (-high_part, -low_part))
    )


def _meet(share: tuple[int, int], whole: tuple[int, int], part: tuple[int, int]) -> bool:
    """Whether a product of a share and a whole, which is not negative, lies among the parts."""
    least = min(share[0] * whole[0], share[0] * whole[1])
    most = max(share[1] * whole[0], share[1] * whole[1])
    return least <= part[1] and part[0] <= most


def _sum(one: Bound, other: Bound) -> Bound:
    return None if one is None or other is None else one + other


@frozen
class IntervalSum:
    """The sum of many intervals, from which any one of them can be taken out again without adding up the others.

    Addends without an end are counted, not added: without the only such addend, the sum of the others has that end.
    """

    lower: Fraction
    upper: Fraction
    no_lower: int
    no_upper: int

    @classmethod
    def of(cls, addends: Iterable[Interval]) -> IntervalSum:
        """Add up."""
        addends = tuple(addends)
        lowers = [a.lower for a in addends if a.lower is not None]
        uppers = [a.upper for a in addends if a.upper is not None]
        return cls(sum(lowers, Fraction(0)), sum(uppers, Fraction(0)), len(addends) - len(lowers), len(addends) - len(uppers))

    @property
    def interval(self) -> Interval:
        """Every sum of one number out of each interval."""
        return Interval(None if self.no_lower else self.lower, None if self.no_upper else self.upper)

    def without(self, addend: Interval) -> Interval:
        """Every sum of one number out of each interval but ``addend``, which must be one of those added up."""
        return IntervalSum(
            self.lower - (addend.lower or 0),
            self.upper - (addend.upper or 0),
            self.no_lower - (addend.lower is None),
            self.no_upper - (addend.upper is None),
        ).interval
