"""Figures that add up: drawn in exact units, summed exactly, and rounded where they are printed, as those of accounts are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from attrs import frozen
from hypothesis import strategies as st

from gentbudget.model import BudgetRow, BudgetTable, Cell, Column, StaffRow
from gentbudget.testing.numbers import print_units
from gentbudget.vocabulary import FLOWS, SECTIONS, STAFF_ROW, Measure, TableKind, measures_of

Amounts = tuple[int, ...]
"""The exact amounts of a row by column, percentages left out: euro cents, or thousandths of a full-time equivalent."""

_ROWS = tuple((section.label, flow.label) for section in SECTIONS for flow in FLOWS)
_MEASURES: dict[TableKind, tuple[Measure, ...]] = {"budget": measures_of("budget"), "staff": measures_of("staff")}
_AMOUNTS = {kind: tuple(m.name for m in measures if not m.is_share) for kind, measures in _MEASURES.items()}
_FINER: dict[TableKind, int] = {"budget": 100, "staff": 10}
"""How many exact units one printed unit is."""

_SHARE_UNITS = 1000
"""Tenths of a percent in a whole."""


@frozen
class Figures:
    """The exact figures of an entry: the rows of its budget, and its staff."""

    budget: tuple[Amounts, ...]
    staff: Amounts


@cache
def figures() -> st.SearchStrategy[Figures]:
    """Exact figures of an action; most rows are nothing, as they are in print."""
    cents, thousandths = st.integers(-(10**7), 10**9), st.integers(0, 10**5)
    budget = st.dictionaries(st.integers(0, len(_ROWS) - 1), st.tuples(cents, cents, cents), max_size=3)
    staff = st.just(_NOTHING) | st.tuples(thousandths, thousandths, thousandths)
    return st.builds(_spread, budget, staff)


_NOTHING = (0, 0, 0)


def _spread(budget: dict[int, Amounts], staff: Amounts) -> Figures:
    return Figures(tuple(budget.get(place, _NOTHING) for place in range(len(_ROWS))), staff)


def total(addends: Sequence[Figures]) -> Figures:
    """The exact sum of figures."""
    return Figures(
        tuple(_sum(rows) for rows in zip(*(one.budget for one in addends), strict=True)),
        _sum(one.staff for one in addends),
    )


def _sum(rows: Iterable[Amounts]) -> Amounts:
    return tuple(map(sum, zip(*rows, strict=True)))


@cache
def columns_of(kind: TableKind, year: int) -> tuple[Column, ...]:
    """The columns of a table in the accounts of a year."""
    return tuple(
        Column(m.printed(year, year - 1), m.name, year - 1 if m.is_previous else year, m.is_share) for m in _MEASURES[kind]
    )


def budget_table(exact: Figures, columns: tuple[Column, ...]) -> BudgetTable:
    """The table *Budgettaire onderbouwing* that prints exact figures."""
    return BudgetTable(
        columns,
        tuple(
            BudgetRow(f"{section} {flow}", columns, _printed("budget", amounts), None, section, flow)
            for (section, flow), amounts in zip(_ROWS, exact.budget, strict=True)
        ),
    )


def staff_row(exact: Figures, columns: tuple[Column, ...]) -> StaffRow:
    """The row of *Onderbouwing personeel* that prints exact figures."""
    return StaffRow(STAFF_ROW, columns, _printed("staff", exact.staff))


def _printed(kind: TableKind, amounts: Amounts) -> tuple[Cell, ...]:
    """Round amounts, and the percentages that were computed of them before."""
    exact = dict(zip(_AMOUNTS[kind], amounts, strict=True))
    printed = []
    for measure in _MEASURES[kind]:
        if measure.part is None or measure.whole is None:
            units = _rounded(exact[measure.name], _FINER[kind])
        else:
            part, whole = exact[measure.part], exact[measure.whole]
            units = _rounded(_SHARE_UNITS * part, whole) if whole else 0
        text = print_units(units, measure.decimals) + ("%" if measure.is_share else "")
        printed.append(Cell(Decimal(units).scaleb(-measure.decimals), text))
    return tuple(printed)


def _rounded(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction, halves away from zero."""
    magnitude = (2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator))
    return -magnitude if (numerator < 0) != (denominator < 0) else magnitude
