"""The identities of a report: which of its figures must equal what others come to.

There are two kinds. In a row, a percentage equals 100 · part / whole. Between levels, an entry's amount equals the sum
of its children's amounts in the same row and column. An identity knows two things: whether any true values behind the
prints satisfy it, and what it leaves for one of its figures when the others are known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from gentbudget.checks.figures import Figure
from gentbudget.intervals import (
    UNBOUNDED,
    Interval,
    IntervalSum,
    exact_sum,
    printed_units,
    share_can_hold,
)
from gentbudget.model import Entry

_HUNDREDTH = Fraction(1, 100)

Known = Callable[[Figure], Interval]
"""What is known of a figure."""


def as_printed(figure: Figure) -> Interval:
    """Know of a figure what its print says."""
    return figure.printed


@frozen(eq=False)
class Percentage:
    """A percentage of a row: ``share`` = 100 · ``part`` / ``whole``, computed before any of them was rounded."""

    share: Figure
    part: Figure
    whole: Figure

    @property
    def figures(self) -> tuple[Figure, Figure, Figure]:
        """The three figures."""
        return self.share, self.part, self.whole

    @property
    def entry(self) -> Entry:
        """The entry in whose tables it stands."""
        return self.share.entry

    def can_hold(self) -> bool | None:
        """Whether true values can satisfy it; None where a figure is missing."""
        return _share_can_hold(self.share.value, self.part.value, self.whole.value)

    def can_hold_with(self, figure: Figure, value: Decimal) -> bool | None:
        """Whether true values could satisfy it if one of its figures were printed as another value."""
        return _share_can_hold(*(value if one is figure else one.value for one in self.figures))

    def leave(self, figures: Collection[Figure], known: Known) -> Iterator[tuple[Figure, Interval]]:
        """Say what it leaves for each of some of its figures, given what is known of the others."""
        share, part, whole = map(known, self.figures)
        for figure in figures:
            if figure is self.share:
                yield figure, part.times(100) / whole
            elif figure is self.whole:
                yield figure, part.times(100) / share
            # A whole of exactly nothing prints as 0,0% of whatever part.
            elif 0 in whole and 0 in share:
                yield figure, UNBOUNDED
            else:
                yield figure, (share * whole).times(_HUNDREDTH)

    def leaves(self, figure: Figure) -> Interval:
        """Say what it leaves for one figure, given the others as they are printed."""
        return next(self.leave((figure,), as_printed))[1]


@frozen(eq=False)
class Sum:
    """A sum over children: ``total`` = the sum of ``addends``, one for each child, each with its own rounding."""

    total: Figure
    addends: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The total and the addends."""
        return self.total, *self.addends

    @property
    def entry(self) -> Entry:
        """The entry that the children stand under."""
        return self.total.entry

    @cached_property
    def computed(self) -> Decimal:
        """The sum of the addends that are printed."""
        return exact_sum(f.value for f in self.addends if f.value is not None)

    @property
    def gap(self) -> Decimal:
        """By how much the total exceeds the sum of the addends; negative where it falls below."""
        return exact_sum((self.total.value or Decimal(0), self.computed.copy_negate()))

    def can_hold(self) -> bool | None:
        """Whether true values can satisfy it; None where a figure is missing."""
        values = [figure.value for figure in self.figures]
        units = [printed_units(value) for value in values if value is not None]
        if len(units) < len(values):
            return None
        # In units of the finest figure. Each print is off by half a unit of its own at most.
        finest = max(scale for _, scale in units)
        total, *addends = (count * (finest // scale) for count, scale in units)
        return 2 * abs(total - sum(addends)) <= sum(finest // scale for _, scale in units)

    def leave(self, figures: Collection[Figure], known: Known) -> Iterator[tuple[Figure, Interval]]:
        """Say what it leaves for each of some of its figures, given what is known of the others."""
        addends, total = IntervalSum.of(map(known, self.addends)), known(self.total)
        for figure in figures:
            yield figure, addends.interval if figure is self.total else total - addends.without(known(figure))

    def leaves(self, figure: Figure) -> Interval:
        """Say what it leaves for one figure, given the others as they are printed."""
        if figure is self.total:
            return self._addends.interval
        return self.total.printed - self._addends.without(figure.printed)

    @cached_property
    def _addends(self) -> IntervalSum:
        # Kept, so that asking for every one of many addends costs no more than adding them up once.
        return IntervalSum.of(figure.printed for figure in self.addends)


def _share_can_hold(share: Decimal | None, part: Decimal | None, whole: Decimal | None) -> bool | None:
    return None if share is None or part is None or whole is None else share_can_hold(share, part, whole)


Identity = Percentage | Sum
