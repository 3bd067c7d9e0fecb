"""The texts of several dumps behind each other, and what was read of each where it then stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from gentbudget.findings import Finding
from gentbudget.model import BudgetTable, Cell, Entry, Row
from gentbudget.report import Report

AnyRow = TypeVar("AnyRow", bound=Row)


@frozen
class Origin:
    """Where something was printed: the dump, by its ``source``, and the ``line`` in that dump, counted from 1."""

    source: str
    line: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}"


@frozen
class Dump:
    """One of the texts of a reconciled report: its ``source``, and the ``first_line`` and ``start`` at which it begins."""

    source: str
    first_line: int
    start: int

    def origin(self, line: int) -> Origin:
        """A line of the joined text as a line of this dump."""
        return Origin(self.source, line - self.first_line + 1)

    def entries(self, report: Report) -> Iterator[Entry]:
        """The entries of the report that was read of this dump, each where it stands in the joined text."""
        for entry in report.entries:
            budget, (first, last) = entry.budget, entry.lines
            yield evolve(
                entry,
                lines=(self.line(first), self.line(last)),
                budget=BudgetTable(budget.columns, tuple(map(self._row, budget.rows))),
                staff=self._row(entry.staff),
            )

    def findings(self, report: Report) -> Iterator[Finding]:
        """The findings of the parser in this dump, each where it stands in the joined text."""
        for one in report.findings:
            yield evolve(
                one,
                line=self.line(one.line),
                lines=tuple(map(self.line, one.lines)),
                start=None if one.start is None else one.start + self.start,
                end=None if one.end is None else one.end + self.start,
            )

    def unclaimed(self, report: Report) -> Iterator[int]:
        """The lines of this dump that no part of the report claims."""
        return map(self.line, report.unclaimed)

    def line(self, line: int) -> int:
        """A line of this dump as a line of the joined text."""
        return line + self.first_line - 1

    def _row(self, row: AnyRow) -> AnyRow:
        line = None if row.line is None else self.line(row.line)
        return evolve(row, line=line, figures=tuple(map(self._cell, row.figures)))

    def _cell(self, cell: Cell) -> Cell:
        return evolve(cell, line=self.line(cell.line), start=cell.start + self.start, end=cell.end + self.start)


def join(reports: Sequence[Report]) -> tuple[str, tuple[Dump, ...]]:
    """The texts behind each other, each on lines of its own, and where each begins."""
    text, dumps = "", []
    for report in reports:
        if text and not text.endswith("\n"):
            text += "\n"
        dumps.append(Dump(report.source, text.count("\n") + 1, len(text)))
        text += report.text
    return text, tuple(dumps)
