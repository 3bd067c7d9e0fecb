"""A head that is misread in a few characters has the columns of the other tables, also those that no accounts had before."""

from __future__ import annotations

import gentbudget
from gentbudget import Report
from tests.parser.small import SMALL

KREDIET = SMALL.replace("\tBudget 2024\t", "\tKrediet 2024\t")


def with_last(label: str) -> Report:
    """A report whose tables have a column *Krediet*, of which the last prints this instead."""
    before, _, behind = KREDIET.rpartition("Krediet 2024")
    return gentbudget.parse(before + label + behind)


def test_a_label_that_other_tables_alone_print_may_be_misread_as_well() -> None:
    report = with_last("Krdt 2024")
    assert report.same_as(gentbudget.parse(KREDIET))
    (told,) = report.findings_of("PR40001")
    assert (told.code, told.severity) == ("misspelt-label", "info")
    assert told.message == "'Krdt 2024' read as 'Krediet 2024', as the other tables print it"


def test_a_label_that_is_far_from_theirs_is_another() -> None:
    report = with_last("Kr 2024")
    assert report["PR40001"].budget.rows[0]["Kr 2024"] == 15047
    assert sorted(finding.code for finding in report.findings_of("PR40001")) == ["missing-column", "unknown-column"]


def test_of_two_heads_that_are_printed_once_each_none_is_the_other_misread() -> None:
    text = with_last("Krdt 2024").text
    report = gentbudget.parse(text[text.index("Acties") :])
    assert [entry.budget.columns[0].label for entry in report.entries] == ["Krediet 2024", "Krdt 2024"]
