"""From a report to its document, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from gentbudget.dumps import Reconciled
from gentbudget.exports.document import (
    FORMAT,
    CellDocument,
    EntryDocument,
    ReportDocument,
    RowDocument,
    TableDocument,
    WordDocument,
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
_OF_DUMPS: Literal[2] = 2
"""The version of the schema that has dumps."""


def to_document(report: Report) -> ReportDocument:
    """Give the document of a report."""
    dumps = report.dumps if isinstance(report, Reconciled) else ()
    return ReportDocument(
        format=FORMAT,
        version=_OF_DUMPS if dumps else 1,
        source=report.source,
        title=report.title,
        year=report.year,
        previous_year=report.previous_year,
        contents=report.contents,
        findings=report.findings,
        unclaimed=report.unclaimed,
        roots=tuple(_entry_document(root, report) for root in report.roots),
        text=report.text,
        dumps=dumps,
    )


def to_report(document: ReportDocument) -> Report:
    """Give the report of a document; raises ValueError if its parts do not go together."""
    whole: dict[str, Any] = {
        "text": document.text,
        "roots": _parts(document.roots, Entry),
        "title": document.title,
        "year": document.year,
        "previous_year": document.previous_year,
        "contents": document.contents,
        "findings": document.findings,
        "unclaimed": document.unclaimed,
        "source": document.source,
    }
    entries = tuple(_walk(document.roots))
    _refuse_unknown_dumps(document, entries)
    if not document.dumps:
        return Report(**whole)
    return Reconciled(
        **whole,
        dumps=document.dumps,
        word_lines={one.lines[0]: {word.name: word.line for word in one.words} for one in entries},
        spans={one.lines[0]: one.stretches or (one.lines,) for one in entries},
    )


def _refuse_unknown_dumps(document: ReportDocument, entries: Iterable[EntryDocument]) -> None:
    """Refuse dumps in a report of one, and lines that are in none of them."""
    first_lines = [0, *(dump.first_line for dump in document.dumps)]
    if bool(document.dumps) != (document.version == _OF_DUMPS):
        raise ValueError(f"version {document.version} of the schema has {'no ' if document.dumps else ''}dumps")
    if document.dumps and (first_lines[1] != 1 or any(line >= after for line, after in pairwise(first_lines))):
        raise ValueError(f"the text has no dumps that begin at lines {first_lines[1:]}")
    last = document.text.count("\n") + 1 if document.dumps else 0
    for entry in entries:
        lines = [*(word.line for word in entry.words), *(line for stretch in entry.stretches for line in stretch)]
        if not all(0 < line <= last for line in lines):
            raise ValueError(f"{_name_of(entry)} has lines {lines} of dumps, which are in none")


def _walk(entries: Iterable[EntryDocument]) -> Iterator[EntryDocument]:
    for entry in entries:
        yield entry
        yield from _walk(entry.children)


def _name_of(entry: EntryDocument) -> str:
    return f"{entry.kind} {entry.code or f'at line {entry.lines[0]}'}"


def _entry_document(entry: Entry, report: Report) -> EntryDocument:
    columns, line = entry.budget.columns, entry.lines[0]
    words = report.word_lines.get(line, {}) if isinstance(report, Reconciled) else {}
    return EntryDocument(
        kind=entry.kind,
        code=entry.code,
        title=entry.title,
        paragraphs=entry.paragraphs,
        lines=entry.lines,
        budget=TableDocument(columns, tuple(_row_document(row, columns) for row in entry.budget.rows)),
        staff=_row_document(entry.staff, None),
        page=entry.page,
        words=tuple(WordDocument(name, printed) for name, printed in words.items()),
        stretches=report.spans.get(line, ()) if isinstance(report, Reconciled) else (),
        children=tuple(_entry_document(child, report) for child in entry.children),
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
    name = _name_of(document)
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
