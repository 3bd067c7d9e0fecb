"""The Excel workbook, read back with openpyxl."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import gentbudget
from gentbudget import Action, BudgetRow, BudgetTable, Column, ExportError, Report
from gentbudget.exports import excel
from gentbudget.exports.columns import FIGURES, FINDINGS
from gentbudget.exports.records import entry_fields, entry_records, figure_records, finding_records

openpyxl = pytest.importorskip("openpyxl")


def opened(report: Report, folder: Path) -> Any:
    gentbudget.export(report, folder / "out.xlsx")
    return openpyxl.load_workbook(folder / "out.xlsx")


def as_read(value: object) -> object:
    """Give what a workbook has for a value: no empty text, and numbers that are equal to it."""
    return None if value == "" else value


def equal(cell: Any, value: object) -> bool:
    """Tell whether a cell is this value; openpyxl reads numbers as int or float, of at most 15 digits."""
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= 15:
        return isinstance(cell.value, int | float) and Decimal(repr(cell.value)) == value
    return bool(cell.value == (str(value) if isinstance(value, Decimal) else as_read(value)))


def test_the_sheets_hold_entries_figures_and_findings(small: Report, odd: Report, tmp_path: Path) -> None:
    for report in (small, odd):
        book = opened(report, tmp_path)
        expected = {
            "Entries": (entry_fields(report), entry_records(report)),
            "Figures": (FIGURES, figure_records(report)),
            "Findings": (FINDINGS, finding_records(report)),
        }
        assert book.sheetnames == list(expected)
        for name, (fields, records) in expected.items():
            head, *rows = book[name].iter_rows()
            assert [cell.value for cell in head] == [field.name for field in fields]
            assert len(rows) == len(records)
            for row, record in zip(rows, records, strict=True):
                assert all(equal(cell, record[field.name]) for cell, field in zip(row, fields, strict=True))


def test_numbers_have_the_formats_of_their_units(small: Report, tmp_path: Path) -> None:
    book = opened(small, tmp_path)
    figures = [
        dict(zip(record, row, strict=True)) for record, row in zip(small.records(), list(book["Figures"])[1:], strict=True)
    ]
    formats = {(cells["unit"].value, cells["value"].number_format) for cells in figures}
    assert formats == {("eur", "[$-813]#,##0"), ("fte", "[$-813]#,##0.00"), ("percent", '[$-813]#,##0.0"%"')}
    entries = book["Entries"]
    by_name = {cell.value: cell.column for cell in entries[1]}
    assert entries.cell(2, by_name["staff_paid"]).number_format == "[$-813]#,##0.00"
    assert entries.cell(2, by_name["operating_expenditure_budget"]).number_format == "[$-813]#,##0"
    assert entries.cell(2, by_name["line"]).number_format == "General"


def test_heads_are_frozen_and_filter(small: Report, tmp_path: Path) -> None:
    for sheet in opened(small, tmp_path):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])


def test_text_is_never_a_formula_or_a_link(odd: Report, tmp_path: Path) -> None:
    book = opened(odd, tmp_path)
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert types == {"s", "n"}
    title = next(cell for row in book["Entries"].iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK"))
    assert title.value == odd["AC1000"].title
    with ZipFile(tmp_path / "out.xlsx") as archive:
        assert not any(
            b"<f>" in archive.read(name) or b"hyperlink" in archive.read(name) for name in archive.namelist() if "sheet" in name
        )


def test_a_figure_with_more_digits_than_excel_has_stands_as_text(odd: Report, tmp_path: Path) -> None:
    book = opened(odd, tmp_path)
    texts = [cell.value for row in book["Figures"].iter_rows() for cell in row if cell.value == "12345678901234567890"]
    assert len(texts) == 1


@pytest.mark.parametrize(("figure", "read"), [(123_456_789_012_345, 123_456_789_012_345), (10**15 + 1, str(10**15 + 1))])
def test_excel_has_fifteen_digits(figure: int, read: object, tmp_path: Path) -> None:
    columns = (Column("Krediet"),)
    table = BudgetTable(columns, (BudgetRow("Saldo", columns, (figure,)),))
    book = opened(Report("", (Action(code="AC1000", budget=table),)), tmp_path)
    names, row = (list(cells) for cells in book["Figures"].iter_rows(values_only=True))
    assert row[names.index("value")] == read


def test_no_heading_is_wider_than_its_column(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "out.xlsx")
    with ZipFile(tmp_path / "out.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml").decode()  # the findings, of which there are none
    groups = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
    widths = [float(width) for first, last, width in groups for _ in range(int(first), int(last) + 1)]
    assert len(widths) == len(FINDINGS)
    assert all(width > len(field.name) for width, field in zip(widths, FINDINGS, strict=True))


def test_a_description_longer_than_a_cell_is_cut_and_says_so(small: Report, tmp_path: Path) -> None:
    report = gentbudget.parse(small.text.replace("De aannemer begint in het najaar.", "De aannemer begint. " * 2000))
    book = opened(report, tmp_path)
    texts = [cell.value for row in book["Entries"].iter_rows() for cell in row if str(cell.value).startswith("De aannemer")]
    assert [(len(text), text[-1]) for text in texts] == [(32_767, "…")]


def test_more_rows_than_a_sheet_has_are_refused(small: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "_MOST_ROWS", 100)
    with pytest.raises(ExportError, match="the sheet Figures would have 140 rows"):
        gentbudget.export(small, tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())
