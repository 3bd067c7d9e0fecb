"""What a damaged table is read as: which figures are other than those that were printed, and all that is said of it.

What was printed is told by cutting the small report at its tabs; nothing here asks the parser what is right.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import gentbudget
from gentbudget import Cell, Report
from tests.parser.small import SMALL

CODE = "PR40001"
"""The last entry, whose tables are damaged: no other is concerned."""
START = SMALL.rindex("Budgettaire onderbouwing")
TABLES = tuple(SMALL[START:].split("\n"))
HEAD, *BUDGET_ROWS, _, STAFF_HEAD, STAFF_ROW = TABLES
LINES = (*BUDGET_ROWS, STAFF_ROW)
"""The lines of their rows."""
LABELS = (
    *(f"{s} {flow}" for s in ("Exploitatie", "Investering", "Financiering") for flow in ("Uitgaven", "Ontvangsten")),
    "VTE",
)

DESCRIPTION = "De aannemer begint in het najaar."

Spot = tuple[str, int]
"""The label of a row of that entry, and the number of a column."""

_CODES = [code for code in ("SD10041", "OD10071", "AC34485", CODE) for _ in LABELS]


class Said(NamedTuple):
    """A finding: the line of the text that it is of, and the words that it is about, where it has a place."""

    code: str
    severity: str
    line: str
    words: str | None = None


class Reading(NamedTuple):
    """The figures that are read otherwise, None where there is none; all that is said; and what is described besides."""

    changed: dict[Spot, Decimal | None]
    said: list[Said]
    described: tuple[str, ...] = ()


def with_lines(*lines: str) -> str:
    """The small report with other lines for its last tables."""
    return SMALL[:START] + "\n".join(lines)


def with_line(old: str, new: str) -> str:
    """The small report with another line, or several, for one of its last tables."""
    assert old in TABLES
    return with_lines(*(new if line == old else line for line in TABLES))


def read(text: str) -> Reading:
    """What is read of the small report with damage in its last tables; other entries are as they were, and places are right."""
    report = gentbudget.parse(text)
    expected, found = _printed(), _cells(report)
    lines = text.split("\n")
    assert [key for key in found if key not in expected] == []
    changed: dict[Spot, Decimal | None] = {}
    for (code, row, column), figure in expected.items():
        cell = found.get((code, row, column))
        if cell is None or cell.value != value(figure):
            assert code == CODE
            changed[row, column] = None if cell is None else cell.value
        if cell is not None:
            assert text[cell.start : cell.end] == cell.text
            assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)
            assert cell.value is None or value(cell.text) == cell.value
    assert {finding.entry for finding in report.findings} <= {CODE, None}
    said = [
        Said(f.code, f.severity, lines[f.line - 1], None if f.start is None else text[f.start : f.end]) for f in report.findings
    ]
    first, *described = report[CODE].paragraphs
    assert (first, report.unclaimed) == (DESCRIPTION, tuple(f.line for f in report.findings if f.code == "unclaimed-line"))
    return Reading(changed, said, tuple(described))


def value(text: str) -> Decimal:
    """The value of a figure that is printed as it should be."""
    return Decimal(text.rstrip("%").replace(".", "").replace(",", "."))


def _printed() -> dict[tuple[str, str, int], str]:
    rows = [line.split("\t")[2:] for line in SMALL.split("\n") if line.count("\t") == 6 and line[-1] == "%"]
    keys = zip(_CODES, LABELS * 4, strict=True)
    return {(*key, column): text for key, row in zip(keys, rows, strict=True) for column, text in enumerate(row)}


def _cells(report: Report) -> dict[tuple[str, str, int], Cell]:
    return {
        (str(entry.code), row.label, column): cell
        for entry in report.entries
        for row in (*entry.budget.rows, entry.staff)
        for column, cell in enumerate(row.figures)
    }
