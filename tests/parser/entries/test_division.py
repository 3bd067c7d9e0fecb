"""Which parts are one entry: a line that stands in the middle of it cuts it in two."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import BUDGET, SMALL, STAFF, edited, line_of


def test_words_of_a_head_between_heading_and_header_part_no_entry() -> None:
    """A running title that looks like the labels of columns: the heading alone is no entry, nor is what stands behind it."""
    report = gentbudget.parse(edited(("AC34485 - Begeleiden", "Budget 2024\tJaarrekening 2024\n\nAC34485 - Begeleiden")))
    plain = gentbudget.parse(SMALL)
    assert [entry.code for entry in report.entries] == [entry.code for entry in plain.entries]
    assert report["AC34485"].title == plain["AC34485"].title
    assert report["AC34485"].lines[0] == plain["AC34485"].lines[0]
    assert report["AC34485"].budget == plain["AC34485"].budget
    assert not report.findings


def below(start: str) -> str:
    """The small report from the first line on that begins so."""
    return "\n".join(SMALL.split("\n")[line_of(start) - 1 :])


@pytest.mark.parametrize("above", ["", "\n", "JAARREKENING 2024\n\n"])
def test_a_text_may_begin_with_a_header(above: str) -> None:
    report = gentbudget.parse(above + below("AC34485"))
    assert [entry.code for entry in report.entries] == ["AC34485", "PR40001"]
    assert report["AC34485"] == gentbudget.parse(SMALL)["AC34485"]
    assert report.contents == ()


def test_what_follows_the_contents_of_a_text_that_lost_a_page_is_of_an_entry_below() -> None:
    contents = "Inhoudstafel\tPagina\nSD10041 - Iedereen woont hier\t1\nOD10071 - Wonen\t2\n\n"
    report = gentbudget.parse(contents + below("Wie huurt"))
    assert [(row.code, row.title, row.page) for row in report.contents] == [
        ("SD10041", "Iedereen woont hier", 1),
        ("OD10071", "Wonen", 2),
    ]
    first, second = report.entries
    assert (first.code, second.code) == (None, "PR40001")
    assert first.paragraphs == ("Wie huurt, krijgt raad.", "- Eerst aan het loket\n- Dan thuis")
    assert first.lines[0] == 5
    assert report.unclaimed == ()


def test_a_text_may_begin_with_a_description() -> None:
    first, second = gentbudget.parse(below("Wie huurt")).entries
    assert (first.code, second.code) == (None, "PR40001")
    assert first.lines == (1, 15)
    assert first.paragraphs == ("Wie huurt, krijgt raad.", "- Eerst aan het loket\n- Dan thuis")


LAST = SMALL[SMALL.index("Acties\n\nPR40001") : SMALL.index("De aannemer")]


def test_an_entry_that_lost_heading_and_header_has_the_description_above_its_table() -> None:
    more = "De aannemer begint in het najaar.\n\nOok de straat wordt vernieuwd."
    plain, report = gentbudget.parse(SMALL), gentbudget.parse(edited((LAST, ""), ("De aannemer begint in het najaar.", more)))
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", None]
    above, last = report.entries[2:]
    assert last.paragraphs == ("De aannemer begint in het najaar.", "Ook de straat wordt vernieuwd.")
    assert (last.budget, last.staff) == (plain["PR40001"].budget, plain["PR40001"].staff)
    assert (above.paragraphs, above.budget, above.staff) == (
        plain["AC34485"].paragraphs,
        plain["AC34485"].budget,
        plain["AC34485"].staff,
    )
    assert [(f.code, f.line) for f in report.findings] == [("lost-header", last.lines[0]), ("lost-heading", last.lines[0])]


@pytest.mark.parametrize("left", ["", "De aannemer begint in het najaar.\n\n"])
def test_rows_behind_the_staff_are_another_entry_s_though_their_head_is_lost_as_well(left: str) -> None:
    plain = gentbudget.parse(SMALL)
    text = edited((f"{LAST}De aannemer begint in het najaar.\n\n{BUDGET}\n", left), text=SMALL)
    report = gentbudget.parse(text)
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", None]
    assert report["AC34485"].budget == plain["AC34485"].budget
    assert report["AC34485"].staff == plain["AC34485"].staff
    assert report.entries[3].staff == plain["PR40001"].staff
    values = [[cell.value for cell in row.figures] for row in report.entries[3].budget.rows]
    assert values == [[cell.value for cell in row.figures] for row in plain["PR40001"].budget.rows]


@pytest.mark.parametrize("left", range(1, 7))
@pytest.mark.parametrize("with_staff", [True, False])
def test_however_many_rows_are_left_behind_the_staff_they_are_another_entry_s(left: int, *, with_staff: bool) -> None:
    """A row whose section's label is lost with the row above it has no place."""
    plain = gentbudget.parse(SMALL)
    rows = SMALL[SMALL.rindex(BUDGET) :].split("\n")[: 7 - left]
    text = edited(("\n".join([f"{LAST}De aannemer begint in het najaar.\n", *rows, ""]), ""))
    report = gentbudget.parse(text if with_staff else text[: text.rindex(STAFF)])
    above, last = report.entries[2:]
    assert (above.budget, above.staff) == (plain["AC34485"].budget, plain["AC34485"].staff)
    told = [[(row.label, row.numbers) for row in one.budget.rows] for one in (last, plain["PR40001"])]
    assert told[0] == told[1][6 - left // 2 * 2 :]
    assert last.staff.numbers == (plain["PR40001"].staff.numbers if with_staff else ())


def test_a_staff_table_above_the_budget_is_of_the_entry_that_has_the_header() -> None:
    """A head alone, such as a page break leaves, has no row and so ends nothing."""
    at = SMALL.rindex(BUDGET)
    report = gentbudget.parse(f"{SMALL[:at]}{STAFF}\n\n{SMALL[at:]}")
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert report["PR40001"].budget == gentbudget.parse(SMALL)["PR40001"].budget


@pytest.mark.parametrize("lost", [LAST, "De aannemer begint in het najaar.\n\n"])
def test_a_table_that_goes_on_below_its_head_printed_again_is_of_one_entry(lost: str) -> None:
    """As a page break does it, in an entry that has its header and in one that has not."""
    row = "Investering\tUitgaven\t1.114"
    report = gentbudget.parse(edited((lost, ""), (row, f"{BUDGET}\n{row}")))
    assert len(report.entries) == 4
    assert report.entries[3].budget == gentbudget.parse(SMALL)["PR40001"].budget
    assert report.entries[3].staff == gentbudget.parse(SMALL)["PR40001"].staff
