"""Every diagnosis on accounts of a few entries; all figures are computed by hand."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from attrs import evolve

from gentbudget.checks import Tally
from gentbudget.findings import Finding
from gentbudget.report import Report
from tests.checks.reports import action, objective, plan, report, with_cell, without


def only(whole: Report) -> Finding:
    (finding,) = whole.check()
    return finding


def test_sound_accounts_have_no_findings(accounts: Report) -> None:
    audit = accounts.audit()
    assert audit.findings == accounts.check() == ()
    assert audit.inferences == accounts.inferences() == ()
    # Five entries of seven rows, in each of them three amounts and two percentages; two entries have children.
    assert (audit.entries, audit.figures) == (5, 175)
    assert audit.percentages == Tally(held=70)
    assert audit.sums == Tally(held=42)


# ---- one figure misread ----------------------------------------------------------------------------------------------


def test_a_misread_amount_of_an_action_is_named(accounts: Report) -> None:
    finding = only(with_cell(accounts, 18, 1, "4.900"))
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("misread-figure", "error", 18, "AC1")
    # Both percentages of line 18 and the sum of line 10 over lines 18, 26 and 34 are broken.
    assert finding.lines == (10, 18, 26, 34)
    assert "Exploitatie Uitgaven, Jaarrekening 2024 is misread" in finding.message
    # 71.980 ± ½ less 6.500 ± ½ and 61.480 ± ½ leaves 4.000 ± 1½; 105,25% of 3.799,5 is a little more than 3.998,5.
    assert "from 3.998,97375 to 4.001,5, one digit makes 4.000 of it" in finding.message
    assert "97,1% is printed and 4.900 of 4.120 is 118,9%, 21,8 more" in finding.message
    assert "900 over in Exploitatie Uitgaven, Jaarrekening 2024 (71.980 is printed, OD1's 3 actions come to 72.880)" in (
        finding.message
    )


def test_a_misread_total_is_named(accounts: Report) -> None:
    finding = only(with_cell(accounts, 10, 3, "69.300"))
    assert (finding.code, finding.line, finding.entry) == ("misread-figure", 10, "OD1")
    # 71.980 of 69.300 is still 103,9%; the sums of lines 2 and 10 are what is broken.
    assert finding.lines == (2, 10, 18, 26, 34)


def test_a_misread_percentage_is_named(accounts: Report) -> None:
    finding = only(with_cell(accounts, 34, 2, "81,5%"))
    assert (finding.code, finding.line, finding.entry, finding.lines) == ("misread-figure", 34, "AC3", (34,))
    assert "81,5% is printed and 61.480 of 70.250 is 87,5%, 6,0 more" in finding.message


def test_a_figure_that_no_digit_explains_is_named_by_its_percentages(accounts: Report) -> None:
    """Two figures run together break both percentages and the sum, and one figure stands in all three."""
    whole = with_cell(accounts, 34, 1, "6.148.087")
    finding = only(whole)
    assert (finding.code, finding.line) == ("misread-figure", 34)
    assert finding.lines == (10, 18, 26, 34)  # it accounts for the sum as well
    assert "one digit" not in finding.message
    (inference,) = whole.inferences()
    # 71.980 ± ½ less 4.000 ± ½ and 6.500 ± ½.
    assert (inference.lower, inference.upper) == (Decimal("61478.5"), Decimal("61481.5"))
    assert (inference.reason, inference.printed) == ("blamed", Decimal(6148087))


def test_a_misread_staff_figure_is_named(accounts: Report) -> None:
    finding = only(with_cell(accounts, 40, 0, "70,00"))
    assert (finding.code, finding.line, finding.entry) == ("misread-figure", 40, "AC3")


def test_two_misread_figures_of_one_column_are_both_named(accounts: Report) -> None:
    whole = with_cell(with_cell(accounts, 18, 1, "4.900"), 34, 1, "67.480")
    assert [(f.code, f.line) for f in whole.check()] == [("misread-figure", 18), ("misread-figure", 34)]


def test_misread_figures_of_two_columns_that_a_row_connects_are_both_named(accounts: Report) -> None:
    """AC1's actual and AC2's budget: a percentage of AC2 stands between their sums."""
    whole = with_cell(with_cell(accounts, 18, 1, "4.900"), 26, 0, "6.910")
    assert [(f.code, f.line) for f in whole.check()] == [("misread-figure", 18), ("misread-figure", 26)]


def test_where_several_digits_would_do_none_is_blamed() -> None:
    """Neither action has a percentage to tell which of them is 500 too much."""
    finding = only(
        report(plan("OD1", action("AC1", spent="1.700"), action("AC2", spent="2.600"), spent="3.800"), budget=["Krediet"])
    )
    assert (finding.code, finding.severity, finding.line, finding.lines) == ("sum-disagrees", "error", 2, (2, 10, 18))
    assert "500 over in Exploitatie Uitgaven, Krediet (3.800 is printed, its 2 actions come to 4.300)" in finding.message
    # 1.200 or 2.100 would do, but to make 4.300 of 3.800 takes two digits.
    assert finding.message.endswith(
        "One misread digit would explain it in: Exploitatie Uitgaven, Krediet of AC1 (line 10); "
        "Exploitatie Uitgaven, Krediet of AC2 (line 18)"
    )


def test_of_many_figures_that_may_be_misread_five_are_named() -> None:
    """Each of seven may be 2.100; to make 18.200 of 17.700 takes two digits."""
    alike = [action(f"AC{number}", spent="2.600") for number in range(1, 8)]
    message = only(report(plan("OD1", *alike, spent="17.700"), budget=["Krediet"])).message
    named = [f"Exploitatie Uitgaven, Krediet of AC{number} (line {8 * number + 2})" for number in range(1, 6)]
    assert f"explain it in: {'; '.join(named)}" in message
    assert "AC6 (" not in message
    assert message.endswith("2 more")


# ---- entries that are missing, no longer printed, or too many --------------------------------------------------------


def test_a_lost_action_is_told_with_all_that_it_takes_along(accounts: Report) -> None:
    finding = only(without(accounts, "AC2"))
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("missing-entry", "error", 10, "OD1")
    assert finding.message.startswith("an action is missing here: ")
    for gap, where in (
        ("6.310", "Exploitatie Uitgaven, Budget 2024 (80.680 is printed, its 2 actions come to 74.370)"),
        ("6.500", "Exploitatie Uitgaven, Jaarrekening 2024 (71.980 is printed, its 2 actions come to 65.480)"),
        ("6.400", "Exploitatie Uitgaven, Jaarrekening 2023 (69.200 is printed, its 2 actions come to 62.800)"),
        ("2.000", "Exploitatie Ontvangsten, Budget 2024 (3.000 is printed, its 2 actions come to 1.000)"),
        ("2.100", "Exploitatie Ontvangsten, Jaarrekening 2024 (3.000 is printed, its 2 actions come to 900)"),
        ("3,50", "VTE, Plan 2024 (15,50 is printed, its 2 actions come to 12,00)"),
        ("3,25", "VTE, Betaald 2024 (14,56 is printed, its 2 actions come to 11,31)"),
        ("3,00", "VTE, Betaald 2023 (13,80 is printed, its 2 actions come to 10,80)"),
    ):
        assert f"{gap} short in {where}" in finding.message
    # Its receipts of 2023 are 0, so nothing is short in them. The lines are those of OD1, AC1 and AC3.
    assert "Exploitatie Ontvangsten, Jaarrekening 2023" not in finding.message
    assert finding.lines == (10, 11, 16, 18, 19, 24, 34, 35, 40)


def test_a_lost_plan_is_missing_from_its_objective() -> None:
    figures = {"spent": "4.000 3.000 75,0% 2.000 150,0%", "staff": "2,00 1,00 50,0% 1,00 100,0%"}
    double = {"spent": "8.000 6.000 75,0% 4.000 150,0%", "staff": "4,00 2,00 50,0% 2,00 100,0%"}
    whole = report(objective("SD1", plan("OD1", **figures), plan("OD2", **figures), **double))
    assert whole.check() == ()
    finding = only(without(whole, "OD2"))
    assert (finding.code, finding.entry) == ("missing-entry", "SD1")
    assert finding.message.startswith("an action plan is missing here: 4.000 short in Exploitatie Uitgaven, Budget 2024")


def test_what_only_last_year_had_is_no_longer_printed() -> None:
    """An action that ended in 2023 spent 5.000 with 1,50 VTE; the accounts of 2024 do not print it."""
    finding = only(
        report(
            plan(
                "OD1",
                action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", staff="2,00 1,90 95,0% 1,80 105,6%"),
                spent="4.120 4.000 97,1% 8.800 45,5%",
                staff="2,00 1,90 95,0% 3,30 57,6%",
            )
        )
    )
    assert (finding.code, finding.severity, finding.entry) == ("ended-entries", "info", "OD1")
    assert finding.message == (
        "actions of the previous year are no longer printed here: 5.000 short in Exploitatie Uitgaven, Jaarrekening "
        "2023 (8.800 is printed, its 1 action comes to 3.800); 1,50 short in VTE, Betaald 2023 (3,30 is printed, its 1 "
        "action comes to 1,80)"
    )
    assert finding.lines == (2, 8, 10, 16)


def test_an_action_printed_twice_is_too_much() -> None:
    one = action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", staff="2,00 1,90 95,0% 1,80 105,6%")
    two = action("AC2", spent="4.000 4.000 100,0% 0 0,0%")
    total = {"spent": "8.120 8.000 98,5% 3.800 210,5%", "staff": "2,00 1,90 95,0% 1,80 105,6%"}
    assert report(plan("OD1", one, two, **total)).check() == ()
    finding = only(report(plan("OD1", one, two, one, **total)))
    assert (finding.code, finding.severity, finding.entry) == ("surplus-entry", "error", "OD1")
    assert finding.message.startswith(
        "more is printed below than belongs here: "
        "AC1 (lines 9 to 16) or AC1 (lines 25 to 32) is too much: 4.120 over in Exploitatie Uitgaven, Budget 2024"
    )


def test_two_actions_printed_twice_are_too_much_though_no_single_one_is() -> None:
    one = action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", staff="2,00 1,90 95,0% 1,80 105,6%")
    two = action("AC2", spent="4.000 4.000 100,0% 0 0,0%")
    total = {"spent": "8.120 8.000 98,5% 3.800 210,5%", "staff": "2,00 1,90 95,0% 1,80 105,6%"}
    finding = only(report(plan("OD1", one, two, one, two, **total)))
    assert (finding.code, finding.severity, finding.entry) == ("surplus-entry", "error", "OD1")
    assert "is too much" not in finding.message
    assert "8.120 over in Exploitatie Uitgaven, Budget 2024" in finding.message


def test_an_action_printed_twice_is_too_much_even_where_another_ended() -> None:
    one = action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", staff="2,00 1,90 95,0% 1,80 105,6%")
    two = action("AC2", spent="4.000 4.000 100,0% 0 0,0%")
    # 9.500 were spent in 2023, 3.800 of it by AC1.
    total = {"spent": "8.120 8.000 98,5% 9.500 84,2%", "staff": "2,00 1,90 95,0% 1,80 105,6%"}
    finding = only(report(plan("OD1", one, two, two, **total)))
    assert finding.code == "surplus-entry"
    assert "AC2 (lines 17 to 24) or AC2 (lines 25 to 32) is too much: 4.000 over" in finding.message


def test_a_plan_that_two_sums_tell_to_be_misread_is_named_beside_another_sum_that_is_off() -> None:
    """1.000 and 2.000 come to 3.000, and 3.000 and 600 to 3.600; that 500 and 200 come to 700 is another matter."""
    first = plan("OD1", action("AC1", spent="1.000"), action("AC2", spent="2.000"), spent="3.400")
    second = plan("OD2", action("AC3", spent="500"), action("AC4", spent="200"), spent="600")
    found = report(objective("SD1", first, second, spent="3.600"), budget=["Krediet"]).check()
    assert [(one.code, one.entry) for one in found] == [("misread-figure", "OD1"), ("sum-disagrees", "OD2")]
    assert "one digit makes 3.000 of it" in found[0].message
    assert {suspect.entry for suspect in found[1].suspects} == {"AC3", "AC4"}  # and not OD2, whose 600 the objective confirms


# ---- sums that disagree ----------------------------------------------------------------------------------------------


def test_staff_that_disagrees_for_itself_is_a_warning(accounts: Report) -> None:
    """1,80 for 1,90 would be one digit; 14,56 against 14,95 is none in any of the four figures."""
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", staff="2,00 1,90 95,0% 1,80 105,6%"),
            action("AC2", spent="1.000 1.000 100,0% 1.000 100,0%", staff="3,50 3,25 92,9% 3,00 108,3%"),
            spent="5.120 5.000 97,7% 4.800 104,2%",
            staff="5,50 5,54 100,7% 4,80 115,4%",
        )
    )
    finding = only(whole)
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("staff-disagrees", "warning", 8, "OD1")
    assert finding.message == (
        "staff figures disagree: 0,39 short in VTE, Betaald 2024 (5,54 is printed, its 2 actions come to 5,15)"
    )
    assert finding.lines == (8, 16, 24)


def test_a_sum_that_one_entry_alone_does_not_explain() -> None:
    """12.345 short in one column, and no digit that makes 12.345 of anything."""
    finding = only(report(plan("OD1", action("AC1", spent="20.000"), spent="32.345"), budget=["Raming 2026"]))
    assert (finding.code, finding.severity) == ("sum-disagrees", "error")
    assert "One misread digit" not in finding.message


def test_a_percentage_that_nothing_explains(accounts: Report) -> None:
    """97,1% printed as 32,6%: two digits, and neither amount can be another without breaking a sum."""
    finding = only(with_cell(accounts, 18, 2, "32,6%"))
    assert (finding.code, finding.severity, finding.line, finding.entry) == ("percentage-disagrees", "error", 18, "AC1")
    assert finding.message == (
        "a percentage does not hold: Exploitatie Uitgaven, % Besteding budget 2024: 32,6% is printed and 4.000 of "
        "4.120 is 97,1%, 64,5 more"
    )


def test_a_percentage_of_nothing_much(accounts: Report) -> None:
    """Of a budget that prints as 0, 900 euros are 180.000% at least, or none of it."""
    finding = only(report(action("AC1", received="0 900 90,0% 0 0,0%")))
    assert finding.message.startswith(
        "a percentage does not hold: Exploitatie Ontvangsten, % Besteding budget 2024: 90,0% is printed and 900 of 0 "
        "cannot be it"
    )


def test_a_misreading_in_a_plan_that_has_lost_an_action_is_still_named(accounts: Report) -> None:
    codes = {(f.code, f.line, f.entry) for f in with_cell(without(accounts, "AC2"), 18, 1, "4.900").check()}
    assert codes == {("misread-figure", 18, "AC1"), ("missing-entry", 10, "OD1")}


# ---- how findings come -----------------------------------------------------------------------------------------------


def test_the_worst_comes_first() -> None:
    ended = plan("OD1", action("AC1"), spent="0 0 0,0% 8.800 0,0%", received="0 0 0,0% 777 0,0%")
    staff = plan("OD2", action("AC2", staff="2,00 2,00 100,0% 2,00 100,0%"), staff="2,00 2,39 119,5% 2,00 119,5%")
    misread = plan("OD3", action("AC3", spent="4.120 4.000 91,1% 3.800 105,3%"), spent="4.120 4.000 97,1% 3.800 105,3%")
    assert [f.severity for f in report(ended, staff, misread).check()] == ["error", "warning", "info"]


def test_entries_without_a_code_count_and_are_named_by_their_line(accounts: Report) -> None:
    whole = report(plan("OD1", action(None, spent="4.120 4.900 97,1% 3.800 105,3%"), spent="4.120 4.000 97,1% 3.800 105,3%"))
    finding = only(whole)
    assert (finding.code, finding.line, finding.entry) == ("misread-figure", 10, None)


def test_the_source_is_that_of_the_report(accounts: Report) -> None:
    broken = evolve(with_cell(accounts, 18, 1, "4.900"), source="dump.txt")
    assert str(only(broken)).startswith("dump.txt:18: error: misread-figure AC1: ")


def test_nothing_depends_on_the_decimal_context(accounts: Report) -> None:
    broken = with_cell(accounts, 18, 1, "4.900")
    expected = broken.check()
    lost = without(accounts, "AC3").check()
    with localcontext(prec=2):
        assert with_cell(accounts, 18, 1, "4.900").check() == expected
        assert without(accounts, "AC3").check() == lost


def test_a_report_without_tables_has_nothing_to_test() -> None:
    whole = report(objective("SD1", plan("OD1", action("AC1"))), budget=[], staff=[])
    assert (whole.audit().percentages, whole.audit().sums, whole.check()) == (Tally(), Tally(), ())


# ---- slips in figures of the year before -----------------------------------------------------------------------------


@pytest.mark.parametrize("printed", ["18", "1", "-81"])
def test_a_slip_that_no_percentage_shows_is_not_taken_for_an_action_that_ended(printed: str) -> None:
    """The action spends nothing in 2024, so `0,0%` says nothing of what it spent in 2023."""
    whole = report(
        plan(
            "OD1",
            action("AC1", spent=f"0 0 0,0% {printed} 0,0%"),
            action("AC2", spent="4.120 4.000 97,1% 3.800 105,3%"),
            spent="4.120 4.000 97,1% 3.881 103,1%",
        )
    )
    finding = only(whole)
    assert (finding.code, finding.severity, finding.entry) == ("sum-disagrees", "error", "OD1")
    assert "AC1" in {suspect.entry for suspect in finding.suspects}


def test_a_gap_that_a_slip_explains_is_told_among_those_of_actions_that_ended() -> None:
    whole = report(
        plan(
            "OD1",
            action("AC1", spent="4.120 4.000 97,1% 3.800 105,3%", received="0 0 0,0% 12 0,0%"),
            spent="4.120 4.000 97,1% 8.765 45,6%",
            received="0 0 0,0% 21 0,0%",
        )
    )
    finding = only(whole)
    assert (finding.code, finding.severity, finding.entry) == ("ended-entries", "info", "OD1")
    assert finding.message.endswith(
        ". A single slip, such as a misread digit, would do for: Exploitatie Ontvangsten, Jaarrekening 2023"
    )
