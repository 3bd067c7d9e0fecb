"""One way to look things up: by name or by printed label, however spelt; what is not there is told with what comes near."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import BudgetRow, BudgetTable, Column, UnknownLabelError
from gentbudget.model.lookup import Labelled, distinct, folded
from tests.parser.small import SMALL

TABLE = gentbudget.parse(SMALL)["AC34485"].budget
ROW = TABLE.operating.expenditure


@pytest.mark.parametrize("label", ["actual", "Actual", " ACTUAL ", "Jaarrekening 2024", "jaarrekening  2024"])
def test_a_column_is_found_by_its_name_and_by_its_label_alike(label: str) -> None:
    assert ROW[label] == ROW.actual == Decimal(613_509)
    assert ROW.values[label] == ROW.actual
    assert ROW.cells[label].text == "613.509"
    assert ROW.values.get(label) == ROW.actual
    assert label in ROW.cells
    assert label in ROW.values


@pytest.mark.parametrize("find", [lambda key: ROW[key], lambda key: ROW.cells[key], lambda key: ROW.values[key]])
def test_what_is_not_there_is_one_error_that_names_what_comes_near(find: Any) -> None:
    with pytest.raises(UnknownLabelError, match="did you mean actual") as caught:
        find("actaul")
    assert caught.value.close_matches[0] == "actual"
    with pytest.raises(UnknownLabelError, match="Jaarrekening 2023"):
        find("jaarrekening 2032")
    with pytest.raises(TypeError, match="expected a name or a printed label, a str, not int"):
        find(0)
    with pytest.raises(TypeError, match="not NoneType"):
        find(None)


def test_what_is_no_str_is_in_no_mapping() -> None:
    assert 0 not in ROW.cells
    assert None not in ROW.values
    assert "Jaarrekening 2022" not in ROW.cells
    assert ROW.cells.get("Jaarrekening 2022") is None


def test_two_columns_with_one_label_are_both_reachable() -> None:
    row = BudgetRow("Saldo", (Column("Krediet"), Column("Raming"), Column("KREDIET")), [1, 2, 3])
    assert dict(row.values) == {"Krediet": 1, "Raming": 2, "KREDIET (2)": 3}
    assert [cell.text for cell in row.cells.values()] == ["1", "2", "3"]
    assert (row["krediet"], row["krediet (2)"]) == (1, 3)


def test_two_columns_with_one_name_are_both_reachable() -> None:
    row = BudgetRow("Saldo", (Column("Jaarrekening 2024", "actual"), Column("Jaarrekening 2023", "actual")), [1, 2])
    assert {name: cell.value for name, cell in row.cells.items()} == {"actual": 1, "actual (2)": 2}
    assert (row["Jaarrekening 2024"], row["Jaarrekening 2023"], row["actual (2)"]) == (1, 2, 2)


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "b", "B ", "a (2) (2)"]), max_size=8))
def test_labels_become_distinct_and_stay_in_order(labels: list[str]) -> None:
    keys = distinct(labels)
    assert len({folded(key) for key in keys}) == len(keys) == len(labels)
    assert all(key.startswith(label) for key, label in zip(keys, labels, strict=True))
    row = BudgetRow("Saldo", tuple(map(Column, labels)), list(range(len(labels))))
    assert [row[key] for key in keys] == list(range(len(labels)))


# ---- sections ----------------------------------------------------------------------------------------------


def cash(flow: str, *numbers: int) -> BudgetRow:
    columns = (Column("Krediet"),)
    return BudgetRow(f"Liquiditeiten {flow}", columns, numbers, section="Liquiditeiten", flow=flow)


def test_a_section_without_an_attribute_is_found_by_its_label() -> None:
    table = BudgetTable(rows=(*TABLE.rows, cash("Uitgaven", 5), cash("Ontvangsten", 7)))
    section = table.sections["liquiditeiten"]
    assert (section.expenditure["Krediet"], section.receipts["Krediet"]) == (5, 7)
    assert list(table.sections) == ["Exploitatie", "Investering", "Financiering", "Liquiditeiten"]
    assert table.sections["operating"] == table.sections["Exploitatie"] == table.operating
    assert table["Liquiditeiten", "receipts"] is section.receipts


@pytest.mark.parametrize(("section", "flow"), [("Saldo", ""), ("", "Saldo"), ("", "")])
def test_a_row_without_section_or_flow_makes_no_section(section: str, flow: str) -> None:
    alone = BudgetRow("Saldo", (Column("Krediet"),), [5], section=section, flow=flow)
    assert list(BudgetTable(rows=(*TABLE.rows, alone)).sections) == list(TABLE.sections)


def test_a_mapping_is_as_long_as_what_it_holds() -> None:
    assert [len(mapping) for mapping in (TABLE.sections, ROW.cells, ROW.values)] == [3, len(ROW.columns), len(ROW.columns)]


def test_a_mapping_shows_what_it_holds() -> None:
    row = BudgetRow("Saldo", (Column("Krediet"), Column("Budget 2024", "budget", 2024)), [5, None])
    assert repr(row.values) == "{'Krediet': Decimal('5'), 'Budget 2024': None}"
    assert repr(TABLE.sections) == repr(dict(TABLE.sections))


def test_a_section_that_is_not_printed_is_an_error_that_names_what_comes_near() -> None:
    with pytest.raises(UnknownLabelError, match="did you mean Investering"):
        TABLE.sections["Investring"]
    assert "Liquiditeiten" not in TABLE.sections
    assert isinstance(TABLE.sections, Labelled)


@pytest.mark.parametrize("wrong", ["Exploitatie", 0, None, ("Exploitatie",), ("Exploitatie", 5), ("a", "b", "c")])
def test_a_row_is_looked_up_by_two_labels_and_nothing_else(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a section and a flow"):
        TABLE[wrong]
