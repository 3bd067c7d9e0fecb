"""Findings as notes: numbered, and marked at the rows and figures that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from gentbudget.checks import Audit, Inference, audit
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


def notes_on(entry: Entry, found: Audit | None = None, findings: Sequence[Finding] = ()) -> Notes:
    """Collect the notes on an entry: from its report's audit and the parser's findings or, left out, from itself alone."""
    found = audit([entry]) if found is None else found
    return Notes(
        tuple(one for one in (*found.findings, *findings) if _is_about(one, entry)),
        tuple(one for one in found.inferences if one.entry == entry.code and _within(one.line, entry)),
    )


def unplaced(findings: Iterable[Finding], entries: Sequence[Entry]) -> list[Finding]:
    """Give the findings that are about none of these entries: those about the document as a whole."""
    return [finding for finding in findings if not any(_is_about(finding, entry) for entry in entries)]


def _is_about(finding: Finding, entry: Entry) -> bool:
    return finding.entry == entry.code and _within(finding.line, entry)


def _within(line: int, entry: Entry) -> bool:
    return entry.lines[0] <= line <= entry.lines[1]
