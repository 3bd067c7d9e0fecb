"""Every public name of gentbudget, gathered; `gentbudget` itself loads this when the first of them is used."""

from gentbudget.dumps import Dump, Origin, Reconciled, reconcile
from gentbudget.editions import Change, Comparison, Movement, Nameless, Restatement, compare, series
from gentbudget.errors import (
    ExportError,
    MissingExtraError,
    NotAReportError,
    NotFoundError,
    ReportError,
    UnknownCodeError,
    UnknownLabelError,
    WrongKindError,
)
from gentbudget.exports import export
from gentbudget.files import Parsed, parse_files
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
    "Change",
    "Column",
    "Comparison",
    "ContentsRow",
    "Dump",
    "Entry",
    "ExportError",
    "FigureRef",
    "Finding",
    "Gap",
    "MissingExtraError",
    "Movement",
    "Nameless",
    "NotAReportError",
    "NotFoundError",
    "Objective",
    "Origin",
    "Parsed",
    "Period",
    "Project",
    "Reconciled",
    "Report",
    "ReportError",
    "Restatement",
    "Row",
    "Section",
    "StaffRow",
    "UnknownCodeError",
    "UnknownLabelError",
    "WrongKindError",
    "compare",
    "export",
    "load_sample",
    "parse",
    "parse_file",
    "parse_files",
    "reconcile",
    "series",
]
