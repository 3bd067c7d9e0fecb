"""Rows besides the six of a budget, short ones among whole ones, and rows over the end of a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import BudgetRow
from tests.parser.tables.changes import BUDGET_ROWS, CODE, HEAD, LABELS, STAFF_HEAD, STAFF_ROW, value, with_lines

SALDO = ("-13.356\t-10.514\t78,7%\t-14.838\t70,9%", "-1.092\t-1.841\t168,6%\t-832\t221,3%", "-95\t-173\t182,1%\t-307\t56,4%")
REST = ("", STAFF_HEAD, STAFF_ROW)


def rows(*lines: str) -> dict[str, BudgetRow]:
    found = gentbudget.parse(with_lines(HEAD, *lines, *REST))[CODE].budget.rows
    return {row.label: row for row in found}


def printed(row: BudgetRow) -> str:
    return "\t".join(cell.text for cell in row.figures)


@pytest.mark.parametrize("place", range(1, 7))
def test_a_row_of_its_own_may_stand_anywhere_and_is_no_section_s(place: int) -> None:
    read = rows(*BUDGET_ROWS[:place], f"Saldo\t\t{SALDO[0]}", *BUDGET_ROWS[place:])
    assert list(read) == [*LABELS[:place], "Saldo", *LABELS[place:6]]
    assert (printed(read["Saldo"]), read["Saldo"].section, read["Saldo"].flow) == (SALDO[0], "Saldo", "")
    assert [printed(read[label]) for label in LABELS[:6]] == [line.split("\t", 2)[2] for line in BUDGET_ROWS]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_rows_of_one_label_are_their_sections_own_where_there_are_several(count: int) -> None:
    lines = [
        line
        for place in range(3)
        for line in (*BUDGET_ROWS[2 * place : 2 * place + 2], *([f"\tSaldo\t{SALDO[place]}"] if place < count else []))
    ]
    read = rows(*lines)
    sections = [label.split()[0] for label in LABELS[:6:2]]
    expected = [f"{section} Saldo" for section in sections[:count]] if count > 1 else ["Saldo"]
    assert [label for label in read if "Saldo" in label] == expected
    for label, figures, section in zip(expected, SALDO, sections, strict=False):
        assert (printed(read[label]), read[label].section) == (figures, section if count > 1 else "Saldo")
    assert list(filter(LABELS.__contains__, read)) == list(LABELS[:6])


@pytest.mark.parametrize("short", range(1, 6))
def test_where_most_rows_are_short_a_whole_one_must_agree_with_its_percentages(short: int) -> None:
    """The first rows lack the last figure but one or the last, so that no one column is lost."""
    lines = [
        "\t".join([*cells[:-1]] if place % 2 else [*cells[:-2], cells[-1]]) if place < short else row
        for place, row in enumerate(BUDGET_ROWS)
        for cells in (row.split("\t"),)
    ]
    lines[-1] = lines[-1].replace("182,1%", "128,1%")
    last = rows(*lines)[LABELS[5]]
    figures: list[Decimal | None] = [value(text) for text in lines[-1].split("\t")[2:]]
    assert [cell.value for cell in last.figures] == (figures if 2 * short <= 6 else [None] * 5)


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_a_column_that_each_of_several_rows_lacks_is_lost_and_in_one_row_it_is_a_figure(count: int) -> None:
    lines = ["\t".join((cells := row.split("\t"))[:3] + cells[4:]) for row in BUDGET_ROWS[:count]]
    report = gentbudget.parse(with_lines(HEAD, *lines, *REST))
    codes = [f.code for f in report.findings if f.code not in ("missing-row", "unlabelled-row")]
    assert codes == (["missing-column"] if count > 1 else ["undecidable-row"])
    assert {row.actual for row in report[CODE].budget.rows} == {None}


@pytest.mark.parametrize("column", range(1, 5))
def test_figures_behind_the_end_of_a_page_are_on_the_next(column: int) -> None:
    cells = BUDGET_ROWS[0].split("\t")
    row = "\t".join(cells[: 2 + column]) + "\n\f" + "\t".join(cells[2 + column :])
    read = rows(row, *BUDGET_ROWS[1:])
    assert [cell.page for cell in read[LABELS[0]].figures] == [1] * column + [2] * (5 - column)
    assert {cell.page for label in LABELS[1:6] for cell in read[label].figures} == {2}


def test_labels_without_figures_are_one_finding() -> None:
    labels = "\t".join(BUDGET_ROWS[0].split("\t")[:2])
    report = gentbudget.parse(with_lines(HEAD, labels, *BUDGET_ROWS[1:], *REST))
    assert [(f.code, f.message) for f in report.findings] == [("undecidable-row", "no figures behind Exploitatie Uitgaven")]


def test_half_of_the_labels_without_figures_is_no_row() -> None:
    report = gentbudget.parse(with_lines(HEAD, "Exploitatie", *BUDGET_ROWS[1:], *REST))
    assert "undecidable-row" not in {f.code for f in report.findings}
    assert "unlabelled-row" in {f.code for f in report.findings}
