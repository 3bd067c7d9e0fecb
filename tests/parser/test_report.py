"""What only the whole report tells: its years, and its findings in the order of the text."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import BUDGET, SMALL, STAFF, edited


def years(text: str) -> tuple[int | None, int | None]:
    report = gentbudget.parse(text, known=None)
    return report.year, report.previous_year


def test_the_years_are_those_of_most_tables() -> None:
    assert years(SMALL) == (2024, 2023)
    assert years(SMALL.replace("JAARREKENING 2024", "JAARREKENING 2019")) == (2024, 2023)
    at = SMALL.rindex("Budgettaire onderbouwing")
    other = SMALL[at:].replace("2024", "2031").replace("2023", "2030")
    assert years(SMALL[:at] + other) == (2024, 2023)


@pytest.mark.parametrize(("title", "read"), [("JAARREKENING 2019", (2019, 2018)), ("JAARREKENING", (None, None))])
def test_without_years_in_the_tables_that_of_the_title_is_the_report_s(title: str, read: tuple[int | None, int | None]) -> None:
    text = SMALL.replace("JAARREKENING 2024", title)
    for year in (" 2024", " 2023"):
        text = text.replace(year, "")
    assert years(text) == read


def test_a_report_that_prints_no_earlier_year_has_none() -> None:
    head = "Budgettaire onderbouwing\t\tBudget 2024\tJaarrekening 2024\t% Besteding budget 2024"
    row = "Exploitatie\tUitgaven\t15.047\t13.021\t86,5%"
    assert years(f"Acties\n\nAC10001 - Titel\tDienst\n\n{head}\n{row}\n") == (2024, None)


def test_columns_that_are_no_budget_and_no_account_have_years_that_are_none_of_the_report() -> None:
    """Years of a plan to come, however many there are, and a column of the account without its year."""
    head = "Budgettaire onderbouwing\t\tBudget 2024\tJaarrekening\tRaming 2030\tKrediet 2030\tRaming 2031\tRaming 2032"
    rows = "Exploitatie\tUitgaven\t15.047\t13.021\t16\t17\t18\t19\n\tOntvangsten\t5.047\t3.021\t26\t27\t28\t29"
    text = f"Acties\n\nAC10001 - Titel\tDienst\n\n{head}\n{rows}\n"
    columns = gentbudget.parse(text, known=None)["AC10001"].budget.columns
    assert [(column.name, column.year) for column in columns][:3] == [("budget", 2024), ("actual", None), (None, 2030)]
    assert years(text) == (2024, None)


SCRAPS = f"""\
Exploitatie\tUitgaven\t15.047\t13.021\t86,5%\t16.470\t79,1%
P ene\t1.691\t2.507\t148,3%\t1.632\t153,6%
{STAFF}
"""
"""A row, what a scan left of the next, and a head whose row is lost."""


def test_figures_behind_scraps_of_labels_are_a_row_below_the_head_of_a_table() -> None:
    report = gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\n{BUDGET}\n{SCRAPS}")
    assert report["AC10001"].budget.operating.expenditure.budget == 15047


def test_figures_behind_scraps_are_no_row_below_words_of_heads_alone() -> None:
    """Where tables are printed column by column, a text has such lines as well."""
    head = BUDGET.replace("Budgettaire onderbouwing\t\t", "")
    with pytest.raises(gentbudget.NotAReportError, match="column by column"):
        gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\n{head}\n{SCRAPS}")


def test_labels_that_have_no_figures_are_no_rows_of_a_report() -> None:
    with pytest.raises(gentbudget.NotAReportError, match="column by column"):
        gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\n{BUDGET}\nExploitatie\nUitgaven\nOntvangsten\n")


def test_rows_whose_head_is_lost_are_rows_of_a_report() -> None:
    """So that fewer lines of bare figures do not make it one that was printed column by column."""
    rows = SMALL[SMALL.rindex("Exploitatie") : SMALL.rindex("Onderbouwing")]
    assert len(gentbudget.parse(f"Acties\n\nAC10001 - Titel\tDienst\n\n{rows}\n15.047\n").entries) == 1


def test_findings_stand_in_the_order_of_the_text_and_have_its_name() -> None:
    text = SMALL.replace("Investering\tUitgaven", "Investing\tUitgaven").replace("1,58", "1,5B").replace("\t500\t", "\t5OO\t")
    report = gentbudget.parse(text, source="rekening.txt")
    lines = [finding.line for finding in report.findings]
    assert len(lines) >= 6
    assert lines == sorted(lines)
    assert {finding.source for finding in report.findings} == {"rekening.txt"}
    assert report.unclaimed == ()


def test_strict_reading_raises_where_a_figure_is_lost_and_nowhere_else() -> None:
    gentbudget.parse(SMALL, strict=True)
    misspelt = gentbudget.parse(SMALL.replace("Exploitatie", "Exploitatei", 1), strict=True)
    assert [finding.severity for finding in misspelt.findings] == ["info"]  # nothing is lost
    with pytest.raises(gentbudget.ReportError, match="unreadable-figure"):
        gentbudget.parse(edited(("\t15.047\t", "\t15.O47\t")), strict=True)


def test_a_text_without_anything_in_it_is_called_empty() -> None:
    with pytest.raises(gentbudget.NotAReportError, match="the text is empty"):
        gentbudget.parse(b"\n \n")


def test_what_is_neither_text_nor_bytes_is_refused_by_its_type() -> None:
    with pytest.raises(TypeError, match="int"):
        gentbudget.parse(12)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Acties\n\nEen zin.\n", "Een zin.\n\nActieplan\n\nNog een zin.\n"])
def test_a_heading_without_a_code_or_a_row_is_a_word_like_any_other(text: str) -> None:
    with pytest.raises(gentbudget.NotAReportError, match="no heading"):
        gentbudget.parse(text)
