"""A head with a misread label has the columns of the other tables, or says which column it has lost."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import BUDGET, SMALL, STAFF


def with_head(printed: str, head: str = STAFF) -> Report:
    """Read the small report with another head of the last action's table."""
    at = SMALL.rindex(head)
    return gentbudget.parse(SMALL[:at] + printed + SMALL[at + len(head) :])


def told(report: Report) -> list[tuple[str, str, str | None]]:
    return [(finding.code, finding.severity, finding.entry) for finding in report.findings]


def alone(printed: str) -> Report:
    """Read an action that is the whole report, with a head that no other table bears out."""
    at = SMALL.rindex("Acties")
    return gentbudget.parse(f"JAARREKENING 2024\n\n{SMALL[at:].replace(STAFF, printed)}")


MISREAD = [
    STAFF.replace("Plan 2024", "Pn 2024"),
    STAFF.replace("% Besteding plan", "% Besteding plna"),
    STAFF.replace("Betaald 2023\t", "Bet|aald 2023\t"),
    STAFF.replace("% Besteding", "% Be-\nsteding"),
    STAFF.replace("t.o.v.", "tov."),
]


@pytest.mark.parametrize("printed", MISREAD)
def test_a_label_that_is_misread_is_that_of_the_other_tables(printed: str) -> None:
    report = with_head(printed)
    assert report["PR40001"].staff == gentbudget.parse(SMALL)["PR40001"].staff
    assert told(report) in ([("misspelt-label", "info", "PR40001")], [])


@pytest.mark.parametrize("printed", MISREAD)
def test_a_label_that_is_misread_in_the_only_table_is_that_of_the_accounts(printed: str) -> None:
    report = alone(printed)
    assert report["PR40001"].staff == gentbudget.parse(SMALL)["PR40001"].staff
    assert told(report) in ([("misspelt-label", "info", "PR40001")], [])


def test_a_year_that_is_none_is_that_of_the_other_tables() -> None:
    report = with_head(STAFF.replace("Betaald 2023", "Betaald 7023"))
    assert report["PR40001"].staff == gentbudget.parse(SMALL)["PR40001"].staff
    assert told(report) == [("misread-year", "warning", "PR40001")]
    assert "'Betaald 7023' read as 'Betaald 2023'" in report.findings[0].message


def test_figures_that_contradict_the_other_heads_keep_a_label_from_being_theirs() -> None:
    at = SMALL.rindex(STAFF)
    behind = SMALL[at + len(STAFF) :].replace("71,8%", "17,8%")
    report = gentbudget.parse(SMALL[:at] + STAFF.replace("Plan 2024", "Pn 2024") + behind)
    assert ("unknown-column", "warning", "PR40001") in told(report)
    assert report["PR40001"].staff.planned is None


def test_a_column_of_another_name_is_not_taken_for_the_one_in_its_place() -> None:
    report = with_head(BUDGET.replace("Budget 2024", "Krediet 2024", 1), BUDGET)
    row = report["PR40001"].budget.operating.expenditure
    assert row.budget is None
    assert row["Krediet 2024"] == 15_047
    assert told(report) == [("missing-column", "error", "PR40001"), ("unknown-column", "warning", "PR40001")]
    assert "no column Budget 2024, which the other tables have" in report.findings[0].message


def test_a_column_that_every_table_prints_has_a_remark_where_it_stands_first() -> None:
    report = gentbudget.parse(SMALL.replace("Budget 2024\t", "Krediet 2024\t"))
    assert told(report) == [("unknown-column", "info", None)]
    assert report.at(report.findings[0].line) is report["SD10041"]


def test_a_column_that_is_lost_with_its_label_is_told() -> None:
    at = SMALL.rindex(STAFF)
    behind = SMALL[at + len(STAFF) :].replace("\t71,8%", "")
    report = gentbudget.parse(SMALL[:at] + STAFF.replace("\t% Besteding plan 2024", "") + behind)
    assert report["PR40001"].staff.plan_used is None
    assert report["PR40001"].staff.previous_paid is not None
    assert told(report) == [("missing-column", "error", "PR40001")]
