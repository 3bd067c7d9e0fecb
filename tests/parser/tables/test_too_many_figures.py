"""Rows with more figures than their table has columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import BudgetRow, Report
from tests.parser.small import BUDGET

RIGHT = ("648.927", "663.509", "102,2%", "591.188", "112,2%")
VALUES = (Decimal(648927), Decimal(663509), Decimal("102.2"), Decimal(591188), Decimal("112.2"))


def read(*figures: str) -> tuple[Report, BudgetRow]:
    row = "\t".join(("Exploitatie", "Uitgaven", *figures))
    other = "\tOntvangsten\t1.020\t1.270\t124,5%\t1.258\t101,0%"
    report = gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\nTekst.\n\n{BUDGET}\n{row}\n{other}\n")
    return report, report["AC10001"].budget.operating.expenditure


def said(report: Report, line: int) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in report.findings if finding.line == line]


@pytest.mark.parametrize("place", range(5))
def test_a_figure_that_stands_twice_is_read_once_and_told(place: int) -> None:
    report, row = read(*RIGHT[: place + 1], *RIGHT[place:])
    assert tuple(row.values.values()) == VALUES
    assert said(report, 8) == [("doubled-figure", "warning")]


def test_a_row_as_it_should_be_has_no_finding() -> None:
    report, row = read(*RIGHT)
    assert tuple(row.values.values()) == VALUES
    assert said(report, 8) == []


@pytest.mark.parametrize(
    "figures",
    [(*RIGHT, "7.001"), ("7.001", *RIGHT), (*RIGHT[:2], *RIGHT[:2], *RIGHT[2:])],
    ids=["one behind", "one before", "two twice"],
)
def test_one_too_many_that_is_not_told_leaves_the_row_undecided(figures: tuple[str, ...]) -> None:
    report, row = read(*figures)
    assert set(row.values.values()) == {None}
    assert said(report, 8) == [("undecidable-row", "error")]


def test_a_digit_that_a_scan_read_for_a_letter_is_none_of_the_figures() -> None:
    report, row = read("8", *RIGHT)
    assert tuple(row.values.values()) == VALUES
    assert said(report, 8) == [("misspelt-label", "info")]
    finding = next(finding for finding in report.findings if finding.line == 8)
    assert report.text[finding.start : finding.end] == "8"


@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_number_whose_mark_became_a_blank_is_not_cut(place: int) -> None:
    thousands, rest = RIGHT[place][:3], RIGHT[place][4:]
    for first in (thousands, thousands[:1]):
        report, row = read(*RIGHT[:place], first, rest, *RIGHT[place + 1 :])
        assert set(row.values.values()) == {None}
        assert said(report, 8) == [("undecidable-row", "error")]


def test_a_digit_before_figures_that_no_percentage_proves_is_not_left_out() -> None:
    """It may be the thousands of the first, whose mark became a blank."""
    head = "Budgettaire onderbouwing\t\tRaming 2026\tRaming 2027"
    report = gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\n{head}\nExploitatie\tUitgaven\t8\t557.979\t601.001\n")
    assert set(report["AC10001"].budget.operating.expenditure.values.values()) == {None}
    assert said(report, 6) == [("undecidable-row", "error")]
