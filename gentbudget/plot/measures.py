"""Which figure of every entry a plot draws: a row and a column of its tables, by the names that this library has for them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from gentbudget.errors import UnknownLabelError
from gentbudget.model import Entry, Row

_STAFF = "staff"


@frozen
class Measure:
    """A figure by section and flow (``"operating"``, ``"expenditure"``; or ``"staff"``) and column (``"actual"``)."""

    section: str
    flow: str
    column: str

    @classmethod
    def of(cls, section: str, flow: str, column: str | None, entries: Iterable[Entry]) -> Measure:
        """Name a figure that at least one of these entries prints; raises `UnknownLabelError` if none does.

        Without a column it is the year's own figure: ``paid`` for staff, else ``actual``.
        """
        measure = cls(section, flow, column or ("paid" if section == _STAFF else "actual"))
        rows = [row for entry in entries if (row := measure.row(entry)) is not None]
        if not rows:
            raise UnknownLabelError(f"{section} {flow}", ["operating", "investment", "financing", _STAFF])
        if all(measure.column not in row.cells for row in rows):
            raise UnknownLabelError(measure.column, rows[0].cells)
        return measure

    def row(self, entry: Entry) -> Row | None:
        """Give the row of an entry, None where it is not printed."""
        if self.section == _STAFF:
            return entry.staff if entry.staff.columns else None
        try:
            return entry.budget[self.section, self.flow]
        except UnknownLabelError:
            return None

    def value(self, entry: Entry) -> Decimal | None:
        """Give the figure of an entry, None where it is not printed."""
        row = self.row(entry)
        return None if row is None or self.column not in row.cells else row[self.column]

    def label(self, entries: Iterable[Entry]) -> str:
        """Give the printed labels of the row and the column."""
        for entry in entries:
            row = self.row(entry)
            if row is not None:
                for column in row.columns:
                    if self.column in (column.name, column.label):
                        return f"{row.label}, {column.label}"
        return f"{self.section} {self.flow}, {self.column}"
