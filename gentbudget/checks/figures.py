"""The figures that a finding or an inference is about, each with what one needs to say where it stands."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from attrs import frozen

from gentbudget.checks.rows import EnteredRow
from gentbudget.intervals import UNBOUNDED, Interval, Units, interval_of_units
from gentbudget.model import Column, Entry, PrintedFigures
from gentbudget.vocabulary import PREVIOUS


@frozen(eq=False)
class Figure:
    """A figure of an entry's tables, or one that ought to be there. There is one for each cell, made when it is asked for."""

    home: EnteredRow
    index: int

    @property
    def entry(self) -> Entry:
        """The entry in whose tables it stands."""
        return self.home.entry

    @property
    def row(self) -> str:
        """The label of its row."""
        return self.home.label

    @property
    def column(self) -> Column:
        """Its column."""
        return self.home.row.columns[self.index]

    @property
    def is_staff(self) -> bool:
        """Whether it counts staff."""
        return self.home.is_staff

    @property
    def value(self) -> Decimal | None:
        """The printed value, None where there is none or where it cannot be read."""
        return None if self.home.units[self.index] is None else self.home.row.numbers[self.index]

    @property
    def units(self) -> Units | None:
        """The printed value in units of its last decimal, None where there is no value."""
        return self.home.units[self.index]

    @property
    def line(self) -> int:
        """The line of the figure, or the first line of its entry."""
        figures = self.home.row.figures
        line = figures.line if isinstance(figures, PrintedFigures) else figures[self.index].line
        return line or self.home.row.line or self.entry.lines[0]

    @property
    def is_previous(self) -> bool:
        """Whether it is an amount of the year before."""
        return self.column.name in PREVIOUS

    @cached_property
    def printed(self) -> Interval:
        """The true values that its print stands for: all of them where nothing is printed."""
        return UNBOUNDED if self.units is None else interval_of_units(*self.units)

    def __str__(self) -> str:
        return f"{self.row}, {self.column.label}"


def name_of(entry: Entry) -> str:
    """Name an entry by its code or, where that is lost, by its kind and first line."""
    return entry.code or f"the {entry.kind} at line {entry.lines[0]}"
