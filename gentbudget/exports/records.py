"""Records: a report as flat rows, one for each printed figure or one for each entry.

Every other way out but JSON and the printed layout is made of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from attrs import frozen

from gentbudget.exports.columns import ENTRY, IDENTITY, Field, figure_field, usual_figure_fields
from gentbudget.findings import Finding
from gentbudget.model import Action, ActionPlan, BudgetRow, Cell, Column, Entry, Objective, Period, Row
from gentbudget.report import Report
from gentbudget.vocabulary import FLOWS, SECTIONS, Unit

Value = int | str | Decimal | None
Record = dict[str, Value]

_NAMES = {word.label.casefold(): word.name for word in (*SECTIONS, *FLOWS)}


def figure_records(report: Report) -> list[Record]:
    """Give one record for each printed figure, in document order; `FIGURES` are its columns."""
    return [record for place in places(report) for record in place.figure_records()]


def entry_records(report: Report) -> list[Record]:
    """Give one record for each entry, in document order, with all its figures beside each other."""
    fields = entry_fields(report)
    nothing: Record = dict.fromkeys((field.name for field in fields), None)
    return [{**nothing, **place.entry_record(), **dict(place.wide_figures())} for place in places(report)]


def entry_fields(report: Report) -> tuple[Field, ...]:
    """Give the columns of `entry_records`: an entry's own, the usual figures, then others that this report prints."""
    found = {field.name: field for field in usual_figure_fields()}
    for place in places(report):
        for name, figure in place.named_figures():
            found.setdefault(name, Field(name, "decimal", figure.field.meaning, figure.unit))
    return (*ENTRY, *found.values())


def finding_records(report: Report) -> list[Record]:
    """Give one record for each finding of the parser and of the arithmetic, in the order of their lines."""
    return [_finding_record(report, finding) for finding in all_findings(report)]


def all_findings(report: Report) -> list[Finding]:
    """Give the findings of the parser and of the arithmetic, in the order of their lines."""
    return sorted(chain(report.findings, report.check()), key=lambda finding: finding.line)


def plain(value: Decimal) -> str:
    """Write a figure exactly, without an exponent.

    >>> plain(Decimal("22.50"))
    '22.50'
    """
    return format(value, "f")


def _finding_record(report: Report, finding: Finding) -> Record:
    return {
        "edition": report.year,
        "severity": finding.severity,
        "code": finding.code,
        "entry": finding.entry,
        "line": finding.line,
        "message": finding.message,
    }


def row_names(row: Row) -> tuple[str, str | None]:
    """Give the names of a row's section and flow: the printed label of one that has no name, None for a row that is no flow."""
    if not isinstance(row, BudgetRow):
        return "staff", None
    section, flow = (_NAMES.get(_folded(label), label) for label in (row.section, row.flow))
    return section, flow or None


@frozen
class PrintedFigure:
    """A cell of a table, with the row and column that it stands in."""

    row: Row
    column: Column
    cell: Cell

    @property
    def section(self) -> str:
        """The section's name, as `row_names` gives it."""
        return row_names(self.row)[0]

    @property
    def flow(self) -> str | None:
        """The flow's name, as `row_names` gives it."""
        return row_names(self.row)[1]

    @property
    def unit(self) -> Unit:
        """What the figure counts."""
        if self.column.is_share:
            return "percent"
        return "eur" if isinstance(self.row, BudgetRow) else "fte"

    @property
    def field(self) -> Field:
        """The column of a wide record that it belongs to."""
        return figure_field(self.section, self.flow, self.column.key, self.unit)


def figures_of(row: Row) -> Iterator[PrintedFigure]:
    """The cells of a row, those included that print nothing."""
    return (PrintedFigure(row, column, cell) for column, cell in zip(row.columns, row.figures, strict=True))


@frozen
class Place:
    """An entry and those that it stands under."""

    edition: int | None
    entry: Entry
    parents: tuple[Entry, ...]

    def figures(self) -> Iterator[PrintedFigure]:
        """The printed figures of the entry, row by row; a cell without text is none."""
        for row in (*self.entry.budget.rows, self.entry.staff):
            yield from (figure for figure in figures_of(row) if figure.cell.text or figure.cell.value is not None)

    def named_figures(self) -> Iterator[tuple[str, PrintedFigure]]:
        """The figures by their names in a wide record; of two with one name, the second is numbered."""
        counted: dict[str, int] = {}
        for figure in self.figures():
            name = figure.field.name
            counted[name] = counted.get(name, 0) + 1
            yield name if counted[name] == 1 else f"{name}_{counted[name]}", figure

    def wide_figures(self) -> Iterator[tuple[str, Decimal | None]]:
        """The values of the figures by their names in a wide record."""
        return ((name, figure.cell.value) for name, figure in self.named_figures())

    def figure_records(self) -> Iterator[Record]:
        """One record for each figure, with the columns of `FIGURES`."""
        own = self.entry_record()
        of_entry = {field.name: own[field.name] for field in IDENTITY}
        for figure in self.figures():
            yield {
                **of_entry,
                "section": figure.section,
                "flow": figure.flow,
                "measure": figure.column.key,
                "column": figure.column.label,
                "value_year": figure.column.year,
                "value": figure.cell.value,
                "unit": figure.unit,
                "line": figure.cell.line,
                "page": figure.cell.page,
            }

    def entry_record(self) -> Record:
        """What the entry itself says, with the columns of `ENTRY`."""
        entry, line = self.entry, (*self.parents, self.entry)
        period: Period | None = getattr(entry, "period", None)
        return {
            "edition": self.edition,
            "kind": entry.kind,
            "code": entry.code,
            "title": entry.title,
            "description": entry.description,
            "parent_code": self.parents[-1].code if self.parents else None,
            "plan_code": _code_of(ActionPlan, line),
            "objective_code": _code_of(Objective, line),
            "owner": entry.owner if isinstance(entry, Action) else None,
            "organisation": entry.organisation if isinstance(entry, ActionPlan) else None,
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "status": getattr(entry, "status", None),
            "phase": getattr(entry, "phase", None),
            "line": entry.lines[0],
            "last_line": entry.lines[1],
            "page": entry.page,
        }


def places(report: Report) -> Iterator[Place]:
    """Walk the entries in document order, those without a code included."""
    return _walk(report.year, report.roots, ())


def _walk(edition: int | None, entries: Iterable[Entry], parents: tuple[Entry, ...]) -> Iterator[Place]:
    for entry in entries:
        yield Place(edition, entry, parents)
        yield from _walk(edition, entry.children, (*parents, entry))


def _code_of(kind: type[Entry], line: tuple[Entry, ...]) -> str | None:
    return next((entry.code for entry in line if isinstance(entry, kind)), None)


@lru_cache(maxsize=1024)
def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
