"""Rows, heads and tables that are lost or stand there twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from tests.damage.reading import figures, finding_codes
from tests.parser.small import BUDGET, SMALL, STAFF, edited, line_of


def test_a_second_staff_row_with_other_figures_leaves_all_of_them_in_doubt() -> None:
    row = "VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%"
    other = "VTE\t\t2,40\t1,86\t77,5%\t3,00\t62,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{other}")))
    assert set(report["AC34485"].staff.values.values()) == {None}
    assert ("contradicting-rows", "error", "AC34485") in {(f.code, f.severity, f.entry) for f in report.findings}


def test_a_staff_row_that_stands_there_twice_counts_once() -> None:
    row = "VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{row}")))
    assert report["AC34485"].staff.paid == Decimal("0.93")
    assert [(f.code, f.line) for f in report.findings] == [("doubled-row", line_of(row) + 1)]


def test_a_budget_row_that_stands_there_twice_counts_once() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{row}")))
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert [(f.code, f.line) for f in report.findings] == [("doubled-row", line_of(row) + 1)]


def test_a_budget_row_that_stands_there_twice_with_other_figures_has_none() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    other = "Investering\tUitgaven\t4.000\t5.000\t125,0%\t2.500\t200,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{other}")))
    assert set(report["AC34485"].budget.investment.expenditure.values.values()) == {None}
    assert ("contradicting-rows", "error") in {(f.code, f.severity) for f in report.findings}


def test_of_two_tables_that_contradict_each_other_the_second_is_another_entry_s() -> None:
    """The project's heading and header are lost: what its tables alone print fills no row of the action above."""
    fields = "Nog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
    header = f"\n\nActies\n\nPR40001 - Bouwen van woningen aan de Muide\t{fields}"
    row, staff = (
        "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%\n",
        f"{STAFF}\nVTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%",
    )
    report = gentbudget.parse(edited((header, ""), (row, ""), (staff, "")))
    action = report["AC34485"]
    assert set(action.budget.investment.expenditure.values.values()) == {None}
    assert set(action.staff.values.values()) == {None}
    told = [f.line for f in report.findings if f.code == "contradicting-rows" and "contradicts" in f.message]
    assert [report.text.split("\n")[line - 1].split("\t")[-1] for line in told] == ["204,2%", "46,7%", "87,3%"]


@pytest.mark.parametrize("lost", ["Exploitatie\tUitgaven\t648", "Investering\tUitgaven\t2.0", "Financiering\tUitgaven\t0"])
def test_receipts_without_their_section_are_taken_by_no_other_section(lost: str) -> None:
    """The row that names the section is lost; the receipts below it are those of that section or of none."""
    lines = SMALL.split("\n")
    at = max(number for number, line in enumerate(lines) if line.startswith(lost) and number < 60)
    report = gentbudget.parse("\n".join([*lines[:at], *lines[at + 1 :]]))
    whole = gentbudget.parse(SMALL)["AC34485"]
    budget = report["AC34485"].budget
    for section in ("operating", "investment", "financing"):
        for flow in ("expenditure", "receipts"):
            found = getattr(getattr(budget, section), flow)
            expected = getattr(getattr(whole.budget, section), flow)
            assert set(found.values.values()) <= {None} or found.values == expected.values, (section, flow)
    assert "missing-row" in finding_codes(report)


@pytest.mark.parametrize("labels", ["InvesteringUitgaven\t", "x\ty\tz\t", "", "Uitgaven Investering\t", "1nv3st3r1ng\tX\t"])
@pytest.mark.parametrize("receipts", ["", "21.020\t43.270\t205,9%\t20.258\t213,6%\n", "Saldo\t1\t2\t200,0%\t4\t50,0%\n"])
def test_receipts_take_no_section_over_a_row_that_is_not_known(labels: str, receipts: str) -> None:
    """Behind the expenditure of one section, its receipts are lost and the next section's expenditure is not known."""
    text = edited(
        ("\tOntvangsten\t21.020\t43.270\t205,9%\t20.258\t213,6%\n", receipts),
        ("Investering\tUitgaven\t2.000", f"{labels}2.000"),
    )
    report = gentbudget.parse(text)
    budget, whole = report["AC34485"].budget, gentbudget.parse(SMALL)["AC34485"].budget
    for section in ("operating", "investment", "financing"):
        for flow in ("expenditure", "receipts"):
            found = getattr(getattr(budget, section), flow)
            expected = getattr(getattr(whole, section), flow)
            assert set(found.values.values()) <= {None} or found.values == expected.values, (section, flow)
    assert [f for f in report.findings if f.severity in ("error", "warning")]


def test_a_lost_table_has_a_finding() -> None:
    lines = SMALL.split("\n")
    at = len(lines) - 2
    assert lines[at] == STAFF
    report = gentbudget.parse("\n".join(lines[:at]))
    assert report["PR40001"].staff.values == {}
    assert [(f.code, f.severity, f.entry) for f in report.findings] == [("missing-table", "error", "PR40001")]


def test_a_table_without_its_head_is_read_where_the_arithmetic_bears_out_its_columns() -> None:
    lines = SMALL.split("\n")
    at = max(number for number, line in enumerate(lines) if line == BUDGET)
    report = gentbudget.parse("\n".join([*lines[:at], *lines[at + 1 :]]))
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert "restored-head" in finding_codes(report)


def test_a_table_without_its_head_that_the_arithmetic_contradicts_has_no_figures() -> None:
    """One percentage of the thirty is another: with these columns, the table would be wrong."""
    at = SMALL.rindex(BUDGET)
    behind = SMALL[at + len(BUDGET) + 1 :]
    report = gentbudget.parse(SMALL[:at] + behind.replace("148,3%", "168,3%"))
    assert figures(report)[:3] == figures(gentbudget.parse(SMALL))[:3]
    assert all(value is None for row in report["PR40001"].budget.rows for value in row.values.values())
    assert [(f.code, f.severity) for f in report.findings] == [("missing-head", "error")]
    assert figures(report)[3] == figures(gentbudget.parse(SMALL))[3][-5:], "its staff table is another matter"


def test_rows_without_head_of_which_the_arithmetic_tells_nothing_have_no_figures() -> None:
    zeros = "\t".join(["0", "0", "0,0%", "0", "0,0%"])
    rows = [line for line in SMALL.split("\n")[-10:] if line.startswith(("Expl", "Inv", "Fin", "\t"))]
    text = SMALL
    for row in rows:
        text = text.replace(row, "\t".join([*row.split("\t")[:2], zeros]))
    at = text.rindex(BUDGET)
    report = gentbudget.parse(text[:at] + text[at + len(BUDGET) + 1 :])
    assert figures(report)[:3] == figures(gentbudget.parse(SMALL))[:3]
    assert finding_codes(report) & {"missing-head", "restored-head"}
