"""What is inferred for figures that are missing; all bounds are computed by hand."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from gentbudget.checks import Reading
from gentbudget.model import Entry
from gentbudget.report import Report
from tests.checks.reports import ROWS, action, edited, objective, plan, report


def bounds(whole: Report) -> dict[tuple[int, str], tuple[str | None, str | None]]:
    """Find the bounds of every inferred figure by its line and column."""
    return {
        (one.line, one.column): (
            None if one.lower is None else str(one.lower),
            None if one.upper is None else str(one.upper),
        )
        for one in whole.inferences()
    }


def test_a_missing_amount_is_bounded_by_its_percentages() -> None:
    # 106,15% to 106,25% of 1.158.615,5 to 1.158.616,5, and 104,25% to 104,35% of 1.178.694,5 to 1.178.695,5.
    whole = report(action("AC1", spent="1.158.616 · 106,2% 1.178.695 104,3%"))
    assert whole.check() == ()
    (one,) = whole.inferences()
    assert (one.entry, one.line, one.row, one.column) == ("AC1", 2, "Exploitatie Uitgaven", "Jaarrekening 2024")
    assert (one.reason, one.printed) == ("missing", None)
    assert one.lower == max(Decimal("1.0615") * Decimal("1158615.5"), Decimal("1.0425") * Decimal("1178694.5"))
    assert one.upper == min(Decimal("1.0625") * Decimal("1158616.5"), Decimal("1.0435") * Decimal("1178695.5"))
    assert one.identities == (
        "percentage % Besteding budget 2024 (line 2)",
        "percentage Jaarrekening 2024 t.o.v. 2023 (line 2)",
    )
    assert str(one) == (
        "AC1, line 2: Exploitatie Uitgaven, Jaarrekening 2024: from 1.229.870,35325 to 1.229.968,75425 (missing)"
    )


def test_a_missing_amount_is_bounded_by_the_sum_it_is_part_of() -> None:
    whole = report(plan("OD1", action("AC1", spent="100"), action("AC2", spent="·"), spent="350"), budget=["Krediet"])
    # 350 ± ½ less 100 ± ½.
    assert bounds(whole) == {(18, "Krediet"): ("249", "251")}
    assert whole.inferences()[0].identities == ("sum over the 2 actions of OD1 (line 2)",)


def test_a_missing_total_is_bounded_from_above_and_from_below() -> None:
    whole = report(
        objective(
            "SD1",
            plan("OD1", action("AC1", spent="100"), action("AC2", spent="200"), action("AC3", spent="50"), spent="·"),
            spent="351",
        ),
        budget=["Krediet"],
    )
    # 350 ± 1½ by its actions, 351 ± ½ by its objective.
    assert bounds(whole) == {(10, "Krediet"): ("350.5", "351.5")}


def test_bounds_go_across_rows_levels_and_columns() -> None:
    """The plan's budget and actual are both lost, and so is the actual of its only action.

    The action's actual is 50% of 1.000, the plan's equals it, and is 50% of the plan's budget.
    """
    whole = report(
        plan("OD1", action("AC1", spent="1.000 · 50,0%"), spent="· · 50,0%"),
        budget=["Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024"],
    )
    assert bounds(whole) == {
        # 999,5 to 1.000,5 by the sum; the percentage alone would leave 998,0.. to 1.002,0...
        (2, "Budget 2024"): ("999.5", "1000.5"),
        # 49,95% of 999,5 and 50,05% of 1.000,5.
        (2, "Jaarrekening 2024"): ("499.25025", "500.75025"),
        (10, "Jaarrekening 2024"): ("499.25025", "500.75025"),
    }


def test_bounds_shrink_until_nothing_moves() -> None:
    """The first row bounds the action, that the plan, that the objective, and that the other plan, and back."""
    whole = report(
        objective(
            "SD1",
            plan("OD1", action("AC1", spent="200 · 50,0%"), spent="· · 0,0%"),
            plan("OD2", action("AC2", spent="· 300 100,0%"), spent="· · 0,0%"),
            spent="· · 80,0%",
        ),
        budget=["Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024"],
    )
    left = bounds(whole)
    # 49,95% of 199,5 and 50,05% of 200,5.
    assert left[18, "Jaarrekening 2024"] == left[10, "Jaarrekening 2024"] == ("99.65025", "100.35025")
    # 299,5 / 100,05% and 300,5 / 99,95%, outwards at the sixth decimal.
    assert left[34, "Budget 2024"] == left[26, "Budget 2024"] == ("299.350324", "300.650326")
    # The actual of the objective from its plans, its budget from theirs; its percentage agrees with both.
    assert left[2, "Jaarrekening 2024"] == ("399.15025", "400.85025")
    assert left[2, "Budget 2024"] == ("498.850324", "501.150326")


def test_a_missing_percentage_is_what_its_amounts_come_to() -> None:
    whole = report(action("AC1", spent="200 100 · 0 0,0%"))
    # 99,5 / 200,5 = 49,62593..% and 100,5 / 199,5 = 50,37593..%.
    assert bounds(whole) == {(2, "% Besteding budget 2024"): ("49.625935", "50.37594")}


def test_what_nothing_bounds_has_no_bounds() -> None:
    whole = report(action("AC1", spent="0 · 0,0% 0 0,0%", received="· · 50,0% · 50,0%"))
    assert set(bounds(whole).values()) == {(None, None)}
    assert "any value" in str(whole.inferences()[0])


def test_a_whole_of_nothing_leaves_its_part_open() -> None:
    """0,0% of a budget of 0 may be of any actual: the other percentage has to bound it."""
    whole = report(action("AC1", spent="0 · 0,0% 200 50,0%"))
    assert bounds(whole) == {(2, "Jaarrekening 2024"): ("99.65025", "100.35025")}


def test_sums_that_cannot_be_trusted_bound_nothing() -> None:
    """OD1 lacks an action in both years, so its actual of receipts does not bound that of AC1."""
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", received="200 · 50,0% 0 0,0%"),
            spent="9.120 9.000 98,7% 8.800 102,3%",
            received="200 5.000 2.500,0% 0 0,0%",
        )
    )
    assert [finding.code for finding in whole.check()] == ["missing-entry"]
    assert bounds(whole) == {(11, "Jaarrekening 2024"): ("99.65025", "100.35025")}


def test_a_percentage_that_does_not_hold_leaves_the_sums_of_its_row_alone() -> None:
    """97,1% of the plan printed as 32,6%: its amount of 2023 still is the sum of those of its actions."""
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="4.120 4.000 97,1% · 0,0%"),
            action("AC2", spent="0 0 0,0% 800 0,0%"),
            spent="4.120 4.000 32,6% 3.800 105,3%",
        )
    )
    assert [finding.code for finding in whole.check()] == ["percentage-disagrees"]
    # 3.800 ± ½ less 800 ± ½.
    assert bounds(whole) == {(10, "Jaarrekening 2023"): ("2999", "3001")}


def test_a_missing_figure_for_which_no_value_fits_is_an_error() -> None:
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="200 · 50,0% 0 0,0%"),
            spent="200 170 85,0% 0 0,0%",
        )
    )
    (finding,) = whole.check()
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("no-value-fits", "error", 10, "AC1")
    assert finding.message == (
        "Exploitatie Uitgaven, Jaarrekening 2024 is missing, and no value fits: it lies from 99,65025 to 100,35025 by "
        "the percentage % Besteding budget 2024 (line 10), which the sum over the 1 action of OD1 (line 2) excludes"
    )
    assert finding.lines == (2, 10)


def test_a_lost_row_is_bounded_by_its_plan() -> None:
    whole = report(plan("OD1", action("AC1", spent="100"), action("AC2", spent="·"), spent="350"), budget=["Krediet"])

    def without_row(entry: Entry) -> Entry:
        return evolve(entry, budget=evolve(entry.budget, rows=entry.budget.rows[1:])) if entry.code == "AC2" else entry

    lost = edited(whole, without_row)
    (one,) = lost.inferences()
    assert (one.entry, one.line, one.row, one.lower, one.upper) == (
        "AC2",
        17,
        "Exploitatie Uitgaven",
        Decimal(249),
        Decimal(251),
    )
    assert lost.audit().sums.untestable == 1


# ---- which column is missing -----------------------------------------------------------------------------------------


def lacking(place: int, **rows: str) -> Report:
    """Print an action whose budget table lacks a whole column; rows that are not given are zeros."""
    zeros = ["0", "0", "0,0%", "0", "0,0%"]
    zeros[place] = "·"
    return report(action("AC1", **{name: rows.get(name, " ".join(zeros)) for name in ROWS}))


def verdicts(whole: Report) -> set[tuple[tuple[str, str], ...]]:
    return {tuple((r.column, r.verdict) for r in one.readings) for one in whole.inferences() if one.reason == "missing"}


def test_the_percentages_tell_which_column_is_missing() -> None:
    """As in the report of 2024, where 1.158.616 in front of 106,2% can be the budget, or else the actual."""
    whole = lacking(1, spent="1.158.616 · 106,2% 1.178.695 104,3%")
    assert whole.check() == ()
    assert len(whole.inferences()) == 6
    assert {one.readings for one in whole.inferences()} == {
        (
            Reading(
                "Budget 2024",
                "contradicted",
                "Exploitatie Uitgaven, Jaarrekening 2024 t.o.v. 2023: 104,3% is printed and 1.158.616 of 1.178.695 is "
                "98,3%, 6,0 less",
            ),
            Reading("Jaarrekening 2024", "confirmed"),
        )
    }


def test_a_column_in_the_wrong_place_is_found_out() -> None:
    whole = lacking(0, spent="· 1.158.616 106,2% 1.178.695 104,3%")
    assert verdicts(whole) == {(("Budget 2024", "contradicted"), ("Jaarrekening 2024", "confirmed"))}
    assert [finding.code for finding in whole.check()] == ["percentage-disagrees"]


def test_a_reading_may_fail_only_by_two_percentages_together() -> None:
    """If it is the actual that is lost, it is 50% of 1.000 and 80% of 1.000. If it is the budget, all is well."""
    whole = lacking(0, spent="· 800 50,0% 1.000 80,0%")
    assert verdicts(whole) == {(("Budget 2024", "confirmed"), ("Jaarrekening 2024", "contradicted"))}
    assert whole.inferences()[0].readings[1].because == "percentage Jaarrekening 2024 t.o.v. 2023 (line 2)"


def test_where_the_percentages_say_nothing_every_reading_is_possible() -> None:
    assert verdicts(lacking(1)) == {(("Budget 2024", "possible"), ("Jaarrekening 2024", "possible"))}


def test_only_one_place_keeps_the_percentages_where_they_are() -> None:
    """Without the actual of the year before two percentages stand side by side, so there is no other reading."""
    whole = lacking(3, spent="1.000 500 50,0% · 100,0%")
    assert verdicts(whole) == {(("Jaarrekening 2023", "confirmed"),)}


def test_a_cell_that_is_lost_in_one_row_is_no_missing_column() -> None:
    assert verdicts(report(action("AC1", spent="1.158.616 · 106,2% 1.178.695 104,3%"))) == {()}


def test_a_staff_table_can_lack_a_column_too() -> None:
    whole = report(action("AC1", staff="15,30 · 100,5% 16,08 95,6%"))
    # 100,5% of 15,30 is 15,38 and 95,6% of 16,08 is 15,37; 15,30 of 16,08 would be 95,1%.
    assert verdicts(whole) == {(("Plan 2024", "contradicted"), ("Betaald 2024", "confirmed"))}


def test_staff_that_is_over_leaves_the_sums_of_money_to_bound_a_missing_amount() -> None:
    """0,39 over in paid staff, which no digit explains, says nothing of what was spent."""
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="1.700", staff="2,00 1,90 95,0% 1,80 105,6%"),
            action("AC2", spent="·", staff="3,50 3,25 92,9% 3,00 108,3%"),
            spent="3.800",
            staff="5,50 4,76 86,5% 4,80 99,2%",
        ),
        budget=["Krediet"],
    )
    assert [finding.code for finding in whole.check()] == ["staff-disagrees"]
    assert bounds(whole) == {(18, "Krediet"): ("2099", "2101")}
