"""Page furniture: running titles at the edges of pages, told from the lines of a table that stand there as well."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import SMALL
from tests.parser.tolerances.case import actions


def test_a_column_s_label_below_the_table_s_at_the_top_of_every_page_is_no_running_title() -> None:
    one_cell_a_line = SMALL.replace("\t\t", "\t").replace("\t", "\n").replace("\n\n", "\n")
    paged = one_cell_a_line.replace("Budgettaire onderbouwing", "\fBudgettaire onderbouwing")
    report = gentbudget.parse(paged)
    for entry in gentbudget.parse(SMALL).entries:
        assert report[entry.code or ""].budget == entry.budget
    assert not [finding for finding in report.findings if finding.severity == "error"]


@pytest.mark.parametrize("before", ["", "\f"], ids=["", "an empty page"])
def test_a_running_title_that_is_a_column_s_label_is_set_aside_at_the_top_of_a_page_where_a_table_begins(before: str) -> None:
    paged = SMALL.replace("Budgettaire onderbouwing", "\fJaarrekening 2024\nBudgettaire onderbouwing")
    report = gentbudget.parse(before + paged)
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


def test_a_running_title_above_the_number_of_one_page_and_below_that_of_the_next_is_set_aside() -> None:
    """As pages that face each other have it, also in the middle of a paragraph."""
    title, count = "Gent, stad voor en door Gentenaars", "www.stad.example {}"
    feet = iter([f"{title}\n{count.format(n)}" if n % 2 else f"{count.format(n)}\n{title}" for n in range(1, 6)])
    lines = SMALL.replace("Wie huurt, krijgt raad.", "Wie huurt,\nkrijgt raad.").split("\n")
    paged = "\n".join(f"{line}\n{next(feet)}" if line.startswith(("VTE", "Wie huurt")) else line for line in lines)
    report = gentbudget.parse(paged)
    assert report["AC34485"].paragraphs[0].split() == ["Wie", "huurt,", "krijgt", "raad."]


@pytest.mark.parametrize(
    "furniture",
    [
        "11/30/26, 3:34 AM\nJaarrekening 2024\nhttp://stad.example/rekening.html\n{}/9",
        "Botermarkt 1\n31/12/2024\nStad Gent\nJaarrekening 2024\npagina {} van 9",
        "Bijlage\nB\npagina {} van 9\n31/12/2024\nStad Gent",
    ],
    ids=["browser", "word processor", "annex"],
)
def test_the_head_and_foot_around_a_line_that_counts_the_pages_are_set_aside_with_it(furniture: str) -> None:
    """What programs print on every page, one cell a line: a date, whose numbers are no page's, and a column's label."""
    feet = iter(range(1, 10))
    one_cell_a_line = SMALL.replace("\t\t", "\t").replace("\t", "\n").replace("\n\n", "\n")
    lines = one_cell_a_line.split("\n")
    at_page = {"Beleidsdoelstelling SD10041", "Acties", "Exploitatie"}
    first = furniture.format(next(feet))
    paged = "\n".join([first, *(f"{line}\n{furniture.format(next(feet))}" if line in at_page else line for line in lines)])
    report, plain = gentbudget.parse(paged), gentbudget.parse(one_cell_a_line)
    assert report.same_as(plain)
    assert report.unclaimed == ()


def test_words_beside_most_page_numbers_are_no_furniture_where_they_are_figures() -> None:
    """A page may end with the last cell of a row of zeros, every time."""
    lines = SMALL.replace("\t\t", "\t").replace("\t", "\n").replace("\n\n", "\n").split("\n")
    pages = iter(range(1, 20))
    paged = "\n".join(f"{line}\n{next(pages)} / 9" if line == "0,0%" else line for line in lines)
    report = gentbudget.parse(paged)
    for entry in gentbudget.parse(SMALL).entries:
        for row, same in zip(entry.budget.rows, report[entry.code or ""].budget.rows, strict=True):
            assert dict(same.values) == dict(row.values)


def test_a_page_s_foot_that_became_a_table_is_no_part_of_the_header_above_it() -> None:
    """In Markdown, and the rule below its first row does not stand between it and the line that counts the pages."""
    foot = "| Botermarkt 1 | 31/12/2024 |\n| --- | --- |\n\n| Stad Gent | Jaarrekening 2024 | pagina {} van 9 |\n| --- | --- |"
    header = "AC34485 - Begeleiden van huurders\tDienst Wonen"
    pages = iter(range(1, 20))
    paged = "\n".join(
        f"{line}\n{foot.format(next(pages))}" if line == header or line.startswith("VTE") else line
        for line in SMALL.split("\n")
    )
    report, plain = gentbudget.parse(paged), gentbudget.parse(SMALL)
    assert [entry.title for entry in report.entries] == [entry.title for entry in plain.entries]
    assert [action.owner for action in report.actions] == [action.owner for action in plain.actions]


def test_a_line_that_stands_above_a_page_s_number_now_and_then_is_no_running_title_elsewhere() -> None:
    """The owner on a line of its own, where three pages of eight actions end behind it."""
    headers = [f"AC4000{n} - Bouwen van woning {n}\nDienst Wonen" + (f"\n{n}" if n <= 3 else "") for n in range(1, 9)]
    owners = [action.owner for action in gentbudget.parse(actions(headers), known=None).actions]
    assert owners[3:] == ["Dienst Wonen"] * 5


def test_a_line_that_recurs_and_interrupts_a_table_is_set_aside() -> None:
    """The text may begin with it as well."""
    said = "Gent, stad voor en door Gentenaars"
    paged = [f"{said}\n{line}" if line.startswith("Financiering") else line for line in SMALL.split("\n")]
    report = gentbudget.parse("\n".join([said, *paged]))
    assert report.same_as(gentbudget.parse(SMALL))
    assert report.unclaimed == ()


def test_a_line_that_recurs_and_interrupts_no_table_is_none_to_set_aside_though_the_text_ends_with_it() -> None:
    said = "Gent, stad voor en door Gentenaars"
    report = gentbudget.parse("\n".join(f"{line}\n{said}" if line.startswith("VTE") else line for line in SMALL.split("\n")))
    assert [entry.code for entry in report.entries] == [entry.code for entry in gentbudget.parse(SMALL).entries]
    assert len(report.unclaimed) == 4
