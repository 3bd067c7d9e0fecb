"""Reads the text of the City of Ghent's annual accounts into typed, immutable objects.

>>> import gentbudget
>>> report = gentbudget.load_sample()
>>> report["OD10071"].staff.paid
Decimal('18.98')
"""

from gentbudget.errors import (
    MissingExtraError,
    NotAReportError,
    NotFoundError,
    ReportError,
    UnknownCodeError,
    UnknownLabelError,
    WrongKindError,
)
from gentbudget.findings import FigureRef, Finding, Gap
from gentbudget.model import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    ContentsRow,
    Entry,
    Objective,
    Period,
    Project,
    Row,
    Section,
    StaffRow,
)
from gentbudget.parser import parse, parse_file
from gentbudget.report import Report
from gentbudget.samples import load_sample

__all__ = [
    "Action",
    "ActionPlan",
    "BudgetRow",
    "BudgetTable",
    "Cell",
    "Column",
    "ContentsRow",
    "Entry",
    "FigureRef",
    "Finding",
    "Gap",
    "MissingExtraError",
    "NotAReportError",
    "NotFoundError",
    "Objective",
    "Period",
    "Project",
    "Report",
    "ReportError",
    "Row",
    "Section",
    "StaffRow",
    "UnknownCodeError",
    "UnknownLabelError",
    "WrongKindError",
    "load_sample",
    "parse",
    "parse_file",
]
