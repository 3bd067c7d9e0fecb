"""The figures of a report, each with what one needs to say where it stands."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from attrs import frozen

from gentbudget.intervals import UNBOUNDED, Interval, printed_interval
from gentbudget.model import Cell, Column, Entry

_PREVIOUS = ("previous_actual", "previous_paid")


@frozen(eq=False)
class Figure:
    """A figure of an entry's tables. ``cell`` is None for one that ought to be there and has no place in the text."""

    entry: Entry
    row: str
    column: Column
    cell: Cell | None
    is_staff: bool

    @property
    def value(self) -> Decimal | None:
        """The printed value, None where there is none or where it cannot be read."""
        return None if self.cell is None else self.cell.value

    @property
    def line(self) -> int:
        """The line of the figure, or the first line of its entry."""
        return self.entry.lines[0] if self.cell is None else self.cell.line

    @property
    def is_previous(self) -> bool:
        """Whether it is an amount of the year before."""
        return self.column.name in _PREVIOUS

    @cached_property
    def printed(self) -> Interval:
        """The true values that its print stands for: all of them where nothing is printed."""
        return UNBOUNDED if self.value is None else printed_interval(self.value)

    def __str__(self) -> str:
        return f"{self.row}, {self.column.label}"


def name_of(entry: Entry) -> str:
    """Name an entry by its code or, where that is lost, by its kind and first line."""
    return entry.code or f"the {entry.kind} at line {entry.lines[0]}"
