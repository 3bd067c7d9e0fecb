"""Reports for the tests of the arithmetic, built from the model without any text or parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

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
from tests.documents.accounts import PrintedReport, budget_columns, staff_columns, value_of

AnyRow = TypeVar("AnyRow", bound=Row)

KINDS: dict[str, type[Entry]] = {"objective": Objective, "plan": ActionPlan, "action": Action, "project": Project}
ROWS = {
    "spent": ("Exploitatie", "Uitgaven"),
    "received": ("Exploitatie", "Ontvangsten"),
    "invested": ("Investering", "Uitgaven"),
    "subsidised": ("Investering", "Ontvangsten"),
    "repaid": ("Financiering", "Uitgaven"),
    "lent": ("Financiering", "Ontvangsten"),
}
BUDGET = tuple(column.label for column in budget_columns(2024, 2023))
STAFF = tuple(column.label for column in staff_columns(2024, 2023))

_SHARES = (
    (r"% Besteding budget (\d{4})", "budget_used"),
    (r"% Besteding plan (\d{4})", "plan_used"),
    (r"(?:Jaarrekening|Betaald) (\d{4}) t\.o\.v\. \d{4}", "vs_previous"),
)
_AMOUNTS = (
    (r"Budget (\d{4})", "budget", None),
    (r"Plan (\d{4})", "planned", None),
    (r"Jaarrekening (\d{4})", "actual", "previous_actual"),
    (r"Betaald (\d{4})", "paid", "previous_paid"),
)


# ---- from a few figures ----------------------------------------------------------------------------------------------


def action(code: str | None, **figures: str) -> dict[str, Any]:
    """Describe an action by those of its rows that are not all zero: see `ROWS`, and ``staff``."""
    return {"kind": "action", "code": code, "figures": figures, "children": ()}


def plan(code: str | None, *children: dict[str, Any], **figures: str) -> dict[str, Any]:
    """Describe an action plan and what stands under it."""
    return {"kind": "plan", "code": code, "figures": figures, "children": children}


def objective(code: str | None, *children: dict[str, Any], **figures: str) -> dict[str, Any]:
    """Describe a policy objective and what stands under it."""
    return {"kind": "objective", "code": code, "figures": figures, "children": children}


def report(*roots: dict[str, Any], budget: Sequence[str] = BUDGET, staff: Sequence[str] = STAFF, year: int = 2024) -> Report:
    """Print entries below each other, eight lines each: its heading, six budget rows, one staff row.

    A row is written as its cells, parted by blanks; a ``·`` is a cell that is lost, and a row of nothing is lost.
    """
    columns = tuple(column(label, year) for label in budget), tuple(column(label, year) for label in staff)
    built = [
        _entry(one["kind"], one["code"], 8 * place + 1, _rows(one["figures"], columns), columns)
        for place, one in enumerate(_walk(roots))
    ]
    return Report(text="", roots=nested(built), year=year, previous_year=year - 1)


def _walk(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from _walk(entry["children"])


def _rows(figures: dict[str, str], columns: tuple[tuple[Column, ...], ...]) -> tuple[list[Sequence[str]], Sequence[str]]:
    def cells(name: str, columns: Sequence[Column], zero: str) -> Sequence[str]:
        nothing = ["0,0%" if one.is_share else zero for one in columns]
        return figures[name].split() if name in figures else nothing

    return [cells(name, columns[0], "0") for name in ROWS], cells("staff", columns[1], "0,00")


# ---- from accounts that add up ---------------------------------------------------------------------------------------


def report_of(printed: PrintedReport) -> Report:
    """Turn printed accounts into a report, eight lines an entry as `report` does."""
    columns = (
        tuple(column(label, printed.year) for label in printed.budget_columns),
        tuple(column(label, printed.year) for label in printed.staff_columns),
    )
    built = [
        _entry(one.kind, one.code, 8 * place + 1, (one.budget, one.staff), columns) for place, one in enumerate(printed.entries)
    ]
    return Report(text="", roots=nested(built), year=printed.year, previous_year=printed.previous_year)


# ---- the parts of a report -------------------------------------------------------------------------------------------


def column(label: str, year: int) -> Column:
    """Name a column by its label, as the parser does."""
    for pattern, name in _SHARES:
        if match := re.fullmatch(pattern, label):
            return Column(label, name, int(match[1]), is_share=True)
    for pattern, this_year, before in _AMOUNTS:
        if match := re.fullmatch(pattern, label):
            return Column(label, this_year if before is None or int(match[1]) == year else before, int(match[1]))
    return Column(label, is_share=label.startswith("%"))


def cell(text: str, line: int) -> Cell:
    """Print a figure on a line; ``·`` is a lost one."""
    text = text.strip("·")
    return Cell(value_of(text) if text else None, text, line, 1, 0, len(text))


def _entry(
    kind: str,
    code: str | None,
    line: int,
    rows: tuple[Sequence[Sequence[str]], Sequence[str]],
    columns: tuple[tuple[Column, ...], ...],
) -> Entry:
    budget, staff = rows
    return KINDS[kind](
        code=code,
        title=None,
        paragraphs=(),
        budget=BudgetTable(
            columns[0],
            tuple(
                BudgetRow(f"{section} {flow}", columns[0], tuple(cell(text, at) for text in texts), at, section, flow)
                for at, ((section, flow), texts) in enumerate(zip(ROWS.values(), budget, strict=True), start=line + 1)
                if texts
            ),
        ),
        staff=StaffRow("VTE", columns[1], tuple(cell(text, line + 7) for text in staff), line + 7)
        if staff
        else StaffRow("VTE"),
        lines=(line, line + 7),
    )


def nested(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Hang childless entries in document order under each other."""

    def grouped(entries: Iterable[Entry], kind: type[Entry]) -> list[list[Entry]]:
        groups: list[list[Entry]] = []
        for entry in entries:
            if groups and isinstance(groups[-1][0], kind) and not isinstance(entry, kind):
                groups[-1].append(entry)
            else:
                groups.append([entry])
        return groups

    def plans(entries: Iterable[Entry]) -> list[Entry]:
        return [_over(head, below) for head, *below in grouped(entries, ActionPlan)]

    entries = tuple(entries)
    if not any(isinstance(entry, Objective) for entry in entries):
        return tuple(plans(entries))
    return tuple(_over(head, plans(below)) for head, *below in grouped(entries, Objective))


def _over(head: Entry, below: Sequence[Entry]) -> Entry:
    actions = tuple(one for one in below if isinstance(one, Action))
    if isinstance(head, Objective):
        return evolve(head, actions=actions, plans=tuple(one for one in below if isinstance(one, ActionPlan)))
    return evolve(head, actions=actions) if isinstance(head, ActionPlan) else head


# ---- damage ----------------------------------------------------------------------------------------------------------


def edited(whole: Report, edit: Callable[[Entry], Entry | None]) -> Report:
    """Rebuild a report with every entry passed through ``edit``; one that it turns into None is left out."""

    def childless(entry: Entry) -> Entry:
        if isinstance(entry, Objective):
            return evolve(entry, plans=(), actions=())
        return evolve(entry, actions=()) if isinstance(entry, ActionPlan) else entry

    kept = (edit(childless(entry)) for entry in whole.entries)
    return evolve(whole, roots=nested(entry for entry in kept if entry is not None))


def with_cell(whole: Report, line: int, place: int, text: str) -> Report:
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

    return edited(whole, changed)


def without(whole: Report, *codes: str) -> Report:
    """Lose entries."""
    return edited(whole, lambda entry: None if entry.code in codes else entry)
