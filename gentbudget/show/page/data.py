"""What of a report goes into its page, as plain values: figures as they are written, so that no script has to compute them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypedDict

from gentbudget.checks.identities import Sum
from gentbudget.checks.ledger import read_ledger
from gentbudget.checks.results import interval_text
from gentbudget.findings import Finding, worst_first
from gentbudget.model import Action, ActionPlan, Cell, Column, Entry, Project, Row
from gentbudget.numbers import format_number
from gentbudget.report import Report
from gentbudget.show.figures import visible, written
from gentbudget.show.notes import Notes, notes_on

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
        self.sums: dict[int, list[Sum]] = defaultdict(list)
        for one in read_ledger(report.roots).sums:
            self.sums[id(one.entry)].append(one)

    def data(self) -> PageData:
        notes = self.notes()
        parents = {id(child): self.index[id(entry)] for entry in self.entries for child in entry.children}
        entries = [self.entry(entry, parents.get(id(entry)), notes[id(entry)]) for entry in self.entries]
        about = {self.numbers[id(one)]: index for index, entry in enumerate(self.entries) for one in notes[id(entry)].findings}
        return {
            "title": visible(self.report.title or "Report"),
            "year": self.report.year,
            "source": visible(self.report.source),
            "columns": [_column(column) for column in self.columns],
            "entries": entries,
            "findings": [_finding(finding, about.get(number)) for number, finding in enumerate(self.findings)],
        }

    def notes(self) -> dict[int, Notes]:
        """Collect the notes on every entry, by its `id`."""
        by_code: dict[str | None, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            by_code[finding.entry].append(finding)
        inferences = self.report.inferences()
        return {id(entry): notes_on(entry, by_code[entry.code], inferences) for entry in self.entries}

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
        inferences = (
            (index, notes.inferred(column, cell))
            for index, (column, cell) in enumerate(zip(row.columns, row.figures, strict=True))
        )
        return {
            "label": visible(row.label),
            "line": row.line,
            "columns": [self.columns.setdefault(column, len(self.columns)) for column in row.columns],
            "figures": [_figure(column, cell) for column, cell in zip(row.columns, row.figures, strict=True)],
            "inferred": {index: interval_text(one.lower, one.upper) for index, one in inferences if one is not None},
            "marks": [self.numbers[id(notes.findings[number - 1])] for number in notes.numbers_at(row)],
            "below": dict(self.below(entry, row)),
        }

    def below(self, entry: Entry, row: Row) -> Iterable[tuple[int, tuple[str, str | None]]]:
        """Give what an entry's children come to in a row, by the index of the column."""
        for one in self.sums[id(entry)]:
            for index, cell in enumerate(row.figures):
                if one.total.cell is cell:
                    difference = format_number(one.gap) if one.can_hold() is False else None
                    yield index, (format_number(one.computed), difference)


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
