"""What a damaged report is read as, to be held against what the whole one is read as."""

from __future__ import annotations

from collections.abc import Iterable

import gentbudget
from gentbudget import Report
from gentbudget.exports.text import PrintedLine
from gentbudget.model import Row
from gentbudget.testing import Damaged, Dump
from tests.damage.oracle import rows_of
from tests.told import parse


def with_lines(dump: Dump, what: str, lines: Iterable[PrintedLine]) -> Damaged:
    """A dump with other lines."""
    return Damaged(dump, what, tuple(lines))


def figures(report: Report) -> list[list[str]]:
    """List every figure that has a value, entry by entry."""
    return [
        [f"{label} {column.label}: {cell.text}" for label, row in rows_of(entry) for column, cell in cells(row)]
        for entry in report.entries
    ]


def cells(row: Row) -> list[tuple[gentbudget.Column, gentbudget.Cell]]:
    return [(column, c) for column, c in zip(row.columns, row.figures, strict=True) if c.value is not None]


def names(report: Report) -> list[tuple[object, ...]]:
    """List what the headers say, entry by entry."""
    return [
        (
            entry.kind,
            entry.code,
            entry.title,
            *(getattr(entry, what, None) for what in ("owner", "status", "phase", "period", "organisation")),
        )
        for entry in report.entries
    ]


def descriptions(report: Report) -> list[list[str]]:
    return [entry.description.split() for entry in report.entries]


def finding_codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def assert_nothing_changed(damaged: Damaged) -> None:
    """Assert that damage costs nothing at all."""
    whole, report = damaged.dump.report, parse(damaged.text)
    assert figures(report) == figures(whole)
    assert names(report) == names(whole)
    assert descriptions(report) == descriptions(whole)
    assert report.unclaimed == ()
