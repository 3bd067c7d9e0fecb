"""Rows, cells, columns and tables: how they are asked."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

import gentbudget
from gentbudget import BudgetRow, BudgetTable, Report, StaffRow, UnknownLabelError
from tests.parser.small import SMALL, edited, line_of


def test_a_budget_row_has_its_five_figures_by_name(table: BudgetTable) -> None:
    row = table.operating.expenditure
    assert isinstance(row, BudgetRow)
    assert row.budget == Decimal(648_927)
    assert row.actual == Decimal(613_509)
    assert row.budget_used == Decimal("94.5")
    assert row.previous_actual == Decimal(511_188)
    assert row.vs_previous == Decimal("120.0")


def test_a_staff_row_has_its_five_figures_by_name(report: Report) -> None:
    row = report["AC34485"].staff
    assert isinstance(row, StaffRow)
    assert row.planned == Decimal("1.20")
    assert row.paid == Decimal("0.93")
    assert row.plan_used == Decimal("77.5")
    assert row.previous_paid == Decimal("1.50")
    assert row.vs_previous == Decimal("62.0")


def test_values_have_as_many_decimals_as_printed(report: Report) -> None:
    row = report["AC34485"].staff
    assert str(row.planned) == "1.20"
    assert str(row.vs_previous) == "62.0"
    assert str(report["AC34485"].budget.operating.expenditure.budget) == "648927"


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Budget 2024", 648_927),
        ("Jaarrekening 2024", 613_509),
        ("Jaarrekening 2023", 511_188),
        ("% Besteding budget 2024", Decimal("94.5")),
        ("Jaarrekening 2024 t.o.v. 2023", Decimal("120.0")),
        ("jaarrekening 2023", 511_188),
        ("JAARREKENING  2023", 511_188),
        (" Jaarrekening 2023 ", 511_188),
    ],
)
def test_a_row_gives_the_value_under_a_printed_label(label: str, value: Decimal | int, table: BudgetTable) -> None:
    assert table.operating.expenditure[label] == value


@pytest.mark.parametrize("label", ["Jaarrekening 2022", "Jaarrekening", "2024", "", "Plan 2024"])
def test_a_label_that_is_not_printed_is_a_key_error_that_names_close_ones(label: str, table: BudgetTable) -> None:
    with pytest.raises(KeyError) as caught:
        table.operating.expenditure[label]
    assert isinstance(caught.value, UnknownLabelError)
    assert caught.value.wanted == label
    if label == "Jaarrekening 2022":
        assert "Jaarrekening 2023" in caught.value.close_matches
        assert "Jaarrekening 2023" in str(caught.value)


def test_cells_are_a_mapping_by_name_in_printed_order(table: BudgetTable) -> None:
    cells = table.operating.expenditure.cells
    assert isinstance(cells, Mapping)
    assert list(cells) == ["budget", "actual", "budget_used", "previous_actual", "vs_previous"]
    assert [cell.text for cell in cells.values()] == ["648.927", "613.509", "94,5%", "511.188", "120,0%"]
    assert cells["budget"].value == Decimal(648_927)


def test_cells_cannot_be_written(table: BudgetTable) -> None:
    row = table.operating.expenditure
    cell = row.cells["budget"]
    with pytest.raises(TypeError):
        row.cells["budget"] = cell  # type: ignore[index]
    with pytest.raises(TypeError):
        del row.cells["budget"]  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        row.values["Budget 2024"] = None  # type: ignore[index]
    assert not hasattr(row.cells, "update")
    assert row.cells["budget"] == cell


def test_a_cell_knows_its_line_column_text_and_span(report: Report, table: BudgetTable) -> None:
    cell = table.operating.expenditure.cells["actual"]
    line = line_of("Exploitatie\tUitgaven\t648.927")
    assert (cell.line, cell.text, cell.value) == (line, "613.509", Decimal(613_509))
    assert SMALL.split("\n")[line - 1][cell.column - 1 :].startswith("613.509")
    assert report.text[cell.start : cell.end] == "613.509"
    assert cell.start == SMALL.index("613.509")


def test_a_figure_that_cannot_be_read_has_a_cell_with_its_text_and_no_value() -> None:
    report = gentbudget.parse(edited(("\t613.509", "\t613.5O9")))
    cell = report["AC34485"].budget.operating.expenditure.cells["actual"]
    assert (cell.value, cell.text) == (None, "613.5O9")
    assert report.text[cell.start : cell.end] == "613.5O9"
    assert report["AC34485"].budget.operating.expenditure.actual is None


@pytest.mark.parametrize("text", ["12.34", "1..234", "1234.567", "01", "1,2,3", "1 234", "+5", "1e5", "--5", "5-", "1.234.56"])
def test_a_figure_that_is_no_dutch_number_has_no_value(text: str) -> None:
    report = gentbudget.parse(edited(("\t613.509", f"\t{text}")))
    row = report["AC34485"].budget.operating.expenditure
    assert row.actual is None
    assert [f for f in report.findings if f.severity == "error" and f.line == row.line]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-1", "-1"),
        ("1.234", "1234"),
        ("12.345.678", "12345678"),
        ("-4.335.322", "-4335322"),
    ],
)
def test_a_figure_is_exactly_what_is_printed(text: str, value: str) -> None:
    """Whether the percentages agree with it is not for the reading to say."""
    report = gentbudget.parse(edited(("\t613.509", f"\t{text}")))
    assert report["AC34485"].budget.operating.expenditure.actual == Decimal(value)


def test_rows_know_their_label_section_and_flow(table: BudgetTable) -> None:
    assert [(row.label, row.section, row.flow) for row in table.rows] == [
        ("Exploitatie Uitgaven", "Exploitatie", "Uitgaven"),
        ("Exploitatie Ontvangsten", "Exploitatie", "Ontvangsten"),
        ("Investering Uitgaven", "Investering", "Uitgaven"),
        ("Investering Ontvangsten", "Investering", "Ontvangsten"),
        ("Financiering Uitgaven", "Financiering", "Uitgaven"),
        ("Financiering Ontvangsten", "Financiering", "Ontvangsten"),
    ]
    first = line_of("Exploitatie\tUitgaven\t648.927")
    assert [row.line for row in table.rows] == list(range(first, first + 6))


def test_rows_are_found_by_section_and_flow(table: BudgetTable) -> None:
    sections = {"Exploitatie": table.operating, "Investering": table.investment, "Financiering": table.financing}
    for name, section in sections.items():
        assert table[name, "Uitgaven"] is section.expenditure
        assert table[name, "Ontvangsten"] is section.receipts
        assert table[name.upper(), " uitgaven "] is section.expenditure
    assert table["operating", "Receipts"] is table.operating.receipts


@pytest.mark.parametrize("labels", [("Exploitatie", "Saldo"), ("Investing", "Uitgaven"), ("", ""), ("operating", "Saldo")])
def test_a_row_that_is_not_printed_is_a_key_error(labels: tuple[str, str], table: BudgetTable) -> None:
    with pytest.raises(UnknownLabelError):
        table[labels]


def test_a_misspelt_label_is_found_by_its_right_name() -> None:
    report = gentbudget.parse(SMALL.replace("Investering", "Investing"))
    row = report["AC34485"].budget["Investering", "Uitgaven"]
    assert (row.section, row.budget) == ("Investering", Decimal(2000))


def test_a_table_iterates_over_its_rows(table: BudgetTable) -> None:
    assert tuple(table) == table.rows
    assert isinstance(table.rows, tuple)


def test_a_lost_row_is_there_by_name_and_empty() -> None:
    report = gentbudget.parse(edited(("Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%\n", "")))
    table = report["AC34485"].budget
    row = table.investment.expenditure
    assert (row.budget, row.actual, row.line) == (None, None, None)
    assert dict(row.cells) == {}
    assert len(table.rows) < 6
    with pytest.raises(UnknownLabelError):
        table["Investering", "Uitgaven"]


def test_columns_have_label_name_and_year(table: BudgetTable) -> None:
    assert [(c.label, c.name, c.year, c.is_share) for c in table.columns] == [
        ("Budget 2024", "budget", 2024, False),
        ("Jaarrekening 2024", "actual", 2024, False),
        ("% Besteding budget 2024", "budget_used", 2024, True),
        ("Jaarrekening 2023", "previous_actual", 2023, False),
        ("Jaarrekening 2024 t.o.v. 2023", "vs_previous", 2024, True),
    ]
    assert all(row.columns == table.columns for row in table.rows)
