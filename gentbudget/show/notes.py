"""Findings as notes: numbered, and marked at the rows and figures that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from gentbudget.checks import Inference, audit
from gentbudget.findings import Finding
from gentbudget.model import Cell, Column, Entry, Row


@frozen
class Notes:
    """What is to be said of one entry's figures: the findings about it, and what the arithmetic leaves for its figures."""

    findings: tuple[Finding, ...] = ()
    inferences: tuple[Inference, ...] = ()

    def numbers_at(self, row: Row) -> list[int]:
        """Give the numbers, from 1, of the findings about this row."""
        return [number for number, finding in enumerate(self.findings, 1) if row.line in (finding.line, *finding.lines)]

    def inferred(self, column: Column, cell: Cell) -> Inference | None:
        """Give what the arithmetic leaves for the figure of this column, where it leaves less than everything."""
        bounded = (one for one in self.inferences if (one.lower, one.upper) != (None, None))
        return next((one for one in bounded if (one.line, one.column) == (cell.line, column.label)), None)


def notes_on(entry: Entry, findings: Iterable[Finding], inferences: Iterable[Inference]) -> Notes:
    """Pick the notes on an entry from those on a report, which may have more than one entry with no code, or with this one."""
    return Notes(
        tuple(one for one in findings if one.entry == entry.code and _within(one.line, entry)),
        tuple(one for one in inferences if one.entry == entry.code and _within(one.line, entry)),
    )


def notes_from_itself(entry: Entry) -> Notes:
    """Collect what the arithmetic says of an entry by itself and what stands under it, the rest of the report not known."""
    found = audit([entry])
    return notes_on(entry, found.findings, found.inferences)


def _within(line: int, entry: Entry) -> bool:
    return entry.lines[0] <= line <= entry.lines[1]
