"""Which figures are compared with which."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from gentbudget.checks import Tally
from gentbudget.checks.ledger import read_ledger
from gentbudget.model import BudgetRow, Entry
from gentbudget.report import Report
from tests.checks.reports import action, edited, objective, plan, report


def sums(whole: Report) -> Tally:
    return whole.audit().sums


def test_columns_that_only_their_label_tells_are_added_up_too() -> None:
    years = [f"Raming {year}" for year in range(2026, 2032)]
    whole = report(
        plan("OD1", action("AC1", spent="1 2 3 4 5 6"), action("AC2", spent="9 8 7 6 5 4"), spent="10 10 10 10 10 99"),
        budget=years,
        staff=[],
    )
    assert sums(whole) == Tally(held=35, failed=1)
    (finding,) = whole.check()
    assert "89 short in Exploitatie Uitgaven, Raming 2031 (99 is printed, its 2 actions come to 10)" in finding.message


def test_percentages_that_only_their_label_tells_are_not_added_up() -> None:
    whole = report(plan("OD1", action("AC1", spent="1 5,0%"), spent="1 7,0%"), budget=["Krediet", "% Realisatie"], staff=[])
    assert (whole.audit().percentages, sums(whole)) == (Tally(), Tally(held=6))


def test_labels_are_the_same_however_they_are_spaced_and_cased() -> None:
    whole = report(plan("OD1", action("AC1", spent="5"), spent="5"), budget=["Raming 2026"], staff=[])

    def respelt(entry: Entry) -> Entry:
        if entry.code == "OD1":
            return entry
        columns = tuple(evolve(column, label="RAMING  2026") for column in entry.budget.columns)
        return evolve(entry, budget=evolve(entry.budget, rows=tuple(evolve(r, columns=columns) for r in entry.budget.rows)))

    assert sums(edited(whole, respelt)) == Tally(held=6)


def test_columns_with_the_same_label_are_not_compared() -> None:
    """Which of the two is which, nobody can say."""
    whole = report(
        plan("OD1", action("AC1", spent="1 2 7"), spent="2 1 7"), budget=["Krediet", "Krediet", "Raming 2026"], staff=[]
    )
    assert sums(whole) == Tally(held=6)


def test_an_objective_adds_up_its_plans_and_the_actions_that_stand_under_none() -> None:
    whole = report(
        objective("SD1", action("AC1", spent="5"), plan("OD1", action("AC2", spent="7"), spent="7"), spent="12"),
        budget=["Krediet"],
        staff=[],
    )
    assert sums(whole) == Tally(held=12)


def test_an_entry_without_children_is_not_added_up() -> None:
    assert sums(report(plan("OD1", spent="7"), budget=["Krediet"], staff=[])) == Tally()


def test_a_sum_that_lacks_a_figure_is_not_tested() -> None:
    whole = report(plan("OD1", action("AC1", spent="·"), spent="7"), budget=["Krediet"], staff=[])
    assert sums(whole) == Tally(held=5, untestable=1)


def test_a_column_that_all_children_have_and_the_plan_has_not_waits_for_its_total() -> None:
    whole = report(plan("OD1", action("AC1", spent="7 8"), spent="7 ·"), budget=["Krediet", "Raming 2026"], staff=[])

    def narrow(entry: Entry) -> Entry:
        if entry.code != "OD1":
            return entry
        rows = tuple(evolve(row, columns=row.columns[:1], figures=row.figures[:1]) for row in entry.budget.rows)
        return evolve(entry, budget=evolve(entry.budget, rows=rows))

    narrowed = edited(whole, narrow)
    assert sums(narrowed) == Tally(held=6, untestable=6)
    assert {(i.entry, i.row, i.lower, i.upper) for i in narrowed.inferences() if i.row == "Exploitatie Uitgaven"} == {
        ("OD1", "Exploitatie Uitgaven", Decimal("7.5"), Decimal("8.5"))
    }


def test_a_row_whose_section_is_lost_is_in_no_sum_but_has_its_percentages() -> None:
    whole = report(plan("OD1", action("AC1", spent="2 1 50,0% 0 0,0%"), spent="2 1 50,0% 0 0,0%"), staff=[])

    def unlabelled(entry: Entry) -> Entry:
        first, *rest = entry.budget.rows
        row = BudgetRow("Uitgaven", first.columns, first.figures, first.line, "", "Uitgaven")
        return evolve(entry, budget=evolve(entry.budget, rows=(row, *rest)))

    lost = edited(whole, unlabelled)
    assert (lost.audit().percentages, sums(lost)) == (Tally(held=24), Tally(held=15))


def test_a_row_of_another_label_is_added_up_under_it() -> None:
    whole = report(plan("OD1", action("AC1", spent="-5"), spent="-5"), budget=["Krediet"], staff=[])

    def balance(entry: Entry) -> Entry:
        first = entry.budget.rows[0]
        rows = (BudgetRow("Saldo", first.columns, first.figures, first.line),)
        return evolve(entry, budget=evolve(entry.budget, rows=rows))

    assert sums(edited(whole, balance)) == Tally(held=1)


def test_a_row_that_is_printed_twice_is_added_up_once() -> None:
    whole = report(plan("OD1", action("AC1", spent="5"), spent="5"), budget=["Krediet"], staff=[])

    def doubled(entry: Entry) -> Entry:
        return evolve(entry, budget=evolve(entry.budget, rows=(*entry.budget.rows, entry.budget.rows[0])))

    assert sums(edited(whole, doubled)) == Tally(held=6)


def test_rounding_adds_up_with_the_number_of_children() -> None:
    """Ten actions of 0,50 print as 1 and their plan as 5: ten half euros and one explain it, and no more."""
    ten = [action(f"AC{n}", spent="1") for n in range(10)]
    assert sums(report(plan("OD1", *ten, spent="5"), budget=["Krediet"], staff=[])).failed == 0
    assert sums(report(plan("OD1", *ten, spent="4"), budget=["Krediet"], staff=[])).failed == 1


def test_figures_with_more_decimals_are_rounded_finer() -> None:
    """1 ± ½ and 1,00 ± 0,005 are 2,50 at most, which is 2,50 but not 2,52."""

    def total(text: str) -> int:
        children = action("AC1", spent="1"), action("AC2", spent="1,00")
        return sums(report(plan("OD1", *children, spent=text), budget=["Krediet"], staff=[])).failed

    assert [total("2,50"), total("2,51"), total("2,52")] == [0, 0, 1]


def test_a_row_that_is_there_twice_is_added_up_once_and_the_second_stands_in_no_sum() -> None:
    def doubled(entry: Entry) -> Entry:
        return evolve(entry, budget=evolve(entry.budget, rows=(*entry.budget.rows, entry.budget.rows[0])))

    whole = report(plan("OD1", action("AC1", spent="5"), spent="5"), budget=["Krediet"], staff=[])
    ledger = read_ledger(edited(whole, doubled).roots)
    spent = [row for row in ledger.rows if row.label == "Exploitatie Uitgaven"]
    assert [len(ledger.identities_of(ledger.figure(row, 0))) for row in spent] == [1, 0, 1, 0]
