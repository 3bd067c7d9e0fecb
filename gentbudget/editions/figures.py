"""The figures of an entry by what they mean, so that those of another edition can be put beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from gentbudget.model import Cell, Column, Entry, Row
from gentbudget.report import Report

_CURRENT = frozenset({"budget", "actual", "planned", "paid"})
_PREVIOUS = {"previous_actual": "actual", "previous_paid": "paid"}


@frozen
class Figure:
    """A printed figure with the row and the column that it stands in."""

    row: Row
    column: Column
    cell: Cell


Key = tuple[str, str, int]
"""A row's label, what its column is called, and which of several by these names it is."""

Statement = tuple[str, str, int]
"""What a figure states, whichever column prints it: a row's label, ``budget``, ``actual``, ``planned`` or ``paid``, a year."""


def figures_of(entry: Entry) -> dict[Key, Figure]:
    """The figures of both tables, in printed order, by their place in the tables of any year."""
    found: dict[Key, Figure] = {}
    count = Counter[tuple[str, str]]()
    for row in _rows(entry):
        for column, cell in zip(row.columns, row.figures, strict=True):
            name = row.label.casefold(), column.key.casefold()
            found[*name, count[name]] = Figure(row, column, cell)
            count[name] += 1
    return found


def statements_of(entry: Entry, report: Report) -> dict[Statement, Figure]:
    """The amounts and staff figures of an entry by the year that they are about.

    The report's own years tell which that is, since a single head may have its year misread.
    """
    found: dict[Statement, Figure] = {}
    for figure in figures_of(entry).values():
        name = figure.column.name
        measure = name if name in _CURRENT else _PREVIOUS.get(name or "")
        year = (report.year if name in _CURRENT else report.previous_year) or figure.column.year
        if measure is not None and year is not None:
            found.setdefault((figure.row.label.casefold(), measure, year), figure)
    return found


def disagree(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two prints of one figure cannot both be right; what one of them does not print contradicts nothing.

    Where one has fewer decimals it may be the other, rounded.

    >>> disagree(Decimal("18.98"), Decimal("19.0")), disagree(Decimal("18.98"), Decimal("18.97"))
    (False, True)
    """
    if one is None or other is None:
        return False
    coarser = max(_unit(one), _unit(other))
    return 2 * abs(one - other) > coarser


def _unit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(0)


def _rows(entry: Entry) -> Iterator[Row]:
    yield from entry.budget.rows
    yield entry.staff
