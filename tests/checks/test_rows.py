"""Figures are counted in units of their last decimal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gentbudget.checks.rows import MOST_DIGITS, Reader
from gentbudget.model import Action, BudgetRow, Cell, Column


@pytest.mark.parametrize(
    ("value", "units"),
    [
        (Decimal("-0.50"), (-50, 100)),
        (Decimal("4E+3"), (4000, 1)),
        (Decimal("12E-2"), (12, 100)),
        (Decimal("9" * MOST_DIGITS), (10**MOST_DIGITS - 1, 1)),
        (Decimal("9" * (MOST_DIGITS + 1)), None),
        (Decimal(f"1E+{MOST_DIGITS + 1}"), None),
        (Decimal("Infinity"), None),
        (Decimal("NaN"), None),
        (None, None),
    ],
    ids=str,
)
def test_a_figure_in_units_of_its_last_decimal(value: Decimal | None, units: tuple[int, int] | None) -> None:
    columns = (Column("Krediet"), Column("Jaarrekening 2024"))
    row = BudgetRow("Saldo", columns, (Cell(value, "?"), Cell(value, "?")))
    assert Reader().row(Action(), row).units == [units, units]


def test_a_figure_is_no_other_that_stood_at_its_place_in_memory() -> None:
    """A reading of a row is asked about and dropped, and the next one made where it was."""
    reader, column = Reader(), (Column("Krediet"),)
    for units in range(100):
        row = BudgetRow("Saldo", column, (Cell(Decimal(units), "?"),))
        assert reader.row(Action(), row).units == [(units, 1)]
        del row
