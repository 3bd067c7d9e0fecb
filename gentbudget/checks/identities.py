"""The identities of a report: which of its figures must equal what others come to.

There are two kinds. In a row, a percentage equals 100 · part / whole. Between levels, an entry's amount equals the sum
of its children's amounts in the same row and column. An identity knows two things: whether any true values behind the
prints satisfy it, and what it leaves for one of its figures when the others are known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from gentbudget.checks.figures import Figure
from gentbudget.checks.rows import EnteredRow, Place
from gentbudget.intervals import (
    UNBOUNDED,
    Interval,
    IntervalSum,
    Units,
    decimal_of,
    printed_units,
    sum_of_units,
    units_can_hold,
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

    def can_hold_with(self, figure: Figure, value: Decimal) -> bool | None:
        """Whether true values could satisfy it if one of its figures were printed as another value."""
        share, part, whole = [printed_units(value) if one is figure else one.units for one in self.figures]
        return None if share is None or part is None or whole is None else units_can_hold(share, part, whole)

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
    """A sum over children: ``total`` = the sum of ``addends``, one for each child, each with its own rounding.

    It is made of rows and the place in them. Their figures are asked for where the sum does not hold, or lacks one.
    """

    _place: Place
    _total: EnteredRow
    _addends: tuple[EnteredRow, ...]
    _figure: Callable[[EnteredRow, int], Figure]

    @cached_property
    def total(self) -> Figure:
        """The figure of the entry that the children stand under."""
        return self._figure(self._total, self._total.places[self._place])

    @cached_property
    def addends(self) -> tuple[Figure, ...]:
        """The figures of the children."""
        return tuple(self._figure(row, row.places[self._place]) for row in self._addends)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The total and the addends."""
        return self.total, *self.addends

    @property
    def entry(self) -> Entry:
        """The entry that the children stand under."""
        return self._total.entry

    @property
    def rows(self) -> tuple[EnteredRow, ...]:
        """The rows of the addends, one for each child."""
        return self._addends

    def is_printed_but_for(self, numbers: Collection[int]) -> bool:
        """Whether all addends are printed but those of some children, which are told by their number."""
        _, *addends = self._units
        return all(units is not None or number in numbers for number, units in enumerate(addends))

    @property
    def _units(self) -> list[Units | None]:
        place = self._place
        return [row.units[row.places[place]] for row in (self._total, *self._addends)]

    @cached_property
    def computed(self) -> Decimal:
        """The sum of the addends that are printed."""
        _, *addends = self._units
        return decimal_of(*sum_of_units(units for units in addends if units is not None))

    @property
    def gap(self) -> Decimal:
        """By how much the total exceeds the sum of the addends; negative where it falls below."""
        finest, total, _, others, _ = self._in_units
        return decimal_of(total - others, finest)

    def can_hold(self) -> bool | None:
        """Whether true values can satisfy it; None where a figure is missing."""
        units = self._units
        return None if None in units else _can_add_up(units)

    def can_hold_of_printed(self) -> bool | None:
        """Whether it can hold if the addends that are missing are nothing; None where the total is missing."""
        units = self._units
        return None if units[0] is None else _can_add_up(units)

    def prints(self, figure: Figure) -> tuple[int, int]:
        """The least and the greatest print that it leaves for one figure, in units of that; the others are all printed.

        The same as `leaves` says, in whole numbers: this is asked of every figure of a sum that does not hold.
        """
        middle, spread = self._left(figure)
        step = self._in_units[0] // (figure.units or (0, 1))[1]
        # A print stands for half a step to either side of it.
        return -((spread + step - 2 * middle) // (2 * step)), (2 * middle + spread + step) // (2 * step)

    def _left(self, figure: Figure) -> tuple[int, int]:
        """The middle of what the others leave for a figure, and how wide that is, on the finest scale."""
        finest, total, total_step, others, steps = self._in_units
        if figure is self.total:
            return others, steps
        units, scale = figure.units or (0, 1)
        step = finest // scale
        return total - others + units * step, total_step + steps - step

    @property
    def misses(self) -> tuple[int, int] | None:
        """How far off a figure is at least and at most if it is all that is wrong, where it does not hold.

        In units that are those of all its figures; None where they have unlike ones.
        """
        _, total, step, others, steps = self._in_units
        gap, prints = abs(total - others), len(self._addends) + 1
        # Each print stands for half a step to either side of it.
        return (gap - prints // 2, gap + prints // 2) if steps + step == prints else None

    @cached_property
    def _in_units(self) -> tuple[int, int, int, int, int]:
        """The finest scale; the total and its step on that scale; the sum of the addends, and that of their steps."""
        (total, scale), *addends = [units or (0, 1) for units in self._units]
        finest = max([scale, *(other for _, other in addends)])
        return (
            finest,
            total * (finest // scale),
            finest // scale,
            sum([units * (finest // other) for units, other in addends]),
            sum([finest // other for _, other in addends]),
        )

    def leave(self, figures: Collection[Figure], known: Known) -> Iterator[tuple[Figure, Interval]]:
        """Say what it leaves for each of some of its figures, given what is known of the others."""
        addends, total = IntervalSum.of(map(known, self.addends)), known(self.total)
        for figure in figures:
            yield figure, addends.interval if figure is self.total else total - addends.without(known(figure))

    def leaves(self, figure: Figure) -> Interval:
        """Say what it leaves for one figure, given the others as they are printed."""
        if self._missing not in ((), (figure,)):
            return UNBOUNDED
        middle, spread = self._left(figure)
        doubled = 2 * self._in_units[0]
        return Interval(Fraction(2 * middle - spread, doubled), Fraction(2 * middle + spread, doubled))

    @cached_property
    def _missing(self) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure.units is None)


def _can_add_up(units: Iterable[Units | None]) -> bool:
    """Whether the first of some printed figures can be the sum of the others."""
    printed = [one for one in units if one is not None]
    # In units of the finest figure. Each print is off by half a unit of its own at most.
    finest = max([scale for _, scale in printed])
    steps = [finest // scale for _, scale in printed]
    whole, *parts = [count * step for (count, _), step in zip(printed, steps, strict=True)]
    return 2 * abs(whole - sum(parts)) <= sum(steps)


Identity = Percentage | Sum
