"""A head that lost a label over rows that lost a figure each: they are read only where the two are the same column's."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from tests.parser.small import SMALL
from tests.parser.tables.changes import BUDGET_ROWS, CODE, HEAD, STAFF_HEAD, STAFF_ROW, value, with_lines
from tests.parser.tolerances.case import alone

LABELS = HEAD.split("\t")[2:]
ZEROS = 4
"""The place of the row that has nothing but zeros, which are right under any label of their kind."""


def without(column: int, line: str) -> str:
    cells = line.split("\t")
    return "\t".join([*cells[: 2 + column], *cells[3 + column :]])


@pytest.mark.parametrize("figure", range(5))
@pytest.mark.parametrize("label", range(5))
def test_figures_of_a_table_that_lost_a_label_are_read_where_the_percentages_bear_them_out(label: int, figure: int) -> None:
    lines = [without(label, HEAD), *(without(figure, row) for row in BUDGET_ROWS), "", STAFF_HEAD, STAFF_ROW]
    report = gentbudget.parse(with_lines(*lines))
    rows = report[CODE].budget.rows
    assert [column.label for column in rows[0].columns] == lines[0].split("\t")[2:]
    lost, *others = report.findings
    assert (lost.code, lost.severity, lost.line) == ("missing-column", "error", rows[0].line - 1)
    assert lost.message == f"no column {LABELS[label]}, which the other tables have"
    if label == figure:
        printed = [line.split("\t")[2:] for line in lines[1:7]]
        assert [[cell.text for cell in row.figures] for row in rows] == printed
        assert [[cell.value for cell in row.figures] for row in rows] == [list(map(value, row)) for row in printed]
        assert others == []
        return
    undecided = [row for place, row in enumerate(rows) if place != ZEROS or set(row.values.values()) != {0}]
    assert {value for row in undecided for value in row.values.values()} == {None}
    assert [(f.code, f.severity, f.line) for f in others] == [("undecidable-row", "error", row.line) for row in undecided]


@pytest.mark.parametrize("column", range(5))
def test_a_column_of_which_no_figure_can_be_read_has_a_finding_for_each(column: int) -> None:
    """Nothing tells then what its figures look like."""
    text = alone()
    figures = [row.split("\t")[2 + column] for row in BUDGET_ROWS]
    misread = [f"x{figure[1:]}" for figure in figures]
    for row, figure, other in zip(BUDGET_ROWS, figures, misread, strict=True):
        cells = row.split("\t")
        assert cells[2 + column] == figure
        cells[2 + column] = other
        text = text.replace(row, "\t".join(cells))
    report = gentbudget.parse(text)
    rows = report[CODE].budget.rows
    for row, line in zip(rows, BUDGET_ROWS, strict=True):
        expected: list[Decimal | None] = [value(cell) for cell in line.split("\t")[2:]]
        expected[column] = None
        assert [cell.value for cell in row.figures] == expected
    assert [(f.code, f.line) for f in report.findings] == [("unreadable-figure", row.line) for row in rows]


@pytest.mark.parametrize("column", range(5))
def test_a_column_that_no_table_has_is_told_once_unless_another_stands_for_it(column: int) -> None:
    lines = SMALL.split("\n")
    tabled = [
        number for number, line in enumerate(lines) if line == HEAD or line.split("\t")[1:2] in (["Uitgaven"], ["Ontvangsten"])
    ]
    shorter = [without(column, line) if number in tabled else line for number, line in enumerate(lines)]
    (told,) = gentbudget.parse("\n".join(shorter)).findings
    assert (told.code, told.severity, told.line, told.entry) == ("missing-column", "info", lines.index(HEAD) + 1, None)
    label = LABELS[column].replace("2024", "…", 1).replace("2023", "…")
    assert told.message == f"no table has a column {label}, which the accounts always had"
    printed = "% Benutting krediet 2024" if column in (2, 4) else "Krediet 2024"
    other = gentbudget.parse(SMALL.replace(HEAD, HEAD.replace(f"\t{LABELS[column]}", f"\t{printed}", 1)))
    assert [(f.code, f.severity, f.line) for f in other.findings] == [("unknown-column", "info", lines.index(HEAD) + 1)]
