"""A row that lacks figures: the borders of its cells tell which, where it has a cell for each column."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from tests.parser.small import SMALL

ROW = "Investering|Uitgaven|1.114|1.883|169,0%|922|204,2%"
STAFF_ROW = "VTE||2,20|1,58|71,8%|1,81|87,3%"


def last_row(old: str, new: str) -> tuple[list[Decimal | None], list[str]]:
    """What is read of a row of the last entry in a report with borders, and what is said of it."""
    before, _, behind = SMALL.replace("\t", "|").rpartition(old)
    report = gentbudget.parse(before + new + behind)
    project = report["PR40001"]
    row = project.staff if old == STAFF_ROW else project.budget.investment.expenditure
    return [cell.value for cell in row.figures], [f.code for f in report.findings if f.line == row.line]


@pytest.mark.parametrize("lost", [0, 1, 3])
@pytest.mark.parametrize("row", [ROW, STAFF_ROW])
def test_an_empty_cell_is_the_figure_that_is_lost(row: str, lost: int) -> None:
    stub, cells = row.split("|")[:2], row.split("|")[2:]
    expected: list[Decimal | None] = [Decimal(c.strip("%").replace(".", "").replace(",", ".")) for c in cells]
    expected[lost] = None
    cells[lost] = ""
    assert last_row(row, "|".join((*stub, *cells))) == (expected, ["missing-figure"])


@pytest.mark.parametrize("label", ["V7E", "VIE", "vte", "U T E"])
def test_a_misread_label_of_the_staff_is_none_of_its_cells(label: str) -> None:
    read, said = last_row(STAFF_ROW, STAFF_ROW.replace("VTE", label).replace("1,58", ""))
    assert read == [Decimal("2.20"), None, Decimal("71.8"), Decimal("1.81"), Decimal("87.3")]
    assert said == ["missing-figure", "misspelt-label"]


@pytest.mark.parametrize("row", ["Investering|Uitgaven|1.114||169,0% 922|204,2%|", "Investering|Uitgaven||||0,0%"])
def test_cells_that_hold_two_figures_or_are_too_few_tell_nothing(row: str) -> None:
    read, said = last_row(ROW, row)
    assert said != []
    assert read[1] is None
    assert read[4] in (None, Decimal("204.2"))


def test_a_figure_in_a_cell_that_its_kind_denies_is_not_placed_by_it() -> None:
    read, said = last_row(ROW, "Investering|Uitgaven|1.114||922|169,0%|204,2%")
    assert (read, said) == ([None] * 5, ["undecidable-row"])


def test_of_a_cell_that_holds_two_figures_none_is_left_out() -> None:
    """Not the borders but the percentage tells where three of them belong."""
    read, said = last_row(ROW, "Investering|Uitgaven|1.114 1.883|||922|204,2%")
    assert read == [None, Decimal(1883), None, Decimal(922), Decimal("204.2")]
    assert said == ["missing-figure", "unplaced-figure"]
