"""Arrow tables: exact types, and what has no room in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import Decimal

import pytest
from attrs import evolve

from gentbudget import Action, BudgetRow, BudgetTable, Cell, Entry, ExportError, MissingExtraError, Report
from tests.exports.built import budget, budget_columns, staff, staff_columns

pa = pytest.importorskip("pyarrow")


def report_with(values: Sequence[str], *, paid: str = "1.00") -> Report:
    """Give a report of one action with these figures in its first row."""
    tables = budget([values], budget_columns(2030), [("Exploitatie", "Uitgaven")])
    vte = staff(["1.00", paid, "0.0", "0.00", "0.0"], staff_columns(2030))
    roots: tuple[Entry, ...] = (Action(code="AC1000", title="Titel", paragraphs=(), budget=tables, staff=vte, lines=(7, 12)),)
    return Report("", roots, year=2030)


def test_figures_have_exact_types(sample: Report) -> None:
    schema = sample.to_arrow().schema
    types = {name: str(schema.field(name).type) for name in schema.names}
    integers = {"edition", "period_start", "period_end", "value_year", "line", "page"}
    expected = {name: "int64" if name in integers else "string" for name in sample.records()[0]}
    assert types == {**expected, "value": "decimal128(38, 2)"}


def test_a_table_holds_the_records(small: Report, odd: Report) -> None:
    for report in (small, odd):
        assert report.to_arrow().to_pylist() == report.records()
        assert report.to_arrow("entries").to_pylist() == report.records(wide=True)


def test_entries_have_the_decimals_of_each_unit(small: Report) -> None:
    schema = small.to_arrow("entries").schema
    assert str(schema.field("operating_expenditure_budget").type) == "decimal128(38, 0)"
    assert str(schema.field("operating_expenditure_budget_used").type) == "decimal128(38, 1)"
    assert str(schema.field("staff_paid").type) == "decimal128(38, 2)"


def test_the_types_are_there_without_any_row() -> None:
    table = Report("", ()).to_arrow()
    assert (table.num_rows, str(table.schema.field("value").type)) == (0, "decimal128(38, 2)")


def test_more_decimals_than_usual_make_a_longer_scale() -> None:
    report = report_with(["1", "2", "3.0", "4", "5.0"], paid="0.123456")
    table = report.to_arrow()
    assert str(table.schema.field("value").type) == "decimal128(38, 6)"
    assert Decimal("0.123456") in table.column("value").to_pylist()


def test_the_largest_figure_that_has_room_is_exact() -> None:
    report = report_with([f"-{'9' * 36}", "2", "3.0", "4", "5.0"])
    assert report.to_arrow().column("value").to_pylist()[0] == Decimal(f"-{'9' * 36}")


@pytest.mark.parametrize("value", [f"1{'0' * 36}", "1e36", f"0.{'1' * 39}"])
def test_a_figure_that_has_no_room_is_refused_by_its_place(value: str) -> None:
    report = report_with(["1", "2", "3.0", "4", "5.0"])
    row = report.entries[0].budget.rows[0]
    first = evolve(row.figures[0], value=Decimal(value), line=9)
    table = evolve(report.entries[0].budget, rows=(evolve(row, figures=(first, *row.figures[1:])),))
    wrong = evolve(report, roots=(evolve(report.roots[0], budget=table),))
    with pytest.raises(ExportError, match=r"line 9: value of AC1000: .* more than 38 digits"):
        wrong.to_arrow()


@pytest.mark.parametrize("value", ["NaN", "-Infinity"])
def test_a_figure_that_is_no_number_is_refused_by_its_place(value: str) -> None:
    columns = budget_columns(2030)[:1]
    row = BudgetRow("Saldo", columns, (Cell(Decimal(value), "1", line=9),))
    wrong = Report("", (Action(code="AC1000", budget=BudgetTable(columns, (row,))),))
    with pytest.raises(ExportError, match=f"line 9: value of AC1000: {value} is no finite number"):
        wrong.to_arrow()


def test_a_table_that_does_not_exist_is_an_error(small: Report) -> None:
    with pytest.raises(ValueError, match="no table 'cells'; there are figures, entries"):
        small.to_arrow("cells")  # type: ignore[arg-type]


def test_a_report_is_a_stream_of_its_figures(small: Report) -> None:
    assert pa.table(small) == small.to_arrow()
    assert pa.RecordBatchReader.from_stream(small).read_all() == small.to_arrow()


def test_without_pyarrow_the_error_names_the_extra(small: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"gentbudget\[arrow\]"):
        small.to_arrow()
