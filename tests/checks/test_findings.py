"""What findings say in fields, and what must not hide or raise one: lost tables, endless figures, rare sections."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from attrs import evolve

from gentbudget.checks import Tally
from gentbudget.findings import FigureRef, Finding
from gentbudget.model import BudgetRow, BudgetTable, Entry, StaffRow
from gentbudget.report import Report
from tests.checks.reports import action, edited, plan, report, with_cell, without


def only(whole: Report) -> Finding:
    (finding,) = whole.check()
    return finding


# ---- children without tables -----------------------------------------------------------------------------------------


def tableless(whole: Report, code: str) -> Report:
    def edit(entry: Entry) -> Entry:
        return evolve(entry, budget=BudgetTable(), staff=StaffRow("VTE")) if entry.code == code else entry

    return edited(whole, edit)


def test_a_child_without_tables_does_not_hide_what_its_plan_has_more_than_the_others(accounts: Report) -> None:
    whole = tableless(accounts, "AC2")
    finding = only(whole)
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("missing-table", "error", 10, "OD1")
    assert finding.message.startswith(
        "no table is read of AC2 (lines 25 to 32), for which is left: "
        "6.310 short in Exploitatie Uitgaven, Budget 2024 (80.680 is printed, its other 2 actions come to 74.370)"
    )
    # 80.680 less 4.120 and 70.250; the sums of what AC2 has none of are zeros, and leave nothing.
    gap = finding.gaps[0]
    assert (gap.row, gap.column, gap.line) == ("Exploitatie Uitgaven", "Budget 2024", 10)
    assert (gap.printed, gap.computed, gap.difference) == (Decimal(80_680), Decimal(74_370), Decimal(6_310))
    assert len(finding.gaps) == 8
    # Each of its figures is bounded: 80.680 ± ½ less 4.120 ± ½ and 70.250 ± ½.
    bounds = {(one.row, one.column): (one.lower, one.upper) for one in whole.inferences()}
    assert bounds["Exploitatie Uitgaven", "Budget 2024"] == (Decimal("6308.5"), Decimal("6311.5"))


def test_a_child_without_one_of_its_tables_leaves_what_the_sums_have_of_that(accounts: Report) -> None:
    def gaps(**lost: BudgetTable | StaffRow) -> list[tuple[str, str, Decimal | None]]:
        whole = edited(accounts, lambda entry: evolve(entry, **lost) if entry.code == "AC2" else entry)
        return [(gap.row, gap.column, gap.difference) for gap in only(whole).gaps]

    budget, staff = gaps(budget=BudgetTable()), gaps(staff=StaffRow("VTE"))
    assert {row == "VTE" for row, *_ in budget} == {False}
    assert {row for row, *_ in staff} == {"VTE"}
    assert gaps(budget=BudgetTable(), staff=StaffRow("VTE")) == budget + staff


BUDGETS = {"AC1": 4_120, "AC2": 6_310, "AC3": 70_250}


@pytest.mark.parametrize("lost", [lost for count in (1, 2) for lost in combinations(BUDGETS, count)], ids=" ".join)
def test_whichever_children_have_no_tables_the_rest_of_the_plan_is_left_for_them(
    accounts: Report, lost: tuple[str, ...]
) -> None:
    whole = accounts
    for code in lost:
        whole = tableless(whole, code)
    finding = only(whole)
    assert (finding.code, finding.entry) == ("missing-table", "OD1")
    assert all(f"{code} (lines " in finding.message for code in lost)
    left = {(gap.row, gap.column): gap.difference for gap in finding.gaps}
    assert left["Exploitatie Uitgaven", "Budget 2024"] == sum(BUDGETS[code] for code in lost)


def test_what_one_sum_alone_leaves_for_a_child_without_tables_is_told() -> None:
    one = action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%")
    whole = report(plan("OD1", one, action("AC2"), spent="6.120 4.000 65,4% 3.800 105,3%"))
    finding = only(tableless(whole, "AC2"))
    assert (finding.code, finding.entry) == ("missing-table", "OD1")
    assert finding.message.startswith("no table is read of AC2 (")
    assert [(gap.column, gap.difference) for gap in finding.gaps] == [("Budget 2024", Decimal(2_000))]


def test_a_child_without_tables_that_may_have_had_nothing_is_no_finding() -> None:
    one = action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%")
    whole = report(plan("OD1", one, action("AC2"), spent="4.120 4.000 97,1% 3.800 105,3%"))
    assert tableless(whole, "AC2").check() == ()


# ---- findings as data ------------------------------------------------------------------------------------------------


def test_a_finding_says_in_fields_how_much_is_missing_and_where(accounts: Report) -> None:
    finding = only(without(accounts, "AC2"))
    assert {(gap.row, gap.column, gap.line): (gap.printed, gap.computed, gap.difference) for gap in finding.gaps} == {
        ("Exploitatie Uitgaven", "Budget 2024", 10): (80_680, 74_370, 6_310),
        ("Exploitatie Uitgaven", "Jaarrekening 2024", 10): (71_980, 65_480, 6_500),
        ("Exploitatie Uitgaven", "Jaarrekening 2023", 10): (69_200, 62_800, 6_400),
        ("Exploitatie Ontvangsten", "Budget 2024", 11): (3_000, 1_000, 2_000),
        ("Exploitatie Ontvangsten", "Jaarrekening 2024", 11): (3_000, 900, 2_100),
        ("VTE", "Plan 2024", 16): (Decimal("15.50"), Decimal("12.00"), Decimal("3.50")),
        ("VTE", "Betaald 2024", 16): (Decimal("14.56"), Decimal("11.31"), Decimal("3.25")),
        ("VTE", "Betaald 2023", 16): (Decimal("13.80"), Decimal("10.80"), Decimal("3.00")),
    }
    assert {gap.kind for gap in finding.gaps} == {"sum"}
    assert (finding.figure, finding.readings, finding.suspects) == (None, (), ())


def test_a_misread_figure_says_in_fields_which_one_and_what_it_may_be(accounts: Report) -> None:
    finding = only(with_cell(accounts, 18, 1, "4.900"))
    assert finding.figure == FigureRef("AC1", 18, "Exploitatie Uitgaven", "Jaarrekening 2024", Decimal(4_900))
    assert finding.readings == (Decimal(4_000),)
    gaps = {(gap.kind, gap.line, gap.column): (gap.printed, gap.computed, gap.difference) for gap in finding.gaps}
    # 4.900 of 4.120 is 118,93% and of 3.800 it is 128,95%; the three actions come to 72.880.
    assert gaps == {
        ("sum", 10, "Jaarrekening 2024"): (Decimal(71_980), Decimal(72_880), Decimal(-900)),
        ("percentage", 18, "% Besteding budget 2024"): (Decimal("97.1"), Decimal("118.9"), Decimal("-21.8")),
        ("percentage", 18, "Jaarrekening 2024 t.o.v. 2023"): (Decimal("105.3"), Decimal("128.9"), Decimal("-23.6")),
    }


def test_figures_that_could_each_be_to_blame_are_named_in_fields() -> None:
    whole = report(plan("OD1", action("AC1", spent="1.700"), action("AC2", spent="2.600"), spent="3.800"), budget=["Krediet"])
    finding = only(whole)
    assert finding.figure is None
    assert [(one.entry, one.line, one.printed) for one in finding.suspects] == [("AC1", 10, 1_700), ("AC2", 18, 2_600)]
    for entry, row in (("OD1", 2), ("AC1", 10), ("AC2", 18)):
        (own,) = whole.findings_of(whole[entry].budget.operating.expenditure)
        assert own == finding
        assert row in finding.rows
    assert whole.findings_of(whole["AC1"].budget.operating.receipts) == ()


# ---- figures of any length -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", [31, 4_999, 100_000])
def test_figures_of_any_number_of_digits_are_no_reason_to_fail(accounts: Report, digits: int) -> None:
    """No account has such a figure: it counts as one that cannot be read."""
    whole = with_cell(accounts, 18, 1, "9" * digits)
    assert whole.check() == ()
    (inference,) = whole.inferences()
    assert (inference.entry, inference.line, inference.printed) == ("AC1", 18, None)
    # 71.980 ± ½ less 6.500 ± ½ and 61.480 ± ½, and 105,25% of 3.799,5.
    assert (inference.lower, inference.upper) == (Decimal("3998.97375"), Decimal("4001.5"))


def test_figures_of_thirty_digits_are_tested() -> None:
    large = int("9" * 30)
    whole = report(plan("OD1", action("AC1", spent=f"{large:,}".replace(",", ".")), spent="5"), budget=["Krediet"])
    assert str(large)[-1] in only(whole).message
    assert only(whole).gaps[0].difference == 5 - large


# ---- sections of some tables only ------------------------------------------------------------------------------------


def test_a_section_that_few_tables_print_raises_no_finding(accounts: Report) -> None:
    """Neither is it missing where it is not printed, nor must it add up over children that do not print it."""

    def with_cash(entry: Entry) -> Entry:
        if entry.code not in ("OD1", "AC1"):
            return entry
        cash = tuple(
            BudgetRow(
                f"Liquiditeiten {flow}",
                entry.budget.columns,
                (70, 60, Decimal("85.7"), 50, Decimal("120.0")),
                99,
                "Liquiditeiten",
                flow,
            )
            for flow in ("Uitgaven", "Ontvangsten")
        )
        return evolve(entry, budget=evolve(entry.budget, rows=(*entry.budget.rows, *cash)))

    audit = edited(accounts, with_cash).audit()
    assert (audit.findings, audit.inferences) == ((), ())
    assert audit.sums == Tally(held=42)
    assert audit.percentages == Tally(held=78)


def test_a_section_that_all_tables_print_is_added_up(accounts: Report) -> None:
    def with_cash(entry: Entry) -> Entry:
        row = BudgetRow("Liquiditeiten Uitgaven", entry.budget.columns[:1], (5,), 99, "Liquiditeiten", "Uitgaven")
        return evolve(entry, budget=evolve(entry.budget, rows=(*entry.budget.rows, row)))

    assert edited(accounts, with_cash).audit().sums == Tally(held=43, failed=1)
