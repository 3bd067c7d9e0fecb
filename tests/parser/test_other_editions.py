"""What other editions and other cities print: other codes, columns, rows and habits need no change of the grammar."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, ActionPlan, Project, Report
from tests.documents.accounts import (
    Column,
    PrintedReport,
    amount_columns,
    budget_columns,
    consistent_report,
    staff_columns,
    tab_separated,
)
from tests.parser.small import BUDGET, SMALL, STAFF, edited

# ---- codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["ACJ1234", "ACI1234", "ACW0001", "ACD12345", "AC123456", "AC123", "ACÉ".replace("É", "E") + "1234"]
)
def test_an_unknown_letter_behind_ac_is_an_action(code: str) -> None:
    report = gentbudget.parse(edited(("AC34485 -", f"{code} -")))
    action = report[code]
    assert type(action) is Action
    assert (action.code, action.title, action.owner) == (code, "Begeleiden van huurders", "Dienst Wonen")
    assert report.findings == ()


@pytest.mark.parametrize("code", ["PRW1234", "PRJ0001", "PR1234", "PRD12345"])
def test_an_unknown_letter_behind_pr_is_a_project(code: str) -> None:
    report = gentbudget.parse(edited(("PR40001 -", f"{code} -")))
    project = report[code]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == ("Nog niet gestart", "Ontwerp", "2022 - 2026")
    assert report.findings == ()


@given(
    letters=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=2),
    digits=st.text("0123456789", min_size=3, max_size=6),
    prefix=st.sampled_from(["AC", "PR"]),
)
def test_any_letters_and_digits_behind_ac_and_pr_are_a_code(prefix: str, letters: str, digits: str) -> None:
    code = f"{prefix}{letters}{digits}"
    report = gentbudget.parse(edited(("AC34485 -", f"{code} -")))
    entry = report[code]
    assert (entry.kind, entry.title) == ("project" if prefix == "PR" else "action", "Begeleiden van huurders")


def test_plans_of_other_kinds_are_known_by_their_heading() -> None:
    report = gentbudget.parse(SMALL.replace("OD10071", "AP00012"))
    plan = report["AP00012"]
    assert isinstance(plan, ActionPlan)
    assert plan.title == "Betaalbaar wonen versnellen"
    assert report.parent("AC34485") == plan


# ---- columns -----------------------------------------------------------------------------------------------


def read_back(printed: PrintedReport, *, padded: bool = False) -> Report:
    """Read a printed report, and compare every figure under the printed label of its column."""
    report = gentbudget.parse(tab_separated(printed, padded=padded))
    assert [e.code for e in report.entries] == [e.code for e in printed.entries]
    for entry, expected in zip(report.entries, printed.entries, strict=True):
        for row, texts in zip(entry.budget.rows, expected.budget, strict=True):
            assert tuple(column.label for column in row.columns) == printed.budget_columns
            assert [cell.text for cell in row.figures] == list(texts)
            assert None not in row.values.values()
            assert [row[label] for label in printed.budget_columns] == [cell.value for cell in row.figures]
        assert tuple(column.label for column in entry.staff.columns) == printed.staff_columns
        assert [cell.text for cell in entry.staff.figures] == list(expected.staff)
    assert [f for f in report.findings if f.severity != "info"] == []
    assert report.unclaimed == ()
    return report


def drawn(seed: int, budget: tuple[Column, ...], staff: tuple[Column, ...], year: int = 2026) -> PrintedReport:
    return consistent_report(
        Random(seed),
        year=year,
        objectives=1,
        plans=2,
        actions=4,
        negative=0.1,
        budget=budget,
        staff=staff,
    )


@pytest.mark.parametrize("padded", [False, True])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "budget",
    [
        amount_columns("Raming 2026"),
        amount_columns("Krediet 2026"),
        amount_columns("Raming 2026", "Raming 2027", "Raming 2028", "Raming 2029", "Raming 2030", "Raming 2031"),
        amount_columns("Meerjarenplan 2026", "Meerjarenplan 2027"),
        amount_columns("Krediet 2026", "Raming 2027"),
        amount_columns("Jaarrekening 2024", "Krediet 2025", "Raming 2026"),
        amount_columns("Budget 2026", "Jaarrekening 2026"),
        amount_columns("Initieel budget 2026", "Eindbudget 2026", "Jaarrekening 2026"),
        amount_columns("Budget 2026", "Budget 2027", "Budget 2028", "Budget 2029", "Budget 2030", "Budget 2031"),
        amount_columns("Aangepast meerjarenplan 2026", "Vastgelegd 2026", "Aangerekend 2026"),
        (Column("Raming 2026", 0), Column("Jaarrekening 2025", 1), Column("% Raming 2026", 1, over=0)),
        (Column("Krediet 2026", 0), Column("Aangerekend 2026", 1), Column("% Besteding krediet 2026", 1, over=0)),
    ],
    ids=lambda columns: ", ".join(column.label for column in columns),
)
def test_columns_are_those_of_the_printed_head(budget: tuple[Column, ...], seed: int, padded: bool) -> None:
    years = len({column.label[-4:] for column in budget})
    staff = amount_columns(*(f"Plan {year}" for year in range(2026, 2026 + years)))
    report = read_back(drawn(seed, budget, staff), padded=padded)
    for entry in report.entries:
        for column in entry.budget.columns:
            assert str(column.year) in column.label
            assert column.is_share == ("%" in column.label)


def test_a_column_without_a_name_is_found_by_its_label_in_cells_and_row() -> None:
    report = read_back(drawn(1, amount_columns("Raming 2026", "Raming 2027"), amount_columns("Plan 2026")))
    row = report.plans[0].budget.operating.expenditure
    assert list(row.cells) == ["Raming 2026", "Raming 2027"]
    assert row["Raming 2027"] == row.cells["Raming 2027"].value
    assert row["raming  2027"] == row["Raming 2027"]
    assert [column.name for column in row.columns] == [None, None]
    assert [column.year for column in row.columns] == [2026, 2027]
    for name in ("budget", "actual", "budget_used", "previous_actual", "vs_previous"):
        assert getattr(row, name) is None


def test_six_budgets_side_by_side_have_no_name_that_would_mean_one_of_them() -> None:
    years = range(2026, 2032)
    report = read_back(drawn(2, amount_columns(*(f"Budget {y}" for y in years)), amount_columns("Plan 2026")))
    row = report.plans[0].budget.operating.expenditure
    assert row.budget is None
    assert len(row.cells) == 6
    assert [row[f"Budget {year}"] for year in years] == [cell.value for cell in row.figures]


def test_a_budget_and_a_result_alone_have_their_names() -> None:
    report = read_back(
        drawn(3, amount_columns("Budget 2026", "Jaarrekening 2026"), amount_columns("Plan 2026", "Betaald 2026"))
    )
    for entry in report.entries:
        for row in entry.budget.rows:
            assert (row.budget, row.actual) == (row["Budget 2026"], row["Jaarrekening 2026"])
        assert (entry.staff.planned, entry.staff.paid) == (entry.staff["Plan 2026"], entry.staff["Betaald 2026"])


@pytest.mark.parametrize(
    ("year", "before"), [(2019, 2018), (2025, 2024), (2031, 2030), (2031, 2029), (1999, 1998), (2089, 2088)]
)
@pytest.mark.parametrize("padded", [False, True])
def test_other_years_have_the_same_names(year: int, before: int, padded: bool) -> None:
    printed = consistent_report(Random(year), year=year, previous_year=before, objectives=1, plans=1, actions=3)
    report = read_back(printed, padded=padded)
    assert (report.year, report.previous_year) == (year, before)
    for entry in report.entries:
        for row in entry.budget.rows:
            assert list(row.cells) == ["budget", "actual", "budget_used", "previous_actual", "vs_previous"]
            assert row.previous_actual == row[f"Jaarrekening {before}"]
            assert row.actual == row[f"Jaarrekening {year}"]
        assert list(entry.staff.cells) == ["planned", "paid", "plan_used", "previous_paid", "vs_previous"]
        assert entry.staff.previous_paid == entry.staff[f"Betaald {before}"]


@pytest.mark.parametrize("order", [(3, 4, 0, 1, 2), (1, 0, 2, 3, 4), (4, 3, 2, 1, 0), (0, 3, 1, 2, 4)])
def test_columns_in_another_order_keep_their_names(order: tuple[int, ...]) -> None:
    budget = tuple(budget_columns(2024, 2023)[i] for i in order)
    staff = tuple(staff_columns(2024, 2023)[i] for i in order)
    report = read_back(drawn(5, budget, staff, year=2024))
    names = ("budget", "actual", "budget_used", "previous_actual", "vs_previous")
    for entry in report.entries:
        for row in entry.budget.rows:
            assert list(row.cells) == [names[i] for i in order]


# ---- rows --------------------------------------------------------------------------------------------------


SALDO = {
    "Exploitatie": ("15.047\t13.021\t86,5%\t16.470\t79,1%", "-13.356\t-10.514\t78,7%\t-14.838\t70,9%"),
    "Investering": ("1.114\t1.883\t169,0%\t922\t204,2%", "-1.092\t-1.841\t168,6%\t-832\t221,3%"),
}


def test_a_row_of_balances_is_kept_under_its_printed_label() -> None:
    """A Saldo row behind the six others, as other cities print it."""
    last = "\tOntvangsten\t-95\t-173\t182,1%\t-307\t56,4%"
    report = gentbudget.parse(edited((last, f"{last}\nSaldo\t\t-14.543\t-12.528\t86,1%\t-15.977\t78,4%")))
    rows = {row.label: row for row in report["PR40001"].budget.rows}
    assert list(rows)[-1] == "Saldo"
    assert [cell.text for cell in rows["Saldo"].figures] == ["-14.543", "-12.528", "86,1%", "-15.977", "78,4%"]
    assert rows["Saldo"]["Jaarrekening 2023"] == -15_977
    clean = gentbudget.parse(SMALL)["PR40001"].budget
    assert [row.values for row in report["PR40001"].budget.rows[:6]] == [row.values for row in clean.rows]
    assert [f for f in report.findings if f.severity != "info"] == []
    assert report.unclaimed == ()


def test_a_row_of_balances_in_every_section_shifts_no_other_row() -> None:
    text = SMALL
    for receipts, saldo in (
        ("\tOntvangsten\t1.691\t2.507\t148,3%\t1.632\t153,6%", SALDO["Exploitatie"][1]),
        ("\tOntvangsten\t22\t42\t190,9%\t90\t46,7%", SALDO["Investering"][1]),
    ):
        text = edited((receipts, f"{receipts}\n\tSaldo\t{saldo}"), text=text)
    report, clean = gentbudget.parse(text), gentbudget.parse(SMALL)
    for section in ("operating", "investment", "financing"):
        for flow in ("expenditure", "receipts"):
            found = getattr(getattr(report["PR40001"].budget, section), flow)
            assert found.values == getattr(getattr(clean["PR40001"].budget, section), flow).values
    kept = [cell.text for row in report["PR40001"].budget.rows for cell in row.figures]
    for _, saldo in SALDO.values():
        left_over = {report.text.split("\n")[n - 1] for n in report.unclaimed}
        assert set(saldo.split("\t")) <= set(kept) or any(saldo in line for line in left_over)


# ---- form --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        ("\t\tBudget", "\tBudget"),  # the empty cell of the stub is missing
        ("\t\tPlan", "\tPlan"),
        ("VTE\t\t", "VTE\t"),
        ("\nActies\n", "\nActies\t\t\t\t\t\t\n"),
        ("\nActieplan\n", "\nActieplan\t\t\t\t\t\n"),
        ("\nActies\n\n", "\nActies\n"),
        ("\nActies\n\n", "\nActies\n--------\t--\t--\t--\t--\t--\t--\n\n"),
        ("\tDienst Wonen\n", "\t\t\t\t\tDienst Wonen\t\n"),
        (f"\n\n{STAFF}", f"\n{STAFF}"),
        (f"\n{BUDGET}", f"\n\n{BUDGET}"),
        ("\tOntvangsten", " \tOntvangsten"),
        ("\t0,0%", "\t0,0 %"),
        ("Inhoudstafel\tPagina", "Inhoudstafel"),
        ("Inhoudstafel\tPagina", "Inhoudsopgave\tBlz."),
        ("JAARREKENING 2024\n", "\n\n\n"),
    ],
    ids=repr,
)
def test_the_habits_of_tabbed_dumps_make_no_difference(change: tuple[str, str]) -> None:
    assert change[0] in SMALL
    report, clean = gentbudget.parse(SMALL.replace(*change)), gentbudget.parse(SMALL)

    def facts(read: Report) -> list[Any]:
        return [
            (
                entry.kind,
                entry.code,
                entry.title,
                entry.paragraphs,
                [getattr(entry, what, None) for what in ("owner", "status", "phase", "period", "organisation")],
                [list(row.values.items()) for row in (*entry.budget.rows, entry.staff)],
            )
            for entry in read.entries
        ]

    assert facts(report) == facts(clean)
    assert report.contents == clean.contents
    assert report.unclaimed == ()
    assert report.findings == ()


OVERPRINTED = ("Jaarrekening 2023\tJaarrekening 2024 t.o.v. 2023", "Jaarrekening 20J2a3arrekening 2024 t.o.v. 2023")


@pytest.mark.parametrize("parted_by", ["\t", " "], ids=["tabs", "single blanks"])
@pytest.mark.parametrize("times", [1, -1], ids=["one head", "every head"])
def test_heads_whose_labels_are_printed_over_each_other_cost_no_figure(parted_by: str, times: int) -> None:
    sample = gentbudget.load_sample()
    text = sample.text.replace(*OVERPRINTED, times).replace("\t", parted_by)
    report = gentbudget.parse(text)
    figures, expected = (
        [cell.text for entry in r.entries for row in (*entry.budget.rows, entry.staff) for cell in row.figures]
        for r in (report, sample)
    )
    assert figures == expected
    assert "restored-head" in {finding.code for finding in report.findings}
