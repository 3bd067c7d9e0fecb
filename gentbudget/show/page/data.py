"""What of a report goes into its page, as plain values: figures as they are written, so that no script has to compute them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from gentbudget.checks.ledger import read_ledger
from gentbudget.checks.results import interval_text
from gentbudget.findings import Finding, worst_first
from gentbudget.model import Action, ActionPlan, Cell, Column, Entry, Project, Row
from gentbudget.numbers import format_number
from gentbudget.report import Report
from gentbudget.show.figures import visible, written
from gentbudget.show.notes import Notes, notes_of, subject_of

Figure = str | dict[str, str] | None
"""A figure as it is written; None if it is missing, ``{"unreadable": …}`` if it is no number."""


class PageRow(TypedDict):
    """A printed row: its columns by their index in `PageData`, what each figure is, and what is to be said of them."""

    label: str
    line: int | None
    columns: list[int]
    figures: list[Figure]
    inferred: dict[int, str]
    marks: list[int]
    """The findings about the whole row, by their index."""
    figure_marks: dict[int, list[int]]
    below: dict[int, tuple[str, str | None]]
    """What the children come to, by column, and the difference where it is more than rounding."""


class PageEntry(TypedDict):
    """An entry; ``parent`` is the index of another."""

    code: str | None
    title: str | None
    kind: str
    parent: int | None
    owner: str | None
    facts: list[tuple[str, str]]
    lines: tuple[int, int]
    paragraphs: list[str]
    rows: list[PageRow]
    findings: list[int]


class PageFinding(TypedDict):
    """A finding; ``entry`` is the index of the entry that it is about."""

    severity: str
    code: str
    message: str
    line: int
    entry: int | None


class PageData(TypedDict):
    """All that a page shows."""

    title: str
    year: int | None
    source: str
    columns: list[dict[str, object]]
    entries: list[PageEntry]
    findings: list[PageFinding]


def page_data(report: Report) -> PageData:
    """Collect what the page of a report shows."""
    return _Collector(report).data()


class _Collector:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.entries = report.entries
        self.index = {id(entry): index for index, entry in enumerate(self.entries)}
        self.findings = [*report.check(), *worst_first(report.findings)]
        self.numbers = {id(finding): number for number, finding in enumerate(self.findings)}
        self.columns: dict[Column, int] = {}
        self.ledger = read_ledger(report.roots)

    def data(self) -> PageData:
        notes = notes_of(self.report)
        parents = {id(child): self.index[id(entry)] for entry in self.entries for child in entry.children}
        entries = [self.entry(entry, parents.get(id(entry)), notes[id(entry)]) for entry in self.entries]
        return {
            "title": visible(self.report.title or "Report"),
            "year": self.report.year,
            "source": visible(self.report.source),
            "columns": [_column(column) for column in self.columns],
            "entries": entries,
            "findings": [_finding(one, self.index.get(id(subject_of(one, self.report)))) for one in self.findings],
        }

    def entry(self, entry: Entry, parent: int | None, notes: Notes) -> PageEntry:
        return {
            "code": _visible(entry.code),
            "title": _visible(entry.title),
            "kind": entry.kind,
            "parent": parent,
            "owner": _visible(entry.owner if isinstance(entry, Action) else getattr(entry, "organisation", None)),
            "facts": list(_facts(entry)),
            "lines": entry.lines,
            "paragraphs": [visible(paragraph) for paragraph in entry.paragraphs],
            "rows": [self.row(entry, row, notes) for row in (*entry.budget.rows, entry.staff) if row.figures],
            "findings": [self.numbers[id(finding)] for finding in notes.findings],
        }

    def row(self, entry: Entry, row: Row, notes: Notes) -> PageRow:
        figures = list(enumerate(zip(row.columns, row.figures, strict=True)))
        inferences = ((index, notes.inferred(row, *figure)) for index, figure in figures)
        marks = ((index, self.marks(notes, notes.at_figure(row, *figure))) for index, figure in figures)
        return {
            "label": visible(row.label),
            "line": row.line,
            "columns": [self.columns.setdefault(column, len(self.columns)) for column in row.columns],
            "figures": [_figure(*figure) for _, figure in figures],
            "inferred": {index: interval_text(one.lower, one.upper) for index, one in inferences if one is not None},
            "marks": self.marks(notes, notes.at_row(row)),
            "figure_marks": {index: found for index, found in marks if found},
            "below": dict(self.below(entry, row)),
        }

    def marks(self, notes: Notes, numbers: Iterable[int]) -> list[int]:
        """Give the index in the list of all findings for the numbers that notes on an entry have."""
        return [self.numbers[id(notes.findings[number - 1])] for number in numbers]

    def below(self, entry: Entry, row: Row) -> Iterable[tuple[int, tuple[str, str | None]]]:
        """Give what an entry's children come to in a row, by the index of the column."""
        for one in self.ledger.sums_over(entry):
            if one.total.home.row is row:
                difference = format_number(one.gap) if one.can_hold() is False else None
                yield one.total.index, (format_number(one.computed), difference)


def _figure(column: Column, cell: Cell) -> Figure:
    shown = written(column, cell)
    if shown.state == "missing":
        return None
    return shown.text if shown.state == "printed" else {"unreadable": shown.text}


def _column(column: Column) -> dict[str, object]:
    return {"key": visible(column.key), "label": visible(column.label), "isShare": column.is_share}


def _finding(finding: Finding, entry: int | None) -> PageFinding:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": visible(finding.message),
        "line": finding.line,
        "entry": entry,
    }


def _facts(entry: Entry) -> Iterable[tuple[str, str]]:
    """Give what the header of an entry says beside its title; what it lost is told too."""
    lost = "lost"
    if isinstance(entry, Action):
        yield "owner", visible(entry.owner or lost)
    if isinstance(entry, ActionPlan):
        yield "organisation", visible(entry.organisation or lost)
    if isinstance(entry, Project):
        yield "status", visible(entry.status or lost)
        yield "phase", visible(entry.phase or lost)
    if isinstance(entry, ActionPlan | Project):
        yield "period", str(entry.period or lost)
    if entry.page is not None:
        yield "page", str(entry.page)


def _visible(text: str | None) -> str | None:
    return None if text is None else visible(text)
