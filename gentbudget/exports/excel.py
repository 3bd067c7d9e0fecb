"""Excel: a workbook with the entries, the figures and the findings, each cell of its type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from gentbudget.errors import ExportError
from gentbudget.exports.columns import FIGURES, FINDINGS, Field
from gentbudget.exports.extras import needing
from gentbudget.exports.records import Record, Value, entry_fields, entry_records, figure_records, finding_records, plain
from gentbudget.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_DIGITS = 15
"""Excel counts in binary and shows no more digits: a figure that has more stands as text."""

_DUTCH = "[$-813]"  # Dutch (Belgium): what does not follow its own system's notation, such as LibreOffice, follows this
_FORMATS = {"eur": f"{_DUTCH}#,##0", "fte": f"{_DUTCH}#,##0.00", "percent": f'{_DUTCH}#,##0.0"%"'}
_MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_WIDEST = 60
_LONGEST_MEASURED = 200
"""So many rows are looked at for the width of a column."""


def write(report: Report, path: Path) -> None:
    """Write the workbook. Raises `ExportError` if a sheet would have more rows than Excel takes."""
    with needing("excel", "an Excel workbook"):
        from xlsxwriter import Workbook

    sheets = (
        ("Entries", entry_fields(report), entry_records(report)),
        ("Figures", FIGURES, figure_records(report)),
        ("Findings", FINDINGS, finding_records(report)),
    )
    for name, _, records in sheets:
        if len(records) >= _MOST_ROWS:
            raise ExportError(f"the sheet {name} would have {len(records)} rows, more than the {_MOST_ROWS} of Excel")
    with Workbook(path, {"in_memory": True}) as workbook:
        head = workbook.add_format({"bold": True, "bottom": 1})
        formats = {unit: workbook.add_format({"num_format": code}) for unit, code in _FORMATS.items()}
        for name, fields, records in sheets:
            _fill(workbook.add_worksheet(name), fields, records, head, formats)


def _fill(
    sheet: Worksheet, fields: Sequence[Field], records: Sequence[Record], head: Format, formats: dict[str, Format]
) -> None:
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.name, head)
        sheet.set_column(column, column, _width(field, records))
    for row, record in enumerate(records, start=1):
        for column, field in enumerate(fields):
            _write(sheet, (row, column), record[field.name], formats.get(field.unit or str(record.get("unit"))))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(records), len(fields) - 1)


def _write(sheet: Worksheet, at: tuple[int, int], value: Value, number_format: Format | None) -> None:
    """Write a cell of the value's own type; text is never taken for a formula or a link."""
    if isinstance(value, Decimal):
        if value.is_finite() and len(value.as_tuple().digits) <= MOST_DIGITS:
            sheet.write_number(*at, value, number_format)
        else:
            sheet.write_string(*at, plain(value))
    elif isinstance(value, int):
        sheet.write_number(*at, value)
    elif value:
        sheet.write_string(*at, value if len(value) <= _LONGEST_TEXT else value[: _LONGEST_TEXT - 1] + "…")


def _width(field: Field, records: Iterable[Record]) -> int:
    texts = (str(record[field.name]) for record, _ in zip(records, range(_LONGEST_MEASURED), strict=False))
    return min(max([len(field.name) + 3, *map(len, texts)]), _WIDEST)
