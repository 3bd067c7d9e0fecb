"""What a report consists of: entries with their tables, down to the printed cell. Everything is immutable.

Amounts are whole euros, staff is in full-time equivalents (VTE) with two decimals, percentages are percent points as
printed: ``91,7%`` is ``Decimal("91.7")``. A figure that is not printed, or cannot be read, is None. Things are equal if
they say the same, wherever they stand: lines, columns, spans and pages do not count.
"""

from gentbudget.model.cells import Cell, PrintedFigures
from gentbudget.model.entries import Action, ActionPlan, ContentsRow, Entry, Objective, Period, Project
from gentbudget.model.rows import BudgetRow, Column, Row, StaffRow
from gentbudget.model.tables import BudgetTable, Section
from gentbudget.vocabulary import Kind

__all__ = [
    "Action",
    "ActionPlan",
    "BudgetRow",
    "BudgetTable",
    "Cell",
    "Column",
    "ContentsRow",
    "Entry",
    "Kind",
    "Objective",
    "Period",
    "PrintedFigures",
    "Project",
    "Row",
    "Section",
    "StaffRow",
]
