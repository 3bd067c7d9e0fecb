"""From a report to its document, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from gentbudget.exports.document import (
    FORMAT,
    VERSION,
    CellDocument,
    EntryDocument,
    ReportDocument,
    RowDocument,
    TableDocument,
)
from gentbudget.model import Action, ActionPlan, BudgetRow, BudgetTable, Cell, Column, Entry, Objective, Project, Row, StaffRow
from gentbudget.report import Report

Part = TypeVar("Part", bound=Entry)

_CLASSES: Mapping[str, type[Entry]] = MappingProxyType({kind.kind: kind for kind in (Objective, ActionPlan, Action, Project)})
_OWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "objective": (),
        "plan": ("period", "organisation"),
        "action": ("owner",),
        "project": ("owner", "status", "phase", "period"),
    }
)
"""What an entry of each kind has beside what all have."""


def to_document(report: Report) -> ReportDocument:
    """Give the document of a report."""
    return ReportDocument(
        format=FORMAT,
        version=VERSION,
        source=report.source,
        title=report.title,
        year=report.year,
        previous_year=report.previous_year,
        contents=report.contents,
        findings=report.findings,
        unclaimed=report.unclaimed,
        roots=tuple(map(_entry_document, report.roots)),
        text=report.text,
    )


def to_report(document: ReportDocument) -> Report:
    """Give the report of a document; raises ValueError if its parts do not go together."""
    return Report(
        text=document.text,
        roots=_parts(document.roots, Entry),
        title=document.title,
        year=document.year,
        previous_year=document.previous_year,
        contents=document.contents,
        findings=document.findings,
        unclaimed=document.unclaimed,
        source=document.source,
    )


def _entry_document(entry: Entry) -> EntryDocument:
    columns = entry.budget.columns
    return EntryDocument(
        kind=entry.kind,
        code=entry.code,
        title=entry.title,
        paragraphs=entry.paragraphs,
        lines=entry.lines,
        budget=TableDocument(columns, tuple(_row_document(row, columns) for row in entry.budget.rows)),
        staff=_row_document(entry.staff, None),
        page=entry.page,
        children=tuple(map(_entry_document, entry.children)),
        **{name: getattr(entry, name) for name in _OWN[entry.kind]},
    )


def _row_document(row: Row, columns: Sequence[Column] | None) -> RowDocument:
    return RowDocument(
        label=row.label,
        line=row.line,
        cells=tuple(CellDocument(c.value, c.text, c.line, c.column, c.start, c.end, c.page) for c in row.figures),
        section=row.section if isinstance(row, BudgetRow) else "",
        flow=row.flow if isinstance(row, BudgetRow) else "",
        columns=None if row.columns == columns else row.columns,
    )


def _entry(document: EntryDocument) -> Entry:
    name = f"{document.kind} {document.code or f'at line {document.lines[0]}'}"
    own = _OWN[document.kind]
    for other in ("owner", "organisation", "period", "status", "phase"):
        if other not in own and getattr(document, other) is not None:
            raise ValueError(f"{name} has {other!r}, which no {document.kind} has")
    fields: dict[str, Any] = {one: getattr(document, one) for one in own}
    columns = document.budget.columns
    rows = tuple(BudgetRow(**_row(row, columns, name), section=row.section, flow=row.flow) for row in document.budget.rows)
    fields.update(
        code=document.code,
        title=document.title,
        paragraphs=document.paragraphs,
        budget=BudgetTable(columns, rows),
        staff=StaffRow(**_row(document.staff, (), name)),
        lines=document.lines,
        page=document.page,
    )
    plans = [one for one in document.children if one.kind == "plan"]
    actions = [one for one in document.children if one.kind in ("action", "project")]
    if document.kind == "objective":
        fields["plans"] = _parts(plans, ActionPlan)
    if document.kind in ("objective", "plan"):
        fields["actions"] = _parts(actions, Action)
    entry = _CLASSES[document.kind](**fields)
    if len(entry.children) != len(document.children):
        raise ValueError(f"{name} has children of a kind that no {document.kind} has")
    return entry


def _row(document: RowDocument, columns: tuple[Column, ...], entry: str) -> dict[str, Any]:
    """Give what all rows are made of."""
    columns = columns if document.columns is None else document.columns
    if len(document.cells) != len(columns):
        raise ValueError(f"row {document.label!r} of {entry} has {len(document.cells)} cells under {len(columns)} columns")
    cells = tuple(Cell(c.value, c.text, c.line, c.column, c.start, c.end, c.page) for c in document.cells)
    return {"label": document.label, "columns": columns, "figures": cells, "line": document.line}


def _parts(documents: Sequence[EntryDocument], kind: type[Part]) -> tuple[Part, ...]:
    entries = map(_entry, documents)
    return tuple(entry for entry in entries if isinstance(entry, kind))
