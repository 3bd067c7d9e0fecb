"""What the tables of a report have in common, and when it is not enough to blame one that differs."""

from __future__ import annotations

import gentbudget
from tests.parser.small import SMALL

KREDIET = SMALL.replace("\tBudget 2024\t", "\tKrediet 2024\t")


def test_of_two_heads_that_as_many_tables_have_none_is_that_of_most() -> None:
    half = KREDIET.index("\nActies")
    report = gentbudget.parse(KREDIET[:half] + KREDIET[half:].replace("Krediet", "Raming"))
    assert [entry.budget.columns[0].label for entry in report.entries] == ["Krediet 2024"] * 2 + ["Raming 2024"] * 2
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_a_figure_that_is_no_number_does_not_tell_how_many_decimals_its_column_has() -> None:
    """Of eleven numbers of a column, all but one are whole; that is as few as it takes."""
    text = KREDIET[KREDIET.index("Acties") :].replace("\t648.927\t", "\t6.489,27\t").replace("\t2.000\t", "\t2.0O0\t")
    rows = gentbudget.parse(text)["AC34485"].budget
    assert rows.operating.expenditure["Krediet 2024"] is None
    assert rows.operating.receipts["Krediet 2024"] == 21020
