"""Findings as notes on an entry: numbered, and marked at the figures, or else at the row, that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from gentbudget.checks import Inference, audit
from gentbudget.findings import FigureRef, Finding, worst_first
from gentbudget.model import BudgetRow, Cell, Column, Entry, Row
from gentbudget.report import Report


@frozen
class Notes:
    """What is to be said of one entry: the findings about it, and what the arithmetic leaves for its figures."""

    findings: tuple[Finding, ...] = ()
    inferences: tuple[Inference, ...] = ()

    def at_figure(self, row: Row, column: Column, cell: Cell) -> list[int]:
        """Give the numbers, from 1, of the findings about this figure."""
        place = cell.line, _label(row), column.label
        return [
            number for number, finding in enumerate(self.findings, 1) if place in _places(finding) or _holds_span(cell, finding)
        ]

    def at_row(self, row: Row) -> list[int]:
        """Give the numbers of the findings about this row that name none of its figures."""
        at_figures = {
            n for column, cell in zip(row.columns, row.figures, strict=True) for n in self.at_figure(row, column, cell)
        }
        return [
            number
            for number, finding in enumerate(self.findings, 1)
            if row.line == finding.line and not _places(finding) and number not in at_figures
        ]

    def inferred(self, row: Row, column: Column, cell: Cell) -> Inference | None:
        """Give what the arithmetic leaves for this figure, where it leaves less than everything."""
        place = cell.line, _label(row), column.label
        bounded = (one for one in self.inferences if (one.lower, one.upper) != (None, None))
        return next((one for one in bounded if (one.line, one.row, one.column) == place), None)


def notes_of(report: Report) -> Mapping[int, Notes]:
    """Collect the notes on every entry of a report, by the entry's `id`: what the arithmetic found, then the parser."""
    findings: dict[int, list[Finding]] = defaultdict(list)
    for finding in (*report.check(), *worst_first(report.findings)):
        for entry in _entries_of(finding, report):
            findings[id(entry)].append(finding)
    inferences: dict[int, list[Inference]] = defaultdict(list)
    for inference in report.inferences():
        inferences[id(_entry_at(inference, report))].append(inference)
    return {id(one): Notes(tuple(findings[id(one)]), tuple(inferences[id(one)])) for one in report.entries}


def notes_from_itself(entry: Entry) -> Notes:
    """Collect what the arithmetic says of an entry by itself and what stands under it, the rest of the report not known."""
    alone = Report(text="", roots=(entry,))
    found = audit([entry])
    return Notes(
        tuple(one for one in found.findings if any(about is entry for about in _entries_of(one, alone))),
        tuple(one for one in found.inferences if _entry_at(one, alone) is entry),
    )


def subject_of(finding: Finding, report: Report) -> Entry | None:
    """Give the entry that a finding is about; None where it is about the document."""
    return _entry_at(finding, report)


def _entries_of(finding: Finding, report: Report) -> Iterator[Entry]:
    """Give the entry that a finding is about, and those in which a figure may be to blame."""
    seen: set[int] = set()
    for entry in (_entry_at(finding, report), *map(report.at, sorted(finding.rows))):
        if entry is not None and id(entry) not in seen:
            seen.add(id(entry))
            yield entry


def _entry_at(place: Finding | Inference, report: Report) -> Entry | None:
    """Find an entry by its line or, of a report that was built by hand and has no lines, by its code."""
    return report.at(place.line) if place.line > 0 else report.get(place.entry) if place.entry else None


def _places(finding: Finding) -> set[tuple[int, str, str]]:
    """Give the figures that a finding is against: the one to blame or, where none is, all that it may be."""
    figures: Iterable[FigureRef] = (
        (*(gap.figure for gap in finding.gaps), *finding.suspects) if finding.figure is None else (finding.figure,)
    )
    return {(figure.line, figure.row, figure.column) for figure in figures}


def _holds_span(cell: Cell, finding: Finding) -> bool:
    """Whether the finding is about this cell; one about a whole line is about the row."""
    if finding.start is None or finding.end is None or not cell.text:
        return False
    return cell.start <= finding.start and finding.end <= cell.end


def _label(row: Row) -> str:
    """Name a row as the checks do."""
    return f"{row.section} {row.flow}" if isinstance(row, BudgetRow) and row.section else row.label
