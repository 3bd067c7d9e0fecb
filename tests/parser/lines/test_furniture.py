"""Page furniture: running titles at the edges of pages, told from the lines of a table that stand there as well."""

from __future__ import annotations

import gentbudget
from tests.parser.small import SMALL


def test_a_column_s_label_below_the_table_s_at_the_top_of_every_page_is_no_running_title() -> None:
    one_cell_a_line = SMALL.replace("\t\t", "\t").replace("\t", "\n").replace("\n\n", "\n")
    paged = one_cell_a_line.replace("Budgettaire onderbouwing", "\fBudgettaire onderbouwing")
    report = gentbudget.parse(paged)
    for entry in gentbudget.parse(SMALL).entries:
        assert report[entry.code or ""].budget == entry.budget
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_a_running_title_that_is_a_column_s_label_is_set_aside_at_the_top_of_a_page_where_a_table_begins() -> None:
    paged = SMALL.replace("Budgettaire onderbouwing", "\fJaarrekening 2024\nBudgettaire onderbouwing")
    report = gentbudget.parse(paged)
    assert report.same_as(gentbudget.parse(SMALL))


def test_an_address_with_a_date_at_the_foot_of_every_page_is_set_aside() -> None:
    paged = SMALL.replace("Investering\t", "Botermarkt 1, 9000 Gent    1/3/2025\n\fInvestering\t")
    report = gentbudget.parse(paged)
    assert report.same_as(gentbudget.parse(SMALL))
    assert report.unclaimed == ()


def test_a_head_with_a_broken_label_at_the_top_of_every_page_is_no_running_title() -> None:
    broken = SMALL.replace("Budgettaire onderbouwing\t\tBudget 2024\t", "Budgettaire onderbou-\t\tBudget 2024\t")
    paged = broken.replace("Budgettaire onderbou-", "\fBudgettaire onderbou-")
    report = gentbudget.parse(paged)
    for entry in gentbudget.parse(SMALL).entries:
        assert report[entry.code or ""].budget == entry.budget


def test_a_running_title_beside_a_line_that_counts_the_pages_is_set_aside_in_the_middle_of_a_paragraph() -> None:
    feet = iter(range(1, 20))
    paged = "\n".join(
        f"{line}\nwww.stad.example {next(feet)}\nGent, stad voor en door Gentenaars" if line.startswith("VTE") else line
        for line in SMALL.replace("Wie huurt, krijgt raad.", "Wie huurt,\nVTE\nkrijgt raad.").split("\n")
    ).replace("\nVTE\n", "\n")
    report = gentbudget.parse(paged)
    assert report["AC34485"].paragraphs[0].split() == ["Wie", "huurt,", "krijgt", "raad."]
