"""Several editions as one series of rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from tests.editions.years import year_before
from tests.parser.small import SMALL

EDITIONS = [SMALL, year_before(), year_before(year_before())]


def test_there_is_one_row_for_each_code_and_year() -> None:
    rows = gentbudget.series(map(gentbudget.parse, EDITIONS))
    codes = ("SD10041", "OD10071", "AC34485", "PR40001")
    assert [(row["code"], row["year"]) for row in rows] == [(code, year) for code in codes for year in (2022, 2023, 2024)]


def test_a_row_holds_what_its_edition_prints_about_its_year() -> None:
    rows = {(row["code"], row["year"]): row for row in gentbudget.series(map(gentbudget.parse, EDITIONS))}
    now, before = rows["AC34485", 2024], rows["AC34485", 2023]
    assert (now["operating_expenditure_budget"], now["operating_expenditure_actual"]) == (Decimal(648927), Decimal(613509))
    assert before["operating_expenditure_actual"] == now["operating_expenditure_previous_actual"] == Decimal(511188)
    assert (now["financing_receipts_actual"], now["staff_paid"]) == (Decimal(-5000), Decimal("0.93"))
    assert (now["title"], now["owner"], now["parent_code"]) == ("Begeleiden van huurders", "Dienst Wonen", "OD10071")
    project = rows["PR40001", 2024]
    assert (project["status"], project["phase"], project["period_start"]) == ("Nog niet gestart", "Ontwerp", 2022)


def test_every_row_has_every_key() -> None:
    rows = gentbudget.series([gentbudget.parse(EDITIONS[1]), gentbudget.parse(SMALL.replace("Budget 2024", "Raming 2024"))])
    assert len({tuple(row) for row in rows}) == 1
    assert [row["operating_expenditure_raming_2024"] for row in rows[:2]] == [None, Decimal(663974)]
    assert rows[1]["operating_expenditure_budget"] is None


def test_an_entry_has_rows_for_the_years_that_print_it() -> None:
    shorter = SMALL[: SMALL.index("Acties\n\nPR40001")]
    rows = gentbudget.series([gentbudget.parse(year_before()), gentbudget.parse(shorter)])
    assert [row["year"] for row in rows if row["code"] == "PR40001"] == [2023]


def test_of_entries_with_one_code_the_first_has_a_row_and_those_without_a_code_have_none() -> None:
    again = gentbudget.parse(SMALL.replace("PR40001 - Bouwen", "AC34485 - Bouwen"))
    lost = gentbudget.parse(SMALL.replace("AC34485 - Begeleiden van huurders\tDienst Wonen", "--------"))
    assert [len(report.entries) for report in (again, lost)] == [4, 4]
    assert [(row["code"], row["title"]) for row in gentbudget.series([again])][2:] == [("AC34485", "Begeleiden van huurders")]
    assert [row["code"] for row in gentbudget.series([lost])] == ["SD10041", "OD10071", "PR40001"]


def test_two_editions_of_one_year_are_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.txt and b\.txt are both about 2024"):
        gentbudget.series([gentbudget.parse(SMALL, source="a.txt"), gentbudget.parse(SMALL, source="b.txt")])


def test_an_edition_that_does_not_tell_its_year_is_refused() -> None:
    without_tables = "\n".join(line for line in SMALL.split("\n")[8:] if "20" not in line)
    report = gentbudget.parse(without_tables, source="undated.txt")
    assert report.year is None
    with pytest.raises(ValueError, match=r"undated\.txt does not tell its year"):
        gentbudget.series([report])


def test_no_editions_make_no_rows() -> None:
    assert gentbudget.series([]) == []
