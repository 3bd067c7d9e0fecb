"""Reports for the tests of the arithmetic, built from the model without any text or parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from attrs import evolve

from gentbudget.model import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    Entry,
    Objective,
    Project,
    Row,
    StaffRow,
)
from gentbudget.report import Report
from tests.documents.accounts import BUDGET_ROWS, PrintedEntry, PrintedReport

_NAMES = (
    (r"Budget (\d{4})", "budget"),
    (r"% Besteding budget (\d{4})", "budget_used"),
    (r"% Besteding plan (\d{4})", "plan_used"),
    (r"Plan (\d{4})", "planned"),
    (r"(?:Jaarrekening|Betaald) \d{4} t\.o\.v\. (\d{4})", "vs_previous"),
)

AnyRow = TypeVar("AnyRow", bound=Row)


def number(text: str) -> Decimal:
    """Read a printed number without the library's help."""
    return Decimal(text.removesuffix("%").replace(".", "").replace(",", "."))


def column(label: str, year: int) -> Column:
    """Name a column by its label, as the parser does."""
    for pattern, name in _NAMES:
        match = re.fullmatch(pattern, label)
        if match:
            return Column(label, name, int(match[1]), is_share=name in ("budget_used", "plan_used", "vs_previous"))
    for word, names in (("Jaarrekening", ("actual", "previous_actual")), ("Betaald", ("paid", "previous_paid"))):
        match = re.fullmatch(rf"{word} (\d{{4}})", label)
        if match:
            return Column(label, names[int(match[1]) != year], int(match[1]))
    return Column(label, is_share=label.startswith("%"))


def cell(text: str, line: int) -> Cell:
    """Print a figure on a line."""
    return Cell(number(text) if text else None, text, line, 1, 0, len(text))


def report_of(printed: PrintedReport) -> Report:
    """Turn printed accounts into a report, eight lines an entry: its heading, six budget rows, one staff row."""
    budget = tuple(column(label, printed.year) for label in printed.budget_columns)
    staff = tuple(column(label, printed.year) for label in printed.staff_columns)
    built = [_entry(entry, 8 * place + 1, budget, staff) for place, entry in enumerate(printed.entries)]
    return Report(text="", roots=nested(built), year=printed.year, previous_year=printed.previous_year)


def _entry(printed: PrintedEntry, line: int, budget: tuple[Column, ...], staff: tuple[Column, ...]) -> Entry:
    rows, section = [], ""
    for place, ((named, flow), texts) in enumerate(zip(BUDGET_ROWS, printed.budget, strict=True), start=line + 1):
        section = named or section
        cells = tuple(cell(text, place) for text in texts)
        rows.append(BudgetRow(f"{section} {flow}", budget, cells, place, section, flow))
    kinds = {"objective": Objective, "plan": ActionPlan, "action": Action, "project": Project}
    entry: Entry = kinds[printed.kind](
        code=printed.code,
        title=printed.title,
        paragraphs=printed.description,
        budget=BudgetTable(budget, tuple(rows)),
        staff=StaffRow("VTE", staff, tuple(cell(text, line + 7) for text in printed.staff), line + 7),
        lines=(line, line + 7),
    )
    return entry


def nested(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Hang entries in document order under each other."""
    roots: list[tuple[Entry, list[tuple[Entry, list[Entry]]]]] = []
    for entry in entries:
        match entry:
            case Objective():
                roots.append((entry, []))
            case ActionPlan():
                roots[-1][1].append((entry, []))
            case _:
                roots[-1][1][-1][1].append(entry)
    return tuple(
        evolve(objective, plans=tuple(evolve(plan, actions=tuple(actions)) for plan, actions in plans))
        for objective, plans in roots
    )


def edited(report: Report, edit: Callable[[Entry], Entry | None]) -> Report:
    """Rebuild a report with every entry passed through ``edit``; one that it turns into None is left out."""
    entries = (edit(evolve(entry, **_CHILDLESS[entry.kind])) for entry in report.entries)
    return evolve(report, roots=nested(entry for entry in entries if entry is not None))


_CHILDLESS: dict[str, dict[str, tuple[()]]] = {
    "objective": {"plans": ()},
    "plan": {"actions": ()},
    "action": {},
    "project": {},
}


def with_cell(report: Report, line: int, place: int, text: str) -> Report:
    """Print something else in one cell: ``place`` counts the columns of the row at ``line`` from 0."""

    def changed_row(row: AnyRow) -> AnyRow:
        if row.line != line:
            return row
        return evolve(row, figures=tuple(cell(text, line) if i == place else c for i, c in enumerate(row.figures)))

    def changed(entry: Entry) -> Entry:
        if not entry.lines[0] <= line <= entry.lines[1]:
            return entry
        budget = evolve(entry.budget, rows=tuple(map(changed_row, entry.budget.rows)))
        return evolve(entry, budget=budget, staff=changed_row(entry.staff))

    return edited(report, changed)


def without(report: Report, *codes: str) -> Report:
    """Lose entries."""
    return edited(report, lambda entry: None if entry.code in codes else entry)
