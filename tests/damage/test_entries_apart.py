"""Damage to one entry costs no other entry a figure."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget.testing import DAMAGES, Dump, dumps
from gentbudget.testing.damage import damage
from tests.parser.small import BUDGET, SMALL
from tests.profiles import times
from tests.testing.reading import Reading, read


@given(dumps(), st.sampled_from(tuple(DAMAGES)), st.randoms(use_true_random=False))
@times(5)
def test_damage_to_one_entry_costs_no_other_a_figure_and_is_told(dump: Dump, name: str, random: Random) -> None:
    """Nothing is silent either, and no exception but the library's own."""
    harmed = damage(dump, name, random)
    reading = Reading() if harmed is None else read(harmed)
    assert (reading.cost, reading.silent, reading.lost_in_silence, reading.broken) == ((), (), (), None)


def test_a_figure_that_is_no_number_is_told_though_its_column_has_no_other() -> None:
    at = SMALL.rindex("Acties")
    report = gentbudget.parse(SMALL[at:].replace("2,20", "2,2o"))
    assert report["PR40001"].staff.planned is None
    assert [(finding.code, finding.entry) for finding in report.findings] == [("unreadable-figure", "PR40001")]


def test_rows_behind_a_page_that_is_lost_are_another_entrys() -> None:
    """The page has all from the first action's heading to the head of the second action's table."""
    start, end = SMALL.index("Acties"), SMALL.rindex(BUDGET) + len(BUDGET)
    report = gentbudget.parse(SMALL[:start].rstrip("\n") + SMALL[end:])
    whole = gentbudget.parse(SMALL)
    assert report["OD10071"].budget == whole["OD10071"].budget
    assert report["OD10071"].staff == whole["OD10071"].staff
    rest = report.entries[-1]
    assert rest.code is None
    assert "lost-header" in {finding.code for finding in report.findings_of(rest)}


def test_a_misread_figure_in_one_table_costs_no_other_the_columns_that_the_arithmetic_bears_out() -> None:
    """No table of a budget has its head, so the percentages of them all tell the columns, but for one that is misread."""
    whole = gentbudget.parse(SMALL)
    report = gentbudget.parse(SMALL.replace(f"{BUDGET}\n", "").replace("148,3%", "184,3%"))
    for entry in whole.entries[:3]:
        assert report[entry.code or ""].budget.rows == entry.budget.rows
    assert report["PR40001"].budget.operating.receipts.budget == 1_691
    assert "PR40001" in {finding.entry for finding in report.check()}


def test_of_two_tables_the_one_that_lost_a_column_with_its_label_says_so() -> None:
    """There is no majority, but one of them has all columns that the accounts always had."""
    start, end = SMALL.index(BUDGET), SMALL.index("Onderbouwing personeel")
    lines = [line.split("\t") for line in SMALL[start:end].split("\n")]
    short = "\n".join("\t".join(cells[:2] + cells[3:]) for cells in lines)
    report = gentbudget.parse(SMALL[:start] + short + SMALL[end : SMALL.index("Acties\n")])
    assert report["SD10041"].budget.operating.expenditure.budget is None
    assert ("missing-column", "SD10041") in {(finding.code, finding.entry) for finding in report.findings}
